namespace Schemawright.Proof.Rules;

/// <summary>For the domains of standard business types: values each must take and must refuse.</summary>
internal static class DomainSamples
{
    public sealed record Samples(string[] Good, string[] Bad);

    private static readonly Dictionary<string, Samples> Known = new(StringComparer.Ordinal)
    {
        ["email"] = new(["first.last+tag@sub.example.org", "o'neil@example.co"], ["nobody", "a@b", "UPPER@EXAMPLE.ORG", "a..b@example.org", "a@-example.org", ".a@example.org", "a b@example.org", ""]),
        ["phone"] = new(["+442079460000", "+3511234567"], ["2079460000", "+0123456789", "+1 202 555 0100", "+12", "+1202555010012345", ""]),
        ["url"] = new(["https://example.org/path?q=1", "http://localhost:8080"], ["ftp://example.org", "javascript:alert(1)", "https://", "https://exa mple.org", "https://example..org", ""]),
        ["currency_code"] = new(["EUR", "JPY"], ["eur", "EU", "EURO", "ZZZ", ""]),
        ["country_code"] = new(["PT", "JP"], ["pt", "PRT", "P", "ZZ", "QQ", ""]),
        ["language_code"] = new(["pt", "pt-BR", "zh-Hant", "gsw"], ["Portuguese (Brazil)", "p", "PT_br", "xx", "qq-BR", ""]),
        ["time_zone"] = new(["Europe/Lisbon", "America/Argentina/Buenos_Aires", "UTC"], ["Mars/Base", "Europe/Atlantis", "America/Xapuri5", "Etc/Lisbon+5", "europe/lisbon", "Lisbon time", "+01:00", ""]),
        ["percentage"] = new(["0", "100", "12.5"], ["-0.0001", "100.0001", "NaN", "1.23456"]),
        ["coordinates"] = new(["(0,0)", "(180,90)", "(-180,-90)"], ["(180.1,0)", "(0,90.1)", "(0,-91)"]),
    };

    public static Samples? Of(string domain) => Known.GetValueOrDefault(domain);
}
