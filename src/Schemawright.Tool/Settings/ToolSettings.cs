namespace Schemawright.Tool.Settings;

/// <summary>What a settings file says; null where it says nothing. Paths are as seen from the working directory.</summary>
/// <param name="File">The settings file; null when there is none.</param>
internal sealed record ToolSettings(string? File)
{
    public static ToolSettings None { get; } = new((string?)null);

    /// <summary>The product that is meant when none is named.</summary>
    public string? Product { get; init; }

    public string? Out { get; init; }

    public string? Format { get; init; }

    public string? Color { get; init; }

    public bool Quiet { get; init; }

    public string? PgBin { get; init; }

    public string? Baseline { get; init; }
}
