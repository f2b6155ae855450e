using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Terms;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Design;

/// <summary>What the stated volume decides: the kind of a key, and when one server is too small.</summary>
public class VolumeChoiceTests
{
    [Fact]
    public void Many_rows_that_nobody_asks_for_one_by_one_get_a_number_as_key()
    {
        var design = Compile("- 40,000,000 pulses per year").Design;
        design.Find("pulses")!.Find("id")!.Type.Kind.ShouldBe(DataKind.Identity);
        var decision = design.Decisions.Single(decision => decision.Id == "D03-pulses-key");
        decision.Reason.ShouldContain("40,000,000 pulses per year");
        decision.Sources.ShouldContain(source => source.Document == "SCALE_REQUIREMENTS.md");
    }

    [Theory]
    [InlineData("- 400,000 pulses per year", "", "")]
    [InlineData("- 40,000,000 pulses per year", "- `GET /api/pulses/{id}` - Get one pulse", "")]
    [InlineData("- 40,000,000 pulses per year", "", "Pulses are deleted after 6 months.")]
    public void Few_rows_and_rows_an_interface_finds_or_age_removes_keep_a_uuid(string scale, string api, string rule) =>
        Compile(scale, api, rule).Design.Find("pulses")!.Find("id")!.Type.Kind.ShouldBe(DataKind.Uuid);

    [Fact]
    public void A_number_as_key_is_what_references_hold()
    {
        var compilation = Compile("- 40,000,000 pulses per year", further: "\n### Echo\n- id (uuid)\n- pulse_id (references Pulse, required)\n- delay (integer)\n");
        compilation.Schema.Find("echoes")!.Find("pulse_id")!.Type.ShouldBe("bigint");
        compilation.Schema.Find("pulses")!.Find("id")!.Identity.ShouldBeTrue();
    }

    [Fact]
    public void What_one_server_holds_is_not_spread()
    {
        var compilation = Compile("- 40,000,000 pulses per year");
        compilation.Design.Distribution.ShouldBeNull();
        compilation.Artifacts.ShouldNotContain(file => file.Path.EndsWith("citus.sql", StringComparison.Ordinal));
    }

    [Fact]
    public void What_outgrows_one_server_is_spread_by_tenant_and_what_is_lost_is_named()
    {
        var compilation = Compile("- 30,000,000,000 pulses per year", rule: "Each probe has a serial number that is unique across all observatories.");
        var plan = compilation.Design.Distribution.ShouldNotBeNull();
        plan.Tables[0].ShouldBe(new SpreadTable("observatories", "id"));
        plan.Tables.Skip(1).ShouldBe([new("probes", "observatory_id"), new("pulses", "observatory_id")]);
        var script = compilation.Artifacts.Single(file => file.Path == "db/operations/citus.sql").Text;
        script.ShouldContain("SELECT create_distributed_table('app.pulses', 'observatory_id', colocate_with => 'app.observatories');");
        script.IndexOf("'app.observatories', 'id'", StringComparison.Ordinal).ShouldBeLessThan(script.IndexOf("'app.probes'", StringComparison.Ordinal));
        compilation.Artifacts.Where(file => file.Path.StartsWith("db/migrations/", StringComparison.Ordinal)).ShouldAllBe(file => !file.Text.Contains("citus", StringComparison.Ordinal));
        compilation.Artifacts.Single(file => file.Path == "DATA_MODEL.md").Text.ShouldContain("db/operations/citus.sql");
    }

    [Fact]
    public void Without_tenants_nothing_cuts_the_rows_and_the_decision_says_so()
    {
        var design = Compile("- 30,000,000,000 pulses per year", security: "").Design;
        design.Distribution.ShouldBeNull();
        design.Decisions.Single(decision => decision.Id == "D10-distribution").Reason.ShouldContain("no column cuts the rows");
    }

    private static Compilation Compile(string scale, string api = "", string rule = "", string further = "", string security = "- Observatory-based isolation: a user never sees data of another observatory") => Compiler.Compile(
        [
            new InputDocument("PRD.md",
                $"""
                # PRD: Deep Ear

                ### Observatory
                - id (uuid)
                - name (string, required)

                ### Probe
                - id (uuid)
                - observatory_id (uuid, references Observatory)
                - serial_number (string, required)

                ### Pulse
                - probe_id (uuid, references Probe, required)
                - strength (integer, required)
                {further}
                """),
            new InputDocument("SCALE_REQUIREMENTS.md", $"# Scale Requirements\n\n{scale}\n"),
            new InputDocument("TECHNICAL_SPEC.md", $"# Technical Specification\n\n## API\n\n- `GET /api/probes` - List probes\n{api}\n\n## Security\n\n{security}\n"),
            new InputDocument("BUSINESS_RULES.md", $"# Business Rules\n\n- {(rule.Length > 0 ? rule : "A probe has a serial number.")}\n"),
        ], "ear", new Findings());
}
