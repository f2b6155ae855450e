using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests.Traps;

/// <summary>Traps 2, 3, 13 and 17: names used twice, statements out of order, fragments, placeholders.</summary>
public class NameTraps(TrapProduct product)
{
    [Fact]
    public async Task Trap_2_one_constraint_name_in_every_table_fails_at_the_second_table()
    {
        await using var trap = await product.EmptyAsync();
        await trap.AcceptsAsync("CREATE TABLE kilns (name text, CONSTRAINT uk_name UNIQUE (name))");
        await trap.RefusesAsync("CREATE TABLE glazes (name text, CONSTRAINT uk_name UNIQUE (name))", "42P07");

        await using var ours = await product.OursAsync();
        var names = await ours.ListAsync(
            """
            SELECT conname::text FROM pg_constraint JOIN pg_namespace ON pg_namespace.oid = connamespace WHERE nspname = 'app' AND conparentid = 0
            UNION ALL SELECT relname::text FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace WHERE nspname = 'app' AND relkind = 'i' AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = pg_class.oid)
            """);
        names.Count.ShouldBeGreaterThan(40);
        names.Distinct(StringComparer.Ordinal).Count().ShouldBe(names.Count);
        names.ShouldAllBe(name => System.Text.Encoding.UTF8.GetByteCount(name) <= 63);
    }

    [Fact]
    public async Task Trap_3_references_and_triggers_before_what_they_name_are_refused()
    {
        await using var trap = await product.EmptyAsync();
        await trap.RefusesAsync("CREATE TABLE orders (potter_id integer REFERENCES potters (id))", "42P01");
        await trap.AcceptsAsync("CREATE TABLE orders (id integer)");
        await trap.RefusesAsync("CREATE TRIGGER touch BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch_row()", "42883");

        // The product is deployed on an empty server statement by statement, in the order of its files, or no test of the traps would run.
        await using var ours = await product.OursAsync();
        await ours.AnswersAsync("SELECT count(*)::text FROM pg_constraint WHERE NOT convalidated", "0");
        await ours.AnswersAsync("SELECT (count(*) > 40)::text FROM pg_trigger WHERE tgenabled = 'O' AND NOT tgisinternal", "true");
    }

    [Theory]
    [InlineData("FOREIGN KEY (potter_id) REFERENCES potters (id)")]
    [InlineData("CONSTRAINT chk_price CHECK (price >= 0)")]
    [InlineData("CREATE TABLE orders (...)")]
    public async Task Trap_13_a_fragment_is_no_statement(string fragment)
    {
        await using var trap = await product.EmptyAsync();
        await trap.RefusesAsync(fragment, "42601");
    }

    [Fact]
    public async Task Trap_13_every_statement_of_our_document_runs()
    {
        var report = await Prover.ProveAsync(
            await product.ClusterAsync(), product.Compilation, new ProofOptions(Only: [nameof(Obligations.TheDocumentsSqlRuns)]), new Progress<ProofEvent>(), "", TestContext.Current.CancellationToken);
        report.Obligations.Single().Vectors.Where(vector => vector.Verdict != Verdict.Proved).Select(vector => $"{vector.Subject}: {vector.Answer}").ShouldBeEmpty();
    }
}
