namespace Schemawright.Tool.Output;

/// <summary>Tells the file system's refusals from defects of the program.</summary>
internal static class FileSystemRefusal
{
    /// <summary>A file that may not grow so large (a quota, a limit) is reported as an argument that is out of range.</summary>
    public static bool Is(Exception error) => error is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException { ParamName: "value" };
}
