using Schemawright.Facts.Language;
using Schemawright.Terms;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Facts.Structure;

public class LanguageTests
{
    [Theory]
    [InlineData("addresses", "address")]
    [InlineData("statuses", "status")]
    [InlineData("taxes", "tax")]
    [InlineData("bonuses", "bonus")]
    [InlineData("analyses", "analysis")]
    [InlineData("criteria", "criterion")]
    [InlineData("people", "person")]
    [InlineData("schedules", "schedule")]
    [InlineData("companies", "company")]
    [InlineData("houses", "house")]
    [InlineData("clauses", "clause")]
    [InlineData("invoices", "invoice")]
    [InlineData("branches", "branch")]
    [InlineData("caches", "cache")]
    [InlineData("leaves", "leaf")]
    [InlineData("archives", "archive")]
    [InlineData("courses", "course")]
    [InlineData("movies", "movie")]
    [InlineData("craftsmen", "craftsman")]
    [InlineData("boxes", "box")]
    [InlineData("quizzes", "quiz")]
    [InlineData("heroes", "hero")]
    [InlineData("photos", "photo")]
    [InlineData("indexes", "index")]
    [InlineData("licenses", "license")]
    [InlineData("menus", "menu")]
    [InlineData("viruses", "virus")]
    public void A_plural_and_its_singular_lead_to_each_other(string plural, string singular)
    {
        Nouns.Singular(plural).ShouldBe(singular);
        Nouns.Plural(singular).ShouldBe(plural);
    }

    [Theory]
    [InlineData("address")]
    [InlineData("status")]
    [InlineData("process")]
    [InlineData("analysis")]
    [InlineData("bus")]
    [InlineData("canvas")]
    [InlineData("series")]
    [InlineData("data")]
    [InlineData("news")]
    public void A_singular_is_not_changed(string noun) => Nouns.Singular(noun).ShouldBe(noun);

    [Theory]
    [InlineData("varchar(80)", DataKind.ShortText)]
    [InlineData("Decimal(8,3)", DataKind.Decimal)]
    [InlineData("timestamp with time zone", DataKind.Timestamp)]
    [InlineData("TIMESTAMP WITHOUT TIME ZONE", DataKind.LocalTimestamp)]
    [InlineData("unique identifier (UUID)", DataKind.Uuid)]
    [InlineData("yes/no", DataKind.Boolean)]
    [InlineData("tinyint(1)", DataKind.Boolean)]
    [InlineData("integer cents", DataKind.Money)]
    [InlineData("ISO 4217", DataKind.CurrencyCode)]
    [InlineData("'wax' | 'honey'", DataKind.Enumeration)]
    [InlineData("Record<string, any>", DataKind.Json)]
    [InlineData("email address", DataKind.Email)]
    public void Type_words_mean_a_type(string words, DataKind kind) => TypeWords.Read(words, "x").ShouldNotBeNull().Type.Kind.ShouldBe(kind);

    [Theory]
    [InlineData("Date visible on the receipt")]
    [InlineData("Text and pictures")]
    [InlineData("High")]
    [InlineData("Medium")]
    [InlineData("Immediately to members")]
    public void Other_words_are_no_type(string words) => TypeWords.Read(words, "x").ShouldBeNull();

    [Theory]
    [InlineData("created_at", DataKind.Timestamp)]
    [InlineData("harvest_date", DataKind.Date)]
    [InlineData("is_queen", DataKind.Boolean)]
    [InlineData("frame_count", DataKind.Integer)]
    [InlineData("totalAmount", DataKind.Money)]
    [InlineData("vat_rate", DataKind.Percentage)]
    [InlineData("photo_url", DataKind.Url)]
    [InlineData("phoneNumber", DataKind.Phone)]
    [InlineData("invoice_number", DataKind.ShortText)]
    [InlineData("tax_id", DataKind.ShortText)]
    [InlineData("ip_address", DataKind.IpAddress)]
    [InlineData("currency", DataKind.CurrencyCode)]
    public void The_head_noun_gives_a_type_where_none_is_stated(string name, DataKind kind) => HeadNounTypes.Guess(name).ShouldNotBeNull().Kind.ShouldBe(kind);
}
