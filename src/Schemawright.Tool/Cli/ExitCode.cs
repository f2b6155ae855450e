namespace Schemawright.Tool.Cli;

/// <summary>What the process returns to its caller.</summary>
internal static class ExitCode
{
    /// <summary>Done, and nothing but notes to say.</summary>
    public const int Clean = 0;

    /// <summary>check: a warning was found (a contradiction, an unclear statement, something left out of the model). prove: a promise was refuted.</summary>
    public const int Findings = 1;

    /// <summary>The command line, the input or the place to write to cannot be used; nothing was written.</summary>
    public const int Unusable = 2;

    /// <summary>A promise could not be tried, or there is no server to try it on.</summary>
    public const int CouldNotVerify = 3;

    /// <summary>Interrupted by Ctrl-C, by the system, or because the terminal is gone: 128 and the signal's number.</summary>
    public const int Cancelled = 130;

    public const int Terminated = 143;

    public const int HungUp = 129;
}
