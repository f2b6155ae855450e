namespace Schemawright.Proof;

/// <summary>The scripts and queries that travel inside the assembly.</summary>
internal static class EmbeddedText
{
    /// <param name="name">Folder and file with a point between: <c>Servers.Keeper.sh</c>.</param>
    public static string Of(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream("Schemawright.Proof." + name)
            ?? throw new InvalidOperationException($"no embedded text {name}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
