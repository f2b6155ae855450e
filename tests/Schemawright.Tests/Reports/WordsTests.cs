using System.Text.Json.Serialization;
using Schemawright.Domain.Rules;
using Schemawright.Reports;
using Schemawright.Terms;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Reports;

/// <summary>Rules and conditions in plain words.</summary>
public class WordsTests
{
    [Theory]
    [InlineData(typeof(Demand), "RuleWords.cs")]
    [InlineData(typeof(Expr), "ExprWords.cs")]
    public void Every_kind_of_demand_and_condition_has_words(Type family, string file)
    {
        var source = File.ReadAllText(Repository.PathOf("src", "Schemawright", "Reports", file));
        var kinds = family.GetCustomAttributes(typeof(JsonDerivedTypeAttribute), inherit: false).Cast<JsonDerivedTypeAttribute>().Select(known => known.DerivedType.Name).ToList();
        kinds.ShouldNotBeEmpty();
        kinds.Where(kind => !source.Contains($" {kind} ", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void A_condition_reads_as_a_sentence()
    {
        var condition = new Implies(
            new Compare(CompareOp.Equal, Ref.To("status"), Literal.String("sold")),
            new And([new IsPresent(Ref.To("buyer")), new Compare(CompareOp.GreaterOrEqual, Ref.To("price"), new Arithmetic(ArithmeticOp.Add, Ref.To("cost"), Literal.Number(5)))]));
        ExprWords.Of(condition).ShouldBe("if status is “sold”, then buyer is given and price is at least cost plus 5");
    }

    [Fact]
    public void A_rule_says_when_it_holds() =>
        RuleWords.Of(new Rule("R1", "x", "Lot", new RuleTrigger(TriggerKind.OnEnter, ["status"], ["sold"]), new AtMost(["buyer"], 3, null, null), "", Schemawright.Diagnostics.Origin.Decided("x")))
            .ShouldBe("When status becomes sold: at most 3 rows per buyer.");
}
