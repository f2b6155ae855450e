using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;

namespace Schemawright.Facts.Rules.Protection;

/// <summary>Finds the rights of the people the data is about: consent, erasure, a copy of one's data, by name or by article.</summary>
internal static class RightsPhrases
{
    private const int MostWordsOfAPurpose = 3;

    private static readonly string[] Asking =
        ["consent for", "consent to", "consents to", "opt in to", "opt-in for", "opt-in to", "consent is asked for", "consent is required for", "consent is needed for", "consent is obtained for", "consent is collected for", "consent is given for",
            "consent must be given for", "consent must be obtained for", "consent must be asked for", "consent must be collected for"];

    private static readonly string[] Again = [" and for ", " and to ", ", for ", " or for "];

    private static readonly string[] Erasing =
    [
        "right to erasure", "right to deletion", "right to be forgotten", "right to delete", "account deletion", "delete account", "erasure", "deletion rights", "deletion workflow*", "export and deletion", "delete their account", "delete my account", "deletion of their data", "deletion of their personal data",
        "deletion of their account", "delete their data", "delete their personal data", "request deletion", "deletion request*", "erasure request*", "have their data deleted", "have their data erased", "art. 17", "article 17",
    ];

    private static readonly string[] Exporting =
    [
        "data portability", "portability", "export all data", "right to access", "export profile", "copy of their data", "copy of all their data", "copy of their personal data", "subject access request*", "data access request*", "art. 15", "art. 20", "article 15", "article 20", "export of their data",
    ];

    private static readonly string[] Persons = ["their", "his", "her", "my", "your", "personal", "one's", "own"];

    public static IEnumerable<(PrivacyMeasure Measure, string Subject, string? Detail)> Read(OutlineLine line)
    {
        var whole = line.Whole;
        if (whole.Says("consent", "opt-in", "opt in", "consents") && !whole.Says("cookie*"))
        {
            foreach (var purpose in ConsentTo(whole))
            {
                yield return (PrivacyMeasure.Consent, purpose, null);
            }
        }

        if (whole.Says(Erasing))
        {
            yield return (PrivacyMeasure.Erase, "personal data", whole.After("except", "unless") is >= 0 and var except ? "except " + whole[except..].Trim(' ', ')', '.') : null);
        }

        if (whole.Says(Exporting) || (whole.Says(Erasing) && whole.Says("an export", "exports", "the export")) || (whole.Says("data export") && line.StandsUnder("privacy", "gdpr", "data protection", "data rights", "compliance", "rights")) || ExportsOwn(whole))
        {
            yield return (PrivacyMeasure.Export, "personal data", Periods.In(whole)?.ToString());
        }
    }

    /// <summary>"export all of their personal data", "download a copy of my data".</summary>
    private static bool ExportsOwn(string whole)
    {
        var at = whole.After("export", "download", "obtain", "receive", "request a copy of");
        var rest = at < 0 ? "" : whole[at..];
        return rest.Says("data", "information") && rest.Find("data") is var data && (data < 0 || data <= 40) && rest[..Math.Min(rest.Length, 40)].Says(Persons) && !rest.Says("personal access", "reports");
    }

    /// <summary>"consent for newsletters and for printing names" is asked for two purposes.</summary>
    private static IEnumerable<string> ConsentTo(string whole)
    {
        var at = whole.After(Asking);
        var said = at < 0 ? [] : whole[at..].Trim(' ', '.').Split(Again, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var purposes = said.SelectMany(Listed).Select(ToTheVerb).Where(words => words.Length > 0).ToArray();
        return purposes.Length > 0 ? purposes : ["data processing"];
    }

    /// <summary>"newsletters, surveys and photos"; in "collecting and storing names" the parts are none of their own.</summary>
    private static string[] Listed(string words)
    {
        var parts = words.Split([", and ", ", ", " and "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Seek(" and ") > 0 && parts.All(part => part.Split(' ') is { Length: <= MostWordsOfAPurpose } spoken && (spoken.Length > 1 || !spoken[0].EndsWith("ing", StringComparison.OrdinalIgnoreCase)) && ToTheVerb(part).Length == part.Length) ? parts : [words];
    }

    private static string ToTheVerb(string words)
    {
        foreach (var stop in (ReadOnlySpan<string>)[" is ", " are ", " must ", " shall ", " with ", " has ", " can ", " may ", ", ", ";", " before ", " when "])
        {
            words = words.Seek(stop) is > 0 and var end ? words[..end] : words;
        }

        return words;
    }
}
