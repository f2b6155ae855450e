using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;

namespace Schemawright.Facts.Rules.Protection;

/// <summary>The predicates that ask for protection of values: encrypted, hashed, masked, shown in part, never logged, personal.</summary>
internal static class PrivacyPhrases
{
    private static readonly string[] NotStored = ["transit", "tls", "https", "ssl", "backup*", "token*", "jwt", "session*", "secrets", "certificate*", "transport", "file storage", "files", "connection*", "traffic"];
    private static readonly string[] Hashes = ["argon2id", "argon2", "bcrypt", "scrypt", "pbkdf2", "sha-256"];
    private static readonly string[] LastDigits = ["last 4", "last four", "last 3", "last three", "final four"];

    public static IEnumerable<(PrivacyMeasure Measure, string Subject, string? Detail)> Read(OutlineLine line)
    {
        var whole = line.Whole;
        var found = new List<(PrivacyMeasure, string, string?)>();
        if (line.KeysSay("field-level encryption", "encrypted fields", "field encryption"))
        {
            found.Add((PrivacyMeasure.Encrypt, line.Whole, Algorithm(whole)));
        }
        else if (IsEncryption(whole) && (!whole.Says(NotStored) || whole.Says("at rest")) && !line.KeysSay(NotStored) && !line.HeadingsSay(1, NotStored))
        {
            found.AddRange(Encrypted(line, whole).Select(subject => (PrivacyMeasure.Encrypt, subject, Algorithm(whole))));
        }

        found.AddRange(Hashed(line, whole));
        found.AddRange(Masked(line, whole));
        found.AddRange(NeverLogged(line, whole));
        found.AddRange(Personal(line, whole));
        if (line.Label is { } label && label.Says("key rotation") && !line.KeysSay("jwt*", "api*"))
        {
            found.Add((PrivacyMeasure.KeyRotation, "encryption keys", line.Text));
        }

        return found;
    }

    private static bool IsEncryption(string whole) => whole.Says("encrypt*", "encrypted", "encryption") || (whole.Says("aes-256*") && whole.Says("at rest"));

    /// <summary>What is encrypted: the words in brackets, the words after "encryption of", the subject of "is encrypted".</summary>
    private static IEnumerable<string> Encrypted(OutlineLine line, string whole)
    {
        if (ProtectedThings.Listed(whole) is { Count: > 0 } listed)
        {
            return listed;
        }

        if (ProtectedThings.Listing(whole, whole.Find("encrypt*")) is { Count: > 0 } told)
        {
            return told;
        }

        if (whole.After("encryption for", "encryption of", "encryption at rest for", "encryption at rest of", "encrypted storage of", "encrypted storage for", "collection of") is >= 0 and var of && ProtectedThings.After(whole[of..]) is { Count: > 0 } named)
        {
            return named;
        }

        if (whole.Find("encrypt") is >= 0 and var active && ProtectedThings.After(whole[(active + 7)..]) is { Count: > 0 } objects)
        {
            return objects;
        }

        var place = whole.Find("encrypt*");
        if (line.Label is { } label && !label.Says("encrypt*", "method", "data encryption", "algorithm") && place > label.Length && !ProtectedThings.IsGeneric(label) && whole[label.Length..place].Trim(' ', ':').Split(' ').Length <= 4)
        {
            return [label];
        }

        return place > 3 && (line.Label is null || place > line.Label.Length + 1) ? ProtectedThings.Before(whole, place, line) : [ProtectedThings.Topic(line)];
    }

    private static IEnumerable<(PrivacyMeasure, string, string?)> Hashed(OutlineLine line, string whole)
    {
        var place = whole.Find("hashed") is >= 0 and var done ? done : whole.Find("hash");
        if (!whole.Says("hash", "hashed", "hashing") && !whole.Says(Hashes))
        {
            return [];
        }

        if (whole.Says("password*") || line.StandsUnder("password*"))
        {
            return [(PrivacyMeasure.Hash, "password", Named(whole, Hashes))];
        }

        return whole.Find("hashed") > 0 && whole.Says("is", "are", "be", "stored") ? ProtectedThings.Before(whole, place, line).Select(subject => (PrivacyMeasure.Hash, subject, Named(whole, Hashes))) : [];
    }

    private static IEnumerable<(PrivacyMeasure, string, string?)> Masked(OutlineLine line, string whole)
    {
        if (whole.Says("logs", "log files"))
        {
            return [];
        }

        var part = LastDigits.Select(digits => whole.Find(digits)).DefaultIfEmpty(-1).Max();
        var detail = part >= 0 ? "last 4" : For(whole);
        if (whole.Find("masked") is > 0 and var masked && !whole.Says("masked form", "masked view"))
        {
            return ProtectedThings.Before(whole, masked, line).Select(subject => (PrivacyMeasure.Mask, subject, detail));
        }

        if (whole.Says("masked form", "masked view", "partially hidden") && whole.After("shown to", "visible to", "displayed to") is > 0 and var to)
        {
            var viewers = whole[to..].Split([" in ", " as "], 2, StringSplitOptions.None)[0].Trim();
            return ProtectedThings.Before(whole, whole.Seek(" to ") is > 0 and var link ? BeforeParticiple(whole, link) : to, line).Select(subject => (PrivacyMeasure.Mask, subject, (string?)$"for {viewers.Replace("only", "", StringComparison.OrdinalIgnoreCase).Trim()}"));
        }

        if (whole.Find("masking") is > 1 and var masking)
        {
            return ProtectedThings.Before(whole, masking, line).Select(subject => (PrivacyMeasure.Mask, subject, detail));
        }

        if (part >= 0)
        {
            return Shown(line, whole, part).Select(subject => (PrivacyMeasure.Mask, subject, detail));
        }

        return whole.Find("mask") is >= 0 and var mask && ProtectedThings.After(whole[(mask + 4)..]) is { Count: > 0 } things ? things.Select(subject => (PrivacyMeasure.Mask, subject, detail))
            : whole.Says("mask sensitive", "never display full") ? [(PrivacyMeasure.Mask, ProtectedThings.Topic(line), detail)] : [];
    }

    /// <summary>"the last four digits of the IBAN are shown"; without "of" the digits are those of the sentence's subject.</summary>
    private static IReadOnlyList<string> Shown(OutlineLine line, string whole, int digits)
    {
        var of = whole.Seek(" of ", digits);
        if (of > 0 && of - digits < 26 && ProtectedThings.After(whole[(of + 4)..]) is { Count: > 0 } named)
        {
            return named;
        }

        var first = ProtectedThings.First(whole).Where(subject => !subject.Says(LastDigits) && !subject.Opens("only")).ToArray();
        return first.Length > 0 ? first : line.Label is { } label && !ProtectedThings.IsGeneric(label) && !label.Says("display*", "mask*") ? [label] : [ProtectedThings.Topic(line)];
    }

    private static IEnumerable<(PrivacyMeasure, string, string?)> NeverLogged(OutlineLine line, string whole)
    {
        if (!((whole.Says("redaction", "redact", "never log", "never logged", "not logged", "must not be logged", "do not log", "not appear in", "never appear in", "never written to", "not be written to") && whole.Says("log", "logs", "logged", "log files")) || whole.Says("never be logged", "not be logged")))
        {
            return [];
        }

        var things = whole.After("never log", "do not log", "not log") is >= 0 and var at && !whole[at..].Trim().StartsWith("in", StringComparison.OrdinalIgnoreCase) ? ProtectedThings.After(whole[at..])
            : whole.Find("logged") is > 4 and var passive ? ProtectedThings.Before(whole, passive, line)
            : whole.Find("appear") is > 4 and var appear ? ProtectedThings.Before(whole, appear, line) : [];
        return (things.Count > 0 ? things : [whole.Says("pii") ? "PII" : ProtectedThings.Topic(line)]).Select(subject => (PrivacyMeasure.NeverLog, subject, (string?)null));
    }

    /// <summary>"Phone numbers are personal data", "Personal data: name, birthday".</summary>
    private static IEnumerable<(PrivacyMeasure, string, string?)> Personal(OutlineLine line, string whole)
    {
        foreach (var words in (ReadOnlySpan<string>)["personal data", "pii", "personally identifiable", "confidential", "sensitive personal data", "sensitive"])
        {
            var at = whole.Find(words);
            if (at > 4 && (whole[..at].TrimEnd() + " ").Says("is", "are", "as") && whole[..at].TrimEnd().Split(' ')[^1] is "is" or "are" or "as" or "strictly" or "considered")
            {
                return ProtectedThings.OfSameOwner(ProtectedThings.First(line.Label is null || !line.Text.Says(words) ? whole : line.Text)).Select(subject => (PrivacyMeasure.Personal, subject, (string?)null));
            }
        }

        return line.Label is { } label && label.Says("personal data", "pii", "sensitive fields", "personal information", "sensitive data") && label.Length <= 40 && !line.Text.Says("is", "are", "must", "shall", "encrypt*") && line.Text.Length > 0
            ? ItemLists.Split(ItemLists.WithoutParentheses(line.Text)).Where(item => item.Length <= 40).Select(item => (PrivacyMeasure.Personal, item, (string?)null)) : [];
    }

    /// <summary>"masked for drivers": from whom it is hidden.</summary>
    private static string? For(string whole) =>
        whole.After("masked for", "masked to", "masked from", "hidden for") is > 0 and var at ? "for " + whole[at..].Split([',', ';', '.'], 2)[0].Trim() : null;

    private static int BeforeParticiple(string whole, int link) => whole.LastIndexOf(' ', Math.Max(0, link - 1)) is > 0 and var at ? at + 1 : link;

    private static string? Algorithm(string whole) => Named(whole, ["aes-256-gcm", "aes-256-cbc", "aes-256", "aes256", "rsa", "tde"]);

    private static string? Named(string whole, string[] names)
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
