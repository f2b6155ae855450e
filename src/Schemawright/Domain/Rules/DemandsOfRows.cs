using Schemawright.Documents;
using Schemawright.Facts;
using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Domain.Rules;

/// <summary>
/// Tells by its clauses whether a statement of the business rules demands something of stored rows. A word that elsewhere means a message, a
/// screen or a service ("the parts sent", "a provider reference", "reviews") does not settle what a sentence is about: its subject and verb do.
/// </summary>
internal static class DemandsOfRows
{
    /// <summary>What programs and people do; a table records at most that it was done.</summary>
    private static readonly HashSet<string> Deeds = new(StringComparer.Ordinal)
    {
        "send", "resend", "notify", "remind", "alert", "inform", "announce", "warn", "e-mail", "email", "mail", "message", "tell", "escalate", "contact", "call", "phone", "ring", "beep", "print", "show", "display", "highlight", "render", "redirect",
        "click", "tap", "scan", "log", "sign", "authenticate", "retry", "queue", "cache", "sync", "synchronise", "synchronize", "integrate", "import", "export", "upload", "download", "generate", "calculate", "compute", "recalculate", "report", "monitor",
        "track", "analyse", "analyze", "investigate", "negotiate", "train", "discuss", "communicate", "support", "help", "see", "view", "allow", "enable", "offer", "provide", "use", "run", "trigger", "go", "buffer", "resolve", "happen", "comply", "handle", "process",
        "work", "make", "let", "ask", "suggest", "recommend", "flag", "prompt", "publish", "forward", "deliver", "write", "read", "expect", "apply", "consider", "include", "follow", "perform", "conduct", "document", "coordinate", "manage", "prioritise", "prioritize", "estimate",
        "verify", "validate", "check", "detect", "review", "encourage", "attempt", "try", "give", "receive", "get", "treat", "result", "cause", "lead", "affect", "like", "love", "feel", "want", "wish", "hope", "look", "seem", "respect", "care", "ensure", "avoid", "prevent",
    };

    private static readonly HashSet<string> Products = new(StringComparer.Ordinal) { "system", "application", "app", "platform", "product", "software", "service", "api", "server", "backend", "frontend", "job", "scheduler", "database", "interface", "website", "portal", "screen", "page" };

    private static readonly string[] Bounds =
        ["only", "no", "not", "never", "cannot", "can't", "nobody", "once", "twice", "both", "same", "other", "different", "differ", "differs", "most", "least", "exceed", "exceeds", "unique", "exactly", "without", "unless", "before", "after", "between", "until", "either", "neither", "default", "mandatory", "required"];

    public static bool Is(RuleLine line) => Told(line) is { Count: > 0 } told && told.Exists(clause => IsSaidOfRows(line, clause));

    /// <summary>What authors number, list or put into a section among business rules holds of rows as soon as it speaks of them, or bounds whatever it speaks of.</summary>
    public static bool IsNumbered(RuleLine line) =>
        (line.Fact.Code is not null || line.Fact.Form is FactForm.List or FactForm.Table || line.Fact.Headings.Count > 1) && Told(line) is { Count: > 0 } told
        && told.Exists(clause => clause.Verb is not { Mood: Mood.Possible, Negated: false } && ((clause.Subjects.Any(subject => IsKnown(line, subject.Name)) && SaysMore(line)) || IsDemanded(clause)));

    /// <summary>Beside its subject the statement names an attribute, a value, a figure, a bound or another thing: "vehicles shine" does not.</summary>
    private static bool SaysMore(RuleLine line) =>
        line.Tokens.Any(token => token.Kind == TokenKind.Number || token.IsAny(Bounds)) || line.Vocabulary.EntitiesIn(line.Tokens).Distinct().Count() > 1
        || Enumerable.Range(0, line.Tokens.Count).Any(at => line.Speech.At(line.Tokens, at) is { Column.IsForeignKey: false } || line.Subject is { State: { } state } && state.Type.Values.Contains(line.Tokens[at].Lower, StringComparer.Ordinal));

    /// <summary>The main clauses, when none of them tells what programs or people do; else none.</summary>
    private static List<Clause> Told(RuleLine line) =>
        line.Fact is { Document: DocumentKind.BusinessRules, Keys.Count: 0 } && line.Label.Count == 0
        && ClauseReader.Read(line.Fact.Text).Where(clause => clause.Kind == ClauseKind.Main).ToList() is { Count: > 0 } told && told.TrueForAll(IsSaidOfThings) ? told : [];

    private static bool IsDemanded(Clause clause) =>
        clause.Verb is { Mood: Mood.Demanded } or { Negated: true, Verb: not ("need" or "require") } or { Negated: false, Verb: "need" or "require" or "exceed" or "equal" or "differ" or "lack" };

    private static bool IsSaidOfThings(Clause clause) => clause.Verb.Verb.Length > 0 && !Deeds.Contains(clause.Verb.Verb) && !clause.Subjects.Any(subject => Naming.Words(subject.Name) is [.., var head] && Products.Contains(head));

    /// <summary>The subject is a thing or an attribute of the model, and something is demanded of it: a bound, a figure, or that it must be.</summary>
    private static bool IsSaidOfRows(RuleLine line, Clause clause) =>
        clause.Subjects.Any(subject => IsKnown(line, subject.Name)) && clause.Verb is not { Negated: true, Verb: "need" or "require" } && (IsDemanded(clause) || line.Tokens.Any(token => token.IsAny(Bounds) || token.Kind == TokenKind.Number));

    private static bool IsKnown(RuleLine line, string name)
    {
        var words = Lexer.Read(name);
        return line.Vocabulary.EntitiesIn(words).Any() || Enumerable.Range(0, words.Count).Any(at => line.Speech.At(words, at) is not null || line.Vocabulary.OwnersAt(words, at).Count > 0);
    }
}
