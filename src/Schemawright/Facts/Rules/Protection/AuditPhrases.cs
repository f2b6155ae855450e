using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;

namespace Schemawright.Facts.Rules.Protection;

/// <summary>Finds what is to be recorded: the object of "log every …", the subject of "… are logged", the noun after "audit trail of".</summary>
internal static class AuditPhrases
{
    private static readonly string[] Trails = ["audit trail*", "audit log*", "audit logging", "change history", "change log", "activity log*", "history of all changes", "history of changes", "version history", "who changed what", "record who", "audit history"];
    private static readonly string[] Active = ["audit all", "audit every", "log all", "log every", "log each", "log attempt*", "log state change*", "logs every", "logs all", "logs each", "log any", "logs any", "record every change*", "records every change*", "record all changes", "records all changes", "track all changes", "tracks all changes", "track every change", "track changes"];
    private static readonly string[] Passive = ["logged", "audited", "audit-logged", "recorded in the audit log", "recorded in the audit trail", "tracked", "traceable", "recorded", "written to the audit log", "auditable"];
    private static readonly string[] Helpers = [" are", " is", " be", " gets", " get", " always", " being"];
    private static readonly string[] Links = ["logging of", "logging for", "log of", "log for", "trail for", "trail of", "trail on", "history of", "history for", "requirements for", "when for", "changes to", "changes of", "changes in", "change to", "access to", "accesses to", "modifications to", "edits to", "updates to", "attempts to", "of all", "of", "for"];
    private static readonly string[] Ends = [" with ", " including ", " must ", " is ", " are ", " shall ", " has ", " showing ", " by ", " (", ";", ". ", " so that ", " to know", " who ", " that ", " in the ", " and when", " needs ", ": "];

    /// <summary>Each thing by itself; empty when the words demand no record.</summary>
    public static IReadOnlyList<string> Subjects(OutlineLine line)
    {
        var whole = line.Whole;
        return OfPassive(whole) ?? OfActive(whole) ?? (whole.Says(Trails) && !whole.Says("delete", "remove") && !IsDescription(whole) ? OfTrail(line, whole) : []);
    }

    /// <summary>"For each parcel we record who packed it, when and its weight" tells what a parcel has.</summary>
    private static bool IsDescription(string whole) => whole.Opens("for each", "for every", "per", "of each", "of every") && whole.Says("record who") && !whole.Says("change*", "edit*", "access*", "audit*");

    /// <summary>"Changes to rates and invoices are logged": recording is of changes and accesses, not of any deed.</summary>
    private static IReadOnlyList<string>? OfPassive(string whole)
    {
        foreach (var participle in Passive)
        {
            var at = whole.Find(participle);
            if (at < 0)
            {
                continue;
            }

            var before = whole[..at].TrimEnd();
            var helper = Array.Find(Helpers, helper => before.EndsWith(helper, StringComparison.OrdinalIgnoreCase));
            if (helper is null || (participle is "tracked" or "recorded" && !before.Says("change*", "access*", "edit*", "modification*")))
            {
                continue;
            }

            var subject = before[..^helper.Length];
            foreach (var modal in (ReadOnlySpan<string>)[" must", " shall", " should", " have to", " need to", " are", " is", " will"])
            {
                subject = subject.EndsWith(modal, StringComparison.OrdinalIgnoreCase) ? subject[..^modal.Length] : subject;
            }

            return Split(subject);
        }

        return null;
    }

    private static IReadOnlyList<string>? OfActive(string whole) => whole.After(Active) is > 0 and var at ? Split(UpToEnd(WithoutStem(whole, at))) : null;

    private static IReadOnlyList<string> OfTrail(OutlineLine line, string whole)
    {
        var from = whole.After(Trails) is > 0 and var after ? after : 0;
        var at = whole[from..].After(Links);
        var subjects = at > 0 ? Split(UpToEnd(whole[(from + at)..])) : [];
        return subjects.Count > 0 ? subjects : [RuleContext.Of(line)?.Title is { Length: > 0 } title ? title : "all data"];
    }

    /// <summary>"All changes to bookings, rates and invoices" are changes of three things.</summary>
    private static List<string> Split(string subject)
    {
        var text = UpToEnd(subject.Trim());
        var link = text.After("changes to", "changes of", "changes in", "changes on", "change to", "access to", "accesses to", "modifications to", "modification of", "edits to", "updates to", "deletion of", "deletions of", "creation of", "update of", "operations on", "actions on", "access of");
        text = link > 0 && link < text.Length ? text[link..] : text;
        var named = ItemLists.Split(text).Select(Bare).Where(name => name.Length is > 1 and <= 80).ToList();
        return named.Count > 0 ? named : text.Says("change*", "access*", "action*", "operation*") ? ["all data"] : [];
    }

    private static string Bare(string name)
    {
        var text = name.Trim(' ', '.', '(', ')', ',');
        foreach (var opener in (ReadOnlySpan<string>)["all changes to", "changes to", "all", "every", "each", "any", "the", "a", "an"])
        {
            text = text.Opens(opener) && text.Length > opener.Length ? text[opener.Length..].Trim() : text;
        }

        return text is "changes" or "actions" or "data changes" or "operations" or "accesses" or "access" or "change" or "action" ? "all data" : text;
    }

    /// <summary>The words from the end of the word on that an open phrase began.</summary>
    private static string WithoutStem(string whole, int at)
    {
        var start = at;
        while (start < whole.Length && char.IsLetter(whole[start]))
        {
            start++;
        }

        return whole[start..].TrimStart().Opens("to", "of", "in") ? whole[(start + 4)..] : whole[start..];
    }

    private static string UpToEnd(string words)
    {
        var end = words.Length;
        foreach (var stop in Ends)
        {
            end = words.Seek(stop) is > 0 and var at && at < end ? at : end;
        }

        return words[..end].Trim(' ', '.', ',');
    }
}
