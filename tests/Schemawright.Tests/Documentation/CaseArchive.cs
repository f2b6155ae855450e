using Schemawright.Collections;

namespace Schemawright.Tests.Documentation;

/// <summary>A case of tests/cases: its title and explanation, then its parts.</summary>
/// <param name="Chapter">The chapter of the page the title names; empty when the parts decide.</param>
/// <param name="NotRead">What looks alike and is not read so; empty when the case shows none.</param>
internal sealed record CaseArchive(string File, string Chapter, string Title, string Explanation, string NotRead, Seq<(string Name, string Text)> Parts)
{
    public static readonly string[] Chapters =
    [
        "Entities and attributes", "Types and identity", "Relationships", "States", "Rules", "Access, privacy, retention", "Scale", "Answers",
    ];

    private const string Lookalike = "Not read as this:";

    public string Folder => Path.GetFileName(Path.GetDirectoryName(File))!;

    public string? Part(string name) => Parts.Where(part => part.Name == name).Select(part => part.Text).FirstOrDefault();

    public static IEnumerable<CaseArchive> All() =>
        Directory.EnumerateFiles(Repository.PathOf("tests", "cases"), "*.txtar", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => Parse(file, System.IO.File.ReadAllText(file)));

    /// <summary>"Chapter: Title" on the first line, the explanation below it; an old head of one paragraph is cut after its first sentence.</summary>
    public static CaseArchive Parse(string file, string text)
    {
        var pieces = ("\n" + text.ReplaceLineEndings("\n")).Split("\n-- ");
        var parts = pieces.Skip(1).Select(piece => piece.Split(" --\n", 2)).Select(piece => (piece[0].Replace(" --", ""), piece.Length > 1 ? piece[1].TrimEnd('\n') + "\n" : "")).ToSeq();
        var lines = pieces[0].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var first = lines.FirstOrDefault() ?? "";
        var chapter = Chapters.FirstOrDefault(name => first.StartsWith(name + ": ", StringComparison.Ordinal)) ?? "";
        var title = chapter.Length > 0 ? first[(chapter.Length + 2)..] : first;
        var rest = lines.Skip(1).Where(line => !line.StartsWith(Lookalike, StringComparison.Ordinal)).ToList();
        if (chapter.Length == 0 && title.IndexOf(". ", StringComparison.Ordinal) is > 0 and var end)
        {
            rest.Insert(0, title[(end + 2)..]);
            title = title[..end];
        }

        var notRead = lines.FirstOrDefault(line => line.StartsWith(Lookalike, StringComparison.Ordinal))?[Lookalike.Length..].Trim() ?? "";
        return new(file, chapter, title.TrimEnd('.'), string.Join(' ', rest), notRead, parts);
    }
}
