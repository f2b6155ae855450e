using Schemawright.Proof.Obligations;
using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests;

/// <summary>A proof that cannot fail proves nothing: each defect is found by the claim it breaks.</summary>
public class MutantTests(SampleProduct product) : IClassFixture<SampleProduct>
{
    public static TheoryData<string> Claims => [.. ObligationList.All.Select(ObligationList.NameOf)];

    [Theory]
    [MemberData(nameof(Claims))]
    public void Every_claim_has_a_defect_that_breaks_it(string claim) => Mutants.Claims.ShouldContain(claim);

    [Theory]
    [MemberData(nameof(Mutants.InTheDatabase), MemberType = typeof(Mutants))]
    public async Task A_defect_is_found_by_the_claim_it_breaks(string claim, string sabotage) =>
        (await product.ProveAsync(claim, sabotage)).Verdict.ShouldBe(Verdict.Refuted);

    /// <summary>Roles are the server's, so the defect is taken back.</summary>
    [Fact]
    public async Task A_role_that_lets_the_application_become_the_owner_is_found()
    {
        var result = await product.ProveAsync(nameof(TenantsAreIsolated), "GRANT paw_ledger_owner TO paw_ledger_application");
        await product.ProveAsync(nameof(AppliesCleanly), "REVOKE paw_ledger_owner FROM paw_ledger_application");
        result.Vectors.Where(vector => vector.Verdict == Verdict.Refuted).ShouldContain(vector => vector.Subject == "paw_ledger_application" && vector.Attempt == "SET ROLE paw_ledger_owner");
    }

    [Theory]
    [MemberData(nameof(Mutants.OfARule), MemberType = typeof(Mutants))]
    public async Task A_rule_that_is_gone_or_loosened_is_named(string claim, string subject, string sabotage)
    {
        var result = await product.ProveAsync(claim, sabotage);
        result.Vectors.ShouldContain(vector => vector.Subject == subject && vector.Verdict == Verdict.Refuted, string.Join("\n", result.Vectors.Where(vector => vector.Subject == subject)));
    }

    [Theory]
    [MemberData(nameof(Mutants.InTheFiles), MemberType = typeof(Mutants))]
    public async Task A_file_that_does_harm_is_found_by_the_claim_it_breaks(string claim, string path, string line)
    {
        var broken = product.With(path, text => $"{text}\n{line}\n");
        (await product.ProveAsync(claim, compilation: broken)).Verdict.ShouldBe(Verdict.Refuted);
    }
}
