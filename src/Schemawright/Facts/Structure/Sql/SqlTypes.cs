using Schemawright.Collections;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure.Sql;

/// <summary>Types as SQL names them.</summary>
internal static class SqlTypes
{
    public static DataType? Read(string text, string column, IReadOnlyDictionary<string, Seq<string>> enumerations)
    {
        var bare = text.TrimEnd('[', ']', ' ');
        var last = bare[(bare.LastIndexOf('.') + 1)..];
        return enumerations.TryGetValue(last, out var values)
            ? new DataType(DataKind.Enumeration, Values: values, IsArray: text.EndsWith(']'))
            : TypeWords.Read(text, column)?.Type;
    }

    /// <summary>TIMESTAMP alone: people mostly mean an instant, PostgreSQL takes a wall clock.</summary>
    public static bool LeavesZoneOpen(string text) => text.Equals("timestamp", StringComparison.OrdinalIgnoreCase) || text.Equals("datetime", StringComparison.OrdinalIgnoreCase);
}
