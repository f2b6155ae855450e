namespace Schemawright.Facts.Structure.Entries;

/// <summary>One thing an entry says: an attribute, or another thing it refers to.</summary>
/// <param name="Line">The attribute; null for a mere reference.</param>
/// <param name="Target">The title of the thing referred to; null for a plain attribute.</param>
/// <param name="Optional">The words beside it let it be missing.</param>
internal sealed record EntryPart(AttributeLine? Line, string? Target, bool Optional);
