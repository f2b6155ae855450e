using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;

namespace Schemawright.Facts.Rules.Protection;

/// <summary>The phrases that ask for protection, and what they protect.</summary>
internal static class PrivacyPhrases
{
    private static readonly string[] NotStored = ["transit", "tls", "https", "ssl", "backup*", "token*", "jwt", "session*", "secrets", "certificate*", "transport", "file storage", "files"];
    private static readonly string[] Generic = ["data", "sensitive data", "all data", "storage", "database", "file storage", "data at rest", "fields", "everything", "files"];

    public static IEnumerable<(PrivacyMeasure Measure, string Subject, string? Detail)> Read(OutlineLine line)
    {
        var whole = line.Whole;
        var found = new List<(PrivacyMeasure, string, string?)>();
        if (line.KeysSay("field-level encryption", "encrypted fields", "field encryption"))
        {
            found.Add((PrivacyMeasure.Encrypt, line.Whole, Algorithm(whole)));
        }
        else if (IsEncryption(whole) && !whole.Says(NotStored) && !line.KeysSay(NotStored) && !line.HeadingsSay(1, NotStored))
        {
            found.AddRange(Subjects(line, "encrypt*").Select(subject => (PrivacyMeasure.Encrypt, subject, Algorithm(whole))));
        }

        if (whole.Says("hash", "hashed", "hashing", "argon2id", "argon2", "bcrypt", "scrypt") && (whole.Says("password*") || line.StandsUnder("password*")))
        {
            found.Add((PrivacyMeasure.Hash, "password", Named(whole, "argon2id", "argon2", "bcrypt", "scrypt", "pbkdf2")));
        }

        found.AddRange(OfDisplay(line, whole));
        found.AddRange(OfRights(line, whole));
        return found;
    }

    private static IEnumerable<(PrivacyMeasure Measure, string Subject, string? Detail)> OfDisplay(OutlineLine line, string whole)
    {
        if (whole.Says("last 4", "last four", "masked", "masking", "mask sensitive", "never display full"))
        {
            yield return (PrivacyMeasure.Mask, MaskSubject(line), whole.Says("last 4", "last four") ? "last 4" : null);
        }

        if (whole.After("limit access to", "access limited to", "restricted to", "restrict access to", "accessible only to", "visible only to") is >= 0 and var at)
        {
            yield return (PrivacyMeasure.RestrictAccess, Topic(line), whole[at..].Trim(' ', '.'));
        }

        if ((whole.Says("redaction", "redact", "never log", "never logged", "not logged", "must not be logged") && whole.Says("log", "logs", "logged")) || whole.Says("never be logged"))
        {
            yield return (PrivacyMeasure.NeverLog, whole.Says("pii") ? "PII" : Topic(line), null);
        }

        if (line.Label is { } label && label.Says("key rotation") && !line.KeysSay("jwt*", "api*"))
        {
            yield return (PrivacyMeasure.KeyRotation, "encryption keys", line.Text);
        }
    }

    private static IEnumerable<(PrivacyMeasure Measure, string Subject, string? Detail)> OfRights(OutlineLine line, string whole)
    {
        if (whole.Says("consent") && !whole.Says("cookie*"))
        {
            yield return (PrivacyMeasure.Consent, whole.After("consent for", "consent to") is >= 0 and var at ? whole[at..].Trim(' ', '.') : "data processing", null);
        }

        if (whole.Says("right to erasure", "right to deletion", "right to be forgotten", "right to delete", "account deletion", "delete account", "erasure", "deletion rights", "deletion workflow*", "export and deletion"))
        {
            yield return (PrivacyMeasure.Erase, "personal data", whole.After("except") is >= 0 and var except ? "except " + whole[except..].Trim(' ', ')', '.') : null);
        }

        if (whole.Says("data portability", "portability", "export all data", "data export", "right to access", "export profile"))
        {
            yield return (PrivacyMeasure.Export, "personal data", Periods.In(whole)?.ToString());
        }
    }

    private static bool IsEncryption(string whole) => whole.Says("encrypt*", "encrypted", "encryption") || (whole.Says("aes-256*") && whole.Says("at rest"));

    /// <summary>What is encrypted: the words in parentheses, the words after "of" or "for", the words before the verb, or the section's topic.</summary>
    private static IEnumerable<string> Subjects(OutlineLine line, string verb)
    {
        var whole = line.Whole;
        if (Listed(whole) is { Count: > 0 } listed)
        {
            return listed;
        }

        if (whole.After("encryption for", "encryption of", "encrypt", "encrypted storage of", "collection of") is >= 0 and var at && Noun(whole[at..]) is { } named)
        {
            return [named];
        }

        var place = whole.Find(verb);
        if (line.Label is { } label && !label.Says("encrypt*", "method", "data encryption", "algorithm") && place > label.Length && !IsGeneric(label))
        {
            return [label];
        }

        return line.Label is null && place > 3 && Noun(whole[..place].Replace(" is ", " ", StringComparison.Ordinal).Replace(" are ", " ", StringComparison.Ordinal)) is { } before && before.Length < 40 ? [before] : [Topic(line)];
    }

    private static List<string> Listed(string whole) =>
        ItemLists.InParentheses(whole) is { } inner && !inner.Says("aes*", "bit", "tde", "aes-256", "method") && !inner.Any(char.IsAsciiDigit) ? [.. ItemLists.Split(inner)] : [];

    /// <summary>The noun phrase the words begin with; null when it is empty or says nothing.</summary>
    private static string? Noun(string words)
    {
        var text = words.Trim(' ', ':', '-', '.');
        foreach (var stop in (ReadOnlySpan<string>)["using", "with", "in", "at", "immediately", "by", "before", "after", "upon", "must be", "shall be", "verified"])
        {
            text = text.Find(stop) is >= 0 and var at ? text[..at].TrimEnd(' ', ',') : text;
        }

        return text.Length < 2 || IsGeneric(text) || text.Opens("immediately", "using", "at") ? null : text;
    }

    private static string MaskSubject(OutlineLine line)
    {
        var place = line.Whole.Find("masking") is >= 0 and var at ? at : line.Whole.Find("masked");
        return place > 1 && Noun(line.Whole[..place]) is { } noun ? noun : Topic(line);
    }

    /// <summary>What the section is about, without the words "validation", "compliance", "security".</summary>
    private static string Topic(OutlineLine line)
    {
        var topic = RuleSubjects.Of(line.Headings) ?? "sensitive data";
        foreach (var word in (ReadOnlySpan<string>)["validation", "compliance", "security", "protection", "rules", "rule", "handling"])
        {
            topic = topic.Find(word) is > 0 and var at ? topic[..at].Trim() : topic;
        }

        return topic is "" || topic.Says("data", "encryption", "at rest", "dlp", "considerations", "security", "compliance", "requirements") ? "sensitive data" : topic;
    }

    private static bool IsGeneric(string noun) => Generic.Contains(noun.ToLowerInvariant(), StringComparer.Ordinal);

    private static string? Algorithm(string whole) => Named(whole, "aes-256-gcm", "aes-256-cbc", "aes-256", "aes256", "rsa", "tde");

    private static string? Named(string whole, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (whole.Find(name) is >= 0 and var at)
            {
                return whole.Substring(at, name.Length);
            }
        }

        return null;
    }
}
