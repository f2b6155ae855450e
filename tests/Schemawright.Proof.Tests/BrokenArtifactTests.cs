using Schemawright.Proof.Obligations;
using Schemawright.Rendering;
using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests;

/// <summary>Defects in the files themselves.</summary>
public class BrokenArtifactTests(SampleProduct product) : IClassFixture<SampleProduct>
{
    [Fact]
    public async Task A_migration_that_does_not_run_is_named_with_its_line()
    {
        var broken = With("db/migrations/", text => text + "\nCREATE TABEL x ();\n");
        var result = await product.ProveAsync(nameof(AppliesCleanly), compilation: broken);
        result.Verdict.ShouldBe(Verdict.Refuted);
        result.Vectors.ShouldContain(vector => vector.Answer.Contains(".sql:", StringComparison.Ordinal) && vector.Answer.Contains("42601", StringComparison.Ordinal));
        (await product.ProveAsync(nameof(NoDrift), compilation: broken)).Verdict.ShouldBe(Verdict.CouldNotVerify);
    }

    [Fact]
    public async Task A_command_only_psql_understands_is_refused()
    {
        var result = await product.ProveAsync(nameof(AppliesCleanly), compilation: With("db/migrations/", text => text + "\n\\echo done\n"));
        result.Verdict.ShouldBe(Verdict.Refuted);
    }

    [Fact]
    public async Task A_seed_that_adds_rows_each_time_is_refused()
    {
        var greedy = With("db/seeds/", text => text + "\nINSERT INTO app.vaccines (code) VALUES (gen_random_uuid()::text);\n");
        (await product.ProveAsync(nameof(SeedsAreRepeatable), compilation: greedy)).Verdict.ShouldBe(Verdict.Refuted);
    }

    [Fact]
    public async Task A_document_whose_SQL_differs_is_refused()
    {
        var loosened = With("DATA_MODEL.md", text => text.Replace("amount > 0", "amount > -1", StringComparison.Ordinal));
        (await product.ProveAsync(nameof(TheDocumentsSqlRuns), compilation: loosened)).Verdict.ShouldBe(Verdict.Refuted);
    }

    [Fact]
    public async Task A_dictionary_that_forgets_a_table_is_refused()
    {
        var forgetful = With("DATA_MODEL.md", text => text.Replace("| `rooms` |", "| `chambers` |", StringComparison.Ordinal));
        var result = await product.ProveAsync(nameof(DictionaryMatchesCatalogue), compilation: forgetful);
        result.Vectors.Where(vector => vector.Verdict == Verdict.Refuted).Select(vector => vector.Subject).Order(StringComparer.Ordinal).ShouldBe(["chambers", "rooms"], StringComparer.Ordinal);
    }

    /// <summary>The last file below a path is changed.</summary>
    private Compilation With(string path, Func<string, string> change)
    {
        var file = product.Compilation.Artifacts.Last(known => known.Path.StartsWith(path, StringComparison.Ordinal));
        var changed = file with { Text = change(file.Text) };
        changed.ShouldNotBe(file);
        return product.Compilation with { Artifacts = [.. product.Compilation.Artifacts.Select(known => known == file ? changed : known)] };
    }
}
