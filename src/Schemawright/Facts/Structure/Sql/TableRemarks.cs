using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure.Sql;

/// <summary>What the comment before a table says of it; the table's own name and the word "table" say nothing.</summary>
internal static class TableRemarks
{
    public static string? Description(IEnumerable<SqlToken> comments, string table)
    {
        var text = string.Join(' ', comments.Select(comment => comment.Value.Trim('-', '=', '*', '#', ' ')).Where(line => line.Length > 0));
        var dash = Separator(text);
        var rest = dash > 0 && IsTitle(text[..dash], table) ? text[(dash + 1)..].TrimStart('-', ' ') : text;
        return rest.Length == 0 || IsTitle(rest, table) ? null : rest;
    }

    private static int Separator(string text)
    {
        var dash = text.IndexOf(" - ", StringComparison.Ordinal);
        return dash > 0 ? dash : text.IndexOf(':', StringComparison.Ordinal);
    }

    private static bool IsTitle(string text, string table)
    {
        var words = Naming.Words(text).Where(word => word is not ("table" or "the" or "create" or "schema" or "junction")).ToList();
        return string.Equals(Naming.EntityKey(string.Join(' ', words)), Naming.EntityKey(table), StringComparison.Ordinal);
    }
}
