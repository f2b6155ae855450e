using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;
using Schemawright.Terms;

namespace Schemawright.Facts.Rules.Retention;

/// <summary>Reads how long data is kept: "Invoices: 10 years after payment", "keep visits for 5 years", "purge drafts after 90 days".</summary>
internal sealed class RetentionReader : IFactReader
{
    private static readonly string[] Sections = ["retention", "record keeping", "recordkeeping", "data lifecycle", "archiving", "archival", "data disposal"];
    private static readonly string[] Keeping = ["retain*", "retained", "keep", "keeps", "kept", "maintain*", "preserve*", "preserved", "store for", "stored for", "archived for"];
    private static readonly string[] Ending = ["delete*", "deleted", "purge*", "purged", "remove*", "removed", "erase*", "erased", "anonymi*"];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        foreach (var line in facts.OutlineOf(document))
        {
            if (line.Form == OutlineForm.Program || line.IsLabelOnly || IsLookalike(line) || Periods.Find(line.Text) is not { } period)
            {
                continue;
            }

            if (Subject(line, period) is { Length: > 0 } subject)
            {
                Add(line, WithoutArticle(subject), period.Period, facts);
            }
        }
    }

    private static void Add(OutlineLine line, string subject, Period period, FactCollector facts)
    {
        facts.Add(new RetentionFact(
            subject, period, RetentionWords.Kind(subject, line.Whole), RetentionWords.From(line.Text), Disposal(line.Text), line.Span, line.Words));
        facts.Classify(line.Span, StatementClass.Rule, $"says how long {subject} are kept");
    }

    /// <summary>"the audit trail", "all invoices" are the trail and the invoices.</summary>
    private static string WithoutArticle(string subject)
    {
        var word = subject.Split(' ', 2);
        return word.Length == 2 && word[0].ToLowerInvariant() is ("the" or "a" or "an" or "all" or "any" or "every" or "our") ? word[1] : subject;
    }

    private static bool IsLookalike(OutlineLine line) =>
        RetentionWords.IsLookalike(line.Whole) || RetentionWords.IsLookalike(line.Heading) || line.Keys.Any(RetentionWords.IsLookalike)
        || line.Topic is HeadingTopic.Prose;

    private static string? Subject(OutlineLine line, FoundPeriod period)
    {
        if (line.Label is { } label && label.Says("retention"))
        {
            return OfRetentionLabel(line, label, period);
        }

        if (line.Label is { } kept && line.StandsUnder(Sections))
        {
            return line.Text.Length - (period.End - period.Start) > 80 ? null : kept;
        }

        return OfSentence(line, period);
    }

    /// <summary>"Data retention: 10 years for tax records", "Log retention: 60 days", "Retention: 20 days" under "Messages".</summary>
    private static string? OfRetentionLabel(OutlineLine line, string label, FoundPeriod period)
    {
        var named = line.Text.After("for", "of") is >= 0 and var at && at > period.End ? line.Text[at..].Trim() : null;
        var own = label.Replace("retention", "", StringComparison.OrdinalIgnoreCase).Replace("period", "", StringComparison.OrdinalIgnoreCase).Replace("policy", "", StringComparison.OrdinalIgnoreCase).Trim();
        var inherited = line.Keys.LastOrDefault(key => !key.Says("retention"));
        inherited = inherited is not null && line.HeadingsSay(2, "notification*") ? $"{inherited} notifications" : inherited;
        return named ?? (own.Length > 0 && !own.Equals("data", StringComparison.OrdinalIgnoreCase) ? own : inherited ?? RuleSubjects.Of(line.Headings));
    }

    private static string? OfSentence(OutlineLine line, FoundPeriod period)
    {
        var text = line.Text;
        var noun = text.After("retention for", "retention of", "deletion for", "deletion of", "retention requirements for", "retention requirement for");
        if (noun >= 0)
        {
            return UpTo(text[noun..], " is ", " are ", " (", ",");
        }

        if (text.Says("retention") && period.Start < text.Find("retention"))
        {
            return RuleSubjects.Of(line.Headings);
        }

        var verb = text.After(Keeping);
        var ends = verb < 0 ? text.After(Ending) : -1;
        if (verb >= 0 && text.LastIndexOf("for ", period.Start, StringComparison.OrdinalIgnoreCase) is var link && link >= 0 && period.Start - link <= 14)
        {
            return Between(text, verb, link);
        }

        return ends >= 0 && text.LastIndexOf("after ", period.Start, StringComparison.OrdinalIgnoreCase) is var after && after > 0 && period.Start - after <= 12 ? Between(text, ends, after) : null;
    }

    /// <summary>What stands between verb and period; in the passive what stands before the verb.</summary>
    private static string Between(string text, int verbEnd, int link)
    {
        var wordEnd = verbEnd;
        while (wordEnd < text.Length && char.IsLetter(text[wordEnd]))
        {
            wordEnd++;
        }

        var between = link > wordEnd ? text[wordEnd..link].Trim() : "";
        if (between.Length > 0 && !between.Equals("automatically", StringComparison.OrdinalIgnoreCase))
        {
            return between;
        }

        var before = text[..wordEnd];
        var cut = before.Find("must") is >= 0 and var must ? must : before.Find("shall") is >= 0 and var shall ? shall : before.Find("are") is >= 0 and var are ? are : before.Find("is") is >= 0 and var single ? single : 0;
        return before[..cut].Trim();
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
