using System.Text.Json.Nodes;
using NJsonSchema;
using Shouldly;
using Xunit;

namespace Schemawright.Ecosystem.Tests;

/// <summary>Rows the server takes fulfil the JSON Schema; rows it refuses for what the schema can say do not.</summary>
public class JsonSchemaTests(ForeignParsers parsers) : IClassFixture<ForeignParsers>
{
    [Theory]
    [InlineData("marina")]
    [InlineData("library")]
    public async Task The_development_seeds_fulfil_it(string name)
    {
        var sample = Sample.Of(name);
        var data = SeedData.Of(sample);
        data.Count.ShouldBeGreaterThan(1);
        (await ProblemsAsync(sample, data)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_missing_column_an_unknown_value_and_a_figure_out_of_bounds_are_refused()
    {
        var sample = Sample.Of("marina");
        foreach (var spoil in new Action<JsonObject>[]
        {
            data => data["berths"]![0]!.AsObject().Remove("code"),
            data => data["bookings"]![0]!["status"] = "lost",
            data => data["berths"]![0]!["length_m"] = 2,
            data => data["berths"]![0]!["code"] = "a code of more than ten characters",
            data => data["berths"]![0]!["depth"] = 2,
            data => data["berths"]![0]!["has_power"] = null,
            data => data["boats"]![0]!["name"] = 7,
        })
        {
            var data = SeedData.Of(sample);
            spoil(data);
            (await ProblemsAsync(sample, data)).ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void Checks_over_one_column_become_bounds_and_the_others_are_named()
    {
        var tables = JsonNode.Parse(Sample.Of("marina").Export("json-schema"))!["$defs"]!;
        var length = tables["berths"]!["properties"]!["length_m"]!;
        length["minimum"]!.GetValue<int>().ShouldBe(3);
        length["maximum"]!.GetValue<int>().ShouldBe(120);
        tables["payments"]!["properties"]!["amount"]!["exclusiveMinimum"]!.GetValue<int>().ShouldBe(0);
        tables["bookings"]!["x-checks"]!["bookings_departure_after_arrival_check"]!.GetValue<string>().ShouldBe("departure > arrival");
        tables["bookings"]!["x-references"]!.AsArray().Select(key => key!["table"]!.GetValue<string>()).ShouldContain("#/$defs/berths");
    }

    /// <summary>What NJsonSchema finds, and ajv where there is Node.js; both must agree on whether there is anything.</summary>
    private async Task<IReadOnlyCollection<string>> ProblemsAsync(Sample sample, JsonObject data)
    {
        var text = sample.Export("json-schema");
        // NJsonSchema knows the definitions by their name before 2019.
        var schema = await JsonSchema.FromJsonAsync(text.Replace("$defs", "definitions", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var problems = schema.Validate(data.ToJsonString()).Select(problem => problem.ToString()).ToList();
        if (parsers.Missing is null)
        {
            var (understood, message) = await parsers.TryAsync("json-schema", text, data.ToJsonString());
            (understood is null).ShouldBe(problems.Count > 0, $"ajv: {message}; NJsonSchema: {string.Join("; ", problems)}");
        }

        return problems;
    }
}
