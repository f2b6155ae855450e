using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Drafting;

/// <summary>
/// Decides which nouns are things: those with a list of attributes of their own. A bare noun is none, nor is what measures
/// something else, nor the owner of the database.
/// </summary>
internal static class FindThings
{
    public static void Run(Notes notes, Things things)
    {
        foreach (var list in notes.Lists.Where(list => IsThing(list, notes)))
        {
            if (Longer(list, things) is { } known)
            {
                things.Alias(list.Key, known);
                continue;
            }

            Add(list, notes, things).Manners.Add(list.Manner);
        }

        NameDoers(notes, things);

        AddWholes(notes, things);
        AddKinds(notes, things);
        AddSiblings(things);
        if (things.All.Count > 1)
        {
            AddSpokenEvents(notes, things);
            AddTold(notes, things); // one list among much talk makes no data model
            FindLinked.Run(notes, things);
            FindMembers.Run(notes, things);
            PlaceOnes.Run(notes, things);
        }
    }

    /// <summary>"Rentable bikes have a number" where else they are only bikes, "members of the board" where they are members: by the name the text uses.</summary>
    private static Thing Add(Listed list, Notes notes, Things things)
    {
        var of = list.Key.IndexOf("_of_", StringComparison.Ordinal);
        var cut = of > 0 ? -1 : list.Key.IndexOf('_', StringComparison.Ordinal);
        var head = of > 0 ? Persons.IsOne(list.Owner with { Name = list.Key[..of] }) ? list.Key[..of] : "" : cut > 0 && IsQuality(list.Key[..cut]) ? list.Key[(cut + 1)..] : "";
        if (head.Length == 0 || AttributeWords.IsOne(head) || Keepers.IsOne(head) || things.Exact(list.Key) is not null || things.Exact(head) is not null || notes.ListsNamed(head).Any(other => other.Items.Any(AttributeWords.IsOne)) || notes.Mentions(list.Key) > notes.Mentions(head))
        {
            return things.Add(list.Key, Singular(list.Owner), list.Passage);
        }

        var thing = things.Add(head, head.Replace('_', ' '), list.Passage);
        things.Alias(list.Key, thing);
        return thing;
    }

    private static bool IsQuality(string word) => word.Length > 5 && (word.EndsWith("able", StringComparison.Ordinal) || word.EndsWith("ible", StringComparison.Ordinal) || word.EndsWith("ive", StringComparison.Ordinal) || word.EndsWith("ous", StringComparison.Ordinal) || word.EndsWith("ful", StringComparison.Ordinal));

    /// <summary>"the addresses of a round" after "a delivery address has …": the same thing by the last word of its name.</summary>
    private static Thing? Longer(Listed list, Things things) =>
        Counted(list, things) ?? ((list is { Owner.Determiner: Determiner.Each, Manner: Manner.Records or Manner.OfEach } || (list is { Manner: Manner.Has, Owner.Determiner: Determiner.Each or Determiner.Indefinite } && !list.Items.Any(AttributeWords.IsOne))) && !list.Key.Contains('_', StringComparison.Ordinal) && things.Exact(list.Key) is null && things.OnlyEnding(list.Key) is { } said ? said : null) ?? ((list.Owner.Determiner == Determiner.Definite || (list.Owner.Determiner is Determiner.Indefinite or Determiner.None && !list.Owner.Plural && list.Items.Count(AttributeWords.IsOne) < 2)) && !list.Key.Contains('_', StringComparison.Ordinal) && AttributeWords.IsOne(list.Key) && things.Exact(list.Key) is null ? things.OnlyEnding(list.Key) : null);

    /// <summary>"A package has a budget" after "work packages are numbered within the site": the same.</summary>
    private static Thing? Counted(Listed list, Things things) =>
        list.Owner.Determiner is Determiner.Definite or Determiner.Indefinite or Determiner.Each && !list.Key.Contains('_', StringComparison.Ordinal) && things.Exact(list.Key) is null && things.OnlyEnding(list.Key) is { } longer && longer.Manners.Count > 0 && longer.Manners.All(manner => manner == Manner.Identified) ? longer : null;

    public static string Singular(NounPhrase phrase)
    {
        var cut = phrase.Name.LastIndexOf(' ') + 1;
        var last = phrase.Name[cut..];
        var singular = Nouns.Singular(last.ToLowerInvariant());
        return string.Equals(singular, last.ToLowerInvariant(), StringComparison.Ordinal) ? phrase.Name : phrase.Name[..cut] + singular;
    }

    private static bool IsThing(Listed list, Notes notes)
    {
        if (!MayBeNamed(list.Owner) || Keepers.IsNothing(list.Owner) || list is { Manner: Manner.Brackets, Owner.Determiner: Determiner.Possessive })
        {
            return false;
        }

        if (IsAside(list, notes))
        {
            return false;
        }

        var own = list.Manner == Manner.Identified ? list.Items.Count : list.Items.Count(AttributeWords.IsOne);
        if (Keepers.IsOne(list.Key) && !notes.IsKind(list.Key))
        {
            return IsSpoken(list, own) || IsSaidOfMany(list, notes) || own >= 2 && (list.Owner.Determiner == Determiner.Each || (list.Manner == Manner.Label && own >= 2 && list.Owner is { IsPronoun: false, Of: null } && !Keepers.IsNothing(list.Key)) || (list.Key is "user" or "application" or "organisation" or "organization" or "business" or "agency" or "institution" or "office" or "operator" or "administrator" or "clerk" or "programme" or "section" or "notification" && list.Owner.SpeaksOfEach && list.Manner is Manner.Has or Manner.Records or Manner.Identified) || (list.Owner.Plural && list.Manner != Manner.With));
        }

        if (AttributeWords.IsOne(list.Key))
        {
            var sure = AttributeWords.MayBeThing(list.Key) && (list.Owner.SpeaksOfEach || list.Owner.Plural || list.Owner.Determiner == Determiner.Definite) && (list.Manner is not Manner.Brackets || list is { Owner.Plural: true, Items.Count: > 2 });
            var all = list.Owner.Plural && (HeadNounTypes.Guess(list.Key) is null || AttributeWords.IsShared(list.Key)) ? notes.MeasuresOf(list.Key) : own;
            if (list is { Manner: Manner.Label, Items.Count: > 2, Owner: { Determiner: Determiner.None, Of: null } } && own == 0 && AttributeWords.MayBeThing(list.Key) && list.Items.All(item => item is { Plural: false, Determiner: Determiner.None }))
            {
                return true; // "Location: aisle, rack, shelf"
            }

            return (Math.Max(own, all) >= (sure || (list.OfEach && list.Owner.IsMany) ? 1 : 2) || (own == 1 && list.Items.Count >= 2 && list.Key.Contains('_', StringComparison.Ordinal) && (list.Owner.Plural || list.Owner.SpeaksOfEach))) && (list is { Manner: Manner.OfEach, Owner.Determiner: Determiner.Each } || list.Manner is Manner.Has or Manner.Described or Manner.Identified or Manner.Records or Manner.With or Manner.Label || (sure && list.Manner == Manner.Brackets)) && !IsItem(list, notes);
        }

        return own >= 2 || (list is { Manner: Manner.Records, Owner.Determiner: Determiner.Each } && (list.Items.Count > 1 || (list.Items[0] is { Plural: false, Determiner: Determiner.Definite } && Transactions.IsOne(list.Key)))) || (list.Manner == Manner.Has && own == 0 && list.Items.Count >= 2 && list.Owner.SpeaksOfEach && list.Items.All(item => item is { Determiner: Determiner.Indefinite, Plural: false, Of: null } && !Keepers.IsOne(item))) || (own == 1 && list.Manner is not (Manner.Label or Manner.Brackets or Manner.Possessive) && !(list is { Manner: Manner.With, Items.Count: 1, Owner.Plural: false } && IsItem(list, notes))) || (list.Items.Count >= 3 && list.Manner is Manner.Label or Manner.Manages or Manner.Information or Manner.Identified)
            || (own == 1 && list.Manner == Manner.Label && list.Items.Count >= 2 && (list.Owner.Plural || (list.Owner is { Determiner: Determiner.None, Of: null } && list.Items.All(item => item is { Plural: false, Determiner: Determiner.None }))));
    }

    /// <summary>"Boats are owned by two people together": where owners are kept, these people are owners.</summary>
    private static void NameDoers(Notes notes, Things things)
    {
        foreach (var clause in notes.Told.Select(told => told.Clause).Where(clause => clause.Verb is { Passive: true, Negated: false } && clause.After("by").Any(noun => Naming.EntityKey(noun.Name) is "person" or "people")))
        {
            var stem = clause.Verb.Verb.TrimEnd('e');
            if ((things.Exact(stem + "er") ?? things.Exact(stem + "or")) is { } doer)
            {
                foreach (var key in (string[])["person", "people"])
                {
                    if (things.Exact(key) is { Properties.Count: 0 } made && made != doer && !notes.ListsNamed(key).Any(list => list.Manner is Manner.Label or Manner.Manages || list.Items.Count(AttributeWords.IsOne) > 1))
                    {
                        things.Remove(made);
                    }

                    things.Alias(key, doer);
                }
            }
        }
    }

    /// <summary>"I give the name and the phone of a deputy", said once in talk of something else: two facts on that, and no table of deputies.</summary>
    public static bool IsAside(Listed list, Notes notes) =>
        list is { Manner: Manner.OfEach, Items.Count: <= 2, Topic: { IsPronoun: false } topic, Owner: { Determiner: Determiner.Indefinite, Plural: false, Of: null } } && Naming.EntityKey(topic.Name) != list.Key && list.Items.All(item => item.Name is "name" or "phone" or "phone number" or "address" or "telephone number" or "mobile number" or "telephone" or "email" or "e-mail") && notes.Mentions(list.Key) == 1;

    /// <summary>"A report has a title and a date", "a control system has a name": a word for screens and owners, said of each one, with attributes of its own.</summary>
    private static bool IsSpoken(Listed list, int own) =>
        own >= (list.Key.Contains('_', StringComparison.Ordinal) ? 1 : 2) && list.Owner.Determiner is Determiner.Indefinite or Determiner.Each && !list.Owner.Plural && list.Manner is Manner.Has or Manner.Records or Manner.Identified or Manner.Described;

    /// <summary>"For parties we have menus. The menu has a name and a price": a word for screens, spoken of as several elsewhere, with attributes said of the one.</summary>
    private static bool IsSaidOfMany(Listed list, Notes notes) =>
        list is { Manner: Manner.Has or Manner.Records, Owner: { Plural: false, Of: null, Determiner: Determiner.Definite or Determiner.Indefinite } } && !Keepers.IsNothing(list.Key) && notes.MeasuresOf(list.Key) > 1 && notes.SpeaksOfSeveral(list.Key);

    /// <summary>"Bays are lettered within their aisle": what something counts inside is a thing, known by its name when nothing more is said.</summary>
    private static void AddWholes(Notes notes, Things things)
    {
        foreach (var keyed in notes.Keys.Where(keyed => keyed.Counted && things.Of(keyed.Owner) is not null))
        {
            foreach (var whole in keyed.Beside.Prepend(keyed.Within).OfType<NounPhrase>().Where(whole => !whole.Plural && things.Of(whole) is null && MayBeNamed(whole) && !Keepers.IsOne(whole) && !AttributeWords.IsOne(whole)))
            {
                things.Add(Naming.EntityKey(whole.Name), Singular(whole), keyed.Passage).Add("name", whole with { Remark = null, Determiner = Determiner.None }, keyed.Passage);
            }
        }
    }

    /// <summary>Beside "purchased parts are parts", self-made parts are parts as well.</summary>
    private static void AddSiblings(Things things)
    {
        foreach (var general in things.All.Select(thing => thing.General).OfType<Thing>().Distinct().ToList())
        {
            foreach (var sibling in things.All.Where(thing => thing.General is null && thing != general && thing.Key.EndsWith("_" + general.Key, StringComparison.Ordinal) && IsQualified(thing.Name)))
            {
                sibling.General = general;
            }
        }
    }

    /// <summary>The name begins with a participle: purchased, self-made.</summary>
    private static bool IsQualified(string name) => name.Split(' ', '-') is [.., var before, _] && (Verbs.Read(before.ToLowerInvariant()).Form & (VerbForm.Participle | VerbForm.Ing)) != 0;

    public static bool MayBeNamed(NounPhrase owner) =>
        !owner.IsPronoun && !owner.Name.StartsWith("how ", StringComparison.OrdinalIgnoreCase) && !owner.Name.StartsWith("whoever ", StringComparison.OrdinalIgnoreCase) && !owner.Name.EndsWith(" ones", StringComparison.Ordinal) && owner.Determiner != Determiner.Other && Naming.Words(owner.Name).Count is > 0 and <= 4 && owner.Name.All(character => char.IsLetterOrDigit(character) || character is ' ' or '-' or '_');

    /// <summary>"During a visit …", "for each contract between …", "readings are taken: …": what a list is kept of without having one.</summary>
    private static void AddTold(Notes notes, Things things)
    {
        var measured = notes.Told.Where(told => told.Clause is { Kind: ClauseKind.Main, Verb.Negated: false, Subjects: [{ SpeaksOfEach: true } one] } && MayBeEvent(one, things) && !Persons.IsOne(one)).ToLookup(told => Naming.EntityKey(told.Clause.Subjects[0].Name), StringComparer.Ordinal);
        foreach (var parts in measured.Where(parts => parts.Count() > 1 && parts.Sum(told => Measured(told.Clause)) > 1))
        {
            things.Add(parts.Key, Singular(parts.First().Clause.Subjects[0]), parts.First().Passage); // "A stay runs from a start date and may be ended as of an end date."
        }

        foreach (var told in notes.Told.Where(told => !Senses.IsIdle(told.Clause.Verb.Verb) || told.Clause is { Verb: { Verb: "be", Negated: false }, Objects: [{ Determiner: Determiner.Indefinite or Determiner.Counted }] }))
        {
            if (told.Clause.Subjects is [var subject] && (subject.SpeaksOfEach || (subject is { Plural: true, Determiner: Determiner.None } && told.Clause.Verb.Passive && told.Clause.After("on").Any(AttributeWords.IsOne))) && MayBeEvent(subject, things) && Partners(told.Clause, things) >= 2)
            {
                things.Add(Naming.EntityKey(subject.Name), Singular(subject), told.Passage);
            }

            foreach (var noun in told.Clause.After("during").Where(noun => MayBeEvent(noun, things)))
            {
                things.Add(Naming.EntityKey(noun.Name), Singular(noun), told.Passage);
            }
        }

        var detailed = notes.Details.Where(detail => detail.Told is not null && detail.Items.Count > 1).Select(detail => detail.Told!).ToHashSet<Clause>(ReferenceEqualityComparer.Instance);
        foreach (var told in notes.Told.Where(told => told.Title is { } title && MayBeEvent(title, things) && (Partners(told.Clause, things) >= 2 || detailed.Contains(told.Clause))))
        {
            things.Add(Naming.EntityKey(told.Title!.Name), Singular(told.Title), told.Passage); // "What is a viewing? A client sees one flat at a certain time."
        }

        foreach (var detail in notes.Details)
        {
            var noun = detail.Of.Count > 0 ? detail.Of[0].Of is not null || detail.Of.Count > 1 ? detail.Of[0] : null : detail.Told is { } clause ? Subject(clause, things) : detail.Items.Count > 1 ? detail.Topic : null;
            if (noun is not null && (MayBeEvent(noun, things) || IsPartOf(noun, detail, things)) && detail.Items.Any(AttributeWords.IsOne))
            {
                things.Add(Naming.EntityKey(noun.Name), Singular(noun), detail.Passage);
            }
        }
    }

    /// <summary>"People book a boat for a date. Every booking …": what a verb with its date tells of is called by its noun elsewhere.</summary>
    private static void AddSpokenEvents(Notes notes, Things things)
    {
        var each = notes.Told.Select(told => told.Clause).SelectMany(clause => clause.With("for", "of", "per", "in", "at", "on", "during").SelectMany(phrase => phrase.Nouns).Concat(clause.Subjects)).Where(noun => noun is { IsPronoun: false, Determiner: Determiner.Each }).Select(noun => Naming.EntityKey(noun.Name)).ToHashSet(StringComparer.Ordinal);
        foreach (var (clause, passage) in notes.Told.Where(told => told.Clause is { Kind: not ClauseKind.Attached, Verb.Negated: false }).Select(told => (told.Clause, told.Passage)))
        {
            if (EventNouns.Candidates(clause.Verb.Verb).FirstOrDefault(each.Contains) is { } noun && things.Of(noun) is null && (!AttributeWords.IsOne(noun) || AttributeWords.MayBeThing(noun)) && !Keepers.IsOne(noun) && clause.Objects.Concat(clause.Subjects).Any(phrase => things.Of(phrase) is not null))
            {
                things.Add(noun, noun, passage); // "A page is scanned into files. For each such scan a clerk is named."
            }
        }

        var spoken = new Lazy<HashSet<string>>(() => Spoken(notes));
        var detailed = notes.Details.Select(detail => detail.Told).OfType<Clause>().ToHashSet<Clause>(ReferenceEqualityComparer.Instance);
        foreach (var (clause, passage) in notes.Told.Where(told => told.Clause.Kind != ClauseKind.Attached && !told.Clause.Verb.Negated && Senses.Meets(told.Clause.Verb.Verb)).Select(told => (told.Clause, told.Passage)))
        {
            if (EventNouns.Named(clause.Verb.Verb) is { } noun && things.Of(noun) is null && (!AttributeWords.IsOne(noun) || AttributeWords.MayBeThing(noun)) && clause.Objects.Concat(clause.Subjects).Any(phrase => things.Of(phrase) is not null)
                && (detailed.Contains(clause) || clause.With("on", "at", "for").Any(phrase => phrase.Nouns.Any(item => AttributeWords.IsOne(item) && item.Determiner is Determiner.Indefinite))) && spoken.Value.Contains(noun))
            {
                things.Add(noun, noun, passage);
            }
        }
    }

    /// <summary>Every noun that some clause speaks of.</summary>
    private static HashSet<string> Spoken(Notes notes) =>
        notes.Passages.SelectMany(passage => passage.Clauses).Where(clause => clause.Verb.Verb.Length > 0).SelectMany(clause => clause.Subjects.Concat(clause.Objects).Concat(clause.Phrases.SelectMany(phrase => phrase.Nouns))).Where(noun => !noun.IsPronoun)
            .Select(noun => Naming.EntityKey(noun.Name)).ToHashSet(StringComparer.Ordinal);

    /// <summary>How many measures go with the subject, one of each.</summary>
    private static int Measured(Clause clause) =>
        clause.Objects.Concat(clause.Phrases.SelectMany(phrase => phrase.Nouns)).Count(noun => noun is { IsMany: false, IsPronoun: false, Determiner: Determiner.Indefinite } && AttributeWords.IsOne(noun) && !AttributeWords.MayBeThing(Naming.EntityKey(noun.Name)));

    /// <summary>How many things and measures go with the subject, one of each.</summary>
    private static int Partners(Clause clause, Things things) =>
        clause.Objects.Concat(clause.Phrases.SelectMany(phrase => phrase.Nouns)).Count(noun => !noun.IsMany && noun.Determiner is Determiner.Counted or Determiner.Indefinite && (things.Of(noun) is not null || AttributeWords.IsOne(noun)));

    /// <summary>What is seen, sent or taken; of what people do, what they do it to.</summary>
    private static NounPhrase? Subject(Clause clause, Things things)
    {
        var subject = clause.Subjects.FirstOrDefault(phrase => !phrase.IsPronoun && !Keepers.IsOne(phrase));
        if (!clause.Verb.Passive && clause.Verb.Verb is "concern" or "relate" or "refer" or "belong" or "apply" or "regard" or "affect" or "pertain" && subject is not null)
        {
            return subject; // "a complaint concerns one order; the date … is noted"
        }

        if (!clause.Verb.Passive && subject is not null && things.Of(subject) is null && clause.Objects.Any(item => things.Of(item) is not null))
        {
            return null; // whoever does it to what is known
        }

        return clause.Verb.Wanted || subject is null || (!clause.Verb.Passive && things.Of(subject) is not null) ? clause.Objects.FirstOrDefault(item => !Patterns.SaysKind.IsQuality(item)) : subject; // not "absent", "yes"
    }

    /// <summary>"For every size of a garment I give LIST": a part of what is known, whatever its noun is elsewhere.</summary>
    private static bool IsPartOf(NounPhrase noun, Detailed detail, Things things) =>
        noun is { Determiner: Determiner.Each, Of: { IsPronoun: false } of } && detail.Items.Count > 1 && detail.Items.Any(AttributeWords.IsOne) && MayBeNamed(noun) && things.Of(of) is not null && things.Exact(Naming.EntityKey(noun.Name)) is null;

    private static bool MayBeEvent(NounPhrase noun, Things things) =>
        MayBeNamed(noun) && !Keepers.IsOne(noun) && things.Of(noun) is null && (!AttributeWords.IsOne(noun) || AttributeWords.MayBeThing(Naming.EntityKey(noun.Name))) && noun.Determiner is not Determiner.Possessive;

    /// <summary>"an address with street and city" among the attributes of a customer is made of parts.</summary>
    public static bool IsItem(Listed list, Notes notes) =>
        notes.ListsOf(list.Passage).Any(other => other != list && other.Items.Any(item => item.First == list.Owner.First && item.Name == list.Owner.Name && !(item.IsMany && list.Manner is Manner.With or Manner.Records && list.Items.Any(AttributeWords.IsOne))));

    /// <summary>What is spoken of as one or some behind a preposition: "by a trainer".</summary>
    private static HashSet<string> Met(Notes notes) =>
        notes.Told.SelectMany(told => told.Clause.Phrases).SelectMany(phrase => phrase.Nouns).Where(noun => noun.Determiner is Determiner.Indefinite or Determiner.Counted).Select(noun => Naming.EntityKey(noun.Name)).ToHashSet(StringComparer.Ordinal);

    /// <summary>A kind of which anything is kept is a thing: "technicians, with a trade".</summary>
    private static Thing? Listed(KindOf kind, Notes notes, Things things)
    {
        var key = Naming.EntityKey(kind.Kind.Name);
        return things.Exact(Naming.EntityKey(kind.General.Name)) is not null && !AttributeWords.IsOne(key) && MayBeNamed(kind.Kind) && notes.ListsNamed(key).FirstOrDefault(list => list.Items.Count > 0 && list.Manner is not (Manner.Brackets or Manner.Label or Manner.Possessive)) is { } list
            ? things.Add(key, Singular(kind.Kind), list.Passage) : null;
    }

    /// <summary>The kinds of a thing are things when something is kept of them alone; what they are kinds of is one.</summary>
    private static void AddKinds(Notes notes, Things things)
    {
        var ofGeneral = notes.Kinds.ToLookup(kind => kind.General.Name, StringComparer.Ordinal);
        var met = new Lazy<HashSet<string>>(() => Met(notes));
        foreach (var kind in notes.Kinds.Where(kind => !Keepers.IsOne(kind.General) && (!Keepers.IsOne(kind.Kind) || things.Exact(Naming.EntityKey(kind.Kind.Name)) is not null)))
        {
            var general = things.Exact(Naming.EntityKey(kind.General.Name));
            var special = things.Exact(Naming.EntityKey(kind.Kind.Name)) ?? Listed(kind, notes, things);
            if (special is not null && general is null && kind.General.Determiner != Determiner.Definite && ofGeneral[kind.General.Name].Count() > 1)
            {
                general = things.Add(Naming.EntityKey(kind.General.Name), Singular(kind.General), kind.Passage);
            }

            if (general is null || special == general)
            {
                continue;
            }

            if (special is not null)
            {
                special.General = general;
            }
            else if (ofGeneral[kind.General.Name].Any(other => other != kind && ReferenceEquals(other.Passage, kind.Passage) && things.Exact(Naming.EntityKey(other.Kind.Name)) is { } beside && beside != general) && met.Value.Contains(Naming.EntityKey(kind.Kind.Name)))
            {
                things.Add(Naming.EntityKey(kind.Kind.Name), Singular(kind.Kind), kind.Passage).General = general;
            }
            else
            {
                things.Alias(Naming.EntityKey(kind.Kind.Name), general);
            }
        }
    }
}
