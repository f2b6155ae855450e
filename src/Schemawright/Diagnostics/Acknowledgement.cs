namespace Schemawright.Diagnostics;

/// <summary>The author knows of a finding and says why it may stay.</summary>
/// <param name="Place">Where that is written.</param>
public sealed record Acknowledgement(string Reason, SourceSpan Place);
