using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure.Sql;

/// <summary>PRIMARY KEY, UNIQUE, FOREIGN KEY and CHECK of a table as a whole.</summary>
internal static class SqlTableConstraints
{
    /// <returns>False when the element is no table constraint but a column.</returns>
    public static bool Read(SqlTable table, List<SqlToken> part, SqlCursor cursor)
    {
        if (cursor.Accept("primary", "key"))
        {
            Key(table, part, cursor.Names(), primary: true);
        }
        else if (cursor.IsNext("unique") && !cursor.IsNext("unique", "varchar"))
        {
            Unique(table, part, cursor);
        }
        else if (cursor.Accept("foreign", "key"))
        {
            Foreign(table, part, cursor);
        }
        else if (cursor.IsNext("check", "("))
        {
            cursor.Take();
            SqlChecks.ApplyToTable(cursor.Brackets(), table);
        }
        else
        {
            return cursor.IsNext("exclude") || cursor.IsNext("like") || IsIndex(cursor, part);
        }

        return true;
    }

    /// <summary>MySQL writes indexes among the columns: <c>INDEX name (a)</c>, <c>KEY name (a)</c>.</summary>
    private static bool IsIndex(SqlCursor cursor, List<SqlToken> part) =>
        (cursor.IsNext("index") || cursor.IsNext("key") || cursor.IsNext("fulltext")) && part.Count > 3 && part.Exists(token => token.Is("(")) && part[^1].Is(")");

    private static void Unique(SqlTable table, List<SqlToken> part, SqlCursor cursor)
    {
        cursor.Accept("unique");
        cursor.Accept("nulls", "not", "distinct");
        if (cursor.Accept("key") || cursor.Accept("index") || !cursor.IsNext("("))
        {
            cursor.Name();
        }

        Key(table, part, cursor.Names(), primary: false);
    }

    private static void Key(SqlTable table, List<SqlToken> part, List<string> columns, bool primary)
    {
        if (columns.Count == 1 && table.Change(columns[0], column => primary ? column with { PrimaryKey = true, Required = true } : column with { Unique = true }))
        {
            table.Writer.Facts.Classify(table.Place(part), StatementClass.Fact, $"key of {table.Name}");
            return;
        }

        if (columns.Count > 0)
        {
            table.Writer.Key(new KeyFact(table.Name, columns.ToSeq(), primary, IgnoreCase: false, Where: null, table.Place(part), table.Words(part)));
        }
    }

    private static void Foreign(SqlTable table, List<SqlToken> part, SqlCursor cursor)
    {
        var columns = cursor.Names();
        if (!cursor.Accept("references"))
        {
            return;
        }

        var (target, onDelete) = SqlReference.Read(cursor);
        if (target is null)
        {
            return;
        }

        if (columns.Count == 1 && table.Change(columns[0], column => column with { References = target, OnDelete = onDelete }))
        {
            table.Writer.Facts.Classify(table.Place(part), StatementClass.Fact, $"reference of {table.Name}");
            return;
        }

        table.Writer.Relationship(new RelationshipFact(
            target, table.Name, Cardinality.ExactlyOne, Cardinality.ZeroOrMore, null, columns.Count == 1 ? columns[0] : null, onDelete,
            FactForm.Sql, table.Writer.Document.Kind, table.Place(part), table.Words(part)));
    }
}
