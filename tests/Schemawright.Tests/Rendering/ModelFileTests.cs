using System.Text.Json.Nodes;
using Schemawright.Rendering.ModelFile;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Rendering;

/// <summary>model.json keeps what docs/model.schema.json promises to its readers.</summary>
public class ModelFileTests
{
    private static readonly string SchemaFile = Repository.PathOf("docs", "model.schema.json");

    [Fact]
    public void The_published_schema_is_the_one_the_types_give()
    {
        if (Environment.GetEnvironmentVariable("SCHEMAWRIGHT_ACCEPT") == "1")
        {
            File.WriteAllText(SchemaFile, ModelFileSchema.Write());
        }

        (File.ReadAllText(SchemaFile) == ModelFileSchema.Write()).ShouldBeTrue("docs/model.schema.json is out of date: run this test once with SCHEMAWRIGHT_ACCEPT=1");
    }

    [Fact]
    public void A_full_model_and_an_empty_one_fulfil_the_schema()
    {
        foreach (var run in new[] { SampleRun.Clinic, SampleRun.Empty })
        {
            JsonSchemaCheck.Problems(JsonNode.Parse(ModelFileSchema.Write())!, JsonNode.Parse(run.Files["model.json"])).ShouldBeEmpty();
        }
    }

    [Fact]
    public void A_model_with_a_wrong_type_a_missing_or_an_unknown_property_is_refused()
    {
        var model = JsonNode.Parse(SampleRun.Clinic.Files["model.json"])!.AsObject();
        model["formatVersion"] = "one";
        model.Remove("appName");
        model["surprise"] = 1;
        JsonSchemaCheck.Problems(JsonNode.Parse(ModelFileSchema.Write())!, model).Count().ShouldBe(3);
    }

    [Fact]
    public void Conditions_are_trees_with_a_discriminator_and_sql_is_text()
    {
        var model = JsonNode.Parse(SampleRun.Clinic.Files["model.json"])!;
        var checks = model["design"]!["tables"]!.AsArray().SelectMany(table => table!["checks"]!.AsArray()).ToArray();
        checks.ShouldNotBeEmpty();
        checks.ShouldAllBe(check => check!["condition"]!["node"] != null);
        model["schema"]!["tables"]!.AsArray().SelectMany(table => table!["checks"]!.AsArray()).ShouldAllBe(check => check!["condition"]!.GetValueKind() == System.Text.Json.JsonValueKind.String);
    }

    [Fact]
    public void The_design_does_not_repeat_the_domain() =>
        JsonNode.Parse(SampleRun.Clinic.Files["model.json"])!["design"]!.AsObject().ContainsKey("domain").ShouldBeFalse();
}
