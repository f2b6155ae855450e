namespace Schemawright.Proof.Servers;

/// <summary>Where the files of an installed server lie: a server that is copied below another root finds them in the same places there.</summary>
/// <param name="Root">The folder above them all.</param>
/// <param name="Programs">Below the root, as the others.</param>
internal sealed record ServerFiles(string Root, string Programs, string Libraries, string Data)
{
    private static readonly string[] LibraryFolders = ["lib", "lib/postgresql", "lib64/pgsql", "lib/pgsql"];
    private static readonly string[] DataFolders = ["share", "share/postgresql", "share/pgsql"];

    /// <summary>Null where they are not found: then the server runs from where it is.</summary>
    public static ServerFiles? Of(ServerPrograms programs) => ByVersion(programs.Folder) ?? Beside(programs.Folder);

    /// <summary>Debian's: /usr/lib/postgresql/15/bin, /usr/lib/postgresql/15/lib and /usr/share/postgresql/15.</summary>
    private static ServerFiles? ByVersion(string folder)
    {
        var version = Path.GetDirectoryName(folder);
        var (name, above) = (Path.GetFileName(version), Path.GetDirectoryName(version));
        return above is not null && above.EndsWith("/lib/postgresql", StringComparison.Ordinal)
            ? Found(above[..^"/lib/postgresql".Length], $"lib/postgresql/{name}/{Path.GetFileName(folder)}", $"lib/postgresql/{name}/lib", $"share/postgresql/{name}")
            : null;
    }

    /// <summary>Programs, libraries and data side by side below one folder.</summary>
    private static ServerFiles? Beside(string folder) =>
        Path.GetDirectoryName(folder) is { } root
            ? LibraryFolders.SelectMany(libraries => DataFolders.Select(data => Found(root, Path.GetFileName(folder), libraries, data))).FirstOrDefault(found => found is not null)
            : null;

    private static ServerFiles? Found(string root, string programs, string libraries, string data) =>
        File.Exists(Path.Combine(root, data, "postgres.bki")) && Array.Exists(["plpgsql.so", "plpgsql.dylib"], file => File.Exists(Path.Combine(root, libraries, file)))
            ? new(root, programs, libraries, data)
            : null;
}
