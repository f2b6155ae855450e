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

    [Fact]
    public void Arrows_in_a_sentence_give_a_status_without_values_its_states()
    {
        var said = new Said().Table("boats", Sql("boats.name"), Sql("boats.status")).Rule("How a boat moves: ordered → in build → afloat, with the detour in build ↔ on hold. From ordered it can be cancelled.");
        var machine = said.Build().StateMachines.ShouldHaveSingleItem();
        machine.States.Select(state => state.Name).ShouldBe(["ordered", "in_build", "afloat", "on_hold", "cancelled"]);
        machine.Transitions.Count.ShouldBe(5);
    }

    [Fact]
    public void The_way_of_a_parcel_through_places_is_no_state_of_it()
    {
        new Said().Table("boats", Sql("boats.name"), Sql("boats.flag")).Rule("The way of a boat: yard → river → harbour.").Build().StateMachines.ShouldBeEmpty();
    }

    [Fact]
    public void States_of_a_place_that_names_two_things_belong_to_the_one_whose_status_has_no_values()
    {
        var said = new Said().Table("boats", Sql("boats.name"), Sql("boats.status")).Table("crews", Sql("crews.name"), Sql("crews.flag")).Machine("Boats and crews", "ordered>afloat", "afloat>sold");
        said.Build().StateMachines.ShouldHaveSingleItem().Entity.ShouldBe("Boat");
    }

    [Fact]
    public void As_long_as_a_sentence_about_the_states_is_not_understood_there_is_no_machine()
    {
        var said = new Said().Table("boats", Sql("boats.name"), Sql("boats.status", DataKind.Enumeration, true, null, "ordered", "afloat", "moored", "sold"))
            .Rule("Ordered boats become afloat.").Rule("Afloat and moored boats can be sold.").Rule("From time to time an afloat boat is moored by the harbour master or afloat again.");
        said.Build().StateMachines.ShouldBeEmpty();
        said.Asked(ClarificationReason.Unclear).ShouldContain(question => question.Question.Contains("Which ways"));
    }

    [Fact]
    public void A_flag_beside_a_state_that_says_the_same_is_asked_about()
    {
        var said = new Said().Table("boats", Sql("boats.name"), Sql("boats.is_active", DataKind.Boolean), Sql("boats.status", DataKind.Enumeration, true, null, "active", "laid_up"));
        said.Build();
        said.Asked(ClarificationReason.Contradiction).ShouldHaveSingleItem().Question.ShouldContain("is_active and status");
    }

    [Fact]
    public void A_flag_beside_a_state_of_another_kind_is_not_asked_about()
    {
        var said = new Said().Table("boats", Sql("boats.name"), Sql("boats.is_active", DataKind.Boolean), Sql("boats.status", DataKind.Enumeration, true, null, "afloat", "laid_up"));
        said.Build();
        said.Asked(ClarificationReason.Contradiction).ShouldBeEmpty();
    }
}
