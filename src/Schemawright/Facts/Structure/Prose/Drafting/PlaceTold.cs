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

    private readonly List<(Thing One, Thing Other)> _lasting = [];
    private readonly Orientation _orientation = new(things);
    private readonly Lazy<HashSet<Clause>> _detailed = new(() => notes.Details.Select(detail => detail.Told).OfType<Clause>().ToHashSet<Clause>(ReferenceEqualityComparer.Instance));

    private readonly Lazy<ILookup<Clause, Detailed>> _byTold = new(() => notes.Details.Where(detail => detail.Told is not null).ToLookup(detail => detail.Told!, ReferenceEqualityComparer.Instance as IEqualityComparer<Clause>));

    public void Run()
    {
        foreach (var told in notes.Told.Where(told => !Senses.IsIdle(told.Clause.Verb.Verb) || told.Clause.Verb is { Verb: "be" or "send" or "occur" or "happen" or "exist" } || (told.Clause.Verb.Verb is "let" or "allow" && told.Clause.Subjects is [{ SpeaksOfEach: true }])))
        {
            Read(told.Clause, told.Passage, told.Title is { } title ? things.Of(title) : null);
        }

        foreach (var (one, other) in _lasting)
        {
            one.Ties.RemoveAll(tie => tie.Parent == other && tie.Role is null);
            other.Ties.RemoveAll(tie => tie.Parent == one && tie.Role is null);
        }
    }

    private void Read(Clause clause, Passage passage, Thing? title)
    {
        foreach (var phrase in clause.Subjects.Concat(clause.Objects).Concat(clause.Phrases.SelectMany(part => part.Nouns)))
        {
            PartOf(phrase, passage);
        }

        if (OwnSuperior.Read(clause, passage, things))
        {
            return;
        }

        Roles(clause, passage);
        AddLookups(clause, passage);
        var members = Participants(clause);
        if (BetweenTwo(clause, members, passage) || Framed.Read(clause, members, passage, things) || PutInto.Read(clause, members, passage, things))
        {
            return;
        }

        var titled = title is not null && members.TrueForAll(member => member.Thing != title) ? title : null;
        if ((titled ?? Event(clause, members)) is { } happening)
        {
            Attend(happening, members, passage, clause);
            return;
        }

        if (Lasts(clause) && members.Count == 2 && members[0].Thing != members[1].Thing)
        {
            var link = new Pairs(things).Of([members[0].Thing, members[1].Thing], clause.Verb.Verb, passage);
            _lasting.Add((members[0].Thing, members[1].Thing));
            link.Add("from", new NounPhrase(0, 0) { Name = "from" }, passage);
            link.Add("until", new NounPhrase(0, 0) { Name = "until" }, passage);
        }
        else if (IsKept(clause, members))
        {
            new Pairs(things).Of([.. members.Select(member => member.Thing).Distinct()], clause.Verb.Verb, passage);
        }
        else if (!IsOccasion(clause, members) && !things.Linked.Contains(clause))
        {
            Pair(clause, members, passage);
        }
    }

    /// <summary>"leads from one port to another", "between a home team and a visiting team": two references to the same thing.</summary>
    private bool BetweenTwo(Clause clause, List<Participant> members, Passage passage)
    {
        var from = members.Find(member => member.Position == "from" && !member.Phrase.IsMany);
        var to = members.Find(member => member.Position == "to" && member.Thing == from?.Thing && !member.Phrase.IsMany);
        var between = members.FindAll(member => member.Position == "between" && !member.Phrase.IsMany);
        var pair = from is not null && to is not null ? [from, to] : between is [var one, var other] && one.Thing == other.Thing && Naming.EntityKey(one.Phrase.Name) != Naming.EntityKey(other.Phrase.Name) ? between : [];
        if (pair.Count == 0 || members.Find(member => member.Position == "subject" && member.Thing != pair[0].Thing && !member.Phrase.IsMany | member.Phrase.Count is null) is not { } subject)
        {
            return false;
        }

        var named = Naming.EntityKey(pair[0].Phrase.Name) != Naming.EntityKey(pair[1].Phrase.Name);
        foreach (var end in pair)
        {
            subject.Thing.Ties.RemoveAll(tie => tie.Parent == end.Thing && tie.Role is null);
            subject.Thing.Tie(end.Thing, named ? FindThings.Singular(end.Phrase) : $"{end.Position} {end.Thing.Name}", passage, clause.Verb.Verb);
        }

        foreach (var rest in members.Where(member => member.Thing != pair[0].Thing && member.Thing != subject.Thing && !member.Phrase.IsMany))
        {
            subject.Thing.Tie(rest.Thing, RoleOf(rest), passage, clause.Verb.Verb);
        }

        return true;
    }

    /// <summary>"When a guest is put into a group, the date is noted": it happens again and again, and each time something is noted.</summary>
    public bool IsOccasion(Clause clause, List<Participant> members) =>
        members.Select(member => member.Thing).Distinct().Count() > 1 && !(Senses.Receives(clause.Verb.Verb) && clause.Objects.Count > 0)
        && ((clause.Kind == ClauseKind.Condition && _detailed.Value.Contains(clause) && members.TrueForAll(member => !member.Phrase.IsMany || (member.Position == "subject" && member.Phrase.Count is null))) || NamesItsDetail(clause) || Measured(clause, members) || IsKept(clause, members));

    /// <summary>"is posted to a branch from one date to another": for a time, so again and again.</summary>
    private static bool Lasts(Clause clause) =>
        !clause.Verb.Negated && clause.After("from") is [{ IsPronoun: false } from] && Naming.EntityKey(from.Name) is "date" or "day" or "month" or "year" or "start_date" && clause.With("to", "until", "till").Any(phrase => phrase.Nouns is [{ } to] && (to.Another || (Naming.EntityKey(to.Name) is "date" or "day" or "month" or "year" or "end_date")));

    /// <summary>"Previous registrations are kept": each of what "is registered for" tells.</summary>
    private bool IsKept(Clause clause, List<Participant> members) =>
        members.Count == 2 && notes.KeepsPast(clause.Verb.Verb);

    /// <summary>"Families can reserve a toy. The reservation date is stored": the verb's noun names what is noted of it.</summary>
    private bool NamesItsDetail(Clause clause) =>
        Senses.Meets(clause.Verb.Verb) && _detailed.Value.Contains(clause) && _byTold.Value[clause].Any(detail => detail.Items.Any(item => EventNouns.Candidates(clause.Verb.Verb).Contains(Naming.Words(item.Name).FirstOrDefault()?.ToLowerInvariant(), StringComparer.Ordinal)));

    /// <summary>"In a season a skipper starts with a sail number": of the two together.</summary>
    private static bool Measured(Clause clause, List<Participant> members) =>
        members is [{ Position: "subject", Phrase: { SpeaksOfEach: true } subject }, { Position: "in" or "at" or "on", Phrase: { SpeaksOfEach: true } frame }] && frame.First < subject.First && !clause.Verb.Passive && !members[0].Thing.IsEvent
        && clause.After("with") is [{ Determiner: Determiner.Indefinite } measure] && AttributeWords.IsOne(measure);

    /// <summary>"a viewing of a flat": the part, the event or the copy refers to the whole.</summary>
    private void PartOf(NounPhrase phrase, Passage passage)
    {
        if (phrase.Of is { IsPronoun: false } of && things.Of(phrase) is { } part && things.Of(of) is { } whole && part != whole && !AttributeWords.IsOne(phrase))
        {
            if (!(phrase.Determiner == Determiner.Definite && whole.Ties.Exists(tie => tie.Parent == part)))
            {
                part.Tie(whole, null, passage, "of"); // not for "the car of a reservation", which is the car it reserves
            }
        }
    }

    /// <summary>"a duplicate of another ticket", "deputy for another", "recruited by another volunteer".</summary>
    private void Roles(Clause clause, Passage passage)
    {
        if (clause.Subjects.Select(things.Of).FirstOrDefault(thing => thing is not null) is not { } subject)
        {
            return;
        }

        if (clause.Objects is [{ IsPronoun: false, Of: { Another: true, IsPronoun: false } earlier } of1] && things.Of(of1) is null && things.Of(earlier) == subject)
        {
            subject.Tie(subject, $"{of1.Name} {subject.Name}", passage, clause.Verb.Verb, false); // "may claim the priority of an earlier patent"
            return;
        }

        if (clause.Verb is { Verb: "refer" or "point", Passive: false } && clause.After("to") is [{ IsPronoun: false, Plural: false } itself] && things.Of(itself) == subject && clause.Subjects.Count == 1)
        {
            subject.Tie(subject, $"earlier {subject.Name}", passage, clause.Verb.Verb, false); // "a new edition refers to the edition which it replaces"
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
        else if (clause.Verb.Passive && clause.After("by") is [{ Another: true, Plural: false } by] && (by.IsPronoun || things.Of(by) == subject))
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
        && (clause.Verb.Verb is "belong" || noun.Remark?.StartsWith("such as", StringComparison.Ordinal) == true ||  (noun.Count is not null && clause.Verb.Passive && clause.Verb.Verb is "assign" or "classify" or "file" or "sort" or "list" or "tag" or "group" or "locate" or "situate" or "place" or "categorize" or "categorise" or "associate"));

    public List<Participant> Participants(Clause clause)
    {
        var members = new List<Participant>();
        Add(clause.Subjects, "subject");
        Add(clause.Objects, "object");
        foreach (var phrase in clause.Phrases.Where(phrase => (!Idle.Contains(phrase.Preposition, StringComparer.Ordinal) || (phrase.Preposition is "before" && clause.Verb is { Verb: "hold" or "bring" or "hear", Passive: true }))))
        {
            Add(phrase.Nouns, phrase.Preposition);
        }

        return members;

        void Add(IEnumerable<NounPhrase> phrases, string position)
        {
            foreach (var phrase in phrases)
            {
                if (phrase.Determiner != Determiner.Other && !(position is "between" && phrase is { Plural: true, Determiner: Determiner.None, Count: null }) && !IsBare(phrase, position) && things.Of(phrase) is { } thing && (!AttributeWords.IsOne(phrase) || AttributeWords.IsShared(thing.Key) || things.Exact(Naming.EntityKey(phrase.Name)) is not null))
                {
                    members.Add(new(thing, position is "subject" && phrase.Partial ? phrase with { Count = null, Optional = true } : phrase, position));
                }
                else if (phrase is { Of: { IsPronoun: false } of, Plural: false } && position is not "subject" && things.Of(phrase) is null && !AttributeWords.IsOne(phrase) && things.Of(of) is { } whole && of.Determiner is Determiner.Indefinite or Determiner.Definite or Determiner.Counted)
                {
                    members.Add(new(whole, of, position)); // "in the possession of a tenant"
                }
            }
        }
    }

    /// <summary>"out on loan", "held in stock": a way of being, not one of the things.</summary>
    private static bool IsBare(NounPhrase phrase, string position) =>
        position is "on" or "in" or "at" or "for" or "from" or "to" or "under" or "out" && phrase is { Determiner: Determiner.None, Another: false, Plural: false, Count: null, Of: null, Owner: null, Remark: null } && !phrase.Name.Contains(' ', StringComparison.Ordinal) && char.IsLower(phrase.Name[0]) && !PhraseReader.IsPlural(phrase.Name);

    /// <summary>The thing that the clause tells of: named by its verb, or "during a visit".</summary>
    public Thing? Event(Clause clause, IReadOnlyList<Participant> members) => Named(clause, members) ?? KeptAs(clause, members) ?? Occasion(clause, members);

    private Thing? Named(Clause clause, IReadOnlyList<Participant> members)
    {
        foreach (var noun in members.Count == 0 ? [] : EventNouns.Candidates(clause.Verb.Verb))
        {
            if (things.Of(noun) is { } named && (named.Key == noun || named.Key.EndsWith("_" + noun, StringComparison.Ordinal)) && !members.Any(member => member.Thing == named) && !(members.Count == 1 && clause.Verb.Passive && named.Key == clause.Verb.Verb))
            {
                return named;
            }
        }

        return null;
    }

    /// <summary>"An item is put into a sale as a lot": what it is put in as.</summary>
    private Thing? KeptAs(Clause clause, IReadOnlyList<Participant> members) =>
        clause.Verb.Passive && clause.After("as") is [{ Determiner: Determiner.Indefinite } or { Another: true }] && things.Of(clause.After("as")[0]) is { } made && members.Any(member => member.Thing != made) && members.All(member => member.Thing != made || member.Position == "as") ? made : null;

    private static Thing? Occasion(Clause clause, IReadOnlyList<Participant> members)
    {
        var during = members.FirstOrDefault(member => member.Position is "during" || (member.Position is "at" or "on" && member.Phrase.Determiner is Determiner.Each or Determiner.Indefinite && member.Thing.IsEvent && clause.Subjects.Count > 0 && clause.Phrases[0].Nouns.Contains(member.Phrase)));
        during ??= !Senses.Creates(clause.Verb.Verb) && !Senses.Owns(clause.Verb.Verb) && clause is { Verb.Passive: true, Subjects: [{ Count: { Min: 1, Max: 1 } } single] } ? members.FirstOrDefault(member => member is { Position: "at" or "on" or "in", Phrase.Determiner: Determiner.Each } && member.Phrase.First < single.First && !Persons.IsOne(member.Phrase)) : null; // "at every stop one machine is served"
        return during?.Thing;
    }

    private void Attend(Thing happening, List<Participant> members, Passage passage, Clause clause)
    {
        foreach (var member in members.Where(member => member.Thing != happening))
        {
            if (clause is { Kind: ClauseKind.Attached, Verb.Passive: true } && member is { Position: "subject", Phrase.Plural: true } && Named(clause, members) != happening)
            {
                member.Thing.Tie(happening, null, passage, clause.Verb.Verb); // "items that are lent during a visit"
            }
            else if (member.Phrase.Count is { Min: 2, Max: 2 })
            {
                Twice(happening, member, passage, clause);
            }
            else if (member.Position is "object" or "with" && member.Phrase.Count is { IsMany: true })
            {
                things.Meetings.Add(new(happening, member.Thing, clause.Verb.Verb, passage));
            }
            else if ((member.Phrase is { Plural: true, Determiner: Determiner.None, Count: null } || (member.Phrase.Count is { IsMany: true } && member.Position == "subject")) && member.Position != "subject" | clause.Verb.Passive && Named(clause, members) != happening)
            {
                Take(happening, member.Thing, clause, passage);
            }
            else
            {
                happening.Tie(member.Thing, RoleOf(member), passage, clause.Verb.Verb);
            }
        }
    }

    /// <summary>"During a camp the children play games": what has a day of its own belongs to the occasion, the rest is met there.</summary>
    private void Take(Thing happening, Thing member, Clause clause, Passage passage)
    {
        if (member.IsEvent || notes.Keys.Exists(keyed => keyed.Counted && things.Of(keyed.Owner) == member && keyed.Within is { } within && things.Of(within) == happening))
        {
            member.Tie(happening, null, passage, clause.Verb.Verb);
        }
        else
        {
            things.Meetings.Add(new(happening, member, clause.Verb.Verb, passage));
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
        var right = subjects.Count > 0 && objects.Count > 0 && (!clause.Verb.Passive || Senses.Receives(clause.Verb.Verb)) ? objects : others;
        if (HoldsForEach(subjects, objects, others, passage, clause) || BeItself(subjects, clause, passage) || OwnKind.Read(clause, passage, things))
        {
            return;
        }

        foreach (var one in left)
        {
            foreach (var other in right.Where(other => other.Thing != one.Thing))
            {
                if (other.Phrase.Count is { Min: 2, Max: 2 } && (clause.Verb.Passive ? other.Position is "by" && clause.Verb.Mood != Mood.Possible : other.Position == "object" && !one.Phrase.Plural && clause.Verb.Verb is "connect" or "link" or "join" or "couple" or "compare" or "pair"))
                {
                    Twice(one.Thing, other, passage, clause);
                }
                else
                {
                    _orientation.Relate(clause, one, other, RoleOf(other), passage);
                }
            }
        }

        Directed.Read(clause, objects, others.FindAll(other => subjects.TrueForAll(one => one.Thing != other.Thing)), RoleOf, passage);
        if (subjects.Count > 0 && objects.Count > 0 && !clause.Verb.Passive)
        {
            foreach (var other in others.Where(other => other.Position is "with" or "on" or "at" or "in" or "from" && objects.TrueForAll(known => known.Thing != other.Thing)))
            {
                subjects.ForEach(one => RelateIfSure(clause, one, other, passage));
            }
        }
    }

    /// <summary>"A tenant holds a contract for each of the rooms": the contract is of the tenant and of the room.</summary>
    private static bool HoldsForEach(List<Participant> subjects, List<Participant> objects, List<Participant> others, Passage passage, Clause clause)
    {
        if (subjects is not [var subject] || objects is not [{ Phrase: { IsMany: false } } held] || others.Find(other => other.Position is "for" or "per" && other.Phrase.Determiner == Determiner.Each) is not { } each || held.Thing == subject.Thing || held.Thing == each.Thing)
        {
            return false;
        }

        held.Thing.Tie(subject.Thing, null, passage, clause.Verb.Verb);
        held.Thing.Tie(each.Thing, null, passage, clause.Verb.Verb);
        return true;
    }

    /// <summary>"A bill can amend another bill": refers to one of its own kind.</summary>
    private static bool BeItself(List<Participant> subjects, Clause clause, Passage passage)
    {
        if (clause.Verb.Passive || clause.Verb.Verb is "be" || subjects is not [{ Phrase.IsMany: false } subject])
        {
            return false;
        }

        var other = clause.Objects is [{ Another: true, Plural: false } item] ? item : clause.Objects.Count == 0 ? clause.With("for", "to", "with", "under").SelectMany(phrase => phrase.Nouns).FirstOrDefault(noun => noun is { Another: true, Plural: false, IsPronoun: false }) : null;
        if (other is null || (Naming.EntityKey(other.Name) is var key && key != subject.Thing.Key && key != Naming.EntityKey(subject.Phrase.Name)))
        {
            return false;
        }

        subject.Thing.Tie(subject.Thing, $"{WriteThings.VerbsOf(clause.Verb.Verb)} {subject.Thing.Name}", passage, clause.Verb.Verb, false);
        return true;
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
