using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Drafting;

/// <summary>Gives things what is listed of them: attributes, references to other things, tables of repeated values.</summary>
internal sealed class PlaceLists(Notes notes, Things things)
{
    private readonly Lazy<ILookup<Passage, Told>> _told = new(() => notes.Told.Where(told => told.Clause.Kind == ClauseKind.Attached).ToLookup(told => told.Passage, ReferenceEqualityComparer.Instance as IEqualityComparer<Passage>));
    private readonly ToldOfBoth _both = new(things);
    private readonly Attendances _attendances = new(notes, things);
    private readonly Lazy<ILookup<string, Told>> _byVerb = new(() => notes.Told.ToLookup(told => told.Clause.Verb.Verb, StringComparer.Ordinal));
    private readonly Lazy<ILookup<Thing?, Listed>> _lists = new(() => notes.Lists.ToLookup(list => things.Of(list.Owner)));

    public void Run()
    {
        foreach (var list in notes.Lists)
        {
            if (things.Exact(list.Key) is { } thing || (things.Of(list.Owner) is { } other && (thing = other) is not null))
            {
                LinkOf(list, thing);
                Place(Junction(list, thing) ?? thing, list, list.Items);
                OwnedByWhole.Tie(thing, list.Owner, list.Passage, things);
            }
            else if (list.Owner is { Determiner: Determiner.Possessive, Plural: false, Owner: { IsPronoun: false } holder } && list.Manner == Manner.Has && things.Of(holder) is { } having)
            {
                Place(having, list, [.. list.Items.Select(item => item with { Name = $"{list.Owner.Name} {item.Name}" })]); // "their certificate has an expiry date"
            }
            else if (FindThings.IsAside(list, notes) && things.Of(list.Topic!) is { } about)
            {
                Place(about, list, [.. list.Items.Select(item => item with { Name = $"{list.Owner.Name} {item.Name}" })]);
            }
            else if (FindThings.IsItem(list, notes) && Whole(list) is { } whole)
            {
                Place(whole, list, list.Items);
                if (list.Items.Count == 1)
                {
                    continue; // "a contact person with a phone number": both are kept
                }

                whole.Properties.RemoveAll(property => property.Item.First == list.Owner.First && ReferenceEquals(property.Passage, list.Passage) && property.Item.Name == list.Owner.Name);
            }
        }
    }

    /// <summary>"An assembly consists of other parts: for each component the quantity": the component links the two.</summary>
    private void LinkOf(Listed list, Thing thing)
    {
        if (Completed(list, thing) || ChildOf(list, thing))
        {
            return;
        }

        if (list.Manner is not (Manner.Records or Manner.Has) || list.Owner.Determiner != Determiner.Each || list.Owner.Of is not null || list.After is not { } told || thing.Ties.Count > 0 || _lists.Value[thing].Any(other => !ReferenceEquals(other, list)))
        {
            return;
        }

        var members = Met(told);
        if (members.Count == 2 && !members.Contains(thing) && SameSentence(list, told))
        {
            members.ForEach(member => thing.Tie(member, null, list.Passage, told.Verb.Verb, true));
            thing.Links = true;
            things.Linked.Add(told);
            return;
        }

        if (list.Manner == Manner.Has && !SameSentence(list, told))
        {
            return;
        }

        var whole = told.Subjects.Select(things.Of).FirstOrDefault(one => one is not null && one != thing);
        var part = told.Objects.Concat(told.After("of")).Where(phrase => phrase.IsMany).Select(things.Of).FirstOrDefault(other => other is not null && other != thing);
        if (whole is null || part is null)
        {
            return;
        }

        thing.Tie(whole, null, list.Passage, told.Verb.Verb, true);
        thing.Ties.Add(new(part, whole == part ? thing.Name : null, list.Passage, told.Verb.Verb, true));
        thing.Links = true;
        things.Linked.Add(told);
        things.Meetings.RemoveAll(meeting => (meeting.One, meeting.Other) == (whole, part) || (meeting.One, meeting.Other) == (part, whole));
    }

    /// <summary>"During a visit tasks are completed. For every completed task …": the completed task is the task in the visit.</summary>
    private bool Completed(Listed list, Thing thing)
    {
        if (thing.Ties.Count > 0 || list.Key.IndexOf('_', StringComparison.Ordinal) is not (> 0 and var cut) || Verbs.Read(list.Key[..cut]) is not { Base: { } verb, Form: var form } || (form & VerbForm.Participle) == 0 || things.Exact(list.Key[(cut + 1)..]) is not { } done || done == thing)
        {
            return false;
        }

        var told = _byVerb.Value[verb].LastOrDefault(other => Met(other.Clause) is { Count: 2 } met && met.Contains(done));
        if (told is null)
        {
            return false;
        }

        Met(told.Clause).ForEach(member => thing.Tie(member, null, list.Passage, verb, true));
        thing.Links = true;
        things.Linked.Add(told.Clause);
        return true;
    }

    /// <summary>"A family has a name, and for each child the age is noted": the child is the family's.</summary>
    private bool ChildOf(Listed list, Thing thing)
    {
        var whole = list is { Manner: Manner.Records, Owner.Determiner: Determiner.Each, Owner.Of: null } && thing.Ties.Count == 0 && !_lists.Value[thing].Any(other => !ReferenceEquals(other, list))
            ? notes.ListsOf(list.Passage).LastOrDefault(other => other.Manner == Manner.Has && other.Owner.First < list.Owner.First && things.Of(other.Owner) is { } owner && owner != thing && other.Items.All(AttributeWords.IsOne)) : null;
        if (whole is not null)
        {
            thing.Tie(things.Of(whole.Owner)!, null, list.Passage, "has", true);
        }

        return whole is not null;
    }

    /// <summary>The two things that meet in what is told, neither of them "one".</summary>
    private List<Thing> Met(Clause told) =>
        [.. told.Subjects.Concat(told.Objects).Concat(told.Phrases.Where(phrase => phrase.Preposition is not ("as" or "with")).SelectMany(phrase => phrase.Nouns)).Select(things.Of).OfType<Thing>().Distinct()];

    public static bool SameSentence(Listed list, Clause told) => list.Passage.Clauses.Any(clause => clause.Range == told.Range && clause.Verb == told.Verb);

    private Thing? Whole(Listed list) =>
        notes.ListsOf(list.Passage).Where(other => other != list && other.Items.Any(item => item.First == list.Owner.First && item.Name == list.Owner.Name)).Select(other => things.Of(other.Owner)).FirstOrDefault(thing => thing is not null);

    /// <summary>"A brew sits in several tanks; for each the date …": told of the pair, when the thing has a list of its own elsewhere.</summary>
    private Thing? Junction(Listed list, Thing thing)
    {
        if (list.Manner is Manner.Records && _told.Value[list.Passage].FirstOrDefault(told => told.Clause.After("on").Any(noun => noun.First == list.Owner.First)) is { } relative
            && relative.Clause.Subjects.Select(things.Of).FirstOrDefault(other => other is not null && other != thing) is { } doer)
        {
            things.Linked.Add(relative.Clause);
            return new Pairs(things).Of([thing, doer], relative.Clause.Verb.Verb, list.Passage);
        }

        if (list is { Manner: Manner.Records or Manner.OfEach, Owner.Determiner: Determiner.Each } && Named(thing, list)
            && _told.Value[list.Passage].FirstOrDefault(told => told.Clause.Verb.Passive && told.Clause.Subjects is [var done] && (done.First == list.Owner.First || (list.Manner == Manner.OfEach && list.Items.Any(item => item.First == done.First)))) is { } participle
            && participle.Clause.Phrases.SelectMany(phrase => phrase.Nouns).Select(things.Of).FirstOrDefault(other => other is not null && other != thing) is { } beside)
        {
            things.Linked.Add(participle.Clause);
            return new Pairs(things).Of([thing, beside], participle.Clause.Verb.Verb, list.Passage);
        }

        if (list is { OfEach: true, After: { Verb.Passive: true } done } && (thing.General is not null || _lists.Value[thing].Any(other => !ReferenceEquals(other, list))) && SameSentence(list, done) && done.Subjects is [{ Count: { IsMany: true } } several] && things.Of(several) == thing
            && done.Phrases.SelectMany(phrase => phrase.Nouns).Where(noun => !noun.IsMany).Select(things.Of).FirstOrDefault(other => other is not null && other != thing) is { } whole)
        {
            things.Linked.Add(done); // "several stewards are assigned to it, each with a position"
            return new Pairs(things).Of([thing, whole], done.Verb.Verb, list.Passage);
        }

        if (_attendances.Of(list, thing) is { } attendance)
        {
            return attendance;
        }

        return (Elsewhere(thing, list) ? ListedInLink.Of(list, thing, notes, things) : null) ?? OfMany(list, thing);
    }

    /// <summary>It has attributes of its own, told elsewhere.</summary>
    private bool Elsewhere(Thing thing, Listed list) => thing.Properties.Exists(property => !ReferenceEquals(property.Passage, list.Passage)) || _lists.Value[thing].Any(other => !ReferenceEquals(other.Passage, list.Passage) && other.Manner is Manner.Has or Manner.Label or Manner.Identified or Manner.Described && other.Items.Any(AttributeWords.IsOne));

    /// <summary>"An order has several jobs; for each job the price …", "several boats go out to a call; for each of them …": of the two together.</summary>
    private Thing? OfMany(Listed list, Thing thing)
    {
        if (!(list.Manner is Manner.Records or Manner.OfEach || list is { Manner: Manner.Has, OfEach: true }) || list.Owner.Determiner != Determiner.Each || list.After is not { } told
            || !(list is { Manner: Manner.Has, OfEach: true } || _lists.Value[thing].Any(other => !ReferenceEquals(other, list) && other.Manner is not Manner.Records && other.Items.Any(AttributeWords.IsOne)) || thing.Properties.Count(property => !ReferenceEquals(property.Passage, list.Passage)) > 1))
        {
            return null;
        }

        var many = told.Objects.Concat(told.Phrases.SelectMany(phrase => phrase.Nouns)).Any(phrase => phrase.IsMany && things.Of(phrase) == thing);
        var partner = told.Subjects.Select(things.Of).FirstOrDefault(other => other is not null && other != thing)
            ?? (told.Subjects.All(subject => subject.IsPronoun || Keepers.IsOne(subject)) ? told.Phrases.Where(phrase => phrase.Preposition is "to" or "into" or "in" or "on").SelectMany(phrase => phrase.Nouns).Where(noun => !noun.IsMany).Select(things.Of).FirstOrDefault(other => other is not null && other != thing) : null);
        if (!many && told.Subjects is [{ IsMany: true } those] && (those.Count is not null || (those.Another && SameSentence(list, told))) && things.Of(those) == thing)
        {
            many = true; // "several boats go out to a call; for each of them …"
            partner = told.Phrases.SelectMany(phrase => phrase.Nouns).Where(noun => !noun.IsMany).Select(things.Of).FirstOrDefault(other => other is not null && other != thing);
        }

        if (!many || partner is null || told.Verb.Verb is "comprise" or "consist" or "divide" or "split" or "subdivide" or "possess" || notes.Keys.Exists(keyed => keyed.Counted && things.Of(keyed.Owner) == thing))
        {
            return null;
        }

        thing.Ties.RemoveAll(tie => tie.Parent == partner && tie.Role is null && tie.Verb is "has");
        things.Linked.Add(told);
        return new Pairs(things).Of([partner, thing], told.Verb.Verb, list.Passage);
    }

    /// <summary>What the thing is like is listed elsewhere.</summary>
    private bool Named(Thing thing, Listed list) => _lists.Value[thing].Any(other => !ReferenceEquals(other, list) && other.Manner is not Manner.Records && other.Items.Any(AttributeWords.IsOne));

    public void Place(Thing thing, Listed list, IReadOnlyList<NounPhrase> items)
    {
        var distributes = list.Owner.Plural && list.Manner != Manner.Label;
        var (own, asked) = (thing, false);
        items = _both.Unshared(own, list, items);
        for (var index = 0; index < items.Count; index++)
        {
            if (_both.Asked(own, items[index], list.Passage) is { } answer)
            {
                (thing, asked) = (answer, true);
                items[index].Tail?.Nouns.Where(noun => AttributeWords.IsOne(noun) && things.Of(noun) is null).ToList().ForEach(noun => Place(answer, noun, list.Passage, distributes: true, items.Count));
                continue;
            }

            if (items[index] is { Asked: true, Plural: true } && things.Of(items[index]) == own)
            {
                continue; // "which of them" asks for no attribute
            }

            (thing, asked) = asked && !items[index].Asked ? (own, false) : (thing, asked);
            thing = _both.Of(own, items, index, list.Passage) ?? thing;
            if (thing == own && _both.Alone(own, items[index], list, items.Count) is { } both)
            {
                Place(both, items[index] with { Of = null, Tail = null }, list.Passage, distributes, items.Count, list.Manner);
                continue;
            }

            if (list.Manner == Manner.Label && items[index].Tail is { Preposition: "per", Nouns: [{ Determiner: Determiner.None } per] } && things.Of(per) is { } counted && counted != thing)
            {
                thing.Tie(counted, null, list.Passage, "of"); // "Stock: quantity per item and location"
                Place(thing, items[index] with { Tail = null }, list.Passage, distributes, items.Count, list.Manner);
                continue;
            }

            Place(thing, thing == own ? items[index] : items[index] with { Of = null }, list.Passage, distributes, items.Count, list.Manner);
            if (items[index].Sequenced && things.Of(items[index]) is { } numbered && numbered != thing)
            {
                numbered.Add("number", items[index] with { Plural = false, Count = null, Remark = null }, list.Passage);
                notes.Keys.Add(new(items[index], [items[index] with { Name = "number", Plural = false, Count = null }], list.Owner, list.Passage));
            }
        }
    }

    public void Place(Thing thing, NounPhrase item, Passage passage, bool distributes, int count, Manner manner = Manner.Records)
    {
        if (OnePieces.AreNone(item) || (things.Exact(Naming.EntityKey(PropertyNames.Single(item))) == thing && !item.Another))
        {
            return;
        }

        if (item.Numbered && (count > 1 || Target(thing, item) is null))
        {
            thing.Add($"number of {item.Name}", item, passage);
        }
        else if ((Holder(thing, item) ?? RoleNouns.Holder(item, things)) is { } holder)
        {
            thing.Tie(holder, item.Name, passage, "has", item.Optional ? false : null);
        }
        else if (Agents.Of(thing, item, things) is { } agent)
        {
            thing.Tie(agent, agent == thing ? item.Name : null, passage, "by", agent == thing ? false : null);
        }
        else if (Target(thing, item) is { } target)
        {
            Refer(thing, target, item, passage, manner);
        }
        else if (Owner(thing, item) is { } owner && !(owner == thing && item is { Plural: true, Remark: not null }) && !(owner == thing && item is { Determiner: Determiner.Possessive, Count: { Max: null or > 1 } }))
        {
            owner.Add(PropertyNames.Of(item with { Owner = null, Of = ReferenceEquals(things.Of(item.Of ?? item), owner) ? null : item.Of }), item, passage);
            if (owner != thing && item.Owner is not null && !owner.Ties.Exists(tie => tie.Parent == thing))
            {
                thing.Tie(owner, null, passage, "of");
            }
        }
        else if ((item.Plural && item.Remark is { } remark && SeveralWords.Says(remark)) || item.IsMany && item.Name.ToLowerInvariant() is not ("initials" or "coordinates") && !(item.Partial && OnePieces.Say(item.Name)) && (item.Count is not null || !distributes) && (item.Count is { Max: null or > 1 } || IsRepeated(item) || (item is { Plural: true, Determiner: Determiner.All } && AttributeWords.IsOne(item) && !AttributeWords.MayBeThing(Naming.EntityKey(item.Name)) && item.Name.ToLowerInvariant() is not ("details" or "data"))))
        {
            Repeat(thing, item, passage);
        }
        else
        {
            Keep(thing, item, passage, distributes);
        }
    }

    /// <summary>"one owner (a user)": the brackets name the thing that has the role.</summary>
    private Thing? Holder(Thing thing, NounPhrase item) =>
        item is { Remark: { } said, IsMany: false } && said.Split(' ') is ["a" or "an" or "one" or "the", ..] && things.Of(Naming.EntityKey(said[(said.IndexOf(' ', StringComparison.Ordinal) + 1)..])) is { } holder && holder != thing && Target(thing, item) is null ? holder : null;

    /// <summary>"that parent's name", "the name of the farmer": of another thing.</summary>
    private Thing? Owner(Thing thing, NounPhrase item)
    {
        var owner = item.Owner ?? (item.Of is { Determiner: Determiner.Each or Determiner.Indefinite or Determiner.Definite or Determiner.All } ? item.Of : null);
        return owner is { IsPronoun: false } && item.Determiner != Determiner.Possessive && things.Of(owner) is { } other && AttributeWords.IsOne(item) ? other : item.Determiner == Determiner.Possessive ? thing : null;
    }

    private static bool IsRepeated(NounPhrase item) => item.Determiner is Determiner.None or Determiner.Other && item.Done is null && HeadNounTypes.Guess(Nouns.Singular(item.Name.ToLowerInvariant())) is not null && !OnePieces.Say(item.Name);

    private Thing? Target(Thing thing, NounPhrase item)
    {
        if (item.Determiner == Determiner.Other || (item.Done is not null && AttributeWords.IsOne(item) && things.Exact(Naming.EntityKey(item.Name)) is not { Properties.Count: > 1 }))
        {
            return null;
        }

        var key = Naming.EntityKey(item.Name);
        var exact = things.Exact(key);
        var target = exact ?? (things.Of(item) is { } known && (!AttributeWords.IsOne(item) || AttributeWords.IsShared(known.Key)) ? known : null);
        var ofItself = target == thing && !item.Another && (exact is not null || key.Length <= thing.Key.Length || !key.EndsWith("_" + thing.Key, StringComparison.Ordinal));
        return target is null || ofItself ? null : target;
    }

    private void Refer(Thing thing, Thing target, NounPhrase item, Passage passage, Manner manner)
    {
        var key = Naming.EntityKey(item.Name);
        var role = target == thing ? (key == thing.Key ? "parent" : FindThings.Singular(item)) : key == target.Key || things.Exact(key) == target && target.Key.EndsWith(key, StringComparison.Ordinal) ? null : FindThings.Singular(item);
        if (manner == Manner.OfEach && item is { Determiner: Determiner.Indefinite, Plural: false } && target != thing)
        {
            target.Tie(thing, null, passage, "of"); // "a fault of a lift is recorded"
        }
        else if (!item.IsMany)
        {
            thing.Tie(target, role ?? (item.Done is { } done && AttributeWords.IsOne(item) ? $"{item.Name} {done}" : null), passage, "has", item.Optional ? false : null);
        }
        else if (notes.Keys.Exists(keyed => keyed.Counted && things.Of(keyed.Owner) == target && keyed.Within is { } within && things.Of(within) == thing))
        {
            target.Tie(thing, null, passage, "has");
        }
        else if (item.Determiner == Determiner.Possessive && !thing.IsLink && thing != target)
        {
            target.Tie(thing, null, passage, "has"); // "name, phone and their certificates"
        }
        else if (thing.IsLink || thing == target || (manner is Manner.Records && item.Count is null && item.Plural && !IsDated(target) && !IntroducedHere(item, passage)))
        {
            things.Meetings.Add(new(thing, target, "has", passage));
        }
        else if (item.Count is not null && things.Many.Contains((target, thing)))
        {
            thing.Ties.RemoveAll(tie => tie.Parent == target && tie.Role is null);
            things.Meetings.Add(new(thing, target, "has", passage)); // said both ways
        }
        else
        {
            if (item.Count is not null)
            {
                things.Many.Add((thing, target));
            }

            target.Tie(thing, null, passage, "has");
        }
    }

    /// <summary>"Absences are entered for each clerk": what has a day of its own is one clerk's.</summary>
    private bool IsDated(Thing target) =>
        !target.IsNamed && (target.Properties.Exists(property => OnePieces.IsDay(property.Name)) || _lists.Value[target].Any(list => list.Items.Any(item => OnePieces.IsDay(item.Name)) && !list.Items.Any(item => item.Name is "name" or "title")));

    /// <summary>"the common names, each with its language": what they are like is told right here and nowhere else.</summary>
    private bool IntroducedHere(NounPhrase item, Passage passage) =>
        notes.ListsOf(passage).Any(list => list.Manner == Manner.With && list.Owner.First == item.First) && !_lists.Value[things.Of(item)].Any(list => !ReferenceEquals(list.Passage, passage));

    /// <summary>"one or more phone numbers": a table of its own.</summary>
    private void Repeat(Thing thing, NounPhrase item, Passage passage)
    {
        var single = PropertyNames.Single(item);
        if (item.Remark?.StartsWith("such as ", StringComparison.Ordinal) == true && Naming.Words(single) is [.., "category" or "type" or "kind" or "class" or "group" or "genre" or "style" or "tag"])
        {
            var lookup = things.Add(Naming.EntityKey(single), single, passage);
            lookup.Add("name", item with { Plural = false, Count = null, Remark = null }, passage);
            things.Meetings.Add(new(thing, lookup, "has", passage)); // "several specialties, such as a or b"
            return;
        }

        var named = OnePieces.Named(thing, single, things);
        var child = things.Add(Naming.EntityKey(named), named, passage);
        child.Add(AttributeWords.IsOne(single) ? single : "name", item with { Plural = false, Count = null, Remark = null }, passage);
        child.Tie(thing, null, passage, "has", true);
    }

    private void Keep(Thing thing, NounPhrase item, Passage passage, bool distributes)
    {
        if (item.Remark is { } remark && !remark.StartsWith("such as", StringComparison.Ordinal) && !EndsInKind(item) && !remark.Contains(" or ", StringComparison.Ordinal)
            && Patterns.BracketedList.Items(remark) is { Count: >= 2 } parts && parts.Any(AttributeWords.IsOne))
        {
            foreach (var part in parts)
            {
                thing.Add(PropertyNames.Of(part), part, passage);
            }

            return;
        }

        var name = PropertyNames.Of(item);
        thing.Add(item.Plural && (distributes || IsRepeated(item)) && HeadNounTypes.Guess(FindThings.Singular(item)) is not null && item.Done is null ? FindThings.Singular(item with { Name = name }) : name, item, passage);
    }

    public static bool EndsInKind(NounPhrase item) =>
        Naming.Words(item.Name) is ["kind", "of", ..] or [.., "status" or "state" or "type" or "kind" or "priority" or "category" or "level" or "species" or "gender" or "sex" or "size" or "role" or "stage" or "class" or "method" or "mode" or "colour" or "color" or "condition"];
}
