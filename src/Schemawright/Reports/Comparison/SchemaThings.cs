using System.Text.Json;

namespace Schemawright.Reports.Comparison;

/// <summary>The objects of the database in a model file, each with all that is written of it but its reasons.</summary>
internal static class SchemaThings
{
    private static readonly (string Member, string Kind)[] OfTable =
    [
        ("columns", "column"), ("uniques", "unique"), ("checks", "check"), ("foreignKeys", "foreign key"), ("exclusions", "exclusion"), ("indexes", "index"),
    ];

    private static readonly (string Member, string Kind)[] OfSchema =
        [("domains", "domain"), ("functions", "function"), ("triggers", "trigger"), ("policies", "policy"), ("views", "view"), ("roles", "role")];

    private static readonly string[] Reasons = ["comment", "origin", "purpose", "name"];

    /// <param name="entities">The entity of each table.</param>
    public static IEnumerable<PicturedThing> Of(JsonElement schema, IReadOnlyDictionary<string, string> entities)
    {
        foreach (var table in schema.Items("tables"))
        {
            foreach (var thing in Table(table, entities.GetValueOrDefault(Local(table.Word("name")), "")))
            {
                yield return thing;
            }
        }

        foreach (var (member, kind) in OfSchema)
        {
            foreach (var item in schema.Items(member))
            {
                var table = Local(item.Word("table"));
                yield return new(entities.GetValueOrDefault(table, ""), kind, Full(table, Local(item.Word("name"))), Definition(item), InDatabase: true);
            }
        }

        foreach (var grants in schema.Items("grants").GroupBy(grant => $"{grant.Word("role")} on {grant.Word("object")}", StringComparer.Ordinal))
        {
            yield return new("", "grant", grants.Key, string.Join("; ", grants.Select(Definition).Order(StringComparer.Ordinal)), InDatabase: true);
        }
    }

    private static IEnumerable<PicturedThing> Table(JsonElement table, string entity)
    {
        var name = Local(table.Word("name"));
        var lists = OfTable.Select(part => part.Member).Append("primaryKey").ToArray();
        yield return new(entity, "table", name, Definition(table, lists), InDatabase: true);
        if (table.Member("primaryKey") is { } key)
        {
            yield return new(entity, "primary key", key.Word("name"), Definition(key), InDatabase: true);
        }

        foreach (var (member, kind) in OfTable)
        {
            foreach (var item in table.Items(member))
            {
                yield return new(entity, kind, kind == "column" ? Full(name, item.Word("name")) : item.Word("name"), Definition(item), InDatabase: true);
            }
        }
    }

    private static string Definition(JsonElement item) => Definition(item, []);

    private static string Definition(JsonElement item, string[] without) => item.ValueKind != JsonValueKind.Object ? JsonPieces.Word(item) : string.Join("; ",
        item.EnumerateObject().Where(member => !Reasons.Contains(member.Name, StringComparer.Ordinal) && !without.Contains(member.Name, StringComparer.Ordinal)).Select(member => $"{member.Name}: {JsonPieces.Word(member.Value)}"));

    private static string Full(string table, string name) => table.Length == 0 ? name : $"{table}.{name}";

    private static string Local(string name) => name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..];
}
