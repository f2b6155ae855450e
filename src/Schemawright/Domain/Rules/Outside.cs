using System.Globalization;
using Schemawright.Facts.Language;

namespace Schemawright.Domain.Rules;

/// <summary>
/// What a database cannot or need not do, told by the verbs and things a statement names. One row per kind of work; the first
/// row that has a word of the statement gives the reason. A word that names an entity of the model says nothing here.
/// </summary>
internal static class Outside
{
    private const string Messages = "“{0}” is about getting a message to people; the application sends it, the database can at most record that it was sent";
    private const string Services = "“{0}” asks another party's service or a network look-up, which a database does not call";
    private const string Figures = "“{0}” is computed when it is asked for, by a report or by the application; nothing stored depends on it";
    private const string Timetable = "“{0}” is a timetable of jobs; the application's scheduler runs them";
    private const string Privacy = "“{0}” is a promise to the people the data is about, which the application's forms and settings keep; what it asks of the database stands under PII Handling";
    private const string Together = "“{0}” is a matter of how people work together; a database cannot know whether they keep to it";
    private const string Authorities = "“{0}” is a duty towards authorities, met by what is filed with them";

    private static readonly (string Reason, string[] Words)[] Kinds =
    [
        (Messages,
            ["send", "sends", "sent", "resend", "notify", "notifies", "notification", "notifications", "sms", "remind", "reminder", "reminders", "alert", "alerts", "escalate", "escalation", "unsubscribe", "newsletter", "digest", "inbox", "announce", "notice"]),
        ("“{0}” is about what a picture shows, which only eyes or text recognition can judge",
            ["visible", "readable", "legible", "blurry", "image", "photo", "ocr", "confidence"]),
        (Services,
            ["mx", "dns", "webhook", "webhooks", "api", "apis", "oauth", "provider", "gateway", "third-party", "integration", "sync", "synchronise", "synchronize", "ml", "model", "ai", "blacklist", "blacklisted", "blocklist", "disposable", "temporary", "geocode", "captcha", "virus", "traffic"]),
        ("“{0}” is how people sign in and stay signed in, which the application's sessions decide",
            ["credentials", "uppercase", "lowercase", "re-authentication", "session", "sessions", "login", "logged-in", "logout", "password", "passwords", "two-factor", "2fa", "mfa", "token", "tokens", "sso", "authenticate", "authenticated", "authentication", "lockout", "jwt", "identity"]),
        (Authorities,
            ["irs", "1099", "1099s", "1099-nec", "withholding", "filing", "w-9", "can-spam", "regulator", "tin"]),
        (Privacy, ["gdpr", "ccpa"]),
        ("“{0}” is behaviour of screens",
            ["display", "displays", "displayed", "show", "shows", "shown", "click", "clicks", "button", "page", "dashboard", "prompt", "prompts", "redirect", "redirects", "checkbox", "checkboxes", "tooltip", "warning", "warn", "warns", "highlight", "strikethrough", "badge", "browser", "render", "dropdown", "message", "messages", "error", "errors", "ui", "ux", "interface", "feedback", "preview", "link", "links", "calendar", "symbol", "app"]),
        ("“{0}” is how the running system copes with load and failure, not a state of the data",
            ["retry", "retries", "backoff", "rate-limit", "throttle", "throttled", "queue", "queued", "cache", "cached", "timeout", "latency", "concurrency", "failover", "uptime", "fallback", "failure", "real-time", "deploy", "deployment", "environment", "endpoint", "endpoints", "https", "tls", "bandwidth", "server", "servers"]),
        ("“{0}” lies in files and folders kept outside the database",
            ["folder", "folders", "directory", "upload", "uploads", "download", "downloads", "thumbnail", "watermark", "filename", "attachment", "attachments", "attach", "pdf", "compress", "compression"]),
        (Figures,
            ["calculate", "calculates", "calculation", "compute", "computed", "average", "report", "reports", "reporting", "summary", "summaries", "metric", "metrics", "export", "trend", "trending", "analysis", "aggregate", "score", "rate", "rates", "pro-rata", "percentage", "statistics", "forecast", "probability", "breakdown", "ytd", "total", "totals", "track", "formula", "convert", "generate", "generates", "history"]),
        (Timetable,
            ["daily", "weekly", "monthly", "nightly", "hourly", "friday", "monday", "scheduled", "scheduler", "cron", "batch", "quarterly", "annually", "bi-weekly", "midnight", "weekends", "holidays", "holiday"]),
        ("“{0}” is about how the database and its server are built and run, which the design decides apart from the rules",
            ["index", "indexed", "indexes", "transaction", "transactions", "prepared", "maintenance", "migration", "migrations", "backup", "backups", "monitoring", "logging", "infrastructure", "devices", "device", "browsers", "responsive", "offline", "pci", "pci-compliant", "constraint", "constraints", "technical", "deadlocks", "container", "apps", "scalability", "licenses"]),
        ("“{0}” is a matter of who may do what; the roles' grants and the row policies decide that",
            ["access", "privilege", "privileges", "permission", "permissions", "rbac", "see", "sees", "authorized", "unauthorized", "manage"]),
    ];

    // What a whole block is about, when a line's own words do not say it.
    private static readonly (string Reason, string[] Words)[] Blocks =
    [
        (Messages, ["notification", "notifications", "reminder", "reminders", "communication", "messaging", "escalation", "communications"]),
        ("“{0}” is how people sign in and stay signed in, which the application's sessions decide", ["password", "passwords", "authentication", "session", "sessions", "login"]),
        (Services, ["integration", "integrations", "sync", "api", "webhook", "mapping", "ocr"]),
        (Privacy, ["gdpr", "ccpa", "privacy"]),
        (Authorities, ["tax", "filing"]),
        (Figures, ["reporting", "report", "reports", "calculation", "calculations", "formula", "metric", "metrics", "kpi", "aggregation", "groupings", "calculate", "score", "rates", "analytics"]),
        (Timetable, ["schedule", "timing", "frequency", "run", "runs"]),
        ("“{0}” says how the application goes on when something went wrong; no state of the stored data follows from it", ["exception"]),
        ("“{0}” is an exception that people decide on; the database knows no such case", ["exceptions"]),
    ];

    // Everyday words: what the block is about says more than they do.
    private static readonly (string Reason, string[] Words)[] Everyday =
    [
        (Together,
            ["manual", "manually", "sla", "negotiate", "review", "reviews", "verify", "verification", "investigate", "train", "training", "policy", "policies", "guidelines", "agreement", "agreements", "union", "employment", "employee", "legal", "counsel", "regulation", "regulations", "breaks", "tools", "supplies", "benefits", "attendance", "call", "calls", "documentation", "follow-up", "support", "contact", "discretion", "override", "exception", "task", "discussion", "acknowledgment", "acknowledgement", "emergency", "split", "working", "exclusive", "engagement", "elsewhere", "communication", "flag", "flags", "hourly", "salary", "wages", "overtime"]),
    ];

    private static readonly string[] Bounds = ["minimum", "maximum", "min", "max"];

    private static readonly string[] ProcessLabels = ["process", "processing", "action", "actions", "step", "steps", "workflow", "flow", "implementation", "procedure", "immediate", "after", "success", "failure", "trigger", "triggers", "then", "escalation", "recovery", "handling", "auto", "detection"];

    /// <summary>A sentence above a list is no label of its steps.</summary>
    private const int LongestLabel = 8;

    public static Reading? Read(RuleLine line)
    {
        if (Phrase.Has(line.Demand, "must", "cannot") && Enumerable.Range(0, Math.Max(0, line.Demand.Count - 1)).Any(at => Phrase.At(line.Demand, at, "sum", "of")))
        {
            return null; // a demand on stored amounts, which has to be asked about when it is not understood
        }

        var own = Words(line);
        var everyday = Of(Everyday, line.Whole.Where(token => line.Vocabulary.Find(token.Text) is null).Select(token => token.Lower));
        if (Of(Kinds, own) is { } said)
        {
            return said;
        }

        var step = line.Fact.Keys.FirstOrDefault(key => Naming.Words(key).Count <= LongestLabel && Naming.Words(key).Any(part => ProcessLabels.Contains(part, StringComparer.Ordinal)));
        if (step is not null)
        {
            return Reading.Elsewhere($"a step of “{step}” that the application takes; it demands no state of the stored data");
        }

        if (Bounded(line))
        {
            return everyday;
        }

        var around = line.Fact.Keys.Append(line.Fact.Title ?? "").Concat(line.Fact.Headings.Skip(Math.Max(1, line.Fact.Headings.Count - 2))).SelectMany(Naming.Words).Where(word => line.Vocabulary.Find(word) is null && !IsPart(line, word));
        return Of(Blocks, around) ?? everyday;
    }

    /// <summary>The words of the line that name nothing of the model; what is denied ("not weekly") says nothing, and a rate limit is no rate.</summary>
    private static List<string> Words(RuleLine line)
    {
        var tokens = line.Whole.Where(token => token.Kind is TokenKind.Word or TokenKind.Number).ToList();
        var words = new List<string>();
        for (var index = 0; index < tokens.Count; index++)
        {
            if (index > 0 && tokens[index - 1].Lower is "not")
            {
                continue;
            }

            if (IsOwnWord(line, tokens[index].Lower))
            {
                continue;
            }

            var limited = tokens[index].Lower is "rate" && index + 1 < tokens.Count && tokens[index + 1].Lower is "limit" or "limits" or "limiting";
            words.AddRange(limited ? ["rate-limit"] : line.Vocabulary.EntityAt(tokens, index, out _) is null && !IsPart(line, tokens[index].Lower) ? [tokens[index].Lower] : []);
        }

        return words;
    }

    /// <summary>"Sent invoices", where sent is a state of theirs, and "the total", where they hold one, speak of what is stored.</summary>
    private static bool IsOwnWord(RuleLine line, string word) =>
        line.Subject is { } subject && line.Fact is { Document: Documents.DocumentKind.BusinessRules, Keys.Count: 0 }
        && (subject.State?.Type.Values.Contains(word, StringComparer.Ordinal) == true || subject.Columns.Any(column => !column.IsForeignKey && column.Words.Count < 3 && column.Words.Contains(Nouns.Singular(word), StringComparer.Ordinal)));

    /// <summary>"Charging sessions" as a heading names a thing of the model, and no signing in.</summary>
    private static bool IsPart(RuleLine line, string word) => line.Vocabulary.NameWords.Contains(Nouns.Singular(word));

    /// <summary>A bound of an amount is a demand on data, whatever the block is about.</summary>
    private static bool Bounded(RuleLine line) => line.Whole.Count > 0 && line.Whole[0].IsAny(Bounds);

    private static Reading? Of((string Reason, string[] Words)[] kinds, IEnumerable<string> words)
    {
        var said = words.ToArray();
        foreach (var (reason, lexicon) in kinds)
        {
            if (said.FirstOrDefault(word => lexicon.Contains(word, StringComparer.Ordinal)) is { } word)
            {
                return Reading.Elsewhere(string.Format(CultureInfo.InvariantCulture, reason, word));
            }
        }

        return null;
    }
}
