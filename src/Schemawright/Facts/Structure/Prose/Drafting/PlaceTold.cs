using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Drafting;

/// <summary>Somebody or something that takes part in what a clause tells.</summary>
/// <param name="Position">"subject", "object", or the preposition before it.</param>
internal sealed record Participant(Thing Thing, NounPhrase Phrase, string Position);

/// <summary>Relates the things that take part in what a clause tells.</summary>
internal sealed class PlaceTold(Notes notes, Things things)
{
    private static readonly string[] Idle = ["than", "like", "until", "before", "after", "since", "without", "except", "because", "as"];

    private readonly Orientation _orientation = new(things);
    private readonly Lazy<HashSet<Clause>> _detailed = new(() => notes.Details.Select(detail => detail.Told).OfType<Clause>().ToHashSet<Clause>(ReferenceEqualityComparer.Instance));

    public void Run()
    {
        foreach (var told in notes.Told.Where(told => !Senses.IsIdle(told.Clause.Verb.Verb) || told.Clause.Verb is { Verb: "be" } or { Verb: "send", Passive: true }))
        {
            Read(told.Clause, told.Passage, told.Title is { } title ? things.Of(title) : null);
        }
    }

    private void Read(Clause clause, Passage passage, Thing? title)
    {
        foreach (var phrase in clause.Subjects.Concat(clause.Objects).Concat(clause.Phrases.SelectMany(part => part.Nouns)))
        {
            PartOf(phrase, passage);
        }

        Roles(clause, passage);
        AddLookups(clause, passage);
        var members = Participants(clause);
        var titled = title is not null && members.TrueForAll(member => member.Thing != title) ? title : null;
        if ((titled ?? Event(clause, members)) is { } happening)
        {
            Attend(happening, members, passage, clause);
            return;
        }

        if (!IsOccasion(clause, members))
        {
            Pair(clause, members, passage);
            FollowsFrom(clause, members, passage);
        }
    }

    /// <summary>"When a guest is put into a group, the date is noted": it happens again and again, and each time something is noted.</summary>
    public bool IsOccasion(Clause clause, List<Participant> members) =>
        clause.Kind == ClauseKind.Condition && _detailed.Value.Contains(clause) && !(Senses.Receives(clause.Verb.Verb) && clause.Objects.Count > 0) && members.TrueForAll(member => !member.Phrase.IsMany) && members.Select(member => member.Thing).Distinct().Count() > 1;

    /// <summary>"Once the order is paid, an invoice is issued": the invoice is of the order.</summary>
    private void FollowsFrom(Clause clause, List<Participant> members, Passage passage)
    {
        if (clause is not { Kind: ClauseKind.Main, Verb: { Passive: true, Negated: false, Verb: "create" or "issue" or "generate" or "raise" or "produce" or "open" } } || members is not [{ Position: "subject", Phrase.Determiner: Determiner.Indefinite } made, ..])
        {
            return;
        }

        var cause = notes.Told.FindLast(told => ReferenceEquals(told.Passage, passage) && told.Clause.Kind == ClauseKind.Condition && told.Clause.Verb.Passive && told.Clause.Range.First < clause.Range.First);
        if (cause?.Clause.Subjects is [{ Plural: false } subject] && things.Of(subject) is { } source && source != made.Thing && !source.Ties.Exists(tie => tie.Parent == made.Thing))
        {
            made.Thing.Tie(source, null, passage, clause.Verb.Verb);
        }
    }

    /// <summary>"a viewing of a flat": the part, the event or the copy refers to the whole.</summary>
    private void PartOf(NounPhrase phrase, Passage passage)
    {
        if (phrase.Of is { IsPronoun: false } of && things.Of(phrase) is { } part && things.Of(of) is { } whole && part != whole && !AttributeWords.IsOne(phrase))
        {
            part.Tie(whole, null, passage, "of");
        }
    }

    /// <summary>"a duplicate of another ticket", "deputy for another", "recruited by another volunteer".</summary>
    private void Roles(Clause clause, Passage passage)
    {
        if (clause.Subjects.Select(things.Of).FirstOrDefault(thing => thing is not null) is not { } subject)
        {
            return;
        }

        var named = (clause.Verb.Verb is "be" ? clause.Objects.Concat(clause.After("as")) : clause.After("as")).FirstOrDefault(phrase => things.Of(phrase) is null && !AttributeWords.IsOne(phrase));
        if (named?.Of is { Another: true } of && things.Of(of) is { } same)
        {
            subject.Tie(same, $"{named.Name} of", passage, clause.Verb.Verb, false);
        }
        else if (named is not null && clause.Phrases.SelectMany(phrase => phrase.Nouns).Any(phrase => phrase.Another && (phrase.IsPronoun || things.Of(phrase) == subject)))
        {
            subject.Tie(subject, named.Name, passage, clause.Verb.Verb, false);
        }
        else if (clause.Verb.Passive && clause.After("by") is [{ Another: true } by] && (by.IsPronoun || things.Of(by) == subject))
        {
            subject.Tie(subject, $"{clause.Verb.Verb.TrimEnd('e')}ed by", passage, clause.Verb.Verb, false);
        }
    }

    /// <summary>"belongs to one car class", "may belong to several genres": a thing told only by its name.</summary>
    private void AddLookups(Clause clause, Passage passage)
    {
        if (!clause.Subjects.Any(subject => things.Of(subject) is not null) || clause.Verb.Verb is "be" && !clause.Phrases.Any(phrase => phrase.Preposition is "of" or "in"))
        {
            return;
        }

        foreach (var part in clause.Phrases.Where(part => part.Preposition is "to" or "in" or "of" or "at" or "into" or "by" or "under" or "from"))
        {
            foreach (var noun in part.Nouns.Where(noun => IsLookup(noun, clause)))
            {
                var lookup = things.Add(Naming.EntityKey(noun.Name), FindThings.Singular(noun), passage);
                lookup.Add("name", noun with { Remark = null }, passage);
            }
        }
    }

    private bool IsLookup(NounPhrase noun, Clause clause) =>
        !noun.IsPronoun && !Keepers.IsOne(noun) && noun.Determiner is not (Determiner.Definite or Determiner.Possessive or Determiner.Other) && things.Of(noun) is null && noun.Of is null
        && (clause.Verb.Verb is "belong" || !AttributeWords.IsOne(noun) || AttributeWords.MayBeThing(Naming.EntityKey(noun.Name)))
        && (clause.Verb.Verb is "belong" || noun.Remark?.StartsWith("such as", StringComparison.Ordinal) == true || (noun.Count is not null && clause.Verb.Passive && clause.Verb.Verb is "assign" or "classify" or "group" or "locate" or "situate" or "place" or "categorize" or "categorise" or "associate"));

    public List<Participant> Participants(Clause clause)
    {
        var members = new List<Participant>();
        Add(clause.Subjects, "subject");
        Add(clause.Objects, "object");
        foreach (var phrase in clause.Phrases.Where(phrase => !Idle.Contains(phrase.Preposition, StringComparer.Ordinal)))
        {
            Add(phrase.Nouns, phrase.Preposition);
        }

        return members;

        void Add(IEnumerable<NounPhrase> phrases, string position)
        {
            foreach (var phrase in phrases)
            {
                if (phrase.Determiner != Determiner.Other && things.Of(phrase) is { } thing && (!AttributeWords.IsOne(phrase) || AttributeWords.IsShared(thing.Key) || things.Exact(Naming.EntityKey(phrase.Name)) is not null))
                {
                    members.Add(new(thing, phrase, position));
                }
            }
        }
    }

    /// <summary>The thing that the clause tells of: named by its verb, or "during a visit".</summary>
    public Thing? Event(Clause clause, IReadOnlyList<Participant> members)
    {
        foreach (var noun in EventNouns.Candidates(clause.Verb.Verb))
        {
            if (things.Of(noun) is { } named && (named.Key == noun || named.Key.EndsWith("_" + noun, StringComparison.Ordinal)) && !members.Any(member => member.Thing == named) && members.Count > 0)
            {
                return named;
            }
        }

        if (clause.Verb.Passive && clause.After("as") is [{ Determiner: Determiner.Indefinite } kept] && things.Of(kept) is { } made && members.Count > 0 && members.All(member => member.Thing != made))
        {
            return made;
        }

        return Occasion(clause, members);
    }

    private static Thing? Occasion(Clause clause, IReadOnlyList<Participant> members)
    {
        var during = members.FirstOrDefault(member => member.Position is "during" || (member.Position is "at" or "on" && member.Phrase.Determiner is Determiner.Each or Determiner.Indefinite && member.Thing.IsEvent && clause.Subjects.Count > 0 && clause.Phrases[0].Nouns.Contains(member.Phrase)));
        return during?.Thing;
    }

    private void Attend(Thing happening, List<Participant> members, Passage passage, Clause clause)
    {
        foreach (var member in members.Where(member => member.Thing != happening))
        {
            if (member.Phrase.Count is { Min: 2, Max: 2 })
            {
                Twice(happening, member, passage, clause);
            }
            else if (member.Phrase.Count is { IsMany: true } && member.Position != "subject" | clause.Verb.Passive)
            {
                things.Meetings.Add(new(happening, member.Thing, clause.Verb.Verb, passage));
            }
            else
            {
                happening.Tie(member.Thing, RoleOf(member), passage, clause.Verb.Verb);
            }
        }
    }

    /// <summary>"by two employees": two references.</summary>
    private static void Twice(Thing thing, Participant member, Passage passage, Clause clause)
    {
        foreach (var role in (string[])["first", "second"])
        {
            thing.Ties.Add(new(member.Thing, $"{role} {FindThings.Singular(member.Phrase)}", passage, clause.Verb.Verb, true));
        }
    }

    private void Pair(Clause clause, List<Participant> members, Passage passage)
    {
        var subjects = members.FindAll(member => member.Position == "subject");
        var objects = members.FindAll(member => member.Position == "object");
        var others = members.FindAll(member => member.Position is not ("subject" or "object"));
        var left = subjects.Count > 0 ? subjects : objects;
        var right = subjects.Count > 0 && objects.Count > 0 && !clause.Verb.Passive ? objects : others;
        foreach (var one in left)
        {
            foreach (var other in right.Where(other => other.Thing != one.Thing))
            {
                if (other.Phrase.Count is { Min: 2, Max: 2 } && clause.Verb.Passive && other.Position is "by" && clause.Verb.Mood != Mood.Possible)
                {
                    Twice(one.Thing, other, passage, clause);
                }
                else
                {
                    _orientation.Relate(clause, one, other, RoleOf(other), passage);
                }
            }
        }

        if (subjects.Count > 0 && objects.Count > 0 && !clause.Verb.Passive)
        {
            foreach (var other in others.Where(other => other.Position is "with" or "on" or "at" or "in" or "from" && objects.TrueForAll(known => known.Thing != other.Thing)))
            {
                subjects.ForEach(one => RelateIfSure(clause, one, other, passage));
            }
        }
    }

    private void RelateIfSure(Clause clause, Participant one, Participant other, Passage passage)
    {
        if (one.Thing != other.Thing && !other.Phrase.IsMany && other.Phrase.Determiner is Determiner.Counted or Determiner.Indefinite && one.Thing.IsEvent)
        {
            one.Thing.Tie(other.Thing, RoleOf(other), passage, clause.Verb.Verb);
        }
    }

    /// <summary>The name used for the thing where that is not its own.</summary>
    public string? RoleOf(Participant member)
    {
        var key = Naming.EntityKey(member.Phrase.Name);
        return key == member.Thing.Key || key.EndsWith("_" + member.Thing.Key, StringComparison.Ordinal) || member.Thing.Key.EndsWith("_" + key, StringComparison.Ordinal) ? null : FindThings.Singular(member.Phrase);
    }
}
