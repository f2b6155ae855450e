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
}
