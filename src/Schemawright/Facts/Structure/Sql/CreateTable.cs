using Schemawright.Collections;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure.Sql;

/// <summary>Reads CREATE TABLE and ALTER TABLE … ADD.</summary>
internal static class CreateTable
{
    /// <summary>The table of a CREATE TABLE; null when the statement is none or holds only a placeholder.</summary>
    public static SqlTable? Read(SqlStatement statement, CodeFence fence, FactWriter writer, IReadOnlyDictionary<string, Seq<string>> enumerations)
    {
        var cursor = new SqlCursor(statement.Tokens);
        cursor.Accept("create");
        while (cursor.Accept("temporary") || cursor.Accept("temp") || cursor.Accept("unlogged") || cursor.Accept("global") || cursor.Accept("foreign"))
        {
        }

        if (!cursor.Accept("table"))
        {
            return null;
        }

        cursor.Accept("if", "not", "exists");
        if (cursor.Name() is not { } name || !cursor.IsNext("("))
        {
            return null;
        }

        var table = new SqlTable(name, fence, writer);
        foreach (var part in SqlCursor.Parts(cursor.Brackets()))
        {
            Element(table, part, enumerations);
        }

        AddRemarks(table, statement, fence);
        return table.Columns > 0 ? table : null;
    }

    /// <summary>ALTER TABLE x ADD COLUMN …, ADD CONSTRAINT ….</summary>
    public static SqlTable? ReadAlter(SqlStatement statement, CodeFence fence, FactWriter writer, IReadOnlyDictionary<string, Seq<string>> enumerations)
    {
        var cursor = new SqlCursor(statement.Tokens);
        if (!cursor.Accept("alter", "table"))
        {
            return null;
        }

        cursor.Accept("if", "exists");
        cursor.Accept("only");
        if (cursor.Name() is not { } name)
        {
            return null;
        }

        var table = new SqlTable(name, fence, writer);
        foreach (var part in SqlCursor.Parts([.. statement.Tokens.Skip(cursor.Position)]))
        {
            Addition(table, part, enumerations);
        }

        return table;
    }

    private static void Addition(SqlTable table, List<SqlToken> part, IReadOnlyDictionary<string, Seq<string>> enumerations)
    {
        if (!part[0].Is("add") || part.Count < 3)
        {
            return;
        }

        var rest = part.Skip(part[1].Is("column") ? 2 : 1).ToList();
        if (rest.Count > 3 && rest[0].Is("if") && rest[1].Is("not") && rest[2].Is("exists"))
        {
            rest.RemoveRange(0, 3);
        }

        if (rest.Count > 1)
        {
            Element(table, rest, enumerations);
        }
    }

    private static void Element(SqlTable table, List<SqlToken> part, IReadOnlyDictionary<string, Seq<string>> enumerations)
    {
        var cursor = new SqlCursor(part);
        if (cursor.Accept("constraint"))
        {
            cursor.Name();
        }

        if (!SqlTableConstraints.Read(table, part, cursor) && SqlColumn.Read(table, part, enumerations) is { } column)
        {
            table.Add(column);
        }
    }

    /// <summary>A comment at the end of a column's line is its note.</summary>
    private static void AddRemarks(SqlTable table, SqlStatement statement, CodeFence fence)
    {
        if (statement.Inside.Count == 0)
        {
            return;
        }

        var lines = statement.Inside.DistinctBy(comment => comment.Line).ToDictionary(comment => comment.Line);
        foreach (var (line, first) in statement.Tokens.Where(token => lines.ContainsKey(token.Line)).GroupBy(token => token.Line).Select(group => (group.Key, group.First())))
        {
            var remark = lines[line].Value;
            if (first.IsName && remark.Length > 0)
            {
                table.Change(first.Value, column => Remarked(column, remark));
            }

            table.Writer.Facts.Classify(fence.Lines[line].Span, StatementClass.Fact, $"attribute of {table.Name}");
        }
    }

    private static AttributeFact Remarked(AttributeFact column, string remark)
    {
        var marked = ProtectionWords.MarkOf(remark, column.Name) is { } mark && !column.Marks.Contains(mark, StringComparer.Ordinal) ? column with { Marks = [.. column.Marks, mark] } : column;
        var list = column.Type?.Kind is DataKind.ShortText or DataKind.LongText && (remark.Contains('|') || remark.Contains(',')) && IsValueName(column.Name) ? ValueLists.Parse(remark) : null;
        return (list is { } values ? marked with { Type = new DataType(DataKind.Enumeration, Values: values) } : marked) with { Note = marked.Note is null ? remark : $"{marked.Note}; {remark}" };
    }

    private static bool IsValueName(string name) =>
        Naming.Words(name) is { Count: > 0 } words && words[^1] is "status" or "state" or "type" or "role" or "kind" or "priority" or "level" or "category" or "method";
}
