using Schemawright.Diagnostics;
using Schemawright.Documents;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Design;

/// <summary>An index carries what a list shows where the table is large and the columns are narrow and seldom changed, and nowhere else.</summary>
public class CoveredListTests
{
    private const string Large = "- 100,000 sailors\n- 20,000,000 tolls";

    [Theory]
    [InlineData("List tolls of a sailor by issue date, showing number and total", "tolls_sailor_id_issued_on_idx", "number,total")]
    [InlineData("List tolls by sailor (shows the total)", "tolls_sailor_id_idx", "total")]
    [InlineData("The toll list shows number, total and issue date\n- List tolls by sailor", "tolls_sailor_id_idx", "number,total,issued_on")]
    public void What_a_list_shows_is_carried_along(string query, string index, string carried)
    {
        var compilation = Compile(query, Large);
        compilation.Schema.Find("tolls")!.Indexes.Single(known => known.Name.Text == index).Include.Select(column => column.Text).ShouldBe(carried.Split(','));
        compilation.Design.Decisions.Single(decision => decision.Id == $"D06-{index}").Reason.ShouldContain("carried along");
    }

    [Theory]
    [InlineData("List tolls of a sailor by issue date, showing number and total", "- 100 sailors\n- 2,000 tolls")]
    [InlineData("List tolls of a sailor by issue date, showing number and status", Large)]
    [InlineData("List tolls of a sailor by issue date, showing number and remark", Large)]
    [InlineData("List tolls of a sailor by issue date, showing number and mood", Large)]
    [InlineData("List tolls of a sailor by issue date", Large)]
    [InlineData("Find a sailor by email, showing the name", Large)]
    public void Small_tables_changing_long_and_unknown_columns_and_single_rows_are_read_from_the_table(string query, string scale) =>
        Compile(query, scale).Schema.Tables.SelectMany(table => table.Indexes).ShouldAllBe(index => index.Include.Count == 0);

    [Fact]
    public void What_is_shown_is_not_what_is_looked_by()
    {
        var path = Compile("List tolls of a sailor by issue date, showing number and total", Large).Domain.AccessPaths.ShouldHaveSingleItem();
        path.Equality.ShouldBe(["sailor"]);
        (path.Range, path.OrderBy).ShouldBe(("issued_on", null));
        path.Shown.ShouldBe(["number", "total"]);
    }

    internal static Compilation Compile(string query, string scale) => Compiler.Compile(
    [
        new InputDocument("PRD.md",
            $"""
            # Tollgate

            ### Sailor
            - id (uuid)
            - name (text, required)
            - email (email, required, unique)

            ### Toll
            - id (uuid)
            - sailor_id (uuid, references Sailor, required)
            - number (integer, required, unique)
            - status: enum (open, paid, void) - required
            - total (money, required)
            - issued_on (date, required)
            - remark (long text)

            ### Toll State Machine
            open -> paid
            open -> void

            **Queries**:
            - {query}
            """),
        new InputDocument("SCALE_REQUIREMENTS.md", $"# Scale\n\n{scale}\n"),
    ], "tollgate", new Findings());
}
