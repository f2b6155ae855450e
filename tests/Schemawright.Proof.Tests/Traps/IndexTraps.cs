using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Proof.Mutation;
using Schemawright.Tests.Design;
using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests.Traps;

/// <summary>Traps 8, 11 and 12: indexes that are missing, that repeat another, or that hide rows.</summary>
public class IndexTraps(TrapProduct product)
{
    private const string Orchards =
        """
        # Orchards

        The growers are tenants: each grower sees only its own rows.

        ## Data model

        ### Grower
        - id: uuid
        - name: string (required, unique)

        ### Tree
        - id: uuid
        - grower_id: uuid (FK -> Grower, required)
        - tag: string(20) (required, unique within the grower)
        - planted_on: date (required)
        - deleted_at: timestamp (optional)

        ### Pick
        - id: uuid
        - tree_id: uuid (FK -> Tree, required)
        - picked_on: date (required)
        - kilos: decimal(8,2) (required)

        ## Features

        - Trees are found by tag
        - Trees are listed by planted_on
        - The pick list shows kilos and can be filtered by date range or tree
        """;

    /// <summary>References whose columns begin no index.</summary>
    private const string Uncovered =
        """
        SELECT conname::text FROM pg_constraint
        WHERE contype = 'f' AND connamespace IN ('app'::regnamespace, 'public'::regnamespace) AND NOT EXISTS (
            SELECT FROM pg_index WHERE indrelid = conrelid AND indpred IS NULL
            AND (indkey::smallint[])[0:cardinality(conkey) - 1] @> conkey)
        """;

    /// <summary>Indexes whose columns begin another index of the same kind.</summary>
    private const string Repeated =
        """
        SELECT less.indexrelid::regclass::text FROM pg_index AS less JOIN pg_index AS other ON other.indrelid = less.indrelid AND other.indexrelid <> less.indexrelid
        JOIN pg_class AS one ON one.oid = less.indexrelid JOIN pg_class AS two ON two.oid = other.indexrelid AND two.relam = one.relam
        WHERE one.relnamespace IN ('app'::regnamespace, 'public'::regnamespace) AND NOT less.indisunique AND less.indpred IS NULL AND other.indpred IS NULL
          AND less.indexprs IS NULL AND other.indexprs IS NULL AND other.indkey::text || ' ' LIKE less.indkey::text || ' %'
        """;

    [Fact]
    public async Task Traps_8_and_12_a_junction_or_a_reference_without_an_index_of_its_own_is_scanned()
    {
        await using var trap = await product.EmptyAsync();
        await trap.AcceptsAsync(
            """
            CREATE SCHEMA app;
            CREATE TABLE firings (id integer PRIMARY KEY); CREATE TABLE glazes (id integer PRIMARY KEY);
            CREATE TABLE firing_glazes (firing_id integer CONSTRAINT of_firing REFERENCES firings, glaze_id integer CONSTRAINT of_glaze REFERENCES glazes, PRIMARY KEY (firing_id, glaze_id));
            INSERT INTO firings SELECT generate_series(1, 200); INSERT INTO glazes SELECT generate_series(1, 200);
            INSERT INTO firing_glazes SELECT f, g FROM generate_series(1, 200) AS f, generate_series(1, 200) AS g;
            ANALYZE
            """);
        (await trap.ListAsync(Uncovered)).ShouldBe(["of_glaze"]);
        (await trap.ListAsync("EXPLAIN (COSTS OFF) SELECT FROM firing_glazes WHERE glaze_id = 7")).ShouldContain("Seq Scan on firing_glazes");

        await using var ours = await product.OursAsync();
        (await ours.ListAsync(Uncovered)).ShouldBeEmpty();
        await ours.AnswersAsync("SELECT count(*)::text FROM pg_constraint WHERE contype = 'f' AND connamespace = 'app'::regnamespace AND conrelid = 'app.firing_glazes'::regclass", "3");
    }

    [Fact]
    public async Task Trap_11_an_index_that_repeats_the_key_serves_nothing()
    {
        await using var trap = await product.EmptyAsync();
        await trap.AcceptsAsync("CREATE SCHEMA app; CREATE TABLE orders (id integer PRIMARY KEY, status text); CREATE INDEX idx_orders_id ON orders (id)");
        (await trap.ListAsync(Repeated)).ShouldBe(["idx_orders_id"]);

        await using var ours = await product.OursAsync();
        (await ours.ListAsync(Repeated)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Trap_11_a_text_joined_with_a_missing_one_is_found_by_nobody()
    {
        await using var trap = await product.EmptyAsync();
        await trap.AcceptsAsync("CREATE TABLE glazes (name text, description text); INSERT INTO glazes VALUES ('Celadon', NULL)");
        await trap.AnswersAsync("SELECT count(*)::text FROM glazes WHERE to_tsvector('english', name || ' ' || description) @@ to_tsquery('celadon')", "0");

        await using var ours = await product.OursAsAsync("application");
        await ours.AnswersAsync("SELECT count(*)::text FROM app.glazes WHERE name ILIKE '%celadon%' AND description IS NULL", "1");
    }

    [Fact]
    public async Task Trap_12_an_index_on_every_structure_costs_every_write_and_ours_index_none_that_nothing_searches()
    {
        const string structures = "SELECT count(*)::text FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY (indkey::smallint[]) JOIN pg_class ON pg_class.oid = indexrelid WHERE atttypid = 'jsonb'::regtype AND relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname IN ('app', 'public'))";
        await using var trap = await product.EmptyAsync();
        await trap.AcceptsAsync("CREATE TABLE kilns (settings jsonb); CREATE INDEX ON kilns USING gin (settings)");
        await trap.AnswersAsync(structures, "1");

        await using var ours = await product.OursAsync();
        await ours.AnswersAsync("SELECT count(*)::text FROM pg_attribute WHERE attrelid = 'app.kilns'::regclass AND atttypid = 'jsonb'::regtype", "1");
        await ours.AnswersAsync(structures, "0");
    }

    [Fact]
    public async Task A_total_over_many_parts_reads_an_index_that_carries_the_amounts_and_whoever_takes_them_out_is_noticed()
    {
        var compilation = BeaverProduct.Compile("- 100 pools\n- 400,000 payouts per year");
        await using var deployed = await Deployed.OfAsync(compilation);
        await deployed.ProveAsync(compilation);
        var report = await Prover.ProveAsync(deployed.Cluster, compilation, new ProofOptions(Only: ["payouts"]) { Mutate = true }, new Progress<ProofEvent>(), "", TestContext.Current.CancellationToken);
        report.Mutation!.Mutants.Single(mutant => mutant.What == "made to carry nothing along").Fate.ShouldBe(MutantFate.Noticed);
    }

    [Fact]
    public async Task Trap_11_a_look_up_that_a_key_of_live_rows_serves_has_no_index_of_its_own()
    {
        var compilation = Compiler.Compile([new InputDocument("PRD.md", Orchards), new InputDocument("SCALE_REQUIREMENTS.md", "# Scale\n\n- 100 growers\n- 200,000 trees\n- 400,000 picks per year\n")], "orchards", new Findings());
        var (trees, picks) = (compilation.Schema.Find("trees")!, compilation.Schema.Find("picks")!);
        trees.Indexes.Select(index => index.Name.Text).ShouldBe(["trees_grower_id_tag_key", "trees_planted_on_idx"], ignoreOrder: true);
        trees.Indexes.Single(index => !index.Unique).Where!.ToString().ShouldBe("(deleted_at IS NULL)", "what is listed is live");
        trees.Served.Single(path => path.Purpose.Contains("tag", StringComparison.Ordinal)).Name.Text.ShouldBe("trees_grower_id_tag_key");
        picks.Indexes.Select(index => index.Name.Text).ShouldBe(["picks_tree_id_picked_on_idx"]);
        picks.Served.ShouldContain(path => path.Purpose.Contains("rows by tree", StringComparison.Ordinal) && path.Name.Text == "picks_tree_id_picked_on_idx");

        await using var deployed = await Deployed.OfAsync(compilation);
        await deployed.Session.AcceptsAsync(
            """
            INSERT INTO app.growers (id, name) VALUES (md5('g')::uuid, 'Gala');
            INSERT INTO app.trees (grower_id, tag, planted_on, deleted_at) SELECT md5('g')::uuid, 'T' || g % 15000, date '2020-01-01' + g % 900, CASE WHEN g >= 15000 THEN now() END FROM generate_series(1, 20000) AS g;
            ANALYZE app.trees
            """);
        const string live = "EXPLAIN (COSTS OFF) SELECT * FROM app.trees WHERE grower_id = md5('g')::uuid AND tag = 'T77' AND deleted_at IS NULL";
        (await deployed.Session.ListAsync(live)).ShouldContain(line => line.Contains("Index Scan using trees_grower_id_tag_key", StringComparison.Ordinal));
        // The usual form keeps a second index beside the key: the plan never names it.
        await deployed.Session.AcceptsAsync("CREATE INDEX trees_tag_idx ON app.trees (grower_id, tag); ANALYZE app.trees");
        (await deployed.Session.ListAsync(live)).ShouldNotContain(line => line.Contains("trees_tag_idx", StringComparison.Ordinal));
        await deployed.Session.AcceptsAsync("DROP INDEX app.trees_tag_idx; SET session_replication_role = replica; DELETE FROM app.trees; DELETE FROM app.growers; SET session_replication_role = origin");
        await deployed.ProveAsync(compilation);
    }
}
