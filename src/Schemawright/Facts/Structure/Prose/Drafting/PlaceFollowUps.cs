using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Drafting;

/// <summary>"If a customer returns an item, we record a complaint", "when the guest leaves, a bill is written": what is made then refers to what it is made for.</summary>
internal static class PlaceFollowUps
{
    public static void Run(Notes notes, Things things)
    {
        foreach (var passage in notes.Passages)
        {
            foreach (var clause in passage.Clauses)
            {
                After(clause, passage, things);
            }
        }

        foreach (var passage in notes.Passages.Where(passage => passage.Clauses.Any(clause => clause.Kind == ClauseKind.Condition)))
        {
            Clause? condition = null;
            foreach (var clause in passage.Clauses)
            {
                if (clause.Kind == ClauseKind.Condition)
                {
                    condition = clause;
                }
                else if (condition is not null && clause.Kind == ClauseKind.Main && Made(clause, things) is { } made && Source(condition, things) is { } source)
                {
                    Relate(made, source, passage, clause);
                }
            }
        }
    }

    /// <summary>"After the tour the guide files a report": what is made after something is of it.</summary>
    private static void After(Clause clause, Passage passage, Things things)
    {
        var frame = clause is { Kind: ClauseKind.Main, Verb: { Passive: false, Negated: false, Verb: "file" or "enter" or "write" or "record" or "submit" or "issue" or "create" or "add" or "draw" or "note" or "register" } }
            ? clause.After("after").FirstOrDefault(noun => noun is { IsPronoun: false, Plural: false, Determiner: Determiner.Definite or Determiner.Each or Determiner.Indefinite } && noun.First < clause.Objects.Select(item => item.First).DefaultIfEmpty(-1).First()) : null;
        if (frame is not null && things.Of(frame) is { } source && clause.Objects is [{ IsPronoun: false } made] && things.Of(made) is { } result)
        {
            Relate(result, source, passage, clause);
        }
    }

    private static void Relate(Thing made, Thing source, Passage passage, Clause clause)
    {
        if (made != source && !source.Ties.Exists(tie => tie.Parent == made) && !made.Ties.Exists(tie => tie.Parent == source))
        {
            made.Tie(source, null, passage, clause.Verb.Verb);
        }
    }

    /// <summary>What comes into being: "a fine is charged", "a trip begins", "we record the complaint", "there are two fittings".</summary>
    private static Thing? Made(Clause clause, Things things)
    {
        if (clause.Verb.Negated || clause.With("for", "to", "on", "of").Any(phrase => phrase.Nouns.Any(noun => things.Of(noun) is not null)))
        {
            return null;
        }

        var made = clause.Verb switch
        {
            { Verb: "be" } when clause.Subjects is [] or [{ Name: "there" }] => clause.Objects,
            { Passive: true, Verb: "create" or "issue" or "generate" or "raise" or "produce" or "open" or "charge" or "write" or "enter" or "make" or "add" or "record" or "register" or "draw" or "prepare" or "file" or "start" } => clause.Subjects,
            { Passive: false, Verb: "begin" or "start" or "follow" or "arise" } => clause.Subjects,
            { Passive: false, Verb: "create" or "issue" or "record" or "write" or "open" or "enter" or "make" or "log" or "register" or "file" or "prepare" or "report" } when clause.Subjects.All(subject => subject.IsPronoun || Keepers.IsOne(subject)) => clause.Objects,
            _ => [],
        };
        return made is [{ IsPronoun: false, Another: false } one] && one.Determiner is Determiner.Indefinite or Determiner.Counted || (made is [{ Determiner: Determiner.Definite, IsPronoun: false }] && !clause.Verb.Passive) ? things.Of(made[0]) : null;
    }

    /// <summary>What it happens to: the object, else the subject.</summary>
    private static Thing? Source(Clause condition, Things things)
    {
        var phrases = condition.Verb.Passive ? condition.Subjects : [.. condition.Objects, .. condition.Subjects];
        return phrases.Where(phrase => !phrase.IsPronoun && !phrase.Plural && phrase.Determiner is Determiner.Indefinite or Determiner.Definite).Select(phrase => things.Of(phrase) is { } thing ? phrase.Of is { } of && things.Of(of) is { } whole ? whole : thing : null).FirstOrDefault(thing => thing is not null);
    }
}
