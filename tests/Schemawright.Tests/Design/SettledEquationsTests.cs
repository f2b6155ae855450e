using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Design;

/// <summary>Rows made up for development have the dates that a rule works out from others.</summary>
public class SettledEquationsTests
{
    [Theory]
    [InlineData("`tasting_ends_on` is `opened_on` plus 14 days while the barrel is tasting.", true)]
    [InlineData("`tasting_ends_on` is `opened_on` plus 2 months while the barrel is tasting.", false)]
    public void A_date_that_follows_from_another_is_worked_out(string rule, bool workedOut)
    {
        var design = Compiler.Compile(
            [
                new InputDocument("TECHNICAL_SPEC.md",
                    $"""
                    # Cellar

                    ## Data model

                    ### Barrel
                    - id: uuid
                    - status: enum - tasting, sealed
                    - opened_on: date (required)
                    - tasting_ends_on: date (required)

                    ## Business rules

                    - BR-01: {rule}
                    """),
            ], "cellar", new Findings()).Design;
        design.Find("barrels").ShouldNotBeNull().Checks.ShouldContain(check => check.Name.Contains("tasting_ends_on", StringComparison.Ordinal));
        var barrels = design.Seeds.FirstOrDefault(seed => seed.Table == "barrels");
        var (status, opened, ends) = (Place(barrels, "status"), Place(barrels, "opened_on"), Place(barrels, "tasting_ends_on"));
        var tasting = barrels?.Rows.Where(row => row[status].Text == "tasting").ToArray() ?? [];
        tasting.ShouldAllBe(row => DateTime.Parse(row[ends].Text, System.Globalization.CultureInfo.InvariantCulture) == DateTime.Parse(row[opened].Text, System.Globalization.CultureInfo.InvariantCulture).AddDays(14));
        (tasting.Length > 0).ShouldBe(workedOut);
    }

    private static int Place(SeedDesign? seed, string column) => seed is null ? -1 : seed.Columns.ToList().IndexOf(column);
}
