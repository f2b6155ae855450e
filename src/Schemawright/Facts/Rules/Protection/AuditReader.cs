using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;

namespace Schemawright.Facts.Rules.Protection;

/// <summary>Reads demands to record changes and accesses: "all price changes are logged with who, when and why".</summary>
internal sealed class AuditReader : IFactReader
{
    private const int LongestDemand = 300;

    private static readonly string[] Lists =
    [
        "audit requirements", "audit events", "monitored events", "audited events", "events to audit", "logged events", "audit log events",
        "log the following", "logs the following", "logging the following", "audit the following", "record the following actions", "record the following events", "following actions are logged", "following events are logged", "following actions must be logged",
        "following events must be logged", "following actions shall be logged", "following events shall be logged", "following changes are logged", "following operations are logged", "following is logged", "following are logged", "following are audited",
    ];

    private static readonly string[] NoDemand =
    [
        "error", "errors", "stack trace*", "debug*", "cascades", "logged out", "logged in", "log in", "access audit logs", "read audit logs", "view audit logs", "view the audit log", "preserve audit logs", "audit log retention", "audit logging operational", "retrieval",
        "never be logged", "not be logged", "never logged", "not logged",
    ];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        foreach (var line in facts.OutlineOf(document))
        {
            if (line.Form == OutlineForm.Program || line.IsLabelOnly || line.Topic is HeadingTopic.Prose or HeadingTopic.Process || line.Words.Length > LongestDemand)
            {
                continue;
            }

            if (line.KeysSay(Lists))
            {
                Add(line, [ListedSubject(line)], line.Whole, facts);
            }
            else if (line.Topic != HeadingTopic.Infrastructure && IsDemand(line) && AuditPhrases.Subjects(line) is { Count: > 0 } subjects)
            {
                Add(line, subjects, line.Whole.Says("who", "when", "why") ? ItemLists.InParentheses(line.Whole) ?? "who, what, when" : null, facts);
            }
        }
    }

    private static void Add(OutlineLine line, IReadOnlyList<string> subjects, string? detail, FactCollector facts)
    {
        foreach (var subject in subjects)
        {
            facts.Add(new AuditFact(subject, detail, line.Span, line.Words));
        }

        facts.Classify(line.Span, StatementClass.Rule, "asks for a record of changes or accesses");
    }

    /// <summary>Reading the log, keeping it and testing it are no demands to write it.</summary>
    private static bool IsDemand(OutlineLine line) =>
        !line.Whole.Says(NoDemand) && !(line.StandsUnder("retention", "record keeping") && Periods.In(line.Text) is not null);

    private static string ListedSubject(OutlineLine line) =>
        line.KeysSay("audit requirements") ? RuleContext.Of(line)?.Title is { Length: > 0 } title && !title.Says("security", "compliance") ? title : "all data" : line.Whole;
}
