namespace Schemawright.Tool.Cli;

/// <summary>What the process returns to its caller.</summary>
internal static class ExitCode
{
    public const int Clean = 0;

    /// <summary>A promise was refuted.</summary>
    public const int Findings = 1;

    /// <summary>The command line, the input or the output folder cannot be used; nothing was written.</summary>
    public const int Unusable = 2;

    /// <summary>A promise could not be tried, or there is no server to try it on.</summary>
    public const int CouldNotVerify = 3;

    public const int Cancelled = 130;
}
