using System.Globalization;
using System.Text.Json.Nodes;
using Schemawright.Terms;

namespace Schemawright.Ecosystem.Tests;

/// <summary>The seed rows of a model as a data set in JSON.</summary>
internal static class SeedData
{
    public static JsonObject Of(Sample sample)
    {
        var data = new JsonObject();
        foreach (var seed in sample.Design.Seeds)
        {
            var rows = data[seed.Table] as JsonArray ?? [];
            foreach (var row in seed.Rows)
            {
                rows.Add(new JsonObject(seed.Columns.Select((column, place) => KeyValuePair.Create(column, Value(sample.Schema.Find(seed.Table)!.Find(column)!.Type, row[place])))));
            }

            data[seed.Table] = rows.Parent is null ? rows : rows.DeepClone();
        }

        return data;
    }

    private static JsonNode? Value(string type, Literal literal) => (type, literal.Kind) switch
    {
        (_, LiteralKind.Null) => null,
        (_, LiteralKind.Boolean) => JsonValue.Create(literal.Text == "true"),
        ("integer" or "bigint" or "numeric" or "app.percentage", _) => JsonValue.Create(decimal.Parse(literal.Text, CultureInfo.InvariantCulture)),
        ("jsonb", _) => JsonNode.Parse(literal.Text),
        ("timestamp with time zone", _) => JsonValue.Create(Moment(literal.Text).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture)),
        ("date", _) => JsonValue.Create(Moment(literal.Text).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        _ when type.EndsWith("[]", StringComparison.Ordinal) => new JsonArray([.. literal.Text.Trim('{', '}').Split(',', StringSplitOptions.RemoveEmptyEntries).Select(part => (JsonNode?)part.Trim('"'))]),
        _ => JsonValue.Create(literal.Text),
    };

    /// <summary>Words such as tomorrow mean something to the server alone; any moment stands for them.</summary>
    private static DateTimeOffset Moment(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : DateTimeOffset.UnixEpoch;
}
