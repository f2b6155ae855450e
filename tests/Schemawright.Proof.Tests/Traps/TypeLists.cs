using System.Globalization;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests.Traps;

/// <summary>What each business type takes and what it refuses, on a live server, beside the usual type that takes anything or changes what it is given.</summary>
public sealed class TypeLists
{
    private const string Documents =
        """
        # Ferry desk

        ## Data model

        ### Line
        - id (uuid)
        - name (text, required)
        - mail (email)
        - contact_phone (phone)
        - site (url)
        - rebate (percentage)
        - flag (country)
        - tongue (language)
        - zone (time zone)
        - crossing_time (duration)
        - clock_offset (duration)
        - fare (money)
        - fare_currency (currency)
        """;

    private static readonly (string Column, string[] Taken, string[] Refused)[] Lists =
    [
        ("mail", ["'ann@example.org'", "'o''neil+x@sub.example.museum'", "NULL"], ["'Ann@example.org'", "'ann@b'", "'a..b@example.org'", "'ann@-example.org'", "''", "'ann@example.org '"]),
        ("contact_phone", ["'+441632960961'", "'+12025550123'", "'+6834123'"], ["'01632 960961'", "'+0441632960961'", "'+44 1632960961'", "'+44'", "'+1234567890123456'", "'+٤٤١٦٣٢٩٦٠٩٦١'", "''"]),
        ("site", ["'https://example.org'", "'http://example.org:8080/a?b=c#d'", "'https://[2001:db8::1]/'", "'https://xn--bcher-kva.example/'"], ["'example.org'", "'ftp://example.org'", "'https://exa mple.org'", "'https://'", "'https://a..b/'", "'javascript:alert(1)'", "'https://-a.org\"'"]),
        ("rebate", ["0", "100", "33.3333", "99.9990000"], ["-0.0001", "100.0001", "33.33333", "'NaN'"]),
        ("flag", ["'GB'", "'NA'", "'DE'"], ["'UK'", "'gb'", "'GB '", "'GBR'", "'ZZ'", "''"]),
        ("tongue", ["'en'", "'pt-BR'", "'zh-Hant-TW'", "'gsw'"], ["'English'", "'xx'", "'EN'", "'e'", "'en_GB'", "''"]),
        ("zone", ["'Europe/Lisbon'", "'America/Argentina/Ushuaia'", "'UTC'"], ["'Mars5'", "'europe/lisbon'", "'EST5EDT4'", "'+02:00'", "'Europe/Atlantis'", "''"]),
        ("crossing_time", ["'0'", "'90 minutes'", "'1 month'", "'PT1H30M'"], ["'-1 second'", "'1 day -25 hours'", "'-1 month'"]),
        ("clock_offset", ["'-2 hours'", "'2 hours'"], []),
    ];

    [Fact]
    public async Task Each_type_takes_what_is_right_and_refuses_what_is_wrong()
    {
        await using var deployed = await Deployed.OfAsync(Compiler.Compile([new InputDocument("PRD.md", Documents)], "ferry", new Findings()));
        var session = deployed.Session;
        await session.AcceptsAsync("INSERT INTO app.lines (name) VALUES ('North')");
        await session.AcceptsAsync("CREATE TABLE usual (mail varchar(255), contact_phone varchar(20), site varchar(255), rebate numeric(5,2), flag char(3), tongue varchar(35), zone text, crossing_time interval, clock_offset interval)");
        await session.AcceptsAsync("INSERT INTO usual (mail) VALUES (NULL)");
        foreach (var (column, taken, refused) in Lists)
        {
            foreach (var value in taken)
            {
                await session.AcceptsAsync($"UPDATE app.lines SET {column} = {value}");
            }

            var byUsual = 0;
            foreach (var value in refused)
            {
                await session.RefusesAsync($"UPDATE app.lines SET {column} = {value}", "23514");
                byUsual += (await session.TryAsync($"UPDATE usual SET {column} = {value}")).Accepted ? 1 : 0;
            }

            byUsual.ShouldBeGreaterThanOrEqualTo(refused.Length / 2, string.Create(CultureInfo.InvariantCulture, $"the usual type of {column} takes what is wrong"));
        }
    }

    [Fact]
    public async Task An_amount_is_exact_and_has_as_many_digits_as_its_currency_has_coins()
    {
        await using var deployed = await Deployed.OfAsync(Compiler.Compile([new InputDocument("PRD.md", Documents)], "ferry", new Findings()));
        var session = deployed.Session;
        foreach (var (amount, currency) in new[] { ("10.50", "EUR"), ("10", "JPY"), ("-3.10", "GBP"), ("0", "KWD") })
        {
            await session.AcceptsAsync($"INSERT INTO app.lines (name, fare, fare_currency) VALUES ('x', {amount}, '{currency}')");
        }

        foreach (var (amount, currency) in new[] { ("10.505", "EUR"), ("10.5", "JPY"), ("'NaN'", "EUR"), ("'Infinity'", "EUR"), ("1", "EURO"), ("1", "eur"), ("1", "XXY") })
        {
            await session.RefusesAsync($"INSERT INTO app.lines (name, fare, fare_currency) VALUES ('x', {amount}, '{currency}')", "23514");
        }
    }
}
