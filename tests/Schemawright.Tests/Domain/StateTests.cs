using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Terms;
using Shouldly;
using Xunit;
using static Schemawright.Tests.Domain.Said;

namespace Schemawright.Tests.Domain;

/// <summary>State machines win over lists of states, and both agree with defaults.</summary>
public class StateTests
{
    [Fact]
    public void The_states_of_a_machine_replace_a_shorter_list_and_the_difference_is_asked_about()
    {
        var said = new Said()
            .Table("boats", Sql("boats.name"), Sql("boats.status", DataKind.Enumeration, true, null, "ordered", "afloat"))
            .Machine("Boat", "[*]>Ordered", "Ordered>In Build", "InBuild>Afloat", "Afloat>Scrapped");
        var domain = said.Build();
        domain.Find("Boat")!.Find("status")!.ShouldSatisfyAllConditions(
            status => status.Type.Values.ShouldBe(["ordered", "in_build", "afloat", "scrapped"]),
            status => status.Default.ShouldBe(Literal.String("ordered")));
        var machine = domain.StateMachines.ShouldHaveSingleItem();
        machine.Initial.ShouldBe(["ordered"]);
        machine.States.Where(state => state.Terminal).Select(state => state.Name).ShouldBe(["scrapped"]);
        said.Asked(ClarificationReason.Contradiction).ShouldHaveSingleItem().Question.ShouldContain("the 4 values");
    }

    [Fact]
    public void A_machine_gives_an_entity_the_status_it_lacks()
    {
        var domain = new Said().Table("boats", Sql("boats.name"), Sql("boats.flag")).Machine("Boat", "draft>sold").Build();
        domain.Find("Boat")!.Find("status")!.Required.ShouldBeTrue();
    }

    [Fact]
    public void Values_without_transitions_make_no_machine()
    {
        var domain = new Said().Table("boats", Sql("boats.name"), Sql("boats.flag")).Machine("Boat", "Draft", "Published").Build();
        domain.StateMachines.ShouldBeEmpty();
        domain.Find("Boat")!.Find("status")!.Type.Values.ShouldBe(["draft", "published"]);
    }

    [Fact]
    public void States_of_something_that_is_not_stored_are_context()
    {
        var domain = new Said().Table("boats", Sql("boats.name"), Sql("boats.flag")).Machine("Release", "draft>live").Build();
        domain.StateMachines.ShouldBeEmpty();
        domain.Dispositions.ShouldHaveSingleItem().Fate.ShouldBe(Fate.Context);
    }
}
