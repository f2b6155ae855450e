using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Classification;

/// <summary>
/// Tells demands that bind the product or whoever runs it, and no row: laws and standards, how people sign in, how the running system is
/// protected. A statement that names something stored may still demand something of it.
/// </summary>
internal sealed class ProductDuties(FactCollector facts)
{
    private const string Standard = "A law or standard that the product as a whole is judged by; it names no row that could break it.";
    private const string SigningIn = "How people and programs sign in and stay signed in: the application's sessions decide it, no stored row does.";
    private const string Hashed = "The application hashes it before anything is stored; the database keeps what it is given.";
    private const string Protected = "How the running system around the database is protected: its operators see to it, no stored row does.";

    private static readonly string[] Bound = ["comply", "complies", "complying", "compliance", "compliant", "conform", "conforms", "conformance", "certified", "certification", "accredited", "accreditation", "audited by", "in accordance with", "data residency", "stays in", "stay in", "remains in", "must not leave", "never leaves", "never leave"];
    private static readonly string[] Laws = ["gdpr", "dsgvo", "ccpa", "hipaa", "pci dss", "pci-dss", "soc 2", "soc2", "wcag", "owasp", "asvs", "ferpa", "coppa", "data protection act", "data processing agreement", "processor agreement", "data protection officer"];
    private static readonly string[] Entrances = ["session*", "access token*", "refresh token*", "failed login*", "login attempt*", "password*", "passkey*", "two-factor", "2fa", "mfa", "multi-factor", "sign in", "signs in", "signed in", "sign-in", "log in", "logs in", "logged in", "logged out", "single sign-on", "sso", "oidc", "api key*", "magic link*"];
    private static readonly string[] Guards = ["tls", "https", "mtls", "in transit", "rate limit*", "rate-limit*", "penetration test*", "pen test*", "vulnerabilit*", "firewall*", "csrf", "xss", "sql injection", "content security policy", "security header*", "hsts", "secrets", "key rotation", "brute force", "brute-force", "ip allow*", "dependency scan*"];
    private static readonly string[] Sections = ["compliance", "regulatory", "regulations", "legal requirements", "gdpr"];
    private static readonly string[] Binding = ["must", "required", "mandatory", "minimum", "at least", "at most", "expire", "expires", "lock", "locked", "locks", "hashed", "never", "only", "no longer", "rotated", "live", "lives", "valid", "after"];

    /// <summary>The entities by the words of their names; a password or a session may be one of them.</summary>
    private readonly HashSet<string> _entities = facts.Facts.OfType<EntityFact>().Where(entity => !entity.Weak).Select(entity => Naming.EntityKey(entity.Name)).Where(key => key.Length > 2).ToHashSet(StringComparer.Ordinal);

    /// <summary>Why the statement demands nothing of a row; null when it may, or when it demands nothing.</summary>
    /// <param name="aside">The statement stands in a section on machines or interfaces, where only laws and standards are more than their description.</param>
    public string? Of(Statement statement, bool aside) => statement.Form switch
    {
        StatementForm.CodeLine => statement.Language is "yaml" or "yml" && statement.Headings.Skip(1).TakeLast(2).Any(heading => heading.Says(Sections)) && statement.Text.Contains(':', StringComparison.Ordinal) ? Standard : null,
        _ when statement.Text.EndsWith('?') || statement.Text.EndsWith(':') || statement.Text.Contains('"', StringComparison.Ordinal) || statement.Text.Says(Describing) => null,
        _ when aside => statement.Text.Says(Bound) && Of(statement.Text) == Standard ? Standard : null,
        _ => Of(statement.Text) is { } reason && (reason == Standard || !Names(statement.Text)) ? reason : null,
    };

    /// <summary>What people want and see, what may happen, how fast something is: no demand on the whole product.</summary>
    private static readonly string[] Describing = ["i want", "click*", "screen*", "page", "button*", "redis", "target", "within", "ms", "seconds", "may affect", "might", "per session"];

    private static string? Of(string text) =>
        text.Says(Bound) && (text.Says(Laws) || text.Says("law*", "regulation*", "standard*", "act", "directive*", "eu", "country", "region") || HasCode(text) || text.Says("stays in", "stay in", "must not leave", "data residency")) || text.Says(Laws) && !text.Says("consent*", "export*", "erase*", "delete*") ? Standard
        : text.Says("hashed", "hash") && text.Says("password*", "secret*", "token*") ? Hashed
        : text.Says(Entrances) && (text.Says(Binding) || text.Any(char.IsAsciiDigit)) ? SigningIn
        : text.Says(Guards) && text.Count(character => character == ' ') > 2 ? Protected
        : null;

    /// <summary>"ISO 27001", "EN 301 549": capitals and a number behind them.</summary>
    private static bool HasCode(string text)
    {
        var words = text.Split([' ', ',', '.', '(', ')', '-'], StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(0, Math.Max(0, words.Length - 1)).Any(at => words[at].Length is > 1 and < 7 && words[at].All(char.IsAsciiLetterUpper) && words[at] is not ("ACID" or "API" or "REST" or "SQL" or "JSON" or "PDF")) && (words.Any(word => word.Length > 1 && word.All(char.IsAsciiDigit)) || words.Any(word => word.Length > 2 && word.All(char.IsAsciiLetterUpper)));
    }

    private bool Names(string text)
    {
        var words = Naming.Words(text);
        return Enumerable.Range(0, words.Count).Any(at => _entities.Contains(Nouns.Singular(words[at])) && Nouns.Singular(words[at]) is "session" or "password" or "token" or "login" or "certification");
    }
}
