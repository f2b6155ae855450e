using Schemawright.Coverage;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Rendering;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Rendering;

public class CoverageFileTests
{
    private static readonly CoverageLedger Ledger = new(
    [
        Entry("A.md", 1, "rule", Fate.Enforced, "held", "check boats_length_positive"),
        Entry("A.md", 2, "rule", Fate.AnsweredElsewhere, "it sends a letter"),
        Entry("B.md", 7, "prose", Fate.Context, "prose"),
    ]);

    [Fact]
    public void The_totals_stand_at_the_top_and_add_up()
    {
        var text = CoverageFile.Render("Marina", Ledger);
        text.ShouldContain("| all | all | 1 | 0 | 1 | 1 | 0 | 3 |");
        text.ShouldContain("| A.md | rule | 1 | 0 | 1 | 0 | 0 | 2 |");
        text.IndexOf("## Totals", StringComparison.Ordinal).ShouldBeLessThan(text.IndexOf("## A.md", StringComparison.Ordinal));
    }

    [Fact]
    public void Each_statement_has_a_row_with_what_it_caused_or_why_nothing()
    {
        var text = CoverageFile.Render("Marina", Ledger);
        text.ShouldContain("| 1 | words of line 1 | rule | enforced | `check boats_length_positive` |");
        text.ShouldContain("| 2 | words of line 2 | rule | answered elsewhere | it sends a letter |");
    }

    private static LedgerEntry Entry(string document, int line, string @class, Fate fate, string reason, params string[] caused) =>
        new(new(document, line, 1, line, 20), $"words of line {line}", @class, fate, reason, [.. caused]);
}
