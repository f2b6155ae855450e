using Schemawright.Collections;
using Schemawright.Documents;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure.Sql;

/// <summary>Reads CREATE INDEX: a unique one is a key, any other shows a way the data is read.</summary>
internal static class CreateIndex
{
    public static bool Read(SqlStatement statement, CodeFence fence, FactWriter writer)
    {
        var cursor = new SqlCursor(statement.Tokens);
        cursor.Accept("create");
        var unique = cursor.Accept("unique");
        if (!cursor.Accept("index"))
        {
            return false;
        }

        while (!cursor.AtEnd && !cursor.IsNext("on"))
        {
            cursor.Take();
        }

        cursor.Accept("on");
        cursor.Accept("only");
        if (cursor.Name() is not { } table)
        {
            return false;
        }

        var method = cursor.Accept("using") ? cursor.Take().Value : null;
        var parts = SqlCursor.Parts(cursor.Brackets()).ToList();
        while (!cursor.AtEnd && !cursor.IsNext("where"))
        {
            cursor.Take();
        }

        cursor.Accept("where");
        Write(new(table, unique, method, parts, [.. statement.Tokens.Skip(cursor.Position)]), statement, fence, writer);
        return true;
    }

    private sealed record Parsed(string Table, bool Unique, string? Method, List<List<SqlToken>> Parts, List<SqlToken> Where);

    private static void Write(Parsed index, SqlStatement statement, CodeFence fence, FactWriter writer)
    {
        var columns = index.Parts.Select(Column).OfType<string>().ToSeq();
        var place = SqlPlaces.Of(fence, statement.Tokens);
        var words = SqlCursor.Text(statement.Tokens);
        if (columns.Count == 0)
        {
            return;
        }

        if (index.Unique)
        {
            var condition = index.Where.Count > 0 ? SqlConditions.Read(index.Where) : null;
            writer.Key(new KeyFact(index.Table, columns, Primary: false, index.Parts.Exists(part => part[0].Is("lower")), condition, place, words));
            return;
        }

        var kind = index.Method?.ToLowerInvariant() is "gin" or "gist" ? QueryKind.Search : QueryKind.Filter;
        var where = index.Where.Count > 0 ? SqlCursor.Text(index.Where) : null;
        writer.Facts.Add(new QueryFact(index.Table, kind, columns, index.Parts.Exists(part => part.Exists(token => token.Is("desc"))), where, place, words));
        writer.Facts.Classify(place, StatementClass.Query, $"index on {index.Table}");
    }

    /// <summary>The column of an index part, also inside a function: <c>lower(email)</c>, <c>to_tsvector('english', title)</c>.</summary>
    private static string? Column(List<SqlToken> part)
    {
        if (part.Count > 1 && part[1].Is("(") || part[0].Is("("))
        {
            var inner = part.Skip(1).Where((token, index) => token.IsName && !(index + 2 < part.Count && part[index + 2].Is("("))).ToList();
            return inner.Count > 0 ? inner[0].Value : null;
        }

        return part[0].IsName ? part[0].Value : null;
    }
}
