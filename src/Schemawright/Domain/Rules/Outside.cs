using Schemawright.Facts.Language;

namespace Schemawright.Domain.Rules;

/// <summary>
/// What a database cannot or need not do, told by the verbs and things a statement names. One row per kind of work; the first
/// row that has a word of the statement gives the reason.
/// </summary>
internal static class Outside
{
    private static readonly (string Reason, string[] Words)[] Kinds =
    [
        ("“{0}” is about getting a message to people; the application sends it, the database can at most record that it was sent",
            ["send", "sends", "sent", "resend", "notify", "notifies", "notification", "notifications", "sms", "remind", "reminder", "reminders", "alert", "alerts", "escalate", "escalation", "unsubscribe", "newsletter", "digest", "inbox", "announce"]),
        ("“{0}” asks another party's service or a network look-up, which a database does not call",
            ["mx", "dns", "webhook", "webhooks", "api", "apis", "oauth", "ocr", "provider", "gateway", "third-party", "exchange", "integration", "sync", "synchronise", "synchronize", "ml", "model", "ai", "blacklist", "blacklisted", "blocklist", "disposable", "temporary", "irs", "geocode", "captcha", "virus", "scan", "scanned"]),
        ("“{0}” is how people sign in and stay signed in, which the application's sessions decide",
            ["session", "sessions", "login", "logged-in", "logout", "password", "passwords", "two-factor", "2fa", "mfa", "token", "tokens", "sso", "authenticate", "authenticated", "authentication", "captcha", "lockout", "jwt"]),
        ("“{0}” is behaviour of screens",
            ["display", "displays", "displayed", "show", "shows", "shown", "click", "clicks", "button", "screen", "page", "dashboard", "prompt", "prompts", "redirect", "redirects", "checkbox", "checkboxes", "tooltip", "warning", "warn", "warns", "highlight", "strikethrough", "badge", "browser", "render", "form", "dropdown", "message", "messages", "error", "ui", "ux", "interface", "feedback", "preview", "link", "links", "calendar", "visible", "image", "readable"]),
        ("“{0}” is how the running system copes with load and failure, not a state of the data",
            ["retry", "retries", "backoff", "rate-limit", "throttle", "throttled", "queue", "queued", "cache", "cached", "timeout", "latency", "concurrency", "failover", "uptime", "fallback", "recover", "failure", "real-time", "deploy", "deployment", "environment", "endpoint", "endpoints", "https", "tls", "ip", "bandwidth", "server", "servers", "optimistic"]),
        ("“{0}” lies in files and folders kept outside the database",
            ["folder", "folders", "directory", "upload", "uploads", "download", "downloads", "thumbnail", "watermark", "filename", "attachment", "attachments", "attach", "pdf", "scanned", "compress", "compression"]),
        ("“{0}” is computed when it is asked for, by a report or by the application; nothing stored depends on it",
            ["calculate", "calculates", "calculation", "compute", "computed", "average", "report", "reports", "reporting", "summary", "summaries", "metric", "metrics", "dashboard", "export", "trend", "trending", "analysis", "aggregate", "score", "rate", "rates", "pro-rata", "percentage", "groupings", "statistics", "forecast", "probability", "breakdown", "ytd", "total", "totals", "track", "formula", "convert", "generate", "generates"]),
        ("“{0}” is a timetable of jobs; the application's scheduler runs them",
            ["daily", "weekly", "monthly", "nightly", "hourly", "friday", "monday", "schedule", "scheduled", "scheduler", "cron", "batch", "quarterly", "annually", "bi-weekly", "midnight"]),
        ("“{0}” is done by people; a database cannot know whether they did",
            ["manual", "manually", "sla", "negotiate", "review", "reviews", "verify", "verification", "investigate", "train", "training", "policy", "policies", "guidelines", "agreement", "agreements", "union", "employment", "employee", "legal", "counsel", "regulation", "regulations", "compliance", "hours", "breaks", "tools", "supplies", "benefits", "attendance", "call", "calls", "document", "documents", "documentation", "follow-up", "support", "contact", "office", "discretion", "approve", "approval", "override", "exception", "task", "discussion", "acknowledgment", "acknowledgement", "emergency", "split", "working", "exclusive", "engagement", "tax", "form", "filing"]),
    ];

    private static readonly string[] ProcessLabels = ["process", "processing", "action", "actions", "step", "steps", "workflow", "flow", "implementation", "procedure", "immediate", "after", "success", "failure", "trigger", "triggers", "then", "escalation", "recovery", "handling", "refresh", "reminder"];

    public static Reading? Read(RuleLine line)
    {
        var words = line.Whole.Where(token => token.Kind == TokenKind.Word).Select(token => token.Lower).ToArray();
        foreach (var (reason, lexicon) in Kinds)
        {
            if (words.FirstOrDefault(word => lexicon.Contains(word, StringComparer.Ordinal)) is { } word)
            {
                return Reading.Elsewhere(string.Format(System.Globalization.CultureInfo.InvariantCulture, reason, word));
            }
        }

        var step = line.Fact.Keys.FirstOrDefault(key => Naming.Words(key).Any(part => ProcessLabels.Contains(part, StringComparer.Ordinal)));
        return step is null ? null : Reading.Elsewhere($"a step of “{step}” that the application takes; it demands no state of the stored data");
    }
}
