using Schemawright.Rendering;
using Schemawright.Terms;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Rendering;

public class EnglishTests
{
    [Theory]
    [InlineData(0, "no berth")]
    [InlineData(1, "1 berth")]
    [InlineData(1200, "1,200 berths")]
    public void Nouns_follow_their_number(int count, string words) => English.Count(count, "berth").ShouldBe(words);

    [Theory]
    [InlineData(1, "every day")]
    [InlineData(2, "every 2 days")]
    public void Periods_recur(int amount, string words) => English.Every(new(amount, PeriodUnit.Day)).ShouldBe(words);

    [Theory]
    [InlineData(512, "512 bytes")]
    [InlineData(1_572_864, "1.5 MB")]
    [InlineData(268_435_456_000, "250 GB")]
    public void Bytes_take_the_unit_people_use(long bytes, string words) => English.Bytes(bytes).ShouldBe(words);

    [Theory]
    [InlineData("end date after start", "End date after start")]
    [InlineData("end_date after start_date", "end_date after start_date")]
    public void Names_in_code_keep_their_case(string words, string sentence) => English.Capital(words).ShouldBe(sentence);

    [Fact]
    public void Lists_end_with_and() => English.List(["a", "b", "c"]).ShouldBe("a, b and c");
}
