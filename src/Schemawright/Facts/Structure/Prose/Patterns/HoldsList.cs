using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"Each room has LIST", "several rooms, each with LIST", "an order consists of LIST".</summary>
internal sealed class HoldsList : IProsePattern
{
    public bool Read(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        if (clause.Verb.Passive || clause.Verb.Negated || !Senses.Holds(clause.Verb.Verb) || clause.Subjects.Count == 0 || clause.Subjects.All(subject => subject.IsPronoun || Keepers.IsNothing(subject)))
        {
            return clause.Kind == ClauseKind.Attached && clause.Verb.Verb is "have" && clause.Subjects.Count == 0;
        }

        if (clause.Kind == ClauseKind.Main && talk is { Label: { } label, LabelIsTitle: true } && clause.Subjects.Count > 1 && clause.Verb.Verb is "have" && clause.Subjects.All(AttributeWords.IsOne))
        {
            return Titled(clause, label, passage, talk, notes);
        }

        if (TellsOfBoth(clause))
        {
            return false;
        }

        if (InEach(clause, passage, talk, notes) || OfHistory(clause, passage, talk, notes) || InRoles(clause, passage, talk, notes))
        {
            return true;
        }

        var items = clause.Verb.Verb is "consist" or "compose" ? [.. clause.Objects, .. clause.After("of")] : clause.Objects;
        if (items.Count > 0 && Restricts(clause, items))
        {
            return true;
        }

        if (items.Count == 0 || Possesses(clause, items) || clause.Subjects.All(Keepers.IsNothing) || (clause.Verb.Verb is "make" or "hold" or "keep" && clause.Subjects.All(Keepers.IsOne)))
        {
            return false;
        }

        if (TellsOfMany(clause, items, passage, notes) || Within(clause, items, passage, talk, notes))
        {
            return true;
        }

        Note(clause, items, passage, talk, notes);
        return true;
    }

    /// <summary>"when a menu includes a dish", "holds a contract for each flat": told of both.</summary>
    private static bool TellsOfBoth(Clause clause) =>
        (clause.Kind == ClauseKind.Condition && clause.Verb.Verb is not "have") || (clause.Objects is [{ Plural: false } held] && !AttributeWords.IsOne(held) && clause.With("for").Any(phrase => phrase.Nouns is [{ Determiner: Determiner.Each }, ..]));

    /// <summary>"40 interviews with farmers and their families": who takes part, no attributes.</summary>
    private static bool TellsOfMany(Clause clause, IReadOnlyList<NounPhrase> items, Passage passage, Notes notes)
    {
        var tells = clause is { Kind: ClauseKind.Attached, OfEach: false, Apart: false, Subjects: [{ Count: not null, Plural: true, IsPronoun: false }] } && items.All(item => item is { Plural: true, Count: null, Determiner: Determiner.None or Determiner.Possessive } && !AttributeWords.IsOne(item));
        if (tells)
        {
            notes.Told.Add(new(clause, passage));
        }

        return tells;
    }

    /// <summary>"In each round a boat has a place": of the boat in the round.</summary>
    private static bool Within(Clause clause, IReadOnlyList<NounPhrase> items, Passage passage, Talk talk, Notes notes)
    {
        if (clause is not { Kind: ClauseKind.Main, Subjects: [{ IsPronoun: false, Determiner: Determiner.Indefinite or Determiner.Each, Of: null } each] } || !items.All(AttributeWords.IsOne)
            || clause.Phrases.FirstOrDefault(phrase => phrase.Preposition is "in" or "at" or "on" or "for" or "during" && phrase.Nouns is [{ Determiner: Determiner.Each or Determiner.Indefinite, IsPronoun: false } frame] && frame.First < each.First) is not { } within)
        {
            return false;
        }

        var once = within.Nouns[0].Determiner == Determiner.Indefinite; // "in a heat a boat has a lane"; "in a hotel a room has a number" says where it is
        if (once && (AttributeWords.IsOne(within.Nouns[0]) || AttributeWords.IsOne(each) || items.Any(item => item.Name is "name" or "number" or "title" or "code")))
        {
            return false;
        }

        notes.Details.Add(new([each with { Determiner = Determiner.Each }, within.Nouns[0] with { Determiner = Determiner.Each }], null, items, passage) { Topic = talk.Topic, Together = !once });
        return true;
    }

    private static void Note(Clause clause, IReadOnlyList<NounPhrase> items, Passage passage, Talk talk, Notes notes)
    {
        foreach (var subject in clause.Subjects.Where(subject => !subject.IsPronoun))
        {
            var manner = clause.Kind == ClauseKind.Attached ? Manner.With : Manner.Has;
            var owner = Kept(clause, items, talk) ?? Meant(clause, InformationIncludes.Informed(subject) ?? subject, passage);
            notes.Lists.Add(talk.LastList = new(owner, items, manner, passage) { After = talk.LastTold, OfEach = clause.OfEach || IsEachOfMet(clause, passage, talk) });
            if (clause.Kind == ClauseKind.Main)
            {
                items.Where(item => item is { Plural: true, Numbered: false } && item.Determiner is Determiner.None or Determiner.Counted && !AttributeWords.IsOne(item)).ToList().ForEach(talk.Speak);
                talk.Speak(owner);
            }
        }

        talk.LastTold = items.Any(item => item.IsMany && (clause.Kind != ClauseKind.Attached || !AttributeWords.IsOne(item))) ? clause : clause.Kind == ClauseKind.Attached || Concerns(talk.LastTold, clause.Subjects[^1]) ? talk.LastTold : null;
        if (clause.Phrases.Count > 0)
        {
            notes.Told.Add(new(clause with { Objects = [] }, passage));
        }
    }

    /// <summary>"Halls: we keep a list with name and seats" is of the halls; "a guest gets a badge with a badge number": the number is the guest's.</summary>
    private static NounPhrase? Kept(Clause clause, IReadOnlyList<NounPhrase> items, Talk talk) =>
        clause is not { Kind: ClauseKind.Attached, Subjects: [{ IsPronoun: false, Plural: false, Of: null } held] } ? null
        : clause is { Apart: true, OfEach: false, Verb.Verb: "have" } && talk.Defines is { } defined ? defined
        : talk.Label is { IsPronoun: false } label && held.Name is "list" or "record" or "register" or "table" or "sheet" or "file" or "catalogue" or "directory" ? label
        : items is [var only] && only.Name.StartsWith(held.Name + " ", StringComparison.Ordinal) && talk.Main is { Subjects: [{ IsPronoun: false } keeper], Verb.Verb: "get" or "have" or "receive" or "carry" or "wear" or "own" } && !Keepers.IsOne(keeper) ? Held(keeper, talk)
        : null;

    private static NounPhrase Held(NounPhrase keeper, Talk talk)
    {
        talk.LastTold = null; // that it gets one is no event
        talk.Speak(keeper);
        return keeper;
    }

    /// <summary>"It is held by two clerks, and each of them gives a score": of each in what was told.</summary>
    private static bool IsEachOfMet(Clause clause, Passage passage, Talk talk) =>
        clause.Kind == ClauseKind.Main && talk.LastTold is { } told && passage.Clauses.Any(raw => raw.Range == told.Range) && passage.Clauses.Any(raw => raw.Range == clause.Range && raw.Subjects is [{ IsPronoun: true, Name: "each" }]);

    /// <summary>"An order is for several cakes, with the number of pieces in each": of the order and the cake together.</summary>
    private static bool InEach(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        var each = clause is { Kind: ClauseKind.Attached, Apart: true, Subjects: [{ IsMany: true, IsPronoun: false }] } && talk.Main is { } main && main.Subjects.LastOrDefault() is { IsPronoun: false, IsMany: false } whole && !Keepers.IsOne(whole)
            && Naming.EntityKey(whole.Name) != Naming.EntityKey(clause.Subjects[0].Name) && passage.Clauses.Any(other => other.Phrases.Any(phrase => phrase.Nouns.Any(noun => noun is { IsPronoun: true, Name: "each" } && noun.First > clause.Range.First)));
        if (each)
        {
            notes.Details.Add(new([talk.Main!.Subjects[^1] with { Determiner = Determiner.Each, Of = null }, clause.Subjects[0] with { Determiner = Determiner.Each, Of = null }], null, clause.Objects, passage) { Topic = talk.Topic, Together = true, Links = true });
        }

        return each;
    }

    /// <summary>"Which ship lies where changes, and we need the history with from and until": of what was told.</summary>
    private static bool OfHistory(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        var history = clause.Kind == ClauseKind.Attached && talk.LastTold is not null && clause.Subjects is [{ IsPronoun: false } subject] && (subject.Name.EndsWith("history", StringComparison.OrdinalIgnoreCase) || subject.Name.EndsWith("log", StringComparison.OrdinalIgnoreCase)) && clause.Objects.All(AttributeWords.IsOne);
        if (history)
        {
            var asked = notes.Told.FindLast(told => ReferenceEquals(told.Passage, passage) && told.Clause.Kind == ClauseKind.Condition)?.Clause;
            notes.Details.Add(new([], asked ?? talk.LastTold, clause.Objects, passage) { Topic = talk.Topic });
        }

        return history;
    }

    /// <summary>"has one pilot as captain and one as first officer": the thing refers to a pilot in each role.</summary>
    private static bool InRoles(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        if (clause is not { Kind: ClauseKind.Main, Verb.Verb: "have", Subjects: [{ IsPronoun: false } subject], Objects: [{ Count: { Min: 1, Max: 1 } } holder] } || clause.After("as") is not [{ Determiner: Determiner.None or Determiner.Definite } role])
        {
            return false;
        }

        var more = passage.Clauses.Where(other => other.Range.First >= clause.Range.End && other.Verb.Verb.Length == 0 && other.Objects.Count == 0 && other.Phrases is [{ Preposition: "as", Nouns.Count: 1 }]).Select(other => other.Phrases[0].Nouns[0]);
        talk.Speak(subject);
        notes.Roles.AddRange(more.Prepend(role).Select(name => new RoleOf(subject, name.Name, holder, passage)));
        return true;
    }

    /// <summary>What was told before is still told of the one that is spoken of now.</summary>
    private static bool Concerns(Clause? told, NounPhrase subject) =>
        told is not null && told.Subjects.Concat(told.Objects).Concat(told.Phrases.SelectMany(phrase => phrase.Nouns)).Any(noun => Naming.EntityKey(noun.Name) == Naming.EntityKey(subject.Name));

    /// <summary>"Boats. Name, length, has sails": all of it is listed under the title.</summary>
    private static bool Titled(Clause clause, NounPhrase label, Passage passage, Talk talk, Notes notes)
    {
        notes.Lists.Add(talk.LastList = new(label, [.. clause.Subjects, .. clause.Objects.Select(item => item.Plural ? item : item with { Name = $"has {item.Name}" })], Manner.Label, passage));
        return true;
    }

    /// <summary>"members with more than three loans": says which ones, not what they have.</summary>
    private static bool Restricts(Clause clause, IReadOnlyList<NounPhrase> items) =>
        clause.Kind == ClauseKind.Attached && !clause.OfEach && !clause.Apart && items.All(item => item is { Count: { Min: > 1 }, Determiner: Determiner.Counted });

    /// <summary>"one player has the white pieces": the one that was spoken of, no attribute.</summary>
    private static bool Possesses(Clause clause, IReadOnlyList<NounPhrase> items) =>
        clause.Verb.Verb is "have" && clause.Kind == ClauseKind.Main && items.All(item => item is { Determiner: Determiner.Definite, Of: null } && !AttributeWords.IsOne(item));

    /// <summary>"Prints hang in the gallery with a title and a price": the prints have them, the gallery being known.</summary>
    private static NounPhrase? Placed(Clause clause, NounPhrase owner, Passage passage) =>
        clause is { Kind: ClauseKind.Attached, OfEach: false, Apart: false, Verb.Verb: "have" } && owner is { Plural: false, Of: null, Determiner: Determiner.Counted or Determiner.Indefinite } && clause.Objects.All(item => item.Name[(item.Name.LastIndexOf(' ') + 1)..] is "price" or "amount" or "quantity" or "fee" or "cost" or "date")
        && passage.Clauses.LastOrDefault(main => main.Kind == ClauseKind.Main && main.Range.First <= owner.First && main.Range.End > owner.First) is { Verb.Passive: true, Subjects: [{ IsPronoun: false } done] } by && by.After("by").Any(noun => noun.First == owner.First) && !AttributeWords.IsOne(done) && !Keepers.IsOne(done) ? done : // "is bought by one trader with a price"
        clause is { Kind: ClauseKind.Attached, OfEach: false, Verb.Verb: "have" } && owner is { Determiner: Determiner.Definite, Plural: false, Of: null } && clause.Objects.Count > 1 && clause.Objects.All(AttributeWords.IsOne)
        && passage.Clauses.LastOrDefault(main => main.Kind == ClauseKind.Main && main.Range.First <= owner.First && main.Range.End > owner.First) is { Objects.Count: 0, Verb.Verb: not ("be" or "consist"), Subjects: [{ IsPronoun: false, Plural: true, Determiner: Determiner.None } subject] } at
        && at.With("in", "at", "on", "against", "under", "to", "from", "into").Any(phrase => phrase.Nouns.Any(noun => noun.First == owner.First)) && (!AttributeWords.IsOne(subject) || subject.Name.Contains(' ', StringComparison.Ordinal) && AttributeWords.MayBeThing(Naming.EntityKey(Drafting.FindThings.Singular(subject)))) && !Keepers.IsOne(subject) ? subject : null;

    /// <summary>"record a hire for one guest with its start date", "comes from one dairy on one day, with the number": of what is made, of what comes.</summary>
    private static NounPhrase? MadeFor(Clause clause, NounPhrase owner, Passage passage)
    {
        if (clause is not { Kind: ClauseKind.Attached, OfEach: false, Verb.Verb: "have" } || passage.Clauses.LastOrDefault(main => main.Kind == ClauseKind.Main && main.Range.First <= owner.First && main.Range.End > owner.First) is not { } main || !main.Phrases.Any(phrase => phrase.Nouns.Any(noun => noun.First == owner.First)))
        {
            return null;
        }

        if (owner is { Plural: false, Determiner: Determiner.Definite or Determiner.Possessive, Of: null } && main.Objects is [{ Determiner: Determiner.Indefinite, Plural: false, IsPronoun: false } filed] && filed.First < owner.First && (Senses.Creates(main.Verb.Verb) || main.Verb.Verb is "submit" or "enter" or "record" or "log" or "send") && clause.Objects.All(AttributeWords.IsOne) && main.With("for", "on", "to", "about", "against").Any(phrase => phrase.Nouns[0].First == owner.First) && (!AttributeWords.IsOne(filed) || AttributeWords.MayBeThing(Naming.EntityKey(filed.Name))) && !Keepers.IsNothing(Naming.EntityKey(filed.Name)))
        {
            return filed; // "submit a claim for my tour with start and end"
        }

        var made = clause.Objects is [{ Determiner: Determiner.Possessive, Their: false }, ..] && !owner.Plural && main.Objects is [{ Determiner: Determiner.Indefinite, Plural: false, IsPronoun: false } one] && (Senses.Creates(main.Verb.Verb) || Senses.Records(main.Verb.Verb)) && !AttributeWords.IsOne(one) ? one : null;
        return made ?? (clause.Apart && main.Objects.Count == 0 && ComplementReader.IsTime(owner.Name) && clause.Objects.Any(AttributeWords.IsOne) && main.Subjects is [{ IsPronoun: false, Plural: false } comes] && !AttributeWords.IsOne(comes) && !Keepers.IsOne(comes) ? comes : null);
    }

    /// <summary>"A lease is made for the flat, with a start date": the lease has it; "payments for a lease, including the amount": the payments.</summary>
    private static NounPhrase Meant(Clause clause, NounPhrase owner, Passage passage)
    {
        if (clause.OfEach && !owner.Plural && !owner.IsMany && passage.Clauses.LastOrDefault(other => other.Kind == ClauseKind.Main && other.Range.First <= owner.First) is { } whole && (whole.Subjects.LastOrDefault(item => item is { Plural: true, IsPronoun: false }) ?? whole.Objects.LastOrDefault(item => item is { IsMany: true, IsPronoun: false })) is { } several)
        {
            return several; // "we have four vaults, told apart by a letter, each with a height"
        }

        if (MadeFor(clause, owner, passage) is { } made)
        {
            return made;
        }

        var reported = clause.Kind == ClauseKind.Attached && !clause.OfEach && clause.Verb.Verb is "have" && passage.Clauses.LastOrDefault(main => main.Kind == ClauseKind.Main && main.Range.First <= owner.First && main.Range.End > owner.First) is { Verb: { Passive: true } told } at
            && (Senses.Records(told.Verb) || told.Verb is "report" or "schedule") && at.With("for", "under", "on").Any(phrase => phrase.Nouns.Any(noun => noun.First == owner.First)) && at.Subjects is [{ IsPronoun: false } subject] && !AttributeWords.IsOne(subject) ? subject : null;
        if (reported is not null)
        {
            return reported; // "faults are reported for a lift with a date and a cause"
        }

        if (Placed(clause, owner, passage) is { } placed)
        {
            return placed;
        }

        if (clause.Apart && owner is { Determiner: Determiner.Definite } && passage.Clauses.LastOrDefault(other => other is { Kind: ClauseKind.Attached, Verb.Passive: true, Subjects: [{ IsPronoun: false }] } && other.Phrases.Any(phrase => phrase.Nouns.Any(noun => noun.First == owner.First))) is { } participle)
        {
            return participle.Subjects[0]; // "the points, numbered within the series, with value and unit"
        }

        if (!clause.Apart || passage.Clauses.LastOrDefault(main => main.Kind == ClauseKind.Main && main.Range.First <= owner.First && main.Range.End > owner.First) is not { } main || !main.Phrases.Any(phrase => phrase.Nouns.Any(noun => noun.First == owner.First)))
        {
            return owner;
        }

        if (main.Verb.Verb is "be" && main.Subjects.LastOrDefault() is { IsPronoun: false } said && !main.Subjects.Any(AttributeWords.IsOne))
        {
            return said; // "a tour is one drive of a route on a date, with one truck"
        }

        var before = main.Objects.LastOrDefault(item => item.First < owner.First) ?? (owner.Determiner == Determiner.Definite || clause.Verb.Verb is "include" || main.Verb.Passive || main.With("between").Any() ? main.Subjects.LastOrDefault(item => item.First < owner.First) : null);
        return before is { IsPronoun: false } && !Keepers.IsOne(before) && (!AttributeWords.IsOne(before) || (before.Determiner == Determiner.Indefinite && main.Objects.Count > 1 && AttributeWords.MayBeThing(Naming.EntityKey(before.Name)))) ? before : owner;
    }
}
