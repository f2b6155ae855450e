using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Domain;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Coverage;

/// <summary>A statement is enforced only when what enforces it keeps all of it: its figures, its limits, its exceptions.</summary>
public class HalfCarriedTests
{
    private const string Prd =
        """
        # Ferry line

        ### Captain
        - id (uuid)
        - name (text, required)

        ### Ship
        - id (uuid)
        - captain_id (uuid, references Captain, required)
        - name (text, required)
        - draught (decimal(6,2), required)
        - length (decimal(6,2), required)

        ### Fare
        - id (uuid)
        - ship_id (uuid, references Ship, required)
        - price (money, required)

        """;

    [Theory]
    [InlineData("The draught of a ship is at least 2 and at most 9.")]
    [InlineData("The price of a fare must be less than 400.")]
    [InlineData("A captain with ships cannot be deleted.")]
    public void What_is_kept_whole_is_enforced(string rule) =>
        OfRule(rule).Fate.ShouldBe(Fate.Enforced, rule);

    [Theory]
    [InlineData("## Permissions\n\n| Role | May |\n| --- | --- |\n| Purser | edit fares above EUR 250 |", "edit fares above EUR 250", "250")]
    [InlineData("## Rules\n\nOnly captains hand over ships.", "Only captains", "Only")]
    public void What_loses_a_figure_or_a_limit_on_the_way_is_asked_about(string text, string words, string lost)
    {
        var compilation = Compile(text);
        var entry = compilation.Ledger.Entries.First(entry => entry.Words.Contains(words, StringComparison.Ordinal));
        entry.Fate.ShouldBe(Fate.Unclear, entry.Reason);
        compilation.Clarifications.ShouldContain(question => question.Question.Contains(words, StringComparison.Ordinal), $"{entry.Reason} {lost}");
    }

    [Theory]
    [InlineData("Edit fares, lend them", Fate.Unclear)]
    [InlineData("Edit fares, delete them", Fate.Enforced)]
    public void A_deed_that_no_right_follows_from_is_asked_about(string deeds, Fate fate) =>
        Compile($"## Permissions\n\n| Action | Purser | Deckhand |\n| --- | --- | --- |\n| View ships | ✓ | ✓ |\n| {deeds} | ✓ | – |").Ledger.Entries.First(entry => entry.Words.Contains(deeds, StringComparison.Ordinal)).Fate.ShouldBe(fate);

    [Fact]
    public void An_answer_that_nothing_more_is_meant_leaves_it_enforced()
    {
        const string Text = "## Permissions\n\n| Role | May |\n| --- | --- |\n| Purser | edit fares above EUR 250 |";
        var question = Compile(Text).Clarifications.Single(question => question.Question.Contains("“250”", StringComparison.Ordinal) || question.Question.Contains("above EUR 250", StringComparison.Ordinal));
        var answered = Compiler.Compile([new InputDocument("PRD.md", Prd + Text), new InputDocument("ANSWERS.md", $"{question.Id}: 1\n")], "ferries", new Findings());
        answered.Ledger.Entries.First(entry => entry.Words.Contains("above EUR 250", StringComparison.Ordinal)).Fate.ShouldBe(Fate.Enforced);
    }

    private static Schemawright.Coverage.LedgerEntry OfRule(string rule) =>
        Compile($"## Business rules\n\n- {rule}\n").Ledger.Entries.Single(entry => entry.Words == rule);

    private static Compilation Compile(string text) => Compiler.Compile([new InputDocument("PRD.md", Prd + text)], "ferries", new Findings());
}
