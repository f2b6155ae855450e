namespace Schemawright.Facts.Structure.Sql;

/// <summary>Reads what follows REFERENCES.</summary>
internal static class SqlReference
{
    public static (string? Target, string? OnDelete) Read(SqlCursor cursor)
    {
        var target = cursor.Name();
        cursor.Brackets();
        string? onDelete = null;
        while (cursor.IsNext("on") || cursor.IsNext("match") || cursor.IsNext("deferrable") || cursor.IsNext("initially"))
        {
            if (cursor.Accept("on", "delete"))
            {
                onDelete = Rule(cursor);
            }
            else if (cursor.Accept("on", "update"))
            {
                Rule(cursor);
            }
            else
            {
                cursor.Take();
                cursor.Accept("deferred");
            }
        }

        return (target, onDelete);
    }

    private static string? Rule(SqlCursor cursor)
    {
        var first = cursor.Take().Value?.ToLowerInvariant();
        return first switch
        {
            "set" => "set " + cursor.Take().Value?.ToLowerInvariant(),
            "no" when cursor.Accept("action") => "restrict",
            _ => first,
        };
    }
}
