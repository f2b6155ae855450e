using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;

namespace Schemawright.Facts.Rules.Protection;

/// <summary>Reads demands to record changes and accesses: "all price changes are logged with who, when and why".</summary>
internal sealed class AuditReader : IFactReader
{
    private static readonly string[] Lists = ["audit requirements", "audit events", "monitored events", "audited events", "events to audit", "logged events", "audit log events"];

    private static readonly string[] Phrases =
        ["audit trail*", "audit log*", "audit logging", "audit all", "log attempt*", "log all", "log every", "must be logged", "are logged", "is logged", "shall be logged", "change history", "log state change*", "logs every change", "activity log*", "record who"];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        foreach (var line in facts.OutlineOf(document))
        {
            if (line.Form == OutlineForm.Program || line.IsLabelOnly || line.Topic is HeadingTopic.Prose or HeadingTopic.Process || line.Words.Length > 300)
            {
                continue;
            }

            var listed = line.KeysSay(Lists);
            if (listed || (line.Topic != HeadingTopic.Infrastructure && IsDemand(line)))
            {
                facts.Add(new AuditFact(listed ? ListedSubject(line) : Subject(line), listed ? line.Whole : Detail(line.Whole), line.Span, line.Words));
                facts.Classify(line.Span, StatementClass.Rule, "asks for a record of changes or accesses");
            }
        }
    }

    /// <summary>Reading the log, keeping it and testing it are no demands to write it.</summary>
    private static bool IsDemand(OutlineLine line) =>
        line.Whole.Says(Phrases) && !line.Whole.Says("error", "errors", "stack trace*", "debug*", "delete", "remove", "cascades", "logged out", "logged in", "access audit logs", "read audit logs", "view audit logs", "preserve audit logs", "audit log retention", "audit logging operational", "retrieval")
        && !(line.StandsUnder("retention", "record keeping") && Periods.In(line.Text) is not null);

    private static string ListedSubject(OutlineLine line) =>
        line.KeysSay("audit requirements") ? RuleContext.Of(line)?.Title is { Length: > 0 } title && !title.Says("security", "compliance") ? title : "all data" : line.Whole;

    private static string Subject(OutlineLine line)
    {
        var whole = line.Whole;
        var at = whole.After("logging of all", "logging of", "log of all", "log of", "logging for all", "logging for", "audit all", "trail for all", "trail for", "trail of", "log all", "log every", "history of", "requirements for", "when for");
        if (at >= 0 && whole[at..].Trim(' ', '.', '(', ')') is { Length: > 2 and <= 80 } subject)
        {
            return subject;
        }

        var passive = whole.Find("are logged") is > 0 and var are ? are : whole.Find("is logged") is > 0 and var single ? single : whole.Find("shall be logged") is > 0 and var shall ? shall : whole.Find("must be logged");
        return passive > 0 ? whole[..passive].Trim().TrimStart("All ".ToCharArray()) is { Length: > 2 } before ? before : whole[..passive].Trim() : RuleContext.Of(line)?.Title ?? "all data";
    }

    private static string? Detail(string whole) => whole.Says("who", "when", "why") ? ItemLists.InParentheses(whole) ?? "who, what, when" : null;
}
