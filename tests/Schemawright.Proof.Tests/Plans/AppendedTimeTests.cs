using System.Globalization;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Proof.Tests.Traps;
using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests.Plans;

/// <summary>A stretch of time among rows that are only ever added is found by summaries of page ranges; elsewhere a B-tree finds it.</summary>
public sealed class AppendedTimeTests
{
    [Fact]
    public async Task A_stretch_of_time_is_found_in_a_thousandth_of_the_bytes()
    {
        var compilation = Compile("- Knocks are append-only.", "- 20,000,000 knocks per year");
        var index = compilation.Schema.Find("knocks")!.Indexes.Single(index => index.Columns[0].Text == "heard_at");
        (index.Method, index.Columns.Count).ShouldBe(("brin", 1));
        await using var deployed = await Deployed.OfAsync(compilation);
        var session = deployed.Session;
        await session.AcceptsAsync(
            """
            SET session_replication_role = replica;
            INSERT INTO app.doors (id, name) VALUES (md5('d')::uuid, 'North');
            INSERT INTO app.knocks (door_id, heard_at, force) SELECT md5('d')::uuid, now() - interval '1 minute' * (300000 - g), g % 9 FROM generate_series(1, 300000) AS g;
            SET session_replication_role = origin;
            CREATE INDEX usual ON app.knocks (heard_at)
            """);
        await session.AcceptsAsync("VACUUM ANALYZE app.knocks");
        var ratio = await session.AskAsync("SELECT (sum(pg_relation_size(c.oid)) FILTER (WHERE amname = 'btree') / sum(pg_relation_size(c.oid)) FILTER (WHERE amname = 'brin'))::text FROM pg_class AS c JOIN pg_index ON indexrelid = c.oid JOIN pg_am ON pg_am.oid = relam JOIN pg_attribute ON attrelid = indrelid AND attnum = indkey[0] WHERE attname = 'heard_at' AND relkind = 'i'");
        double.Parse(ratio!, CultureInfo.InvariantCulture).ShouldBeGreaterThan(50); // partitions of few pages each; whole tables differ by a thousand;
        await session.AcceptsAsync("DROP INDEX app.usual");
        (await session.ListAsync("EXPLAIN (COSTS OFF) SELECT count(*) FROM app.knocks WHERE heard_at >= now() - interval '3 days' AND heard_at < now() - interval '2 days'"))
            .ShouldContain(line => line.Contains("Bitmap Index Scan on ", StringComparison.Ordinal) && line.Contains("heard_at", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("- The force of a knock may be corrected.", "- 20,000,000 knocks per year")]
    [InlineData("- Knocks are append-only.", "- 20,000 knocks per year")]
    public void Rows_that_change_and_few_rows_are_found_by_a_tree(string rule, string scale) =>
        Compile(rule, scale).Schema.Find("knocks")!.Indexes.ShouldAllBe(index => index.Method == "btree");

    private static Compilation Compile(string rule, string scale) => Compiler.Compile(
    [
        new InputDocument("PRD.md",
            """
            # Knocker

            ## Data model

            ### Door
            - id (uuid)
            - name (text, required)

            ### Knock
            - id (uuid)
            - door_id (uuid, references Door, required)
            - heard_at (timestamp, required)
            - force (integer, required)

            ## Queries

            - Knocks are filtered by date range
            """),
        new InputDocument("BUSINESS_RULES.md", $"# Rules\n\n{rule}\n"),
        new InputDocument("SCALE.md", $"# Scale\n\n- 500 doors\n{scale}\n"),
    ], "knocker", new Findings());
}
