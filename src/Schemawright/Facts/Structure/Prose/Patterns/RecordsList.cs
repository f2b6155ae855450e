using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"For each flight we record LIST", "the date and the dosage are stored", "the name of each member is kept".</summary>
internal sealed class RecordsList : IProsePattern
{
    private static readonly string[] Owning = ["for", "of", "about", "on", "per", "at", "concerning", "regarding", "in", "during", "with", "between", "from", "to", "by", "within", "after"];

    public bool Read(Clause clause, Passage passage, Talk talk, Notes notes) => ReadList(ToBe(WithOwn(AsksFor(clause)), passage, talk), passage, talk, notes);

    /// <summary>"With each pilot's name we keep the licence": both are the pilot's.</summary>
    private static Clause WithOwn(Clause clause) =>
        clause is { Verb.Passive: false, Objects: [var first, ..] } && clause.After("with") is [{ Owner: { IsPronoun: false, Determiner: Determiner.Each } owner } own] && own.First < first.First && AttributeWords.IsOne(own)
            ? clause with { Objects = [own with { Owner = null }, .. clause.Objects], Phrases = [.. clause.Phrases.Where(phrase => phrase.Preposition is not "with"), new("for", [owner])] } : clause;

    /// <summary>"To be entered are the time and the reason": they are entered.</summary>
    private static Clause ToBe(Clause clause, Passage passage, Talk talk) =>
        clause is { Kind: ClauseKind.Main, Verb: { Verb: "be", Passive: false, Negated: false }, Subjects.Count: 0, Objects.Count: > 0 } && passage.Clauses.LastOrDefault(other => other.Range.First < clause.Range.First && other.Kind == ClauseKind.Main) is { Verb.Passive: true, Subjects.Count: 0, Objects.Count: 0 } before && before.Range.End == clause.Range.First && Senses.Records(before.Verb.Verb)
            ? clause with { Verb = before.Verb, Subjects = clause.Objects, Objects = [], Phrases = [.. before.Phrases, .. clause.Phrases, .. (talk.Label ?? talk.Topic) is { IsPronoun: false } topic && before.Phrases.Count == 0 && clause.Phrases.Count == 0 ? new[] { new PrepositionalPhrase("of", [topic with { Determiner = Determiner.Each, Plural = false, Count = null, Of = null }]) } : []] } : clause;

    private static bool ReadList(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        var exists = clause.Verb.Verb is "be" && clause.Subjects is [{ Name: "there" }];
        var wanted = !exists && IsWanted.Reads(clause);
        var contained = Senses.Holds(clause.Verb.Verb) && clause.Subjects.Count > 0 && clause.Subjects.All(Keepers.IsNothing) && clause.With("for", "about", "per").Any(); // "for each type the database contains …"
        if (clause.Verb.Negated || !(exists || wanted || contained || Senses.Records(clause.Verb.Verb)) || !(wanted || Speaks(clause)))
        {
            return false;
        }

        if (clause is { Verb.Passive: true, Objects.Count: > 0, Subjects: [{ IsPronoun: false } receiver] } && Senses.Receives(clause.Verb.Verb) && !AttributeWords.IsOne(receiver))
        {
            return false; // "each player is given a rank"
        }

        clause = wanted ? IsWanted.Bare(clause) : clause;
        IReadOnlyList<NounPhrase> items = clause.Verb.Passive || wanted ? [.. clause.Subjects.Where(subject => !subject.IsPronoun), .. clause.Objects, .. Beside(clause, passage, talk)] : [.. clause.Objects, .. clause.With("with", "together").SelectMany(phrase => phrase.Nouns)];
        var listed = clause.After("besides").Concat(items).Where(item => !item.IsPronoun).ToList();
        if (Announces(clause, listed, passage, talk))
        {
            return true;
        }

        if (listed.Count == 0 || (clause.Verb.Verb is "print" && listed is [{ Plural: true }]) || (clause.Verb.Verb is "see" or "view" or "look" or "show" or "print" or "access" && !listed.Exists(AttributeWords.IsOne)) || !(listed.Exists(item => AttributeWords.IsOne(item) || item.Of is not null || item.Owner is not null) || (listed.Count > 1 && Owners(clause, listed[0].First) is [{ Determiner: Determiner.Each }]) || (talk.LastTold is { Kind: ClauseKind.Condition } asked && asked.Range.End == clause.Range.First && clause.Verb is { Verb: "record", Passive: true }) || (clause.Verb is { Passive: true, Verb: "store" or "record" or "keep" or "note" or "hold" or "register" or "enter" } && clause.After("for") is [{ Plural: true, Determiner: Determiner.None, IsPronoun: false } kind] && kind.First < listed[0].First && listed.TrueForAll(item => !item.Plural)) || (clause.Verb.Verb is "know" or "record" or "note" or "store" or "keep" or "log" or "remember" or "enter" && clause.After("for") is [{ Determiner: Determiner.Each }, ..])))
        {
            return false;
        }

        if (listed is [var announced] && passage.Clauses.FirstOrDefault(other => other.Range.First > clause.Range.First && other.Kind == ClauseKind.Main) is { Before: ':', Verb.Verb: "", Objects.Count: > 1, Phrases.Count: 0 } list && list.Range.First == clause.Range.End + 1 && (!AttributeWords.IsOne(announced) || (announced is { Plural: true, Of.Determiner: Determiner.Each } && list.Objects.Count(AttributeWords.IsOne) > 1)) && !Keepers.IsOne(announced) && announced.Determiner != Determiner.Other)
        {
            talk.Label = announced with { Determiner = announced.Plural ? Determiner.None : Determiner.Indefinite, Count = null }; // "we record the rounds of a match: number, score"
            notes.Told.Add(new(new Clause(ClauseKind.Main, [announced], new("place", Passive: true), [], clause.Phrases) { Range = clause.Range }, passage));
            talk.Speak(announced);
            return true;
        }

        if (!AboutInformation(clause, listed, talk))
        {
            return Note(clause, listed, exists, passage, talk, notes);
        }

        return true;
    }

    /// <summary>"We ask for the name and the address": what is asked for is kept.</summary>
    private static Clause AsksFor(Clause clause) =>
        clause is { Verb: { Verb: "ask", Negated: false }, Objects: [{ IsPronoun: false } asks, _, ..] } && !AttributeWords.IsOne(asks) && clause.Objects.Skip(1).All(AttributeWords.IsOne)
            ? clause with { Verb = clause.Verb with { Verb = "record" }, Objects = [.. clause.Objects.Skip(1)], Phrases = [.. clause.Phrases, new("of", [asks with { Determiner = Determiner.Each }])] } :
        clause is { Verb: { Verb: "ask", Negated: false }, Objects.Count: 0 } && clause.Phrases.LastOrDefault(phrase => phrase.Preposition is "for") is { Nouns.Count: > 1 } asked && asked.Nouns.All(AttributeWords.IsOne) && clause.Subjects.All(subject => subject.IsPronoun || Keepers.IsOne(subject))
            ? clause with { Verb = clause.Verb with { Verb = "record" }, Objects = asked.Nouns, Phrases = [.. clause.Phrases.Where(phrase => phrase != asked)] } : clause;

    /// <summary>"The following is stored for each truck: …", "we need to know about trucks: …": the list behind the colon is of what is named.</summary>
    private static bool Announces(Clause clause, List<NounPhrase> listed, Passage passage, Talk talk)
    {
        var opens = passage.Clauses.Any(other => other is { Before: ':', Verb.Verb: "", Objects.Count: > 1 } && other.Range.First == clause.Range.End + 1);
        var title = clause.Range.First < 3 && listed.Count == 0 && passage.Said.Length < 80 && char.IsLetterOrDigit(passage.Said[^1]) && passage.Clauses is [{ Objects: [{ Name: "what" }] }, _];
        opens |= title;
        var owner = !opens ? null
            : listed is [{ Name: "following" or "following data" or "following information" }] ? clause.With("for", "of", "about", "on").SelectMany(phrase => phrase.Nouns).FirstOrDefault(noun => !noun.IsPronoun)
            : listed.Count == 0 && clause.Verb.Verb is "know" or "record" or "store" or "keep" or "note" ? clause.With("about", "of", "on").SelectMany(phrase => phrase.Nouns).FirstOrDefault(noun => noun is { IsPronoun: false } && (noun.Plural || noun.SpeaksOfEach)) : null;
        if (owner is null || Keepers.IsOne(owner) || AttributeWords.IsOne(owner))
        {
            return false;
        }

        (talk.Label, talk.LabelIsTitle) = (owner, title);
        talk.Speak(owner);
        return true;
    }

    /// <summary>What something is written on, whatever it is of.</summary>
    private static readonly HashSet<string> Carriers = new(StringComparer.Ordinal) { "list", "sheet", "paper", "form", "card", "board", "whiteboard", "blackboard", "calendar", "wall", "file", "door", "map", "phone", "computer" };

    private static bool Note(Clause clause, List<NounPhrase> listed, bool exists, Passage passage, Talk talk, Notes notes)
    {
        var named = Owners(clause, listed[0].First) is { Count: > 0 } said ? said : KeptWith(listed[^1], clause, passage);
        var itself = listed[0].Of is not null || listed[0].Owner is not null;
        if (named.Count == 0 && itself && !IsQualified(listed, talk, passage))
        {
            Split(listed, clause, talk, passage, notes);
            return true;
        }

        if (named.Count == 0 && exists)
        {
            return false;
        }

        if (named.Count == 0 && Happened(listed, passage, talk, notes))
        {
            return true;
        }

        var owners = named.Count > 0 ? named : talk.Owners;
        if (owners.Count == 0)
        {
            var marked = listed is [{ Determiner: Determiner.Other }] && !clause.Verb.Passive && clause.Subjects is [{ IsPronoun: true, Name: "we" or "i" }]; // "we mark whether it is open"
            var asked = passage.Clauses.Any(other => other.Kind == ClauseKind.Condition && other.Range.First < clause.Range.First);
            var sure = marked || listed.Count > 1 || (listed[0].Determiner == Determiner.Other && asked) || listed[0].Determiner is not (Determiner.None or Determiner.Other);
            if (sure && (talk.LastTold is not null || listed.Count(AttributeWords.IsOne) * 2 >= listed.Count) && (marked || listed.Exists(item => AttributeWords.IsOne(item) && item.Determiner != Determiner.Other) || asked || talk.LastTold is { Kind: ClauseKind.Condition }) && (marked || !listed.TrueForAll(item => item.Determiner == Determiner.Other) || asked || talk.LastTold is { Kind: ClauseKind.Condition }))
            {
                Belongs(listed, clause, passage, talk, notes);
            }

            return sure;
        }

        talk.Owners = owners;
        Owned(owners, listed, talk, passage, notes);
        if (!clause.With("after").Any())
        {
            Doer(owners[0], clause, passage, notes);
        }

        return true;
    }

    /// <summary>"We keep the agreed price with the booking", "we note in the logbook of the ship …": where it is kept is what it is of.</summary>
    private static List<NounPhrase> KeptWith(NounPhrase last, Clause clause, Passage passage) =>
        !clause.Verb.Passive && clause.Verb.Verb is "note" or "write" or "enter" or "record" or "stamp" or "print" && AttributeWords.IsOne(last) && clause.After("on") is [{ Determiner: Determiner.Definite, IsPronoun: false, Plural: false, Of: null } on] && !AttributeWords.IsOne(on) && !Keepers.IsOne(on) && !Carriers.Contains(on.Name) ? [on] :
        !clause.Verb.Passive && clause.Verb.Verb is "keep" or "store" or "note" or "record" or "enter" or "log" or "save" && AttributeWords.IsOne(last)
        && passage.Clauses.FirstOrDefault(other => other is { Kind: ClauseKind.Attached, Verb.Verb: "have", Objects: [{ Determiner: Determiner.Definite, IsPronoun: false, Plural: false }] } && other.Subjects is [var subject] && subject.First == last.First)?.Objects[0] is { } beside && !AttributeWords.IsOne(beside) && !Keepers.IsOne(beside) ? [beside] : [];

    /// <summary>"The day on which a pupil passed the course is entered": of the two that the item's own clause tells of.</summary>
    private static bool Happened(List<NounPhrase> listed, Passage passage, Talk talk, Notes notes)
    {
        var item = listed[0];
        var told = passage.Clauses.FirstOrDefault(clause => clause is { Kind: ClauseKind.Attached, Verb.Negated: false, Subjects: [{ IsPronoun: false, Plural: false }], Objects: [{ IsPronoun: false, Plural: false }] } && clause.With("on", "at", "in", "when").Any(phrase => phrase.Nouns.Any(noun => noun.First == item.First)));
        if (told is null || AttributeWords.IsOne(told.Subjects[0]) || AttributeWords.IsOne(told.Objects[0]))
        {
            return false;
        }

        listed[0] = item with { Done = item.Done ?? (VerbWords.Irregular.TryGetValue(told.Verb.Verb, out var forms) ? forms.Participle : Drafting.WriteThings.VerbsOf(told.Verb.Verb)) };
        var both = told.Subjects.Concat(told.Objects).Select(one => one with { Determiner = Determiner.Each, Of = null }).ToList();
        notes.Details.Add(new(both, null, listed, passage) { Topic = talk.Topic, Together = true, Links = true });
        return true;
    }

    /// <summary>"An alert receives a number, and we record the time of the call, the place and the cause": of the alert; "of the call" only says which time.</summary>
    private static bool IsQualified(List<NounPhrase> listed, Talk talk, Passage passage) =>
        listed.Count > 1 && listed[0] is { Owner: null, Of: { Determiner: Determiner.Definite, Plural: false, IsPronoun: false } of } && listed.TrueForAll(item => item.Owner is null && (item.Of is null || item.Of == of)) && listed.Exists(item => item.Of is null)
        && talk.LastList is { } list && ReferenceEquals(list.Passage, passage) && Naming.EntityKey(list.Owner.Name) != Naming.EntityKey(of.Name);

    /// <summary>"A parcel carries a number; we also hold the weight": of what the sentence has just listed, or of what happened.</summary>
    private static void Belongs(List<NounPhrase> listed, Clause clause, Passage passage, Talk talk, Notes notes)
    {
        if (talk.LastList is { } list && ReferenceEquals(list.Passage, passage) && !clause.Verb.Passive && list.Owner.First < clause.Range.First && list.Manner is Manner.Has or Manner.Identified)
        {
            notes.Lists.Add(talk.LastList = list with { Items = listed, Manner = Manner.Has });
            return;
        }

        notes.Details.Add(new([], talk.LastTold, listed, passage) { Topic = talk.Topic });
    }

    /// <summary>"Whenever a key is handed out, the time is logged with the guard": of what happened, the guard is kept as well.</summary>
    private static IEnumerable<NounPhrase> Beside(Clause clause, Passage passage, Talk talk) =>
        talk.LastTold is { Kind: ClauseKind.Condition } told && passage.Clauses.Any(other => other.Range == told.Range && other.Kind == told.Kind)
            ? clause.With("with", "together").SelectMany(phrase => phrase.Nouns)
            : clause.Verb.Passive ? clause.With("with", "together").SelectMany(phrase => phrase.Nouns).Where(noun => !noun.IsPronoun && AttributeWords.IsOne(noun)) : []; // "the weight is stored with the date"

    /// <summary>The keeper of the data does it, or nobody is named.</summary>
    private static bool Speaks(Clause clause) => clause.Verb.Passive || clause.Subjects.Count == 0 || clause.Subjects.All(subject => subject.IsPronoun || Keepers.IsOne(subject)) || clause.Verb.Wanted || (clause.Verb.Verb is "keep" or "save" or "maintain" or "hold" or "collect" or "capture" && clause.Subjects is [{ Determiner: Determiner.Definite, Plural: false }] && clause.Objects.Count(AttributeWords.IsOne) > 1 && clause.Objects.All(AttributeWords.IsOne)) || clause.Verb.Verb is "want" or "need" or "note" or "record" or "write" or "enter" or "estimate" or "count" or "log" or "measure" or "set" or "store" or "register" or "name" or "decide" or "give";

    private static bool AboutInformation(Clause clause, List<NounPhrase> items, Talk talk)
    {
        if (items.Count != 1 || !InformationIncludes.IsInformation(items[0].Name.ToLowerInvariant()))
        {
            return false;
        }

        foreach (var thing in clause.With("about", "on", "of", "for", "concerning", "regarding").SelectMany(phrase => phrase.Nouns))
        {
            talk.Speak(thing);
        }

        return true;
    }

    /// <summary>"For each item the expert sets an estimate": the item has an expert.</summary>
    private static void Doer(NounPhrase owner, Clause clause, Passage passage, Notes notes)
    {
        if (!clause.Verb.Passive && !clause.Verb.Wanted && clause.Subjects is [{ IsPronoun: false } doer] && !Keepers.IsOne(doer) && !(doer is { Determiner: Determiner.None, Plural: false } && char.IsUpper(doer.Name[0])))
        {
            notes.Told.Add(new(new Clause(ClauseKind.Main, [owner], clause.Verb with { Passive = true }, [], [new("by", [doer with { Determiner = Determiner.Counted, Count = Terms.Cardinality.ExactlyOne }])]), passage));
        }
    }

    /// <summary>What the list is recorded of, from the phrases that name things rather than measures.</summary>
    private static List<NounPhrase> Owners(Clause clause, int start)
    {
        if (clause.Verb.Passive && clause.After("with") is [{ IsPronoun: false, Determiner: Determiner.Definite or Determiner.Each } beside] && clause.Subjects.All(AttributeWords.IsOne) && !AttributeWords.IsOne(beside) && !Keepers.IsOne(beside))
        {
            return [beside]; // "the price is stored with the lot"
        }

        if (clause.Phrases.FirstOrDefault(phrase => phrase.Preposition is "for" or "of" && phrase.Nouns is [{ Determiner: Determiner.Each } first, _, ..] && (first.Name.StartsWith("combination of ", StringComparison.Ordinal) || first.Name.StartsWith("pair of ", StringComparison.Ordinal))) is { } together)
        {
            return [.. together.Nouns];
        }

        var owners = new List<NounPhrase>();
        foreach (var phrase in clause.Phrases.Where(phrase => Owning.Contains(phrase.Preposition, StringComparer.Ordinal)))
        {
            foreach (var noun in phrase.Nouns.Where(noun => !noun.IsPronoun && (!Keepers.IsOne(noun) || noun.Determiner == Determiner.Each || Keepers.IsAmongMany(noun)) && !(AttributeWords.IsOne(noun) && noun.Determiner != Determiner.Each && !(phrase.Preposition is "for" or "of" or "about" && noun.First < start && (noun.Plural || noun.Determiner == Determiner.Indefinite) && AttributeWords.MayBeThing(Naming.EntityKey(noun.Name))))))
            {
                var isOwner = (phrase.Preposition is "after" && noun.First < start && owners.Count == 0) || phrase.Preposition is "for" or "of" or "about" or "per" or "concerning" or "regarding" or "between" || (noun.First < start && noun.Determiner is Determiner.Each or Determiner.Indefinite or Determiner.All) || (owners.Count > 0 && phrase.Preposition is "in" or "on" or "at" or "within" or "during");
                if (isOwner && phrase.Preposition is not ("with" or "by"))
                {
                    owners.Add(noun);
                }
            }
        }

        return owners.Count > 0 ? owners : [.. clause.Phrases.Where(phrase => phrase.Preposition is "after" or "before").SelectMany(phrase => phrase.Nouns).Where(noun => noun is { IsPronoun: false, Determiner: Determiner.Definite or Determiner.Each, Of: null } && noun.First < start && !AttributeWords.IsOne(noun) && !Keepers.IsOne(noun)).Take(1)]; // "after the ride the driver enters …"
    }

    private static void Owned(IReadOnlyList<NounPhrase> owners, List<NounPhrase> items, Talk talk, Passage passage, Notes notes)
    {
        var all = owners.Select(owner => owner.Of is { IsPronoun: false } of && owner.Name.ToLowerInvariant() is "combination" or "pair" ? of : owner.Name.StartsWith("combination of ", StringComparison.Ordinal) ? owner with { Name = owner.Name["combination of ".Length..] } : owner).ToList();
        if (all.Count == 1 && all[0].Of is null)
        {
            notes.Lists.Add(talk.LastList = new(all[0], items, Manner.Records, passage) { After = talk.LastTold });
        }
        else
        {
            notes.Details.Add(new(all, talk.LastTold, items, passage) { Topic = talk.Topic });
        }

        talk.Speak(all[0]);
    }

    /// <summary>"the name of each member", "its date": every item says itself whose it is.</summary>
    private static void Split(List<NounPhrase> items, Clause clause, Talk talk, Passage passage, Notes notes)
    {
        var owner = items[0].Of ?? items[0].Owner!;
        var own = new List<NounPhrase>();
        foreach (var item in items)
        {
            var next = item.Owner ?? (item.Of is { } of && (of.Determiner is Determiner.Each or Determiner.Indefinite or Determiner.All || of.Plural) && item.Done is null ? of : null);
            if (next is not null && Naming.EntityKey(next.Name) != Naming.EntityKey(owner.Name) && own.Count > 0)
            {
                notes.Lists.Add(new(owner, [.. own], Manner.OfEach, passage) { After = talk.LastTold });
                own.Clear();
                owner = next;
            }

            own.Add(ReferenceEquals(item.Of, next) && next is not null ? item with { Of = null } : item.Owner is not null ? item with { Owner = null } : item);
        }

        notes.Lists.Add(talk.LastList = new(owner, own, Manner.OfEach, passage) { After = talk.LastTold, Topic = talk.Topic });
        own.Where(item => item.Plural && !AttributeWords.IsOne(item)).ToList().ForEach(talk.Speak);
        notes.Told.Add(new(clause with { Objects = [], Subjects = [] }, passage));
    }
}
