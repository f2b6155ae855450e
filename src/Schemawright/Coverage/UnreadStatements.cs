using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Facts;

namespace Schemawright.Coverage;

/// <summary>Asks about statements of data from which nothing came: one question a section, the weightiest sections by name.</summary>
internal static class UnreadStatements
{
    /// <summary>More questions than this nobody reads; the rest of a document shares one.</summary>
    private const int MostSections = 40;

    private const int QuotedWords = 3;

    /// <returns>The question each open statement belongs to.</returns>
    public static IEnumerable<(int Index, string Question)> Ask(
        Seq<ClassifiedStatement> statements, IReadOnlyList<int> open, IReadOnlyDictionary<int, string> entities, Findings findings)
    {
        var sections = open.GroupBy(index => entities.TryGetValue(index, out var entity) ? new(statements[index].Statement.Span.Document, "", entity) : SectionOf(statements[index]))
            .OrderBy(group => group.Min(index => Weight(statements[index].Class)))
            .ThenByDescending(group => group.Count())
            .ThenBy(group => group.Min())
            .ToArray();
        var rest = sections.Skip(MostSections).SelectMany(group => group)
            .GroupBy(index => new Section(statements[index].Statement.Span.Document, "", null));
        foreach (var group in sections.Take(MostSections).Concat(rest))
        {
            IReadOnlyList<ClassifiedStatement> described = [.. group.Select(index => statements[index])];
            var asked = group.Key.Entity is { } entity ? IsStored(entity, described) : Question(group.Key, described);
            findings.Ask(asked);
            foreach (var index in group)
            {
                yield return (index, asked.Id);
            }
        }
    }

    private static Section SectionOf(ClassifiedStatement statement) =>
        new(statement.Statement.Span.Document, string.Join(" › ", statement.Statement.Headings), null);

    private static int Weight(StatementClass @class) => @class switch
    {
        StatementClass.Rule => 0,
        StatementClass.Access => 1,
        StatementClass.Fact => 2,
        _ => 3,
    };

    private static Clarification Question(Section section, IReadOnlyList<ClassifiedStatement> statements)
    {
        return new(
            ClarificationId.From("unread", section.Document, section.Path),
            ClarificationReason.Unclear,
            Words(section, statements),
            ["they ask for nothing in the database", "what the answer states, in sentences of their own"],
            "Nothing was modelled for them.",
            statements.Select(statement => statement.Statement.Span).ToSeq(),
            [],
            1,
            3);
    }

    private static Clarification IsStored(string entity, IReadOnlyList<ClassifiedStatement> statements) => new(
        ClarificationId.From("stored", entity),
        ClarificationReason.Assumption,
        $"Is {entity} something the database keeps, or is it only passed between programs?",
        ["it is only passed between programs", $"it is kept, with what a sentence in the answer lists (\"{entity} has …\")"],
        $"Nothing is stored of {entity}, because only its shape is described.",
        statements.Select(statement => statement.Statement.Span).ToSeq(),
        [entity],
        2,
        2);

    private static string Words(Section section, IReadOnlyList<ClassifiedStatement> statements)
    {
        var quoted = string.Join(", ", statements.Take(QuotedWords).Select(statement => $"“{Shortened(statement.Statement.Text)}”"));
        var place = section.Path.Length == 0 ? section.Document : $"{section.Document}, {Last(section.Path)}";
        return statements.Count == 1
            ? $"{place}: which table, column or rule does {quoted} ask for?"
            : $"{place}: which tables, columns or rules do these {statements.Count} statements ask for: {quoted}{(statements.Count > QuotedWords ? ", …" : "")}?";
    }

    private static string Last(string path) => path[(path.LastIndexOf('›') + 1)..].Trim();

    private static string Shortened(string words) => words.Length <= 120 ? words : words[..119].TrimEnd() + "…";

    /// <param name="Entity">What the statements describe, when the model does not hold it.</param>
    private sealed record Section(string Document, string Path, string? Entity);
}
