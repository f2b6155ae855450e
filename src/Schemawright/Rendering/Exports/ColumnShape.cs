using Schemawright.Postgres.Model;

namespace Schemawright.Rendering.Exports;

/// <summary>A column's type taken apart.</summary>
/// <param name="Base">The type below the domain and the array, as PostgreSQL names it.</param>
/// <param name="Domain">Null where the column has none.</param>
internal sealed record ColumnShape(string Base, bool IsArray, PgDomain? Domain)
{
    private const string Array = "[]";

    public static ColumnShape Of(PgSchema schema, PgColumn column)
    {
        var isArray = column.Type.EndsWith(Array, StringComparison.Ordinal);
        var element = isArray ? column.Type[..^Array.Length] : column.Type;
        var domain = schema.Domains.FirstOrDefault(known => string.Equals(known.Name.ToString(), element, StringComparison.Ordinal));
        return new(domain?.BaseType ?? element, isArray, domain);
    }
}
