using Schemawright.Proof.Obligations;
using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests;

/// <summary>The sound product: every claim is proved.</summary>
public class ProvedTests(SampleProduct product) : IClassFixture<SampleProduct>
{
    public static TheoryData<string> Claims => [.. ObligationList.All.Select(ObligationList.NameOf)];

    [Theory]
    [MemberData(nameof(Claims))]
    public async Task Every_claim_about_a_sound_product_is_proved(string claim)
    {
        var result = await product.ProveAsync(claim);
        result.Vectors.Where(vector => vector.Verdict is Verdict.Refuted or Verdict.CouldNotVerify).Select(vector => $"{vector.Subject}: {vector.Attempt}: {vector.Answer}").ShouldBeEmpty();
        result.Verdict.ShouldBe(Verdict.Proved, result.Reason);
    }

    [Fact]
    public async Task Two_runs_give_the_same_report()
    {
        var first = await product.ProveAsync(nameof(RulesAcceptAndRefuse));
        var second = await product.ProveAsync(nameof(RulesAcceptAndRefuse));
        second.ShouldBe(first);
    }
}
