using Schemawright.Facts.Language;
using Schemawright.Terms;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Facts.Rules;

public class QuantityTests
{
    [Theory]
    [InlineData("1,000 boats", 1000, 1000)]
    [InlineData("10K boats", 10_000, 10_000)]
    [InlineData("2.5M boats", 2_500_000, 2_500_000)]
    [InlineData("50-200 boats", 50, 200)]
    [InlineData("between 1 and 3 photos", 1, 3)]
    [InlineData("80 % full", 80, 80)]
    [InlineData("50MB", 52_428_800, 52_428_800)]
    [InlineData("$100 - $500", 100, 500)]
    [InlineData("< 0.5s", 500, 500)]
    [InlineData("5x normal load", 5, 5)]
    public void Figures_are_read_in_base_units(string text, double low, double high)
    {
        var figure = Quantities.First(text).ShouldNotBeNull();
        figure.Low.ShouldBe((decimal)low);
        figure.High.ShouldBe((decimal)high);
    }

    [Fact]
    public void A_plus_sign_leaves_the_upper_end_open()
    {
        var figure = Quantities.First("100+ users").ShouldNotBeNull();
        figure.High.ShouldBeNull();
        figure.Bound.ShouldBe(QuantityBound.AtLeast);
    }

    [Theory]
    [InlineData("up to 10 receipts", QuantityBound.AtMost)]
    [InlineData("at least 2 doctors", QuantityBound.AtLeast)]
    [InlineData("more than $600", QuantityBound.MoreThan)]
    [InlineData("< 500ms", QuantityBound.LessThan)]
    [InlineData("~200 visits", QuantityBound.About)]
    public void The_words_before_a_figure_bound_it(string text, QuantityBound bound) => Quantities.First(text).ShouldNotBeNull().Bound.ShouldBe(bound);

    [Fact]
    public void A_rate_names_its_period_or_its_thing()
    {
        Quantities.First("$75/day").ShouldNotBeNull().PerPeriod.ShouldBe(PeriodUnit.Day);
        Quantities.First("~200,000 a year").ShouldNotBeNull().PerPeriod.ShouldBe(PeriodUnit.Year);
        Quantities.First("10 GB per customer").ShouldNotBeNull().PerNoun.ShouldBe("customer");
    }

    [Theory]
    [InlineData("on 2024-01-20 at noon")]
    [InlineData("opens 10:30")]
    [InlineData("rule BR001")]
    [InlineData("OAuth2")]
    [InlineData("address 10.0.0.1")]
    [InlineData("React 18's renderer")]
    public void Dates_times_codes_and_addresses_are_no_figures(string text) => Quantities.In(text).ShouldBeEmpty();

    [Theory]
    [InlineData("keep for 7 years", 7, PeriodUnit.Year)]
    [InlineData("a 30-day window", 30, PeriodUnit.Day)]
    [InlineData("within 48h", 48, PeriodUnit.Hour)]
    [InlineData("in two weeks", 2, PeriodUnit.Week)]
    [InlineData("5 business days SLA", 5, PeriodUnit.BusinessDay)]
    public void Periods_are_read_as_people_write_them(string text, int amount, PeriodUnit unit) => Periods.In(text).ShouldBe(new Period(amount, unit));

    [Theory]
    [InlineData("24/7 support")]
    [InlineData("year 2025 report")]
    public void Numbers_without_a_unit_of_time_are_no_periods(string text) => Periods.In(text).ShouldBeNull();
}
