using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Domain;
using Schemawright.Domain.Rules;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Design;

/// <summary>Consent is recorded where it is asked for and not yet kept, and what needs it rests on it.</summary>
public class ConsentTests
{
    [Fact]
    public void A_consent_has_its_person_purpose_wording_and_end_and_only_one_holds_for_a_purpose()
    {
        var compilation = Compile("- Swimmers can give and withdraw consent for photo publication at any time");
        var table = compilation.Design.OfEntity("Consent").ShouldNotBeNull();
        table.Columns.Select(column => column.Name).ShouldContain("wording_version");
        table.Find("purpose")!.Type.Values.ShouldBe(["photo_publication"]);
        table.ForeignKeys.ShouldContain(key => key.ReferencedTable == "swimmers");
        table.Uniques.ShouldContain(unique => unique.Where != null && unique.Columns.Contains("purpose"));
    }

    [Fact]
    public void What_needs_consent_refers_to_one_that_holds_and_is_the_same_persons()
    {
        var compilation = Compile("- No picture is published without consent of the swimmer");
        var table = compilation.Design.OfEntity("Picture").ShouldNotBeNull();
        table.ForeignKeys.ShouldContain(key => key.ReferencedTable == "consents");
        table.RowRules.Count(rule => rule.Name.Contains("consent", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public void Erasure_and_handing_out_reach_it() =>
        Compile("- Swimmers can give consent for photo publication\n- GDPR: data export and deletion of swimmers on request").Design.DataSubjects.ShouldHaveSingleItem().Parts.Select(part => part.Table).ShouldContain("consents");

    [Fact]
    public void What_the_documents_keep_themselves_is_left_as_it_is()
    {
        var compilation = Compile("- Swimmers can give consent for photo publication", "- photo_consent_at (timestamp)");
        compilation.Design.OfEntity("Consent").ShouldBeNull();
    }

    [Fact]
    public void Nothing_is_recorded_that_nobody_asks_for() => Compile("- Swimmers are sorted by name").Design.OfEntity("Consent").ShouldBeNull();

    internal static Compilation Compile(string demands, string attribute = "- nickname (string)") => Compiler.Compile(
        [
            new InputDocument("PRD.md",
                $"""
                # PRD: Lane Book

                ## Data Model

                ### Swimmer
                - id (uuid)
                - name (string, required)
                - email (email, required, unique)
                {attribute}

                ### Picture
                - id (uuid)
                - swimmer_id (uuid, references Swimmer, required)
                - title (string, required)
                """),
            new InputDocument("TECHNICAL_SPEC.md", $"# Technical Specification\n\n## Privacy\n\n{demands}\n"),
        ], "lane", new Findings());
}
