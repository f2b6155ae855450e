using Schemawright.Facts.Language;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Facts.Rules;

public class HeadingTopicTests
{
    [Theory]
    [InlineData("Stretch Goals (Post-MVP)", "Scope")]
    [InlineData("Future Enhancements", "Scope")]
    [InlineData("Phase 2 - Analytics", "Scope")]
    [InlineData("Test Cases", "Example")]
    [InlineData("Primary Personas", "Example")]
    [InlineData("Open Questions", "Questions")]
    [InlineData("Executive Summary", "Prose")]
    [InlineData("UX/UI Considerations:", "Interface")]
    [InlineData("2. Network Security", "Infrastructure")]
    public void Headings_that_leave_no_doubt_have_a_topic(string heading, string topic) => HeadingTopics.OfHeading(heading).ToString().ShouldBe(topic);

    [Theory]
    [InlineData("Personal details")]
    [InlineData("Phase 1 - Foundation")]
    [InlineData("Pipeline stages")]
    [InlineData("Container bookings")]
    [InlineData("Screening results")]
    [InlineData("Pricing rules")]
    [InlineData("Team members")]
    [InlineData("Device readings")]
    public void Headings_that_may_name_the_products_own_things_have_none(string heading) => HeadingTopics.OfHeading(heading).ShouldBe(HeadingTopic.None);

    [Fact]
    public void What_is_out_of_scope_stays_out_of_scope_further_down() =>
        HeadingTopics.Of(["Product Requirements: Mill", "Future Enhancements", "Business Rules"]).ShouldBe(HeadingTopic.Scope);

    [Fact]
    public void The_documents_title_says_nothing_of_its_sections() =>
        HeadingTopics.Of(["Feature Stories, Personas and Examples: Mill", "Flour"]).ShouldBe(HeadingTopic.None);
}
