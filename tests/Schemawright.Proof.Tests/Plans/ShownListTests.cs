using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Proof.Tests.Traps;
using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests.Plans;

/// <summary>A list whose columns the documents name is shown from its index; the table is not read.</summary>
public sealed class ShownListTests
{
    private const string Documents =
        """
        # Tollgate

        ### Sailor
        - id (uuid)
        - name (text, required)

        ### Toll
        - id (uuid)
        - sailor_id (uuid, references Sailor, required)
        - number (integer, required)
        - total (money, required)
        - issued_on (date, required)
        - remark (text)

        **Queries**:
        - List tolls of a sailor by issue date, showing number and total
        - List tolls by sailor
        """;

    [Fact]
    public async Task A_list_is_shown_from_its_index_alone_once_the_table_was_vacuumed()
    {
        var compilation = Compiler.Compile([new InputDocument("PRD.md", Documents), new InputDocument("SCALE.md", "# Scale\n\n- 5,000 sailors\n- 2,000,000 tolls\n")], "tollgate", new Findings());
        await using var deployed = await Deployed.OfAsync(compilation);
        var session = deployed.Session;
        await session.AcceptsAsync(
            """
            SET session_replication_role = replica;
            INSERT INTO app.sailors (id, name) SELECT md5('s' || g)::uuid, 'Sailor ' || g FROM generate_series(1, 200) AS g;
            INSERT INTO app.tolls (sailor_id, number, total, issued_on, remark)
            SELECT md5('s' || (1 + (g * 7919) % 200))::uuid, g, g % 100, DATE '2030-01-01' + g % 900, repeat('dry ', 20) FROM generate_series(1, 40000) AS g;
            SET session_replication_role = origin
            """);
        var plan = new List<string>();
        for (var turn = 0; turn < 20 && !plan.Exists(line => line.Contains("Heap Fetches: 0", StringComparison.Ordinal)); turn++)
        {
            // The server commits without waiting for its disk; until the commit is there, a page does not count as seen by all.
            await Task.Delay(TimeSpan.FromMilliseconds(200 * turn), TestContext.Current.CancellationToken);
            await session.AcceptsAsync("VACUUM ANALYZE app.tolls");
            plan = [.. await session.ListAsync("EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF) SELECT number, total FROM app.tolls WHERE sailor_id = md5('s5')::uuid AND issued_on >= '2031-01-01' ORDER BY issued_on LIMIT 50")];
        }

        plan.ShouldContain(line => line.Contains("Index Only Scan using tolls_sailor_id_issued_on_idx", StringComparison.Ordinal), string.Join('\n', plan));
        plan.ShouldContain(line => line.Contains("Heap Fetches: 0", StringComparison.Ordinal), string.Join('\n', plan));
        // The reference is found by the same index; nothing became redundant.
        compilation.Schema.Find("tolls")!.Indexes.Select(index => index.Name.Text).ShouldBe(["tolls_sailor_id_issued_on_idx"]);
        await session.AcceptsAsync("SET session_replication_role = replica; DELETE FROM app.tolls; DELETE FROM app.sailors; SET session_replication_role = origin");
        await deployed.ProveAsync(compilation);
    }
}
