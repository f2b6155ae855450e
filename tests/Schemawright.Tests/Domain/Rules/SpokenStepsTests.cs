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
    public void Ways_between_states_are_read(string sentence, string expected) => Steps(sentence).ShouldBe(expected);

    [Theory]
    [InlineData("A lost bed can never be picked.")]
    [InlineData("Only a sown bed may be lost.")]
    [InlineData("Growing beds are watered every day.")]
    [InlineData("Seeds → compost → beds")]
    public void Other_sentences_tell_no_ways(string sentence) => Steps(sentence).ShouldBe("");

    private static string Steps(string sentence) =>
        string.Join(' ', new SpokenSteps(["sown", "growing", "picked", "lost", "laid_fallow"]).Read(Lexer.Read(sentence)).Select(step => $"{step.From}>{step.To}"));
}
