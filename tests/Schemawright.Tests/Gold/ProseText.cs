using Schemawright.Collections;
using Schemawright.Documents;

namespace Schemawright.Tests.Gold;

/// <summary>A short requirement text and the tables a careful architect draws from it: tests/gold/prose/*/*.txtar.</summary>
internal sealed record ProseText(string Part, string Name, string Text, GoldSchema Gold)
{
    private const string TextMark = "-- text.md --\n";
    private const string SchemaMark = "-- schema --\n";

    public static IEnumerable<ProseText> All(string part) => In(Repository.PathOf("tests", "gold", "prose", part), part);

    /// <summary>The texts of any folder, measured as a part of that name.</summary>
    public static IEnumerable<ProseText> In(string folder, string part) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.txtar").Order(StringComparer.Ordinal).Select(file => Parse(part, Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)))
        : [];

    public SchemaScore Score() => SchemaScore.Of(Gold, ReadSchema.Of(ReadSchema.Compile(Name, new InputDocument("PRD.md", Text)).Domain));

    private static ProseText Parse(string part, string name, string archive)
    {
        var text = archive.IndexOf(TextMark, StringComparison.Ordinal) + TextMark.Length;
        var schema = archive.IndexOf(SchemaMark, StringComparison.Ordinal);
        return new(part, name, archive[text..schema], GoldSchema.Parse(archive[(schema + SchemaMark.Length)..]));
    }
}
