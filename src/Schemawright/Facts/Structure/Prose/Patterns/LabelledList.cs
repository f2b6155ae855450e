using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"Beers: name, style", "Per version: LIST", "Readings are taken daily: LIST", and lists without a verb after a bare title.</summary>
internal sealed class LabelledList : IProsePattern
{
    private static readonly string[] Just = ["just", "only", "simply", "merely"];

    public bool Read(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        if (clause.Verb.Verb.Length > 0)
        {
            return false;
        }

        clause = SplitOwners.Of(clause);
        var items = clause.Objects.Where(item => !item.IsPronoun && item.Count is not { Max: 0 }).ToList();
        if (ListBehind.Read(clause, items, passage, talk, notes) || LabelledPer.Read(clause, items, passage, talk, notes) || AnnouncedByClause.Read(clause, items, passage, talk, notes) || DefinesLabel.Read(clause, items, passage, talk, notes) || EachHas(clause, items, passage, talk, notes) || JustOf(clause, items, passage, talk, notes) || OfSeveral(clause, items, passage, talk, notes))
        {
            return true;
        }

        KindsAt(passage, items);
        var owner = Cut(Owner(clause, items), items, passage);
        if (AnnouncedList.Read(clause, owner is null ? items : [], passage, talk, notes) || LabelledReference.Read(clause, owner, items, passage, talk, notes) || PerOne(clause, talk, items) || OfLast(clause, owner, items, passage, talk, notes) || GoesOn(clause, owner, items, passage, talk, notes))
        {
            return true;
        }

        if (ProperNames.AreListed(clause, items) || (owner is null ? OneEach(clause, items, passage, notes) : IsOfRecorded(owner, clause, items, passage, talk, notes)))
        {
            return true;
        }

        if (owner is not null && items.Count > 0)
        {
            notes.Lists.Add(talk.LastList = new(EachPer(owner, clause), items, Manner.Records, passage) { After = talk.LastTold });
            talk.Speak(owner);
            Placed(clause, owner, items[0].First, passage, notes);
            return true;
        }

        return items.Count switch
        {
            0 => Title(owner, talk, whole: false, announced: owner?.Determiner == Determiner.Each),
            1 when clause.Before != ':' && (clause.Range.First == 0 || IsTitleWithin(clause, passage)) && (!AttributeWords.IsOne(items[0]) || items[0].Plural || Announces(clause, items[0], passage) || (Defines(clause, passage) && items[0].Determiner == Determiner.None)) => Title(items[0], talk, (passage.Text.EndsWith('.') && passage.Text.Length < 40 && !passage.Text.StartsWith('§') && items[0].Determiner != Determiner.Indefinite && !passage.Clauses.Any(other => other.Before == ':')) || Defines(clause, passage), Announces(clause, items[0], passage)),
            1 when clause.Before == ':' && IsShownLast(items[0], clause, passage) => Title(items[0], talk, whole: true),
            1 when clause.Before == ',' && talk.LastList is { } list && ReferenceEquals(list.Passage, passage) => Continue(list, items, notes),
            _ => List(items, clause, passage, talk, notes),
        };
    }

    /// <summary>"Per joiner the task": of each of them.</summary>
    private static NounPhrase EachPer(NounPhrase owner, Clause clause) =>
        owner is { Determiner: Determiner.None, Plural: false, Count: null } && clause.After("per").Any(per => per.First == owner.First) ? owner with { Determiner = Determiner.Each } : owner;

    /// <summary>"name, rate, staff or freelance": the last is one value, of two it may have.</summary>
    private static void KindsAt(Passage passage, List<NounPhrase> items)
    {
        if (items is [_, .., { Remark: null, Plural: false, Determiner: Determiner.None } one, { Remark: null, Plural: false, Determiner: Determiner.None } other] && items.Count > 2 && !AttributeWords.IsOne(one) && !AttributeWords.IsOne(other) && items.GetRange(0, items.Count - 2).Exists(AttributeWords.IsOne) && !items.Exists(item => item.Name == "kind") && passage.Said.Contains($"{one.Name} or {other.Name}", StringComparison.OrdinalIgnoreCase))
        {
            items.RemoveAt(items.Count - 1);
            items[^1] = one with { Name = "kind", Remark = $"{one.Name}, {other.Name}" };
        }
    }

    /// <summary>What the list is of, from the phrases before it.</summary>
    private static NounPhrase? Owner(Clause clause, List<NounPhrase> items) =>
        clause.Phrases.Where(phrase => phrase.Preposition is "for" or "per" or "of" or "about" || (phrase.Preposition is "on" or "from" or "in" or "at" && items.Count > 0 && phrase.Nouns[0].First < items[0].First))
            .SelectMany(phrase => phrase.Nouns)
            .FirstOrDefault(noun => !noun.IsPronoun && (!Keepers.IsOne(noun) || Keepers.IsAmongMany(noun) || (noun.Determiner == Determiner.Each && !Keepers.IsNothing(Naming.EntityKey(noun.Name)))) && (noun.Determiner is not Determiner.Definite || (noun.Plural && items.Count > 1 && noun.First < items[0].First && clause.Range.First == 0)));

    /// <summary>"We take samples, so per sample acidity, sugar and the date": the compound ends where the noun said before does.</summary>
    private static NounPhrase? Cut(NounPhrase? owner, List<NounPhrase> items, Passage passage)
    {
        if (owner is not { Determiner: Determiner.None, Plural: false } || items.Count == 0 || !owner.Name.Contains(' ', StringComparison.Ordinal)
            || passage.Clauses.Where(other => other.Range.First < owner.First).SelectMany(other => other.Objects.Concat(other.Subjects)).FirstOrDefault(noun => noun is { Plural: true, IsPronoun: false } && owner.Name.StartsWith(Drafting.FindThings.Singular(noun) + " ", StringComparison.Ordinal)) is not { } said)
        {
            return owner;
        }

        var name = Drafting.FindThings.Singular(said);
        items.Insert(0, owner with { Name = owner.Name[(name.Length + 1)..] });
        return owner with { Name = name, Determiner = Determiner.Each };
    }

    /// <summary>"Boats: name, length. One owner each.": each of what the list before is of.</summary>
    private static bool EachHas(Clause clause, List<NounPhrase> items, Passage passage, Talk talk, Notes notes)
    {
        if (items is not [{ Count: { Min: 1, Max: 1 } } one] || AttributeWords.IsOne(one) || clause.Phrases.Count > 0 || talk.LastList is not { Owner.Plural: true } list || !passage.Clauses.Any(other => other.Range.First <= clause.Range.End && other.Range.End > clause.Range.First && other.Objects.Any(noun => noun is { IsPronoun: true, Name: "each" } && noun.First == one.End)))
        {
            return false;
        }

        notes.Lists.Add(new(list.Owner, [one], Manner.Has, passage));
        return true;
    }

    /// <summary>"… at a start time and for a planned duration": one measure more of what was told.</summary>
    private static bool GoesOn(Clause clause, NounPhrase? owner, List<NounPhrase> items, Passage passage, Talk talk, Notes notes)
    {
        var more = items.Count == 0 && clause.Range.First > 0 && owner is { Determiner: Determiner.Indefinite } && AttributeWords.IsOne(owner) && talk.LastTold is { } told && passage.Clauses.Any(other => other.Range == told.Range);
        if (more)
        {
            notes.Details.Add(new([], talk.LastTold, [owner!], passage) { Topic = talk.Topic });
        }

        return more;
    }

    /// <summary>"They have working hours: for each weekday a start time": the hours have it.</summary>
    private static bool OfLast(Clause clause, NounPhrase? owner, List<NounPhrase> items, Passage passage, Talk talk, Notes notes)
    {
        if (!(owner is { Determiner: Determiner.Each } && items.Count > 1 && clause.Before == ':' && AttributeWords.IsOne(owner) && talk.LastList is { Manner: Manner.Has, Items: [.., { Plural: true, IsPronoun: false } kept] } having && ReferenceEquals(having.Passage, passage) && having.Items.Count == 1))
        {
            return false;
        }

        notes.Lists.Add(talk.LastList = new(kept, [owner with { Determiner = Determiner.Indefinite }, .. items], Manner.With, passage) { OfEach = true });
        return true;
    }

    /// <summary>"Per crane on a job: …": of the two together.</summary>
    private static bool PerOne(Clause clause, Talk talk, List<NounPhrase> items)
    {
        if (items.Count > 0 || clause.Before is not ('.' or '\0') || clause.Phrases is not [{ Preposition: "per", Nouns: [{ IsPronoun: false } each] }, { Preposition: "on" or "in" or "at" or "for" or "of", Nouns: [{ IsPronoun: false, Determiner: Determiner.Indefinite } whole] }])
        {
            return false;
        }

        talk.Owners = [each with { Determiner = Determiner.Each }, whole with { Determiner = Determiner.Each }];
        return true;
    }

    /// <summary>"One bike per order, one mechanic": the order has one of each.</summary>
    private static bool OneEach(Clause clause, List<NounPhrase> items, Passage passage, Notes notes)
    {
        if (clause.Phrases.Count > 0 || items is not [{ Count: not null, Tail: { Preposition: "per", Nouns: [{ IsPronoun: false } whole] } }, ..] || (AttributeWords.IsOne(items[0]) && !(items[0].IsMany && passage.Clauses.Any(other => other is { Kind: ClauseKind.Attached, OfEach: true }))) || !items.TrueForAll(item => item.Count is not null))
        {
            return false;
        }

        notes.Lists.Add(new(whole with { Determiner = Determiner.Each }, [.. items.Select(item => item with { Tail = null })], Manner.Has, passage));
        return true;
    }

    /// <summary>"Attendance is recorded: for each pupil the date": the attendance has it, and is the pupil's.</summary>
    private static bool IsOfRecorded(NounPhrase owner, Clause clause, List<NounPhrase> items, Passage passage, Talk talk, Notes notes)
    {
        if (owner is not { Determiner: Determiner.Each, Of: null } || items.Count < 2 || clause.Before != ':' || talk.LastTold is not { Verb.Passive: true, Objects.Count: 0, Subjects: [{ IsPronoun: false, Plural: false, Of: null } recorded] } record
            || record.Range.End + 1 != clause.Range.First || !Senses.Records(record.Verb.Verb) || AttributeWords.IsOne(recorded) || Keepers.IsOne(recorded))
        {
            return false;
        }

        notes.Details.Add(new([recorded with { Determiner = Determiner.Each, Of = owner }], null, items, passage) { Topic = talk.Topic });
        return true;
    }

    /// <summary>"Divers, just the name".</summary>
    private static bool JustOf(Clause clause, List<NounPhrase> items, Passage passage, Talk talk, Notes notes)
    {
        if (clause.Phrases.Count > 0 || items is not [{ Plural: true, Determiner: Determiner.None } named, _, ..] || !items.Skip(1).All(AttributeWords.IsOne) || !(clause.Range.First == 0 && items.Count > 2 && !AttributeWords.IsOne(named) && !Keepers.IsOne(named)) && !Just.Any(word => passage.Said.Contains($"{named.Name}, {word} ", StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        notes.Lists.Add(talk.LastList = new(named, items.GetRange(1, items.Count - 1), Manner.Has, passage));
        talk.Speak(named);
        return true;
    }

    /// <summary>"For each part and supplier: price": of the two together.</summary>
    private static bool OfSeveral(Clause clause, List<NounPhrase> items, Passage passage, Talk talk, Notes notes)
    {
        var several = clause.With("for", "per").Where(phrase => phrase.Nouns.Count > 1 && phrase.Nouns[0].Determiner == Determiner.Each).SelectMany(phrase => phrase.Nouns).Where(noun => !noun.IsPronoun).ToList();
        if (several.Count < 2)
        {
            return false;
        }

        if (items.Count > 0)
        {
            notes.Details.Add(new(several, null, items, passage) { Topic = talk.Topic, Together = true });
        }
        else
        {
            talk.Owners = several;
        }

        return true;
    }

    /// <summary>"For every repair on a boat the date": the repair is of the boat.</summary>
    private static void Placed(Clause clause, NounPhrase owner, int start, Passage passage, Notes notes)
    {
        var places = clause.Phrases.Where(phrase => phrase.Preposition is "on" or "in" or "at" or "by" or "to" or "from" or "with" && phrase.Nouns is [{ IsPronoun: false, Plural: false, Determiner: Determiner.Indefinite } at] && at.First > owner.First && at.First < start).ToList();
        if (places.Count > 0)
        {
            notes.Told.Add(new(new Clause(ClauseKind.Main, [owner], new("place", Passive: true), [], places), passage));
        }
    }

    /// <summary>"… Machines: name, department": a title behind another sentence of the same point.</summary>
    private static bool IsTitleWithin(Clause clause, Passage passage) => clause.Before == '.' && passage.Clauses.FirstOrDefault(other => other.Range.First > clause.Range.First) is { Before: ':' } next && next.Range.First == clause.Range.End + 1;

    /// <summary>"And at the end of the year: the stocktaking!": the sentences behind speak of what it ends with.</summary>
    private static bool IsShownLast(NounPhrase noun, Clause clause, Passage passage) =>
        noun is { Determiner: Determiner.Definite, Of: null, Owner: null, Remark: null } && !AttributeWords.IsOne(noun) && clause.Phrases.Count == 0 && passage.Clauses.All(other => other.Verb.Verb.Length == 0 && other.Range.First <= clause.Range.First);

    /// <summary>"work order: number, date": a word for a measure or for who keeps the data, with a list of measures of its own behind the colon.</summary>
    private static bool Announces(Clause clause, NounPhrase title, Passage passage) =>
        (AttributeWords.MayBeThing(Naming.EntityKey(title.Name)) || Keepers.IsOne(title) || title is { Determiner: Determiner.None, Of: null, Plural: false } && title.First == 0 && title.Name.Split(' ').Length < 3) && passage.Clauses.FirstOrDefault(other => other.Range.First > clause.Range.First && other.Kind == ClauseKind.Main) is { Before: ':', Objects.Count: > 1, Phrases.Count: 0 } list && list.Range.First == clause.Range.End + 1
        && (list.Objects.Count(AttributeWords.IsOne) > 1 || (list.Objects.Count > 2 && list.Objects.All(item => item is { Plural: false, Determiner: Determiner.None })));

    /// <summary>"Sample – a quantity of water": a dash, and what it is.</summary>
    private static bool Defines(Clause clause, Passage passage) =>
        clause.Range.First == 0 && passage.Clauses.FirstOrDefault(other => other.Range.First > clause.Range.First) is { Before: '–' or '—', Verb.Verb: "", Objects: [{ Determiner: Determiner.Indefinite or Determiner.Definite } or { IsPronoun: true }, ..] };

    /// <summary>"price list of jobs", "register of boats": of what is listed.</summary>
    private static NounPhrase Listed(NounPhrase title) =>
        title is { Of: null, Plural: false } && title.Name.Split(' ') is [.., var kind, "list" or "register" or "catalogue" or "directory" or "inventory"] && !kind.EndsWith("ing", StringComparison.Ordinal) && !AttributeWords.IsOne(kind) ? title with { Name = title.Name[..title.Name.LastIndexOf(' ')] } :
        title.Of is { Plural: true, IsPronoun: false } of && title.Name[(title.Name.LastIndexOf(' ') + 1)..].ToLowerInvariant() is "list" or "register" or "catalogue" or "catalog" or "directory" or "table" or "index" or "inventory" or "overview" ? of : title;

    /// <summary>Words that only take the turn: "Right.", "Yes.".</summary>
    private static readonly HashSet<string> Answers = new(StringComparer.OrdinalIgnoreCase) { "right", "yes", "yep", "no", "ok", "okay", "sure", "thanks", "agreed", "done", "then", "finally", "hello", "hi" };

    private static bool Title(NounPhrase? title, Talk talk, bool whole, bool announced = false)
    {
        title = title is null ? null : Listed(title);
        if (title is not null && !(title.First == 0 && Answers.Contains(title.Name)) && (!Keepers.IsOne(title) || (announced && !Keepers.IsNothing(Naming.EntityKey(title.Name)))))
        {
            talk.Label = title with { Name = title.Name.Split(' ') is [.., _, "first" or "next" or "now" or "then" or "again" or "finally"] ? title.Name[..title.Name.LastIndexOf(' ')] : title.Name };
            talk.LabelIsTitle = whole;
            talk.Speak(title);
        }

        return title is not null;
    }

    private static bool Continue(Listed list, List<NounPhrase> items, Notes notes)
    {
        notes.Lists.Add(list with { Items = items, Manner = list.Manner is Manner.Label ? Manner.Label : Manner.Has });
        return true;
    }

    /// <summary>Under "Fees.", "Bills are sent yearly: number, amount" lists what bills have.</summary>
    private static bool IsOfSubject(Clause told, Clause list, Talk talk) =>
        talk.LabelIsTitle && told is { Verb.Passive: true, Subjects: [{ Plural: true, Determiner: Determiner.None } subject] } && told.Range.End + 1 == list.Range.First && Naming.EntityKey(subject.Name) != Naming.EntityKey(talk.Label!.Name);

    /// <summary>"Permits are per stall. Number, fee, date.", "From when, until when.", "A carrier's name, phone and address …".</summary>
    private static bool Fragment(List<NounPhrase> items, Clause clause, Passage passage, Talk talk, Notes notes)
    {
        if (clause.Before is '\0' or '.' && clause.Phrases.Count == 0 && items.Count > 1 && items.TrueForAll(AttributeWords.IsOne) && talk is { Label: null, LastList: null, LastTold: { Kind: ClauseKind.Main, Verb: { Passive: false, Verb: "get" or "receive" or "undergo" or "need" or "make" or "write" or "fill" or "issue" or "file" or "submit" or "open" or "draw" or "hand" or "do" or "hold" } } brings }
            && brings.Objects.Concat(brings.After("in")).LastOrDefault() is { IsPronoun: false, Determiner: Determiner.Indefinite, Plural: false, Of: null } brought && (!AttributeWords.IsOne(brought) || AttributeWords.MayBeThing(Naming.EntityKey(brought.Name))) && !Keepers.IsOne(brought))
        {
            notes.Lists.Add(talk.LastList = new(brought with { Remark = null }, items, Manner.Has, passage)); // "A cheese gets a treatment. Date, kind, remark."
            talk.Speak(brought);
            return true;
        }

        if (clause.Before is '\0' or '.' && talk.LastTold is { Kind: ClauseKind.Main } told && (items.TrueForAll(item => item.Name is "from" or "until" or "to" or "since")
            || (talk is { Label: null, LastList: null } && clause.Phrases.Count == 0 && items.Count > 1 && items.TrueForAll(AttributeWords.IsOne) && told.Subjects.Concat(told.Objects).Any(noun => !noun.IsPronoun && !Keepers.IsOne(noun)))))
        {
            notes.Details.Add(new([], told, items, passage) { Topic = talk.Topic });
            return true;
        }

        if (items is [{ Owner: { IsPronoun: false } whose }, _, ..] && !Keepers.IsOne(whose) && items.TrueForAll(AttributeWords.IsOne))
        {
            notes.Lists.Add(talk.LastList = new(whose, [items[0] with { Owner = null }, .. items.Skip(1)], Manner.OfEach, passage));
            return true;
        }

        return false;
    }

    private static bool List(List<NounPhrase> items, Clause clause, Passage passage, Talk talk, Notes notes)
    {
        if (clause.Before == ':' && talk.Owners.Count > 1)
        {
            notes.Details.Add(new(talk.Owners, null, items, passage) { Topic = talk.Topic, Together = true });
            return true;
        }

        if (clause.Before == ':' && talk.LastTold is { } told && IsOfSubject(told, clause, talk))
        {
            notes.Lists.Add(talk.LastList = new(told.Subjects[0], items, Manner.Has, passage));
            return true;
        }

        if (clause.Before == ':' && !items.Exists(AttributeWords.IsOne) && talk.LastTold is { } many && many.Range.End + 1 == clause.Range.First && many.Objects.Concat(many.Phrases.SelectMany(phrase => phrase.Nouns)).MaxBy(noun => noun.First) is { } said && (said.Count is { IsMany: true } || (said is { Plural: true, Determiner: Determiner.None } && (AttributeWords.IsOne(said) || items.TrueForAll(item => item.Determiner == Determiner.Definite)))))
        {
            return true; // "several channels: newspapers, boards": which ones
        }

        if (clause.Before == ':' && talk.LastTold is { } before && talk.Label is null)
        {
            notes.Details.Add(new([], before, items, passage) { Topic = talk.Topic });
            return true;
        }

        if (Fragment(items, clause, passage, talk, notes))
        {
            return true;
        }

        var owner = talk.Label ?? (clause.Before is ',' or ';' or '\0' or ':' ? talk.LastList?.Owner : null);
        if (owner is null || (!items.Exists(AttributeWords.IsOne) && !(clause.Before == ':' && talk.Label is { } label && label.End + 1 == clause.Range.First && items.Count > 2 && items.TrueForAll(item => item is { Plural: false, Determiner: Determiner.None }))) || (clause.Before == '\0' && talk.Label is null && !items.TrueForAll(AttributeWords.IsOne)))
        {
            return false;
        }

        notes.Lists.Add(talk.LastList = new(owner, items, Manner.Label, passage));
        return true;
    }
}
