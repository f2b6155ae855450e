using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;
using Schemawright.Facts.Structure.Prose.Drafting;

namespace Schemawright.Facts.Structure.Prose.Weighing;

/// <summary>Decides of every two things that some sentence brings together whether the one refers to the other.</summary>
internal sealed class WeighTies(Notes notes, Things things)
{
    private readonly Dictionary<(Thing Child, Thing Parent), HashSet<string>> _evidence = [];
    private readonly Dictionary<Thing, int> _introduced = [];

    private readonly Lazy<HashSet<(Thing, Thing)>> _linked = new(() => things.All.SelectMany(link => link.Ties.SelectMany(one => link.Ties.Where(other => other.Parent != one.Parent && one.Parent != link && other.Parent != link).Select(other => (one.Parent, other.Parent)))).ToHashSet());

    private readonly Lazy<HashSet<(Thing, Thing)>> _met = new(() => things.Meetings.Select(meeting => (meeting.One, meeting.Other)).ToHashSet());

    public void Run()
    {
        foreach (var (clause, passage) in notes.Resolved)
        {
            Gather(clause, passage);
        }

        foreach (var list in notes.Lists)
        {
            GatherList(list);
        }

        GatherOrder();
        GatherTold();
        var weighed = new List<(Thing Child, Thing Parent, int Weight)>();
        foreach (var ((child, parent), found) in _evidence)
        {
            Natures(child, parent, found);
            weighed.Add((child, parent, TieWeights.Of(found)));
        }

        foreach (var (one, other) in things.Meetings.Where(meeting => meeting.One != meeting.Other).Select(meeting => (meeting.One, meeting.Other)).Distinct().Where(pair => !_linked.Value.Contains(pair) && !IsTied(pair.One, pair.Other) && !IsTied(pair.Other, pair.One)).ToList())
        {
            Part(one, other);
        }

        foreach (var (child, parent, weight) in weighed.OrderByDescending(pair => pair.Weight))
        {
            Decide(child, parent, weight);
        }
    }

    /// <summary>What forms of words have told already.</summary>
    private void GatherTold()
    {
        foreach (var thing in things.All)
        {
            foreach (var tie in thing.Ties.Where(tie => tie.Parent != thing))
            {
                Note(thing, tie.Parent, tie.Role is null ? "tied" : "tied by role");
                Note(thing, tie.Parent, $"tied by {Sense(new VerbGroup(tie.Verb))}");
                Note(tie.Parent, thing, "tied back");
            }
        }

        foreach (var meeting in things.Meetings.Where(meeting => meeting.One != meeting.Other))
        {
            Note(meeting.One, meeting.Other, "met");
            Note(meeting.Other, meeting.One, "met");
        }
    }

    /// <summary>From here on a reference no form of words told is likelier than what it would cost to be wrong.</summary>
    private const int Add = -7;

    /// <summary>Below, a reference some form of words told is given up.</summary>
    private const int Keep = -12;

    private void Decide(Thing child, Thing parent, int weight)
    {
        var tied = child.Ties.Exists(tie => tie.Parent == parent);
        if (tied && weight < Keep && !child.IsLink && !child.Links)
        {
            child.Ties.RemoveAll(tie => tie.Parent == parent && tie is { Role: null, Needed: not false });
        }
        else if (!tied && weight > (Meet(child, parent) ? Sure : Add) && child.General != parent && parent.General != child && !parent.Ties.Exists(tie => tie.Parent == child))
        {
            child.Tie(parent, null, child.First, "has");
        }
    }

    /// <summary>Above, one refers to the other although sentences tell that many meet many.</summary>
    private const int Sure = 10;

    private static bool IsTied(Thing child, Thing parent) => child.Ties.Exists(tie => tie.Parent == parent);

    private bool Meet(Thing one, Thing other) => _met.Value.Contains((one, other)) || _met.Value.Contains((other, one));

    /// <summary>Below, a meeting of many with many that some form of words told is given up.</summary>
    private const int Parted = -10;

    /// <summary>Many of the one with many of the other, as some form of words told: given up where all words together speak against it.</summary>
    private void Part(Thing one, Thing other)
    {
        var known = _evidence.GetValueOrDefault((one, other)) ?? [];
        if (MeetWeights.Of(known.Union(_evidence.GetValueOrDefault((other, one)) ?? [], StringComparer.Ordinal)) < Parted)
        {
            things.Meetings.RemoveAll(meeting => (meeting.One, meeting.Other) == (one, other) || (meeting.One, meeting.Other) == (other, one));
            _met.Value.Remove((one, other));
            _met.Value.Remove((other, one));
        }
    }

    private void Natures(Thing child, Thing parent, HashSet<string> found)
    {
        If(child.IsLink, "child links");
        If(child.IsEvent, "child happens");
        If(child.IsNamed, "child named");
        If(parent.IsNamed, "parent named");
        If(parent.IsEvent, "parent happens");
        If(parent.IsLink, "parent links");
        If(child.Weighed, "child weighed");
        If(parent.Weighed, "parent weighed");
        If(parent.Properties.Count == 0, "parent bare");
        If(child.Properties.Count == 0, "child bare");
        If(parent.Properties.Count == 1 && parent.IsNamed, "parent only named");
        If(Transactions.IsOne(child.Key), "child transaction");
        If(Transactions.IsOne(parent.Key), "parent transaction");
        If(Persons.IsOne(new NounPhrase(0, 0) { Name = child.Name }), "child person");
        If(Persons.IsOne(new NounPhrase(0, 0) { Name = parent.Name }), "parent person");
        If(child.General is not null || parent.General is not null, "kinds");
        If(child.General == parent || parent.General == child, "kind of it");
        If(_linked.Value.Contains((child, parent)), "linked");
        If(child.Ties.Exists(tie => tie.Parent != parent && tie.Parent.Ties.Exists(next => next.Parent == parent)), "tied through another");
        If(child.Ties.Count == 0, "child untied");
        If(child.Ties.Count(tie => tie.Parent != parent) > 1, "child tied twice");
        If(_introduced.GetValueOrDefault(child) > _introduced.GetValueOrDefault(parent), "child said later");

        void If(bool holds, string name)
        {
            if (holds)
            {
                found.Add(name);
            }
        }
    }

    private void Gather(Clause clause, Passage passage)
    {
        var mentions = Mention.In(clause, passage).Select(mention => (Mention: mention, Thing: things.Of(mention.Phrase))).Where(pair => pair.Thing is not null).Take(12).ToList();
        foreach (var (one, child) in mentions)
        {
            foreach (var (other, parent) in mentions)
            {
                if (child != parent)
                {
                    Compare(one, child!, other, parent!, clause);
                }
            }
        }
    }

    private void Compare(Mention one, Thing child, Mention other, Thing parent, Clause clause)
    {
        var (how, what) = (How(one.Phrase), How(other.Phrase));
        var negated = clause.Verb.Negated ? "not " : "";
        Note(child, parent, $"{negated}{how} with {what}");
        Note(child, parent, $"{Place(one)} and {Place(other)}");
        Note(child, parent, $"{Place(one)} {Sense(clause.Verb)} {Place(other)}");
        if (other.Phrase.First == one.Phrase.Of?.First)
        {
            Note(child, parent, $"of {what}");
        }

        if (one.Phrase.Owner is { } owner && Naming.EntityKey(owner.Name) == Naming.EntityKey(other.Phrase.Name))
        {
            Note(child, parent, "its");
        }

        if (other.Phrase.Owner is { } holder && Naming.EntityKey(holder.Name) == Naming.EntityKey(one.Phrase.Name))
        {
            Note(child, parent, "has its");
        }

        if (clause.Verb.Mood == Mood.Possible)
        {
            Note(child, parent, "possible");
        }
    }

    private void GatherList(Listed list)
    {
        if (things.Of(list.Owner) is not { } owner)
        {
            return;
        }

        foreach (var item in list.Items.Where(item => !item.IsPronoun))
        {
            if (things.Of(item) is { } part && part != owner)
            {
                Note(owner, part, $"lists {How(item)}");
                Note(part, owner, $"listed {How(item)}");
            }
        }

        if (list.Topic is { } topic && things.Of(topic) is { } about && about != owner)
        {
            Note(owner, about, "told under");
            Note(about, owner, "told over");
        }
    }

    /// <summary>What is spoken of right after something else may be a part of it.</summary>
    private void GatherOrder()
    {
        var known = new HashSet<Thing>();
        List<Thing> before = [];
        Passage? last = null;
        foreach (var (passage, index) in notes.Passages.Select((passage, index) => (passage, index)))
        {
            var said = passage.Clauses.SelectMany(clause => Mention.In(clause, passage)).Select(mention => things.Of(mention.Phrase)).OfType<Thing>().Distinct().ToList();
            var near = last is not null && passage.Span.Line <= last.Span.EndLine + 1;
            foreach (var thing in said.Where(known.Add))
            {
                _introduced[thing] = index;
                foreach (var earlier in before.Where(earlier => earlier != thing))
                {
                    Note(thing, earlier, near ? "said right after" : "said after");
                }
            }

            before = said.Count > 0 ? said : before;
            last = passage;
        }
    }

    private void Note(Thing child, Thing parent, string kind) =>
        (_evidence.TryGetValue((child, parent), out var found) ? found : _evidence[(child, parent)] = new(StringComparer.Ordinal)).Add(kind);

    private static string Place(Mention mention) => mention.Place switch
    {
        "subject" or "object" or "item" or "by" or "in" or "to" or "from" or "with" or "for" or "on" or "at" or "of" or "owner" => mention.Place,
        "into" => "to",
        "per" => "for",
        _ => "other",
    };

    private static string Sense(VerbGroup verb) =>
        (verb.Verb.Length == 0 ? "none" : verb.Verb is "be" ? "be" : Senses.Holds(verb.Verb) ? "have" : Senses.Meets(verb.Verb) ? "meet" : Senses.Owns(verb.Verb) ? "own" : Senses.Records(verb.Verb) ? "record" : "do") + (verb.Passive ? " passive" : "");

    private static string How(NounPhrase phrase) =>
        phrase.Determiner is Determiner.Each or Determiner.All ? "each" : phrase.Count is { IsMany: true } ? "several" : phrase.Count is { Min: 1, Max: 1 } ? "one"
        : phrase is { Plural: false, Determiner: Determiner.Indefinite } ? "a" : phrase.Determiner is Determiner.Definite ? phrase.Plural ? "the several" : "the" : phrase.Determiner is Determiner.Possessive ? "its" : phrase.Plural ? "plural" : "bare";
}
