using Schemawright.Domain.Rules;
using Schemawright.Domain.Rules.Clauses;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Domain.Rules;

/// <summary>Sentences that tell ways between the states of a list.</summary>
public sealed class SpokenStepsTests
{
    [Theory]
    [InlineData("sown → growing → picked", "sown>growing growing>picked")]
    [InlineData("A bed goes sown → growing → picked; it can be lost at any time before it is picked.", "sown>growing growing>picked growing>lost sown>lost")]
    [InlineData("Beds move from sown to growing, then to picked and finally to laid fallow.", "sown>growing growing>picked picked>laid_fallow")]
    [InlineData("A sown or growing bed may be lost. A picked bed may become laid fallow.", "sown>lost growing>lost picked>laid_fallow")]
    [InlineData("A bed must pass through these stages in order: sown, growing, picked.", "sown>growing growing>picked")]
    [InlineData("It may be lost from any stage except laid fallow.", "sown>lost growing>lost picked>lost")]
    [InlineData("Sown beds go to growing; from there they are picked or lost; picked beds are laid fallow.", "sown>growing growing>picked growing>lost picked>laid_fallow")]
    [InlineData("The life of a bed is: sown → growing → picked, or sown → lost.", "sown>growing growing>picked sown>lost")]
    [InlineData("sown, growing → lost", "sown>lost growing>lost")]
    [InlineData("A bed begins as sown. Sown beds are either growing or lost.", "sown>growing sown>lost")]
    [InlineData("From sown it goes to growing, and from growing to picked.", "sown>growing growing>picked")]
    [InlineData("From sown or growing it can be lost.", "sown>lost growing>lost")]
    [InlineData("A sown bed becomes growing when the rain comes; until then it can also be lost.", "sown>growing sown>lost")]
    [InlineData("It starts as sown and is growing; after the harvest it becomes picked, otherwise it is lost.", "sown>growing growing>picked growing>lost")]
    [InlineData("Both sown and growing beds can be lost. Picked and lost beds stay as they are.", "sown>lost growing>lost")]
    [InlineData("sown → growing → picked, with the detour growing ↔ lost. Picked is final.", "sown>growing growing>picked lost>growing growing>lost")]
    [InlineData("A sown bed grows and is then picked.", "sown>growing growing>picked")]
    [InlineData("Picked can go back to growing, but only in the first two days after it was weighed.", "picked>growing")]
    [InlineData("There is no way back from picked or lost.", "")]
    public void Ways_between_states_are_read(string sentence, string expected) => Steps(sentence).ShouldBe(expected);

    [Fact]
    public void A_sentence_goes_on_from_the_one_before()
    {
        var steps = new SpokenSteps(["sown", "growing", "picked", "lost", "laid_fallow"]);
        steps.Read(Lexer.Read("A sown bed is growing and then picked."));
        steps.Read(Lexer.Read("It may be lost at any time before it is picked.")).Select(step => step.From).ShouldBe(["growing", "sown"]);
    }

    [Fact]
    public void What_else_a_way_demands_is_kept_for_a_question()
    {
        var steps = new SpokenSteps(["sown", "growing", "picked", "lost", "laid_fallow"]);
        steps.Read(Lexer.Read("Picked can go back to growing, but only in the first two days after it was weighed."));
        steps.Conditions.ShouldHaveSingleItem();
        steps.Read(Lexer.Read("A sown bed is growing when the rain comes."));
        steps.Conditions.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("A sown bed is a place where growing plants are picked.")]
    [InlineData("A growing bed has at least one label.")]
    [InlineData("A lost bed can never be picked.")]
    [InlineData("Only a sown bed may be lost.")]
    [InlineData("Growing beds are watered every day.")]
    [InlineData("Seeds → compost → beds")]
    public void Other_sentences_tell_no_ways(string sentence) => Steps(sentence).ShouldBe("");

    private static string Steps(string sentence) =>
        string.Join(' ', new SpokenSteps(["sown", "growing", "picked", "lost", "laid_fallow"]).Read(Lexer.Read(sentence)).Select(step => $"{step.From}>{step.To}"));
}
