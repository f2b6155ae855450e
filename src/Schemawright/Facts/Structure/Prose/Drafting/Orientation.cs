using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Drafting;

/// <summary>Decides which of two things refers to the other, from the numbers said and from the verb where none is said.</summary>
internal sealed class Orientation(Things things)
{
    /// <summary>"One X has many Y".</summary>
    private readonly HashSet<(Thing One, Thing Many)> _many = things.Many;

    public void Relate(Clause clause, Participant one, Participant other, string? role, Passage passage)
    {
        var verb = clause.Verb.Verb;
        var agent = other.Position is "by";
        if (Settled(clause, one, other, role, passage))
        {
            return;
        }

        if (!other.Phrase.IsMany)
        {
            Single(clause, one, other, role, passage);
        }
        else if (other.Position == "object" && !clause.Verb.Passive)
        {
            Several(clause, one, other, passage);
        }
        else if (Holds(clause, one, other) || (agent && clause.Verb.Mood != Mood.Possible && other.Phrase.Count is not null && one.Phrase is { Plural: false, SpeaksOfEach: true } && !Persons.IsOne(other.Phrase) && !other.Thing.IsNamed))
        {
            HasMany(one.Thing, other.Thing, verb, passage);
        }
        else if (other.Phrase.Count is null && one.Phrase is { Plural: true, Count: null } && (agent || (clause.Verb.Passive && !Senses.Meets(verb)) || IsPlace(clause, other.Position)))
        {
            one.Thing.Tie(other.Thing, role, passage, verb);
        }
        else if (!one.Phrase.IsMany && ((verb is "be" && other.Position is "for") || (verb is "appear" or "exist" or "come" && other.Position is "in" or "as" && !Persons.IsOne(one.Phrase))))
        {
            HasMany(one.Thing, other.Thing, verb, passage); // "a keeper is responsible for several rooms", "a map appears in editions"
        }
        else if (other.Phrase.Count is null && !one.Phrase.IsMany && other.Position is "in" or "into" or "of" or "through" && clause.Verb.Passive)
        {
            HasMany(one.Thing, other.Thing, verb, passage);
        }
        else
        {
            if (agent && other.Phrase.Count is not null)
            {
                one.Thing.Ties.RemoveAll(tie => tie.Parent == other.Thing && tie.Role is null && (tie.Verb == verb || tie.Verb is "has")); // said both ways, it is many with many
            }

            Meet(one.Thing, other.Thing, verb, passage);
        }
    }

    /// <summary>What the verb settles, whatever numbers are said.</summary>
    private bool Settled(Clause clause, Participant one, Participant other, string? role, Passage passage)
    {
        if (other is { Position: "object", Phrase: { Another: true, Plural: false } } && one.Position == "subject" && one.Thing.Ties.RemoveAll(tie => tie.Parent == other.Thing && tie.Role is null) > 0)
        {
            Meet(one.Thing, other.Thing, clause.Verb.Verb, passage); // "a tenant signs a lease and can sign another one later"
            return true;
        }

        if (clause is { Kind: ClauseKind.Attached, Verb.Passive: false } && one is { Position: "subject", Phrase: { Determiner: Determiner.Definite, Plural: false } } && other.Thing.Ties.Exists(tie => tie.Parent == one.Thing))
        {
            return true; // "a fault refers to the guard who noticed it"
        }

        if (Made(clause, one, other) || Comes(clause, one, other))
        {
            HasMany(one.Thing, other.Thing, clause.Verb.Verb, passage);
            return true;
        }

        if (HandedOver(clause, one, other))
        {
            one.Thing.Tie(other.Thing, role, passage, clause.Verb.Verb);
            return true;
        }

        return false;
    }

    /// <summary>"Each juror writes one verdict", "a match ends with at most one protest": what is made is the maker's.</summary>
    private static bool Made(Clause clause, Participant one, Participant other) =>
        other.Phrase is { Plural: false } && !Persons.IsOne(other.Phrase)
        && ((clause.Verb is { Passive: false, Verb: "make" or "give" or "file" or "submit" or "write" or "issue" or "publish" or "lodge" or "raise" or "create" or "produce" } && one.Position == "subject" && other is { Position: "object", Phrase: { Count: { Max: 1 } } or { Count: null, Determiner: Determiner.Indefinite } })
        || (clause.Verb is { Passive: false, Verb: "end" or "close" or "conclude" or "finish" } && other is { Position: "with" or "in", Phrase.Count: { Max: 1 } }));

    /// <summary>"Shoes come in widths", "a resident registers up to three boats": the one has the others.</summary>
    private static bool Comes(Clause clause, Participant one, Participant other) =>
        other.Phrase.IsMany && !clause.Verb.Passive && one.Position == "subject"
        && ((clause.Verb.Verb is "come" && other is { Position: "in", Phrase: { Determiner: Determiner.None or Determiner.Counted } }) || (clause.Verb.Verb is "register" && other is { Position: "object", Phrase.Count: { Max: > 1 } }));

    /// <summary>"We collect parcels from our senders": each event is with one of them.</summary>
    private static bool HandedOver(Clause clause, Participant one, Participant other) =>
        clause.Subjects is [{ IsPronoun: true }] && one is { Position: "object", Phrase: { Plural: true, Count: null } } && other is { Position: "from" or "to" or "on" or "at", Phrase: { Plural: true, Count: null } } && (one.Thing.Happens || Transactions.IsOne(one.Thing.Key)) && !other.Thing.IsEvent;

    /// <summary>"is divided into", "results in", "is for several", and what is said from the other side, too.</summary>
    private bool Holds(Clause clause, Participant one, Participant other) =>
        other.Position is "in the shape of" or "in the form of" || ((clause.Verb.Passive || one.Position == "object") && other.Position == "into" && clause.Verb.Verb is "divide" or "split" or "subdivide" or "structure" or "break") || (clause.Verb is { Passive: true, Verb: "fit" or "equip" or "furnish" or "provide" or "staff" or "stock" or "endow" or "man" } && other.Position is "with") || (clause.Verb is { Passive: true, Verb: "compose" or "make" or "build" or "form" or "break" } && other.Position is "of" or "from") || (clause.Verb.Verb is "lead" or "result" && other.Position is "to" or "in")
        || (clause.Verb.Verb is "be" && one.Phrase is { IsMany: false } && other.Phrase.Count is not null && other.Position is "for" or "of") || (clause.Verb.Passive && other.Position == "in" && other.Thing.Happens && !one.Thing.Happens)
        || (clause.Verb.Passive && other.Phrase.Count is not null && !one.Phrase.IsMany && _many.Contains((other.Thing, one.Thing)) && one.Thing != other.Thing);

    /// <summary>"Each X is driven by one Y": X refers to Y, unless both meet again and again.</summary>
    private void Single(Clause clause, Participant one, Participant other, string? role, Passage passage)
    {
        var verb = clause.Verb.Verb;
        if (other is { Position: "object", Phrase: { Determiner: Determiner.Indefinite, Plural: false } } && !clause.Verb.Passive && Transactions.IsOne(other.Thing.Key) && (Persons.IsOne(one.Phrase) || clause.Verb.Mood == Mood.Possible) && !Transactions.IsOne(one.Thing.Key) && role is null)
        {
            HasMany(one.Thing, other.Thing, verb, passage); // "an umpire can declare a conflict"
        }
        else if (other.Phrase.Determiner == Determiner.Indefinite && other.Position is "object" or "for" or "in" or "at" or "to" or "into" && Senses.Meets(verb) && !(verb is "work" or "stay" or "grow") && one.Phrase.Plural && one.Position is "subject" && (clause.Verb.Mood == Mood.Possible || other.Position != "object"))
        {
            Meet(one.Thing, other.Thing, verb, passage);
        }
        else if (other.Position == "object" && !clause.Verb.Passive && ((one.Phrase.Count is { Min: 1, Max: 1 } && other.Phrase.Count is null) || (one.Phrase.Determiner is Determiner.Indefinite && other.Phrase.Determiner == Determiner.Definite)
            || (one.Phrase is { Plural: true, Count: null } && other.Phrase.Determiner == Determiner.Indefinite && Senses.Owns(verb))))
        {
            HasMany(one.Thing, other.Thing, verb, passage);
        }
        else if (one.Phrase.Count is { Min: 1, Max: 1 } && (other.Phrase.Determiner == Determiner.Each ? other.Position is "for" or "behind" or "per" or "with" or "in charge of" or "about" || (!clause.Verb.Passive && other.Position is "on" or "in" or "at" && !one.Thing.IsEvent) : verb is "be" && other.Position is "for" or "of" && other.Phrase is { Plural: false, Count: null }))
        {
            other.Thing.Tie(one.Thing, null, passage, verb); // "for each garden there is one owner", "one warden is responsible for it"
        }
        else if (one.Phrase is { Determiner: Determiner.Indefinite, Plural: false, Count: null } && other is { Position: "to" or "for", Phrase.Determiner: Determiner.Each } && clause.Verb is { Passive: true, Verb: "assign" or "appoint" or "allocate" or "allot" or "name" or "designate" or "attach" or "choose" or "nominate" })
        {
            other.Thing.Tie(one.Thing, null, passage, verb); // "a coach is assigned to every lesson"
        }
        else if (other.Phrase.Determiner == Determiner.Each || (other.Position is "for" or "from" or "per" or "during" && one.Phrase.Count is { IsMany: true }))
        {
            HasMany(other.Thing, one.Thing, verb, passage);
        }
        else if (one.Phrase.IsMany && other.Phrase is { Plural: false, Determiner: Determiner.Indefinite } && other.Phrase.First < one.Phrase.First && one.Position == "subject" && other.Position is "in" or "to" or "of" or "from" or "on" or "at" or "into" or "within" or "under" && (clause.Verb.Passive || !Senses.Meets(verb)))
        {
            HasMany(other.Thing, one.Thing, verb, passage); // "to a note any number of remarks may be attached"
        }
        else if (one.Phrase.Count is { Max: null } && other.Phrase.Count is null && verb is not "hold" && other.Position is "at" or "in" or "on" or "to" or "for" && (clause.Verb.Passive || Senses.Meets(verb)))
        {
            Meet(one.Thing, other.Thing, verb, passage);
        }
        else if ((!_many.Contains((one.Thing, other.Thing)) && !(clause.Verb.Mood == Mood.Possible && other.Thing.Ties.Exists(tie => tie.Parent == one.Thing && tie.Role is null))) || role is not null)
        {
            one.Thing.Tie(other.Thing, role, passage, verb, clause.Verb.Mood == Mood.Possible || one.Phrase.Optional ? false : null);
        }
    }

    private void Several(Clause clause, Participant one, Participant other, Passage passage)
    {
        var verb = clause.Verb.Verb;
        if (Senses.Meets(verb) && !Senses.Owns(verb) && !Transactions.IsOne(other.Thing.Key) && !Introduced(other, passage) && !(other.Thing.Happens && verb is "take" or "pay" or "sign" or "submit" && !one.Thing.IsEvent))
        {
            if (other.Phrase.Count is not null && _many.Contains((other.Thing, one.Thing)))
            {
                one.Thing.Ties.RemoveAll(tie => tie.Parent == other.Thing && tie.Role is null); // said both ways
            }

            Meet(one.Thing, other.Thing, verb, passage);
        }
        else
        {
            HasMany(one.Thing, other.Thing, verb, passage);
        }
    }

    /// <summary>"Parts show flaws, each with a date": what the other is like is told right here.</summary>
    private static bool Introduced(Participant other, Passage passage) =>
        ReferenceEquals(other.Thing.First, passage) && passage.Clauses.Any(clause => clause is { Kind: ClauseKind.Attached, Verb.Verb: "have" } && clause.Subjects is [var owner] && owner.First == other.Phrase.First);

    /// <summary>Said both ways, it is many with many.</summary>
    private void HasMany(Thing one, Thing many, string verb, Passage passage)
    {
        if (_many.Contains((many, one)))
        {
            many.Ties.RemoveAll(tie => tie.Parent == one && tie.Role is null);
            one.Ties.RemoveAll(tie => tie.Parent == many && tie.Role is null);
            Meet(one, many, verb, passage);
            return;
        }

        _many.Add((one, many));
        if (!one.Ties.Exists(tie => tie.Parent == many && tie.Role is null))
        {
            many.Tie(one, null, passage, verb);
        }
    }

    private void Meet(Thing one, Thing other, string verb, Passage passage) => things.Meetings.Add(new(one, other, verb, passage));

    private static bool IsPlace(Clause clause, string position) =>
        position is "in" or "at" or "on" or "to" or "of" or "from" or "into" or "for" && clause.Verb.Verb is "belong" or "work" or "live" or "be" or "locate" or "situate" or "keep" or "store" or "stay" or "place" or "assign" or "hold" or "divide" or "come" or "park" or "stand" or "lie" or "group" or "house" or "sell" or "issue" or "open" or "stock" or "employ" or "arrange" or "put" or "sort" or "file" or "sit";
}
