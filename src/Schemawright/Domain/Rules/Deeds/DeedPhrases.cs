using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Deeds;

/// <summary>Finds what the words behind a modal verb do with a thing: "be assigned to sailings", "borrow or reserve", "be set to running", "be deleted".</summary>
internal static class DeedPhrases
{
    private const int Most = 4;

    private static readonly string[] Idle = ["be", "been", "being", "get", "ever", "also", "still", "then", "longer", "even", "either", "again", "to", "simply", "just", "always", "ever", "is", "are", "do", "does"];
    private static readonly string[] Trailing = ["again", "anymore", "afterwards", "either", "then", "directly", "out", "up", "off", "back", "away", "in", "for", "of", "it", "them", ".", "himself", "themselves"];
    private static readonly string[] Editing = ["edited", "edit", "changed", "change", "modified", "modify", "altered", "alter", "updated", "update", "amended", "amend"];
    private static readonly string[] Removing = ["deleted", "delete", "removed", "remove", "erased", "purged", "deleting", "removing"];
    private static readonly string[] Moving = ["moved", "move", "transferred", "transfer", "reassigned", "reassign"];
    private static readonly string[] Restoring = ["reopened", "reopen", "revived", "restored", "reactivated", "undone", "reversed"];
    private static readonly string[] Leading = ["marked", "set", "moved", "put", "declared", "become", "becomes", "turned", "taken", "made", "sent", "switched", "changed", "go", "goes", "come", "comes"];

    /// <summary>All the deeds between two places; empty when one of them is told by no row.</summary>
    /// <param name="premise">What is said of the thing, for deeds that would undo it.</param>
    public static IReadOnlyList<Deed> Read(Vocabulary vocabulary, EntityTerms thing, Expr? premise, Seq<Token> words, int at, int to)
    {
        var found = new List<Deed>();
        Seq<Token> before = [];
        foreach (var part in Parts(words, at, to))
        {
            // "cannot be paid or dunned": both are undergone.
            Seq<Token> whole = found.Count > 0 && words[at].Is("be") && !part[0].Is("be") && before.Count == 0 ? [words[at], .. part] : part;
            var read = One(vocabulary, thing, premise, whole) ?? (before.Count > 0 ? One(vocabulary, thing, premise, [.. before, .. part]) : null);
            if (read is null || found.Count >= Most)
            {
                return [];
            }

            found.Add(read);
            before = Opening(vocabulary, part) is { Count: > 0 } opening ? opening : before;
        }

        return found;
    }

    /// <summary>The verb with what leads to its object: "used for", of "used for lessons or concerts".</summary>
    private static Seq<Token> Opening(Vocabulary vocabulary, Seq<Token> part)
    {
        var noun = Enumerable.Range(0, part.Count).FirstOrDefault(at => vocabulary.EntityAt(part, at, out _) is not null, -1);
        return noun < 1 ? [] : [.. part.Take(noun)];
    }

    /// <summary>The whole where it is one deed, else cut at commas, "or" and "and".</summary>
    private static IEnumerable<Seq<Token>> Parts(Seq<Token> words, int at, int to)
    {
        var start = at;
        for (var place = at; place <= to; place++)
        {
            if (place < to && !words[place].IsAny("or", "and", ",", "nor"))
            {
                continue;
            }

            if (place > start)
            {
                yield return [.. words.Skip(start).Take(place - start)];
            }

            start = place + 1;
        }
    }

    private static Deed? One(Vocabulary vocabulary, EntityTerms thing, Expr? premise, Seq<Token> part)
    {
        var (at, end) = (0, part.Count);
        while (at < end && part[at].IsAny(Idle) && !(part[at].Is("get") && at + 1 < end && !part[at + 1].Lower.EndsWith("ed", StringComparison.Ordinal)))
        {
            at++;
        }

        var named = thing.State is { } state && new Clauses.StateNames(state.Type.Values).StateAt(part, at) is var (_, close) ? close : at;
        while (end > at + 1 && end > named && part[end - 1].IsAny(Trailing) && !(part[at].IsAny(Leading) && thing.State is { } known && Values.Enumerated(part[end - 1].Text, known) is not null))
        {
            end--;
        }

        if (at >= end || part[at].Kind != TokenKind.Word)
        {
            return null;
        }

        var passive = part.Take(at).Any(word => word.IsAny("be", "been", "being", "get", "is", "are")) || part[at].Lower.EndsWith("ing", StringComparison.Ordinal);
        return Entering(thing, part, at, end, passive) ?? OfItself(thing, premise, part, at, end) ?? Filling(thing, part, at, end, passive) ?? MadeRows.Of(vocabulary, thing, part, at, end, passive) ?? OfChild(vocabulary, thing, part, at, end, passive);
    }

    /// <summary>"be closed", "be set to running", "be put on sale", "become active": a state of the thing.</summary>
    private static Deed? Entering(EntityTerms thing, Seq<Token> part, int at, int end, bool passive)
    {
        var led = at + 1 < end && part[at].IsAny(Leading);
        if (thing.State is not { } state || !passive && !led)
        {
            return null;
        }

        var names = new StateNames(state.Type.Values.Count > 0 ? state.Type.Values : [.. thing.Machine?.States.Select(one => one.Name) ?? []]);
        foreach (var start in led ? (int[])[at, at + 1, at + 2] : [at])
        {
            if (start < end && names.StateAt(part, start, asVerb: true) is var (value, close) && close >= end)
            {
                return new(DeedKind.Entering, thing, [], [value], null, value);
            }
        }

        return !led && at + 1 == end && Moments.StatesOf(thing, part[at].Lower) is { Count: > 0 } states ? new(DeedKind.Entering, thing, [], [.. states], null, states[0]) : null;
    }

    /// <summary>"be handed over", of a boat whose loans know that state: the one kind of row that refers to the thing and can be in it.</summary>
    private static Deed? OfChild(Vocabulary vocabulary, EntityTerms thing, Seq<Token> part, int at, int end, bool passive)
    {
        var reached = !passive ? [] : vocabulary.Children(thing.Name).Where(link => link.Child != thing.Name).Select(link => (Link: link, Rows: vocabulary.Of(link.Child)))
            .Where(place => place.Rows.Entity.Kind != EntityKind.AuditTrail && place.Rows.State is { } state && new StateNames(state.Type.Values).StateAt(part, at, asVerb: true) is var (_, close) && close >= end).Take(2).ToArray();
        return reached is [var (link, rows)] && new StateNames(rows.State!.Type.Values).StateAt(part, at, asVerb: true) is var (value, _) && rows.Machine?.Initial.Contains(value, StringComparer.Ordinal) != true
            ? new(DeedKind.Entering, rows, [link.Role], [value], null, value) : null;
    }

    /// <summary>"be scanned", of what has a time of scanning and no such state: the moment is entered.</summary>
    private static Deed? Filling(EntityTerms thing, Seq<Token> part, int at, int end, bool passive) =>
        passive && at + 1 == end && part[at].Lower.EndsWith("ed", StringComparison.Ordinal) && Moments.DoneAt(thing, part[at].Lower) is { Required: false, IsForeignKey: false } done
            ? new(DeedKind.Filling, thing, [], [done.Name], null, done.Name) : null;

    /// <summary>"be edited", "be deleted", "be reopened", "change status": what needs no other row.</summary>
    private static Deed? OfItself(EntityTerms thing, Expr? premise, Seq<Token> part, int at, int end)
    {
        if (part[at].IsAny(Removing) && at + 1 == end)
        {
            return new(DeedKind.Deleting, thing, [], [], null, "deletion");
        }

        if (part[at].IsAny(Restoring) && at + 1 == end)
        {
            var told = premise?.Refs().Select(reference => reference.IsOwn ? reference.Attribute : "").Distinct(StringComparer.Ordinal).ToArray() ?? [];
            return told is [{ Length: > 0 } only] ? new(DeedKind.Changing, thing, [], [only], null, $"{only} stays") : null;
        }

        if (part[at].IsAny(Moving))
        {
            return Moved(thing, part, at + 1, end);
        }

        if (!part[at].IsAny(Editing))
        {
            return null;
        }

        var place = Speech.SkipDeterminers(part, at + 1);
        var named = place < end && Phrase.Key(part, place, end - place) is { } key ? thing.Exact(key) : null;
        return at + 1 == end ? new(DeedKind.Changing, thing, [], Content.Of(thing, thing.Columns), null, "no change") : named is null ? null : new(DeedKind.Changing, thing, [], [named.Name], null, $"{named.Name} stays");
    }

    /// <summary>"be moved to another club": the reference to the club changes.</summary>
    private static Deed? Moved(EntityTerms thing, Seq<Token> part, int from, int end)
    {
        var place = from;
        while (place < end && part[place].IsAny("to", "another", "a", "an", "the", "other", "different", "some"))
        {
            place++;
        }

        var named = place > from && place < end && Phrase.Key(part, place, end - place) is { } key ? thing.References.Where(link => link.Role == key || Facts.Language.Naming.EntityKey(link.Parent!) == key).ToArray() : [];
        return named is [var reference] ? new(DeedKind.Changing, thing, [], [reference.Name], null, $"{reference.Role} stays") : null;
    }
}
