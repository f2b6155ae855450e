using Schemawright.Facts.Language;
using Schemawright.Facts.Rules.Protection;
using Schemawright.Terms;

namespace Schemawright.Facts.Rules.Retention;

/// <summary>What one clause says of how long things stay: "Visits are kept for five years after discharge", "purge drafts older than 90 days".</summary>
/// <param name="Subject">Empty when the clause has none of its own: "… and deleted after ten years".</param>
/// <param name="Unless">The exception, as written.</param>
internal sealed record KeptFor(string Subject, Period Period, RetentionKind Kind, string? From, string? Disposal, string? Unless)
{
    private const int LongestSubject = 80;

    private static readonly string[] Orders = [", keep ", ", retain ", ", store ", ", delete ", ", purge ", ", archive "];
    private static readonly string[] Joints = [", then ", " and then ", ", but ", " while ", ", and ", " and "];

    private static readonly string[] Keeping = ["retained", "retain", "retains", "keep", "keeps", "kept", "maintained", "maintain", "maintains", "preserved", "preserve", "stored", "store", "archived", "archive", "remain", "remains"];
    private static readonly string[] Ending = ["deleted", "delete", "deletes", "purged", "purge", "purges", "removed", "remove", "removes", "erased", "erase", "anonymised", "anonymized", "anonymise", "anonymize", "pseudonymised", "pseudonymized", "destroyed", "destroy", "wiped", "disposed of", "cleaned up", "dropped", "scrubbed"];
    private static readonly string[] AfterDeletion =
        [" can be restored", " may be restored", " can be recovered", " may be recovered", " can be undeleted", " may be undeleted", " can be brought back", " remain restorable", " remain recoverable", " stay recoverable", " stay restorable", " are kept", " are retained", " are purged", " are permanently", " are removed", " are erased"];

    private static readonly string[] Marked =
        [" are soft deleted", " are soft-deleted", " are softly deleted", " are logically deleted", " are marked as deleted", " are only marked as deleted", " is soft deleted", " is soft-deleted", " is softly deleted", " is marked as deleted", " is only marked as deleted"];

    private static readonly string[] Links = ["for at least", "for a minimum of", "for no less than", "for not less than", "for up to", "for a maximum of", "for no longer than", "for at most", "for no more than", "for", "at least", "up to", "no longer than", "a minimum of", "older than", "after", "within", "once they are", "when older than", "when they are older than", "during", "not longer than"];
    private static readonly string[] Helpers = ["must not be", "may not be", "cannot be", "can not be", "shall not be", "should not be", "must never be", "must be", "shall be", "should be", "have to be", "has to be", "need to be", "needs to be", "are to be", "is to be", "will be", "are automatically", "is automatically", "are not", "is not", "are only", "are", "is", "must", "shall", "should", "be", "being", "automatically", "permanently", "to be"];
    private static readonly string[] Determiners = ["the", "all", "any", "every", "each", "our", "a", "an", "of", "old", "after", "that"];

    /// <summary>All that the sentence says, one after another; a later clause without a subject speaks of the one before.</summary>
    public static IEnumerable<KeptFor> In(string sentence)
    {
        if (OfDeleted(sentence) is { } deleted)
        {
            yield return deleted;
            yield break;
        }

        var subject = "";
        foreach (var clause in Clauses(sentence))
        {
            if (Read(clause) is { } kept)
            {
                subject = IsOwned(kept.Subject) && ProtectedThings.First(sentence) is [var owner, ..] ? $"data of {owner}" : kept.Subject.Length > 0 && !IsPronoun(kept.Subject) ? kept.Subject : subject;
                yield return kept with { Subject = subject };
            }
        }
    }

    /// <summary>"Deleted parcels can be restored for ten days", "deleted parcels are purged after ten days": the time counts from the deletion.</summary>
    private static KeptFor? OfDeleted(string sentence) => OfMarked(sentence) ??
        (sentence.Opens("deleted") && !sentence.Says("at least", "minimum", "unless", "not") && Periods.Find(sentence) is { } period && Array.Find(AfterDeletion, verb => sentence.Seek(verb) > 0) is { } known
        && sentence["deleted".Length..sentence.Seek(known)].Trim() is { Length: > 0 and <= LongestSubject } subject && period.Start > sentence.Seek(known)
            ? new(Bare(subject), period.Period, RetentionKind.Maximum, "deletion", "delete", null) : null);

    /// <summary>"Parcels are soft-deleted and can be restored for ten days", "Parcels are softly deleted and purged after ten days".</summary>
    private static KeptFor? OfMarked(string sentence)
    {
        var mark = Array.Find(Marked, words => sentence.Seek(words) > 0);
        var at = mark is null ? -1 : sentence.Seek(mark);
        return at > 0 && !sentence.Says("at least", "minimum", "unless", "not", "never") && Periods.Find(sentence, at) is { } period && sentence[(at + mark!.Length)..period.Start].Says("restored", "recovered", "undeleted", "brought back", "restorable", "recoverable", "purged", "permanently", "removed", "erased")
            && Bare(sentence[..at]) is { Length: > 0 and <= LongestSubject } subject
                ? new(subject, period.Period, RetentionKind.Maximum, "deletion", "delete", null) : null;
    }

    private static IEnumerable<string> Clauses(string sentence)
    {
        foreach (var part in sentence.Split([';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var start = 0;
            foreach (var joint in Joints)
            {
                var at = part.Seek(joint, start);
                if (at > 0 && Periods.Find(part[start..at]) is not null && Periods.Find(part, at) is not null && part[at..].Says(Keeping.Concat(Ending).ToArray()))
                {
                    yield return part[start..at];
                    start = at + joint.Length;
                }
            }

            // "delete drafts after a year, keep invoices ten years": an order begins anew.
            foreach (var order in Orders)
            {
                var at = part.Seek(order, start);
                if (at > start && Periods.Find(part[start..at]) is not null && Periods.Find(part, at) is not null)
                {
                    yield return part[start..at];
                    start = at + 2;
                }
            }

            yield return part[start..];
        }
    }

    private static KeptFor? Read(string clause)
    {
        var exception = clause.After("unless", "except when", "except if", "except where", "except");
        var main = exception > 0 ? clause[..clause.LastIndexOf(' ', exception - 1)].Trim() : clause;
        if (Periods.Find(main) is not { } period || Verb(main) is not var (verb, place, ends))
        {
            return null;
        }

        var before = main[..place].TrimEnd();
        var helper = Helper(before);
        var isPassive = verb.EndsWith("ed", StringComparison.Ordinal) || verb is "kept" or "remain" or "remains" or "disposed of" or "cleaned up";
        if (!Linked(main, period, place, ends, isPassive) || (ends && before.Says("can", "may") && !before.Says("may not", "can not")))
        {
            return null;
        }

        var subject = Thing(main, place, place + verb.Length, period, helper, isPassive);
        var negated = before.Says("not", "cannot", "never");
        return subject.Length > LongestSubject ? null : new(
            subject, period.Period, KindOf(subject, main, verb.StartsWith("archiv", StringComparison.Ordinal) ? LaysAside(main, place) : ends, negated), RetentionWords.After(main, period), DisposalOf(verb, main), exception > 0 ? clause[exception..].Trim(' ', '.') : null);
    }

    private static (string Verb, int At, bool Ends)? Verb(string text)
    {
        (string Verb, int At, bool Ends)? found = null;
        foreach (var (verb, ends) in Ending.Select(verb => (verb, true)).Concat(Keeping.Select(verb => (verb, false))))
        {
            if (text.Find(verb) is >= 0 and var at && (found is not var (_, known, _) || at < known))
            {
                found = (verb, at, ends);
            }
        }

        return found;
    }

    /// <summary>The period hangs on the verb: "for five years", "after 90 days", "one year after …", "within 30 days of …".</summary>
    private static bool Linked(string text, FoundPeriod period, int verb, bool ends, bool isPassive)
    {
        var before = text[..period.Start].TrimEnd();
        var link = Array.Find(Links, link => before.EndsWith(link, StringComparison.OrdinalIgnoreCase) && (before.Length == link.Length || before[^(link.Length + 1)] == ' '));
        link ??= before.EndsWith(" least", StringComparison.OrdinalIgnoreCase) || before.EndsWith(" than", StringComparison.OrdinalIgnoreCase) || before.EndsWith(" minimum of", StringComparison.OrdinalIgnoreCase) ? "for" : null;
        if (link is null && !ends && verb == 0 && period.End >= text.TrimEnd('.', ' ').Length)
        {
            return true; // "keep invoices ten years"
        }

        if (link is "within")
        {
            return ends && isPassive;
        }

        return link is not null ? ends ? link is not "for" || text.Says("not", "never", "cannot") : link is not ("after" or "within") || text.Says("archive", "archived") : RetentionWords.After(text, period) is not null && period.Start > verb || !ends && before.EndsWith(" kept", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>"archived after a year" says when they go; "archived for a year" how long they are kept.</summary>
    private static bool LaysAside(string text, int verb) => text[verb..].Says("after", "once", "when older than", "older than") && text[..verb].Says("is", "are", "be", "being", "get", "gets") && !text.Says("at least");

    private static string? Helper(string before) => Array.Find(Helpers, helper => before.EndsWith(" " + helper, StringComparison.OrdinalIgnoreCase));

    private static string Thing(string text, int verb, int verbEnd, FoundPeriod period, string? helper, bool isPassive)
    {
        if (isPassive)
        {
            var before = text[..verb].TrimEnd();
            for (var known = helper; known is not null; known = Helper(before))
            {
                before = before[..^(known.Length + 1)].TrimEnd();
            }

            // "After two years inactive accounts are deleted", "Accounts older than two years are deleted".
            before = period.Start < verb ? period.End <= before.Length && before[..period.Start].Says("older") is false ? before[period.End..] : before[..period.Start] : before;
            return Bare(before);
        }

        var between = period.Start > verbEnd ? text[verbEnd..period.Start] : "";
        foreach (var link in Links)
        {
            between = between.TrimEnd().EndsWith(" " + link, StringComparison.OrdinalIgnoreCase) ? between.TrimEnd()[..^(link.Length + 1)] : between;
        }

        return Bare(between);
    }

    private static string Bare(string words)
    {
        var text = ItemLists.WithoutParentheses(words).Trim(' ', ',', '.', ':');
        foreach (var tail in (ReadOnlySpan<string>)["older than", "that are", "which are", "after", "for"])
        {
            text = text.EndsWith(" " + tail, StringComparison.OrdinalIgnoreCase) ? text[..^(tail.Length + 1)].TrimEnd() : text;
        }

        foreach (var opener in Determiners)
        {
            text = text.Opens(opener) && text.Length > opener.Length ? text[opener.Length..].Trim(' ', ',') : text;
        }

        return text;
    }

    /// <summary>"their data": of those the sentence speaks of.</summary>
    private static bool IsOwned(string subject) => subject.Opens("their data", "their personal data", "its data", "their information", "their records");

    private static bool IsPronoun(string subject) => subject.ToLowerInvariant() is "they" or "it" or "them" or "these" or "which" or "this";

    private static RetentionKind KindOf(string subject, string clause, bool ends, bool negated) =>
        ends ? negated ? RetentionKind.Minimum : RetentionKind.Maximum
        : clause.Says("up to", "at most", "no longer than", "not longer than", "maximum", "no more than") || negated ? RetentionKind.Maximum
        : clause.Says("at least", "minimum", "no less than", "not less than") ? RetentionKind.Minimum
        : RetentionWords.Kind(subject, clause);

    private static string? DisposalOf(string verb, string clause) =>
        clause.After("then") is >= 0 and var then && then > 4 ? clause[then..].Trim(' ', '.', ',')
        : verb.StartsWith("anonymi", StringComparison.Ordinal) || verb.StartsWith("pseudonymi", StringComparison.Ordinal) ? "anonymise"
        : verb.StartsWith("archiv", StringComparison.Ordinal) ? "archive"
        : Ending.Contains(verb, StringComparer.Ordinal) && !clause.Says("not", "never", "cannot") ? "delete" : null;
}
