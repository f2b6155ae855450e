using Schemawright.Diagnostics;
using Schemawright.Documents;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Facts.Structure;

/// <summary>Where requirements are told in sentences, these state the things; rules, a technical specification and figures of scale only speak of them.</summary>
public class RequirementsBesideTests
{
    private const string Requirements =
        """
        # Kite school

        Persona "Windy Wanda": carries reels in a trailer, has a phone and a tablet.

        ## Courses

        A course has a title, a beach and a price.
        A pupil books a course for one date; the booking has a number and a deposit.

        ## Metrics

        - Instructors win an hour a week

        ## Retention

        - Bookings: 5 years after the end of the season
        """;

    private static readonly (string Name, string Text)[] Beside =
    [
        ("BUSINESS_RULES.md", "# Rules\n\n- Each pupil has a helmet size.\n- Voucher numbers run per branch and year and have a check digit.\n"),
        ("TECHNICAL_SPEC.md", "# Technical specification\n\nA Rust service has a queue and a health endpoint. Money has two decimals and a currency code.\n"),
        ("SCALE.md", "# Scale\n\nEach season has 20 weeks and a peak day.\n"),
    ];

    [Fact]
    public void What_only_rules_technology_or_figures_name_is_no_thing() =>
        Entities([new("PRD.md", Requirements), .. Beside.Select(text => new InputDocument(text.Name, text.Text))]).ShouldBe(["Course", "Booking", "Pupil"], ignoreOrder: true);

    [Fact]
    public void A_rule_adds_what_it_says_of_a_thing_the_requirements_tell_of() =>
        Compiler.Compile([new("PRD.md", Requirements), .. Beside.Select(text => new InputDocument(text.Name, text.Text))], "kites", new Findings())
            .Domain.Entities.Single(entity => entity.Name == "Pupil").Attributes.ShouldContain(attribute => attribute.Name == "helmet_size");

    [Theory]
    [InlineData("TECHNICAL_SPEC.md", "# Specification\n\n## Data model\n\nA trailer has a plate, a weight and a length.\n", "Trailer")]
    public void A_chapter_on_data_states_things_wherever_it_stands(string name, string text, string entity) =>
        Entities([new("PRD.md", Requirements), new(name, text)]).ShouldContain(entity);

    private const string Parts = "# Specification\n\n## Data model (excerpt)\n\n- `beaches`: name, town, wind_limit, opening_hours\n- `reels`: number, length_m, colour, bought_on\n";

    [Fact]
    public void A_chapter_or_a_line_of_fields_in_the_requirements_describes_a_thing_beside_declared_ones() =>
        Entities([new("PRD.md", "# Kite school\n\n## Features\n\n### F1 Harnesses\nA harness has a number, an issue date and a fee.\n\n### F2 Billing\nInvoice: number, issue date, total, remark, status (draft, sent)\n"), new("TECHNICAL_SPEC.md", Parts)])
            .ShouldBe(["Beach", "Reel", "Harness", "Invoice"], ignoreOrder: true);

    [Theory]
    [InlineData("### F2 Billing\nThe office prints a label. A harness has a number and an issue date.")]
    [InlineData("### F3 Fields\nRequired fields: first name, last name, birth date, phone")]
    public void What_is_shown_or_said_in_passing_beside_declared_things_is_none(string text) =>
        Entities([new("PRD.md", "# Kite school\n\n## Features\n\n" + text), new("TECHNICAL_SPEC.md", Parts)]).ShouldNotContain(entity => entity == "Harness" || entity == "Required field" || entity == "RequiredField");

    [Fact]
    public void A_text_alone_is_read_whatever_it_is_called() =>
        Entities([new("SCALE.md", "# Kites\n\nA kite has a name, a span and a colour. A reel has a number and a length.\n")]).ShouldBe(["Kite", "Reel"], ignoreOrder: true);

    private static IEnumerable<string> Entities(InputDocument[] documents) =>
        Compiler.Compile([.. documents], "kites", new Findings()).Domain.Entities.Select(entity => entity.Name);
}
