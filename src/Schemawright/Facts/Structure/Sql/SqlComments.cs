using Schemawright.Documents;

namespace Schemawright.Facts.Structure.Sql;

/// <summary>Reads COMMENT ON TABLE and COMMENT ON COLUMN.</summary>
internal static class SqlComments
{
    public static bool Read(SqlStatement statement, CodeFence fence, FactWriter writer)
    {
        if (!statement.Begins("comment", "on") || statement.Tokens.Count < 6 || statement.Tokens[^1].Kind != SqlTokenKind.Text)
        {
            return false;
        }

        var names = statement.Tokens.Skip(3).TakeWhile(token => !token.Is("is")).Where(token => token.IsName).Select(token => token.Value).ToList();
        var place = SqlPlaces.Of(fence, statement.Tokens);
        var text = statement.Tokens[^1].Value;
        if (statement.Tokens[2].Is("table") && names.Count > 0)
        {
            writer.Entity(names[^1], text, place, SqlCursor.Text(statement.Tokens), weak: true);
            return true;
        }

        if (statement.Tokens[2].Is("column") && names.Count > 1)
        {
            writer.Attribute(writer.Blank(names[^2], names[^1], place, SqlCursor.Text(statement.Tokens)) with { Note = text });
            return true;
        }

        return false;
    }
}
