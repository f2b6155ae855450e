using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"For every show we have seat categories", "in each school there are groups", "inside a hall are stalls": the one has the others.</summary>
internal sealed class HasForEach : IProsePattern
{
    public bool Read(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        var has = clause is { Kind: ClauseKind.Main, Verb: { Passive: false, Negated: false, Verb: "have" }, Objects.Count: > 0 } && clause.Subjects.All(subject => subject is { IsPronoun: true, Name: "we" or "i" or "you" or "they" }) && clause.Subjects.Count > 0;
        var exists = clause is { Kind: ClauseKind.Main, Verb: { Passive: false, Negated: false, Verb: "be" }, Subjects: [{ Name: "there" }], Objects.Count: > 0 };
        if (clause is { Kind: ClauseKind.Main, Verb: { Passive: false, Negated: false, Verb: "be" }, Subjects: [{ IsPronoun: false, Plural: true }], Objects.Count: 0 } && clause.With("inside", "within", "in").Any(phrase => phrase.Nouns is [{ Name: "there" }]) && (talk.Label ?? talk.Topic) is { } around)
        {
            notes.Told.Add(new(new Clause(ClauseKind.Main, [around with { Determiner = Determiner.Indefinite, Plural = false, Count = null }], clause.Verb with { Verb = "have" }, clause.Subjects, []) { Range = clause.Range }, passage)); // "Inside there are flats."
            talk.Speak(clause.Subjects[0]);
            return true;
        }

        if (exists && clause.Objects is [{ IsPronoun: false, IsMany: true, Tail: { Preposition: "per", Nouns: [{ IsPronoun: false } per] } } many] && !Keepers.IsOne(per) && !AttributeWords.IsOne(per))
        {
            notes.Told.Add(new(new Clause(ClauseKind.Main, [per with { Determiner = Determiner.Indefinite }], clause.Verb with { Verb = "have" }, [many with { Tail = null }], []) { Range = clause.Range }, passage)); // "there are several lessons per course"
            talk.Speak(many);
            return true;
        }

        var frame = clause.With(has ? ["for"] : ["in", "inside", "within", "at", "on", "for"]).FirstOrDefault(phrase => phrase.Nouns is [{ IsPronoun: false } noun] && (noun.Determiner == Determiner.Each || noun is { Plural: false, Determiner: Determiner.Indefinite }) && noun.First < clause.Objects.Select(item => item.First).DefaultIfEmpty(-1).First());
        if (!(has || exists) || frame is null || Keepers.IsOne(frame.Nouns[0]) || AttributeWords.IsOne(frame.Nouns[0]) || !clause.Objects.All(item => item is { IsPronoun: false, Plural: true } && (!AttributeWords.IsOne(item) || AttributeWords.MayBeThing(Naming.EntityKey(Drafting.FindThings.Singular(item))))))
        {
            return exists && OneForEach(clause, passage, talk, notes);
        }

        var owner = frame.Nouns[0];
        if (!clause.Objects.Any(item => item.Remark?.StartsWith("such as", StringComparison.Ordinal) == true))
        {
            notes.Told.Add(new(new Clause(ClauseKind.Main, [owner with { Determiner = Determiner.Indefinite, Plural = false, Count = null }], clause.Verb with { Verb = "have" }, clause.Objects, []) { Range = clause.Range }, passage));
            talk.Speak(owner);
            clause.Objects.ToList().ForEach(talk.Speak);
            (talk.LastTold, talk.LastList) = (notes.Told[^1].Clause, null);
            return true;
        }

        notes.Lists.Add(talk.LastList = new(owner, [.. clause.Objects.Select(item => item.Count is null ? item with { Count = Terms.Cardinality.ZeroOrMore, Determiner = Determiner.Counted } : item)], Manner.Has, passage));
        talk.Speak(owner);
        clause.Objects.ToList().ForEach(talk.Speak);
        return true;
    }

    /// <summary>"There is one page for each rider and season", "for each post there is one reading per date": it is theirs.</summary>
    private static bool OneForEach(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        if (clause.Objects is not [{ IsPronoun: false, Plural: false, Of: null } one] || one is not ({ Determiner: Determiner.Indefinite } or { Count: { Min: 1, Max: 1 } }) || (AttributeWords.IsOne(one) && !AttributeWords.MayBeThing(Naming.EntityKey(one.Name))) || Keepers.IsNothing(Naming.EntityKey(one.Name))
            || clause.With("for").FirstOrDefault(phrase => phrase.Nouns[0] is { IsPronoun: false, Determiner: Determiner.Each }) is not { } frame || AttributeWords.IsOne(frame.Nouns[0]) || Keepers.IsOne(frame.Nouns[0]))
        {
            return false;
        }

        foreach (var whole in frame.Nouns.Where(noun => !noun.IsPronoun))
        {
            notes.Told.Add(new(new Clause(ClauseKind.Main, [one with { Determiner = Determiner.Each, Count = null, Tail = null }], new("belong"), [], [new("to", [whole with { Determiner = Determiner.Counted, Count = Terms.Cardinality.ExactlyOne }])]) { Range = clause.Range }, passage));
        }

        var measures = one.Tail is { Preposition: "per" or "for" } tail ? tail.Nouns.Where(AttributeWords.IsOne).ToList() : [];
        if (measures.Count > 0)
        {
            notes.Lists.Add(new(one with { Tail = null, Count = null }, measures, Manner.Has, passage));
        }

        talk.Speak(one);
        return true;
    }
}
