using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Drafting;

/// <summary>Gives what is recorded of several things together, or of what happened, to the thing that stands for it.</summary>
internal sealed class PlaceDetails(Notes notes, Things things, PlaceTold told, PlaceLists lists)
{
    private readonly Pairs _pairs = new(things);

    private readonly Lazy<Dictionary<Clause, NounPhrase>> _titles = new(() => notes.Told.Where(told => told.Title is not null).DistinctBy(told => told.Clause, ReferenceEqualityComparer.Instance).ToDictionary(told => told.Clause, told => told.Title!, ReferenceEqualityComparer.Instance as IEqualityComparer<Clause>));

    public void Run()
    {
        foreach (var detail in notes.Details)
        {
            if (Holder(detail) is { } holder)
            {
                foreach (var item in detail.Items)
                {
                    lists.Place(holder, item, detail.Passage, distributes: true, detail.Items.Count);
                }
            }
        }

        foreach (var clause in notes.Told.Where(clause => !Senses.IsIdle(clause.Clause.Verb.Verb) || clause.Clause.Verb.Verb is "be"))
        {
            Measures(clause.Clause, clause.Passage);
        }
    }

    private Thing? Holder(Detailed detail) => detail.Of.Count > 0 ? OfSeveral(detail) : detail.Told is { } clause ? OfClause(clause, detail.Passage, detail.Items.Any(AttributeWords.IsOne) ? detail.Items.Count : 0, Topic(detail)) ?? Topic(detail) : Topic(detail);

    private Thing? Topic(Detailed detail) => detail.Topic is { } topic ? things.Of(topic) : null;

    private Thing? OfSeveral(Detailed detail)
    {
        var phrases = detail.Of.Concat(detail.Of.Select(phrase => phrase.Of).OfType<NounPhrase>()).Where(phrase => !phrase.IsPronoun).ToList();
        if (detail.Of.Count > 2 && detail.Of[0].Determiner == Determiner.Each && detail.Of.All(phrase => phrase.Determiner is Determiner.Each or Determiner.None && things.Of(phrase) is not null))
        {
            return Combination(detail);
        }

        if (Repeated(detail) is { } repeated)
        {
            return repeated;
        }

        var members = phrases.Select(phrase => things.Of(phrase) ?? (detail.Of.Count > 1 && phrase.Determiner is Determiner.Each or Determiner.None ? things.OnlyEnding(Naming.EntityKey(phrase.Name)) : null)).OfType<Thing>().Distinct().ToList();
        if (detail.Links)
        {
            members.ForEach(member => member.Ties.RemoveAll(tie => tie.Role is null && members.Contains(tie.Parent)));
        }

        var first = detail.Of[0];
        if (things.Of(first) is null && !Keepers.IsOne(first) && !AttributeWords.IsOne(first) && first.Determiner is Determiner.Each or Determiner.Indefinite or Determiner.All && members.Count > 0)
        {
            var made = things.Add(Naming.EntityKey(first.Name), FindThings.Singular(first), detail.Passage);
            members.ForEach(member => made.Tie(member, null, detail.Passage, "of"));
            return made;
        }

        if (members.Count > 1 && things.Of(first) is { Ties.Count: 0, Properties.Count: 0 } fresh && fresh == members[0])
        {
            members.Skip(1).ToList().ForEach(member => fresh.Tie(member, null, detail.Passage, "of"));
            return fresh;
        }

        return members.Count switch
        {
            0 => null,
            1 => members[0],
            _ => (detail.Together ? null : Child(members)) ?? _pairs.Of(members, "", detail.Passage),
        };
    }

    /// <summary>"For every orchard and every year the yield is recorded": of the orchard in that year.</summary>
    private Thing? Repeated(Detailed detail)
    {
        if (detail.Of is not [var one, var other] || (ComplementReader.IsTime(one.Name) ? other : ComplementReader.IsTime(other.Name) ? one : null) is not { } what || (what == one ? other : one) is not { IsPronoun: false, Plural: false, Determiner: Determiner.Each or Determiner.None } time || things.Of(time) is not null || things.Of(what) is not { } thing)
        {
            return null;
        }

        var name = $"{thing.Name} {time.Name}";
        var link = things.Add(Naming.EntityKey(name), name, detail.Passage, link: true);
        link.Tie(thing, null, detail.Passage, "of", true);
        link.Add(time.Name, time with { Determiner = Determiner.None }, detail.Passage);
        foreach (var item in detail.Items.Select(item => item is { Plural: true, Determiner: Determiner.Indefinite } && detail.Items.Count > 1 ? things.Of(item) : null).OfType<Thing>())
        {
            link.Tie(item, null, detail.Passage, "of", true); // "which crops, and on how many hectares": each of them
        }

        return link;
    }

    /// <summary>"for each combination of dealer, sold model and bought model": a link that refers to each, by its role where one thing comes twice.</summary>
    private Thing Combination(Detailed detail)
    {
        var members = detail.Of.Select(phrase => (Phrase: phrase, Thing: things.Of(phrase)!)).ToList();
        var name = string.Join(' ', members.Select(member => member.Thing.Name).Distinct(StringComparer.Ordinal));
        var link = things.Add(Naming.EntityKey(name), name, detail.Passage, link: true);
        foreach (var (phrase, thing) in members)
        {
            var role = members.Count(other => other.Thing == thing) > 1 ? FindThings.Singular(phrase) : null;
            if (!link.Ties.Exists(tie => tie.Parent == thing && tie.Role == role))
            {
                link.Ties.Add(new(thing, role, detail.Passage, "of", true));
            }
        }

        return link;
    }

    /// <summary>"is discharged at a later date": a discharge date, unless the thing is named by that verb.</summary>
    private static NounPhrase Dated(NounPhrase item, Clause clause, Thing holder) =>
        item.Name is "date" && clause.Verb is { Passive: true, Verb: "buy" or "purchase" or "sell" or "acquire" or "build" or "sign" or "issue" or "found" or "erect" or "hire" or "discharge" or "employ" } && !holder.IsLink ? item with { Name = $"{EventNouns.Of(clause.Verb.Verb)} date" } :
        item.Name is "date" or "time" && clause.Verb.Verb is "start" or "begin" ? item with { Name = $"start {item.Name}" } : item.Name is "date" or "time" && clause.Verb.Verb is "end" or "finish" ? item with { Name = $"end {item.Name}" } :
        item.Name is "date" or "time" && clause.Verb.Verb is not "be" && !EventNouns.Candidates(clause.Verb.Verb).Any(noun => holder.Key == noun || holder.Key.EndsWith("_" + noun, StringComparison.Ordinal)) && holder.Properties.Exists(property => property.Name == item.Name)
            ? item with { Name = $"{EventNouns.Of(clause.Verb.Verb)} {item.Name}" } : item;

    private static Thing? Child(List<Thing> members) => members.Find(member => members.TrueForAll(other => other == member || member.Ties.Exists(tie => tie.Parent == other)));

    /// <summary>What the clause tells of: the visit it happens during, the noun of its verb, the one that refers to the others, or their link.</summary>
    private Thing? OfClause(Clause clause, Passage passage, int items = 0, Thing? topic = null)
    {
        var members = told.Participants(clause);
        if (_titles.Value.TryGetValue(clause, out var title) && things.Of(title) is { } titled && members.TrueForAll(member => member.Thing != titled))
        {
            return titled;
        }

        if (told.Event(clause, members) is { } happening)
        {
            return happening;
        }

        var distinct = members.Select(member => member.Thing).Distinct().ToList();
        if (items > 0 && distinct.Count > 0 && Patterns.RatesWith.IsRating(clause))
        {
            return distinct is [var rated] ? RepeatedEvents.Of(clause, rated, things, passage) : _pairs.Of(distinct, clause.Verb.Verb, passage);
        }

        if (distinct.Count == 0 && items > 1 && clause is { Kind: ClauseKind.Condition, Verb.Passive: false, Objects.Count: 0, Subjects: [{ IsPronoun: true }] } && topic is not null && EventNouns.Named(clause.Verb.Verb) is not null)
        {
            return RepeatedEvents.Of(clause, topic, things, passage); // "every time I visit I note the date and the pitch"
        }

        if (distinct.Count <= 1)
        {
            return distinct is [var only] && items > 1 && RepeatedEvents.Tells(clause) ? RepeatedEvents.Of(clause, only, things, passage) : distinct.FirstOrDefault();
        }

        if (told.IsOccasion(clause, members))
        {
            return _pairs.Of(distinct, clause.Verb.Verb, passage);
        }

        return Child(distinct) ?? distinct.Find(thing => distinct.Exists(other => other != thing && thing.Ties.Exists(tie => tie.Parent == other))) ?? _pairs.Of(distinct, clause.Verb.Verb, passage);
    }

    /// <summary>"on a certain date", "with a bib number": what a clause measures belongs to what it tells of.</summary>
    private void Measures(Clause clause, Passage passage)
    {
        var items = clause.Phrases.Where(phrase => phrase.Preposition is "on" or "at" or "with" or "for" || (phrase.Preposition is "from" or "to" or "until" or "till" && phrase.Nouns is [var bound] && bound.Name.Contains(' ', StringComparison.Ordinal))).SelectMany(phrase => phrase.Nouns)
            .Where(noun => AttributeWords.IsOne(noun) && things.Exact(Naming.EntityKey(noun.Name)) is null && noun.Determiner is Determiner.Indefinite or Determiner.Counted && !noun.IsMany).ToList();
        if (items.Count == 0 || clause.Verb.Negated || !told.Participants(clause).Exists(member => member.Position is "subject" or "object"))
        {
            return;
        }

        if (OfClause(clause, passage) is { } holder)
        {
            items.ForEach(item => lists.Place(holder, Dated(item, clause, holder), passage, distributes: true, items.Count));
        }
    }
}
