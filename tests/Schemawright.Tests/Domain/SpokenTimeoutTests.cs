using Schemawright.Domain;
using Schemawright.Facts;
using Schemawright.Terms;
using Shouldly;
using Xunit;
using static Schemawright.Tests.Domain.Said;

namespace Schemawright.Tests.Domain;

/// <summary>A time limit told in a sentence is one of a state, when the sentence names nothing else.</summary>
public class SpokenTimeoutTests
{
    [Theory]
    [InlineData("Reserved berths that are not settled within 20 minutes expire", "reserved", "expired")]
    [InlineData("Unsettled berths are withdrawn after 2 hours", "reserved", "withdrawn")]
    [InlineData("Berths that were not settled within 48 hours are withdrawn automatically", "reserved", "withdrawn")]
    public void The_state_that_waits_becomes_another(string sentence, string from, string to)
    {
        var state = Built(sentence).StateMachines.ShouldHaveSingleItem().States.Single(state => state.TimeoutAfter is not null);
        state.ShouldSatisfyAllConditions(one => one.Name.ShouldBe(from), one => one.TimeoutTo.ShouldBe(to));
    }

    [Theory]
    [InlineData("Reserved berths with a leak that are not settled within 20 minutes expire")]
    [InlineData("Berths that are not painted within 20 minutes expire")]
    [InlineData("Reserved berths are settled by hand within 20 minutes")]
    [InlineData("The harbour answers reserved berths within 20 minutes")]
    public void What_says_more_or_less_gives_no_state_a_limit(string sentence) =>
        Built(sentence).StateMachines.ShouldBeEmpty();

    private static DomainModel Built(string sentence) =>
        new Said().Table("berths", Sql("berths.name"), Sql("berths.status", DataKind.Enumeration, true, null, "reserved", "settled", "expired", "withdrawn"))
            .Rule(sentence).Build();
}
