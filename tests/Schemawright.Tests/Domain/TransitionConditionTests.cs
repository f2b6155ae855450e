using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Domain.Rules;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Domain;

/// <summary>What a transition asks of the parts is asked from the state it leads to, and never of a row that has just begun.</summary>
public class TransitionConditionTests
{
    private const string Documents =
        """
        # Voyages

        ## Data model

        ### Voyage
        - id: uuid
        - name: string (required)
        - status: enum (planned, manned, sailed)

        ### Sailor
        - id: uuid
        - voyage_id: uuid (FK -> Voyage, required)
        - name: string (required)
        - status: enum (asked, agreed)

        ### Voyage states

        | From | To | Condition |
        |------|----|-----------|
        | planned | manned | at least two sailors |
        | manned | sailed | at least one sailor agreed |
        """;

    [Fact]
    public void A_number_of_parts_is_asked_for_from_the_state_on_and_a_quality_of_theirs_is_no_bare_number()
    {
        var rules = Compiler.Compile([new InputDocument("PRD.md", Documents)], "voyages", new Findings()).Domain.Rules;
        var asked = rules.Select(rule => rule.Demand).OfType<AtLeast>().ShouldHaveSingleItem();
        asked.Count.ShouldBe(2);
        asked.States.ShouldContain("manned");
    }
}
