using System.Text.Json.Nodes;
using Schemawright.Proof.Mutation;
using Schemawright.Tests;
using Schemawright.Tests.Rendering;
using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests;

/// <summary>Defects built in one at a time, and what notices them.</summary>
public class MutationTests(SampleProduct product) : IClassFixture<SampleProduct>
{
    [Fact]
    public async Task Every_defect_of_a_table_is_noticed_or_explained()
    {
        var report = await product.ProveAsync(new ProofOptions(Only: ["invoices"]) { Mutate = true });
        var mutation = report.Mutation.ShouldNotBeNull();
        mutation.Made.ShouldBeGreaterThan(60);
        mutation.Score.ShouldBeGreaterThanOrEqualTo(MutationReport.Bar);
        mutation.Mutants.Where(mutant => mutant.Fate == MutantFate.Noticed).ShouldAllBe(mutant => mutant.Words.Length > 0);
        mutation.Survivors.Where(mutant => mutant.Words.Length == 0).Select(mutant => $"{mutant.Kind} {mutant.Object} {mutant.What}").ShouldBeEmpty();
        var schema = JsonNode.Parse(await File.ReadAllTextAsync(Repository.PathOf("docs", "proof.schema.json"), TestContext.Current.CancellationToken))!;
        JsonSchemaCheck.Problems(schema, JsonNode.Parse(ProofDocuments.Render(report, product.Compilation).Single(file => file.Path == "proof.json").Text)!).ShouldBeEmpty();
        ProofDocuments.Render(report).Single(file => file.Path == "proof.md").Text.ShouldContain("## Defects built in: ");
    }

    [Fact]
    public void Each_constraint_policy_trigger_grant_and_index_gets_a_defect()
    {
        var schema = product.Compilation.Schema;
        var mutants = MutantList.Of(product.Compilation);
        mutants.Select(mutant => mutant.Kind).Distinct().Order(StringComparer.Ordinal).ShouldBe(["check", "exclusion", "foreign key", "grant", "index", "not null", "policy", "rule", "trigger", "unique"], StringComparer.Ordinal);
        mutants.Count(mutant => mutant.Kind == "trigger").ShouldBe(schema.Triggers.Count);
        mutants.Count(mutant => mutant.Kind == "exclusion").ShouldBe(schema.Tables.Sum(table => table.Exclusions.Count));
        mutants.Count(mutant => mutant.Kind == "policy").ShouldBeGreaterThan(schema.Policies.Count);
        mutants.Where(mutant => mutant.Kind == "index").Select(mutant => mutant.Subject).ShouldBe(schema.Tables.SelectMany(table => table.Indexes.Select(index => $"{table.Name.Name.Text}.{index.Name.Text}")));
        mutants.Where(mutant => mutant.Kind != "rule").ShouldAllBe(mutant => mutant.Sql.Value.Count > 0);
        mutants.ShouldAllBe(mutant => mutant.Looks.Count > 0);
    }

    [Theory]
    [InlineData(3, 3, 0, 100.0, true)]
    [InlineData(19, 20, 4, 95.0, true)]
    [InlineData(18, 20, 0, 90.0, false)]
    [InlineData(0, 0, 2, 0.0, false)]
    public void The_score_counts_what_could_be_built_in(int noticed, int made, int notMade, double score, bool isEnough)
    {
        var fates = Enumerable.Repeat(MutantFate.Noticed, noticed).Concat(Enumerable.Repeat(MutantFate.Survived, made - noticed)).Concat(Enumerable.Repeat(MutantFate.NotMade, notMade));
        var report = new MutationReport([.. fates.Select(fate => new MutantResult("check", "t.c", "dropped", fate, ""))]);
        report.Score.ShouldBe((decimal)score);
        report.IsEnough.ShouldBe(isEnough);
    }
}
