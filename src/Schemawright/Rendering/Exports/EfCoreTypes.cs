namespace Schemawright.Rendering.Exports;

/// <summary>The .NET types Npgsql maps PostgreSQL's types to.</summary>
internal static class EfCoreTypes
{
    /// <param name="Name">Written in full, so that no entity's name hides it.</param>
    /// <param name="IsReference">A member of it that is not nullable needs a first value.</param>
    public sealed record ClrType(string Name, bool IsReference);

    public static ClrType Of(ColumnShape shape)
    {
        var name = Scalar(shape.Base);
        return shape.IsArray ? new(name + "[]", true) : new(name, name is "string" or "byte[]" or "global::System.Net.IPAddress" or "global::NpgsqlTypes.NpgsqlTsVector");
    }

    private static string Scalar(string type) => type switch
    {
        "uuid" => "global::System.Guid",
        "smallint" => "short",
        "integer" => "int",
        "bigint" => "long",
        "xid8" => "ulong",
        "numeric" => "decimal",
        "boolean" => "bool",
        "date" => "global::System.DateOnly",
        "time without time zone" => "global::System.TimeOnly",
        "timestamp with time zone" or "timestamp without time zone" => "global::System.DateTime",
        "interval" => "global::System.TimeSpan",
        "inet" => "global::System.Net.IPAddress",
        "bytea" => "byte[]",
        "tsvector" => "global::NpgsqlTypes.NpgsqlTsVector",
        "point" => "global::NpgsqlTypes.NpgsqlPoint",
        _ => "string",
    };
}
