using System.Text.RegularExpressions;
using Schemawright.Proof.Obligations;
using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests;

/// <summary>Defects in the files themselves.</summary>
public class BrokenArtifactTests(SampleProduct product) : IClassFixture<SampleProduct>
{
    [Fact]
    public async Task A_migration_that_does_not_run_is_named_with_its_line()
    {
        var broken = product.With("db/migrations/", text => text + "\nCREATE TABEL x ();\n");
        var result = await product.ProveAsync(nameof(AppliesCleanly), compilation: broken);
        result.Verdict.ShouldBe(Verdict.Refuted);
        result.Vectors.ShouldContain(vector => vector.Answer.Contains(".sql:", StringComparison.Ordinal) && vector.Answer.Contains("42601", StringComparison.Ordinal));
        (await product.ProveAsync(nameof(NoDrift), compilation: broken)).Verdict.ShouldBe(Verdict.CouldNotVerify);
    }

    [Fact]
    public async Task A_document_whose_SQL_differs_is_refused()
    {
        var loosened = product.With("DATA_MODEL.md", text => text.Replace("amount > 0", "amount > -1", StringComparison.Ordinal));
        (await product.ProveAsync(nameof(TheDocumentsSqlRuns), compilation: loosened)).Verdict.ShouldBe(Verdict.Refuted);
    }

    [Fact]
    public async Task A_dictionary_that_forgets_a_table_is_refused()
    {
        var forgetful = product.With("DATA_MODEL.md", text => text.Replace("| `rooms` |", "| `chambers` |", StringComparison.Ordinal));
        var result = await product.ProveAsync(nameof(DictionaryMatchesCatalogue), compilation: forgetful);
        result.Vectors.Where(vector => vector.Verdict == Verdict.Refuted).Select(vector => vector.Subject).Order(StringComparer.Ordinal).ShouldBe(["chambers", "rooms"], StringComparer.Ordinal);
    }

    /// <summary>The object, the sentence or decision that promises it, and what was tried with which row.</summary>
    [Theory]
    [InlineData(nameof(TenantsAreIsolated), "ALTER POLICY tenant_isolation ON app.rooms USING (true)", "rooms", "read another tenant's row as paw_ledger_application with another tenant", "1 rows reached: ")]
    [InlineData(nameof(TenantsAreIsolated), "ALTER VIEW app.owners_masked OWNER TO postgres", "app.owners_masked", "look for another tenant's rows as paw_ledger_application", "2 rows, such as (")]
    [InlineData(nameof(IndexesServeTheirQueries), "DROP INDEX app.pets_owner_id_idx", "pets.pets_owner_id_idx", "explain its query at 90,000 rows, spread evenly, as no document says otherwise", "through pets_file_number_key as paw_ledger_application")]
    [InlineData(nameof(IndexesServeTheirQueries), "DO $lost$ DECLARE part regclass; BEGIN FOR part IN SELECT inhrelid FROM pg_inherits WHERE inhparent = 'audit.activity_trails'::regclass LOOP EXECUTE format('DROP TABLE %s', part); END LOOP; END $lost$; DROP FUNCTION app.ensure_partitions", "activity_trails", "explain a query for one month of it", "0 partitions hold rows")]
    public async Task What_is_broken_is_named_with_its_sentence_its_object_and_the_row(string claim, string sabotage, string subject, string attempt, string answer)
    {
        var result = await product.ProveAsync(claim, sabotage);
        var told = result.Vectors.Where(vector => vector.Verdict is Verdict.Refuted or Verdict.CouldNotVerify).ToList();
        var found = told.FirstOrDefault(vector => vector.Subject == subject && vector.Attempt == attempt).ShouldNotBeNull(string.Join("\n", told));
        var namesTheRow = answer[^1] is ' ' or '(';
        found.Answer.ShouldMatch($"^{Regex.Escape(answer)}{(namesTheRow ? ".*[0-9a-f]{4}" : "$")}");
        found.Source.ShouldMatch("^(product[.]md:[0-9]+|decision D[0-9]+-)");
        result.Verdict.ShouldNotBe(Verdict.Proved);
    }

    [Fact]
    public async Task A_table_that_is_not_logged_is_named_by_the_recovery()
    {
        var unlogged = product.With("db/migrations/", text => text + "\nALTER TABLE app.pet_vaccines SET UNLOGGED;\n");
        var result = await product.ProveAsync(nameof(RecoveryBringsBackTheMoment), compilation: unlogged);
        result.Vectors.ShouldContain(vector => vector.Verdict == Verdict.Refuted && vector.Answer == "different: app.pet_vaccines");
    }
}
