using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure.Sql;

/// <summary>Reads tables, keys and indexes from the SQL in any fence; functions, triggers and queries create nothing.</summary>
internal sealed class SqlReader : IFactReader
{
    private static readonly string[] Signs = ["create table", "alter table", "create index", "create unique index", "create temporary table"];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.Sql);
        var fences = document.Blocks.OfType<CodeFence>().Where(IsSql).ToList();
        var statements = fences.ConvertAll(fence => SqlStatements.Of(SqlTokens.Of(fence.Lines)).ToList());
        var enumerations = Enumerations(statements.SelectMany(list => list));
        for (var index = 0; index < fences.Count; index++)
        {
            var read = statements[index].Count(statement => ReadStatement(statement, fences[index], writer, enumerations));
            if (read > 0)
            {
                facts.Claim(fences[index]);
            }
        }
    }

    private static bool IsSql(CodeFence fence) =>
        fence.Lines.Any(line => Array.Exists(Signs, sign => line.Text.Holds(sign)));

    private static bool ReadStatement(SqlStatement statement, CodeFence fence, FactWriter writer, IReadOnlyDictionary<string, Seq<string>> enumerations)
    {
        if (CreateTable.Read(statement, fence, writer, enumerations) is { } created)
        {
            var description = TableRemarks.Description(statement.Before, created.Name);
            writer.Facts.Classify(SqlPlaces.Lines(fence, [.. statement.Before, .. statement.Tokens]), StatementClass.Fact, $"table {created.Name}");
            var opening = statement.Tokens.TakeWhile(token => !token.Is("(")).ToList();
            var place = SqlPlaces.Of(fence, description is null ? opening : [.. statement.Before, .. opening]);
            writer.Entity(created.Name, description, place, SqlCursor.Text(opening));
            Titles(statement, fence, writer, description);
            created.WriteColumns();
            return true;
        }

        if (CreateTable.ReadAlter(statement, fence, writer, enumerations) is { } altered)
        {
            altered.WriteColumns();
            writer.Facts.Classify(SqlPlaces.Lines(fence, statement.Tokens), StatementClass.Fact, $"table {altered.Name}");
            return altered.Columns > 0;
        }

        return CreateIndex.Read(statement, fence, writer) || ReadOther(statement, fence, writer);
    }

    /// <summary>A comment that only repeats the table's name is a title.</summary>
    private static void Titles(SqlStatement statement, CodeFence fence, FactWriter writer, string? description)
    {
        foreach (var comment in description is null ? statement.Before : [])
        {
            writer.Facts.Classify(fence.Lines[comment.Line].Span, StatementClass.Prose, "the title of the table below");
        }
    }

    /// <summary>Comments on objects and the types of enumerations are facts; functions and triggers are another's implementation.</summary>
    private static bool ReadOther(SqlStatement statement, CodeFence fence, FactWriter writer)
    {
        if (SqlComments.Read(statement, fence, writer))
        {
            return true;
        }

        var isType = statement.Begins("create", "type");
        if (isType || statement.Begins("create") || statement.Begins("grant") || statement.Begins("begin"))
        {
            writer.Facts.Classify(
                SqlPlaces.Lines(fence, statement.Tokens), isType ? StatementClass.Fact : StatementClass.Technology,
                isType ? "values of a type" : "an implementation in the database; the design writes its own");
        }

        return false;
    }

    private static Dictionary<string, Seq<string>> Enumerations(IEnumerable<SqlStatement> statements)
    {
        var enumerations = new Dictionary<string, Seq<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var statement in statements.Where(statement => statement.Begins("create", "type")))
        {
            var cursor = new SqlCursor(statement.Tokens) { Position = 2 };
            if (cursor.Name() is { } name && cursor.Accept("as", "enum"))
            {
                enumerations[name] = cursor.Brackets().Where(token => token.Kind == SqlTokenKind.Text).Select(token => token.Value).ToSeq();
            }
        }

        return enumerations;
    }
}
