using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;
using Schemawright.Terms;

namespace Schemawright.Facts.Rules.Retention;

/// <summary>Reads how long data is kept: "Invoices: 10 years after payment", "keep visits for 5 years", "purge drafts after 90 days"; and what is said of holds.</summary>
internal sealed class RetentionReader : IFactReader
{
    private const int LongestLabelled = 80;

    private static readonly string[] Sections = ["retention", "record keeping", "recordkeeping", "data lifecycle", "archiving", "archival", "data disposal", "how long", "keeping", "we keep", "storage periods"];
    private static readonly string[] Records = ["log", "logs", "trail", "trails", "history", "backup", "backups"];
    private static readonly string[] RecordLinks = [" of ", " for ", " on ", " covering "];
    private static readonly string[] Holds = ["legal hold", "legal holds", "litigation hold", "litigation holds"];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        foreach (var line in facts.OutlineOf(document))
        {
            if (line.Form == OutlineForm.Program || line.IsLabelOnly || IsLookalike(line))
            {
                continue;
            }

            if (line.Whole.Says(Holds) && Periods.Find(line.Text) is null)
            {
                facts.Add(new HoldFact(line.Span, line.Words));
                facts.Classify(line.Span, StatementClass.Rule, "demands something of data under legal hold");
            }
            else if (Periods.Find(line.Text) is { } period)
            {
                ReadLine(line, period, facts);
            }
        }
    }

    private static void ReadLine(OutlineLine line, FoundPeriod period, FactCollector facts)
    {
        if (Labelled(line, period) is { Length: > 0 } subject)
        {
            Add(line, new(WithoutArticle(subject), period.Period, RetentionWords.Kind(WithoutArticle(subject), line.Whole), RetentionWords.From(line.Text), Disposal(line.Text), null), facts);
            return;
        }

        foreach (var kept in OfNoun(line, period) is { } noun ? [noun] : KeptFor.In(line.Text))
        {
            var about = kept.Subject.Length > 0 && !kept.Subject.Says("data", "records") ? kept.Subject : kept.Subject.Contains(' ', StringComparison.Ordinal) ? kept.Subject : line.Label ?? (kept.Subject.Length > 0 ? kept.Subject : RuleSubjects.Of(line.Headings) ?? "");
            about = UpTo(about, " are never", " are not", " is never", " is not", " must not", " cannot", " may not");
            if (about.Length > 0 && !RetentionWords.IsLookalike(about))
            {
                Add(line, kept with { Subject = about }, facts);
            }
        }
    }

    private static void Add(OutlineLine line, KeptFor kept, FactCollector facts)
    {
        kept = kept with { Subject = KeepsChanges(line.Whole) ? "audit log" : RecordOf(kept.Subject) };
        foreach (var subject in kept.Subject.Length <= 60 ? ItemLists.Split(kept.Subject) : [kept.Subject])
        {
            facts.Add(new RetentionFact(subject, kept.Period, kept.Kind, kept.From, kept.Disposal, line.Span, line.Words) { Unless = kept.Unless });
        }

        facts.Classify(line.Span, StatementClass.Rule, $"says how long {kept.Subject} are kept");
    }

    /// <summary>"An audit log of all changes to rates, kept for a year": the log is kept, not the rates.</summary>
    private static string RecordOf(string subject)
    {
        var of = Array.Find(RecordLinks, link => subject.Seek(link) > 0);
        var head = of is null ? subject : subject[..subject.Seek(of)];
        return of is not null && Records.Contains(head.Split(' ')[^1], StringComparer.OrdinalIgnoreCase) ? head : subject;
    }

    /// <summary>"Every change of a rate is recorded and kept for a year": the records of the changes are kept, not the rates.</summary>
    private static bool KeepsChanges(string words) =>
        words.Opens("every change", "each change", "all changes", "changes to", "changes of", "any change") && words.Says("recorded", "logged", "tracked", "audited");

    /// <summary>"the audit trail", "all invoices" are the trail and the invoices.</summary>
    private static string WithoutArticle(string subject)
    {
        var word = subject.Split(' ', 2);
        return word.Length == 2 && word[0].ToLowerInvariant() is ("the" or "a" or "an" or "all" or "any" or "every" or "our") ? word[1] : subject;
    }

    private static bool IsLookalike(OutlineLine line) =>
        RetentionWords.IsLookalike(KeptClause(line)) || RetentionWords.IsLookalike(line.Heading) || line.Keys.Any(RetentionWords.IsLookalike)
        || line.Topic is HeadingTopic.Prose;

    /// <summary>An exception or an anchor may speak of a log-in; what is kept must not.</summary>
    private static string KeptClause(OutlineLine line) => line.Whole.Split([" unless ", " from the last ", " after the last ", " after their last "], 2, StringSplitOptions.None)[0];

    private static string? Labelled(OutlineLine line, FoundPeriod period) =>
        line.Label is { } label && label.Says("retention") ? OfRetentionLabel(line, label, period)
        : line.Label is { } kept && line.StandsUnder(Sections) && line.Text.Length - (period.End - period.Start) <= LongestLabelled && !KeptFor.In(line.Text).Any(known => known.Subject.Length > 0) ? kept
        : null;

    /// <summary>"Data retention: 10 years for tax records", "Log retention: 60 days", "Retention: 20 days" under "Messages".</summary>
    private static string? OfRetentionLabel(OutlineLine line, string label, FoundPeriod period)
    {
        var named = line.Text.After("for", "of") is >= 0 and var at && at > period.End ? line.Text[at..].Trim() : null;
        var own = label.Replace("retention", "", StringComparison.OrdinalIgnoreCase).Replace("period", "", StringComparison.OrdinalIgnoreCase).Replace("policy", "", StringComparison.OrdinalIgnoreCase).Trim();
        var inherited = line.Keys.LastOrDefault(key => !key.Says("retention"));
        inherited = inherited is not null && line.HeadingsSay(2, "notification*") ? $"{inherited} notifications" : inherited;
        return named ?? (own.Length > 0 && !own.Equals("data", StringComparison.OrdinalIgnoreCase) ? own : inherited ?? RuleSubjects.Of(line.Headings));
    }

    /// <summary>"retention of invoices is 10 years", "7 years retention".</summary>
    private static KeptFor? OfNoun(OutlineLine line, FoundPeriod period)
    {
        var text = line.Text;
        var noun = text.After("retention for", "retention of", "retention period for", "retention period of", "deletion for", "deletion of", "retention requirements for", "retention requirement for");
        var subject = noun >= 0 ? UpTo(text[noun..], " is ", " are ", " (", ",", ":") : text.Says("retention") && period.Start < text.Find("retention") ? RuleSubjects.Of(line.Headings) : null;
        return subject is { Length: > 0 } ? new(WithoutArticle(subject), period.Period, RetentionWords.Kind(subject, line.Whole), RetentionWords.From(text), Disposal(text), null) : null;
    }

    private static string UpTo(string text, params ReadOnlySpan<string> ends)
    {
        var end = text.Length;
        foreach (var stop in ends)
        {
            end = text.IndexOf(stop, StringComparison.Ordinal) is > 0 and var at && at < end ? at : end;
        }

        return text[..end].Trim().TrimEnd('.');
    }

    private static string? Disposal(string text) =>
        text.After("then") is >= 0 and var then ? text[then..].Trim(' ', '.', ',')
        : text.Says("anonymi*") ? "anonymise" : text.Says("archive*") ? "archive" : text.Says("delete*", "purge*", "erase*", "remove*") ? "delete" : null;
}
