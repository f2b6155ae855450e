using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>Pieces of text that many sections share.</summary>
internal static class Phrases
{
    private const int MostSources = 3;

    /// <summary>Where it comes from: <c>RULES.md:12, PRD.md:40</c>, or the decision's id.</summary>
    public static string Source(Origin origin) =>
        origin.Sources.Count > 0 ? Sources(origin.Sources) : origin.Decision is null ? "" : $"decision {MarkdownEscape.Code(origin.Decision)}";

    public static string Sources(Seq<SourceSpan> sources)
    {
        var places = sources.Select(span => $"{MarkdownEscape.Text(span.Document)}:{span.Line}").Distinct(StringComparer.Ordinal).ToArray();
        return string.Join(", ", places.Take(MostSources)) + (places.Length > MostSources ? $" and {places.Length - MostSources} more" : "");
    }

    /// <summary>What the documents say, as running text: a list mark of its place goes, code stays code.</summary>
    public static string Words(string words)
    {
        var text = words.TrimStart('-', '*', '+', '•', ' ').Trim().Replace(" | ", " · ", StringComparison.Ordinal);
        return text.StartsWith("CREATE ", StringComparison.Ordinal) || text.StartsWith("SELECT ", StringComparison.Ordinal)
            ? MarkdownEscape.Code(text)
            : MarkdownEscape.LineStart(English.Sentence(English.Capital(text)));
    }

    public static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(MarkdownEscape.Code));

    public static string Columns(IEnumerable<Identifier> columns) => string.Join(", ", columns.Select(column => column.ToString()));

    /// <summary>A choice with its reason and its sources, as one list item.</summary>
    public static string Decision(Decision decision)
    {
        var sources = decision.Sources.Count > 0 ? $" ({Sources(decision.Sources)})" : "";
        return $"{MarkdownEscape.Code(decision.Id)} {MarkdownEscape.Text(English.Sentence(decision.Choice))} {MarkdownEscape.Text(English.Sentence(decision.Reason))}{sources}";
    }

    public static string Constraint(PgForeignKey key) =>
        $"{key.Name}: FOREIGN KEY ({Columns(key.Columns)}) → {key.Referenced.Name} ({Columns(key.ReferencedColumns)})";
}
