using Schemawright.Coverage;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Domain;
using Schemawright.Terms;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Domain;

/// <summary>A paragraph is one line of the file and many statements; what one of them says holds none of the others.</summary>
public class SentencesOfALineTests
{
    private const string Text = """
        # Requirements: Looms

        | Entity | Fields |
        |---|---|
        | Weaver | name, iban, grip (1-5) |
        | Loom | code, width |

        ## Rules

        The IBAN of a weaver is stored encrypted. Each loom belongs to exactly one weaver. A weaver must not lend a loom to an unlucky stranger.

        A loom is at rest when its weavers say so at 5 places.
        """;

    private readonly Compilation _compilation = Compiler.Compile([new InputDocument("PRD.md", Text)], "looms", new Findings());

    [Fact]
    public void A_prohibition_is_not_held_by_what_its_neighbours_say()
    {
        var entry = _compilation.Ledger.Entries.Single(entry => entry.Words.Contains("stranger", StringComparison.Ordinal));
        entry.Fate.ShouldBe(Fate.Unclear);
    }

    [Fact]
    public void What_is_said_of_data_and_was_not_placed_is_asked() =>
        _compilation.Ledger.Entries.Single(entry => entry.Words.Contains("at rest", StringComparison.Ordinal)).Fate.ShouldBe(Fate.Unclear);

    [Fact]
    public void What_figures_bound_is_a_number() =>
        _compilation.Domain.Entities.Single(entity => entity.Name == "Weaver").Find("grip")!.Type.Kind.ShouldBe(DataKind.Integer);

    [Fact]
    public void A_remark_that_demands_something_is_not_held_by_its_attribute()
    {
        const string text = """
            # Requirements: Looms

            ## Data

            ### Weaver

            | Field | Type | Remark |
            |---|---|---|
            | name | text | as on the door |
            | grip | integer | must please the warden |
            """;
        var ledger = Compiler.Compile([new InputDocument("PRD.md", text)], "looms", new Findings()).Ledger;
        ledger.Entries.Single(entry => entry.Words.Contains("warden", StringComparison.Ordinal)).Caused.ShouldContain(cause => cause.Contains("question", StringComparison.Ordinal));
        ledger.Entries.Single(entry => entry.Words.Contains("door", StringComparison.Ordinal)).Caused.ShouldNotContain(cause => cause.Contains("question", StringComparison.Ordinal));
    }
}
