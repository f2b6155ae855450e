using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Drafting;

/// <summary>"In each season a crew sails for one harbour": another season may bring another harbour, so the three stand together.</summary>
internal static class Framed
{
    public static bool Read(Clause clause, List<Participant> members, Passage passage, Things things)
    {
        if (clause is not { Kind: ClauseKind.Main, Verb.Negated: false, Subjects: [{ IsPronoun: false } said] } || Senses.Creates(clause.Verb.Verb) || clause.Verb.Verb is "be" || members.Select(member => member.Thing).Distinct().Count() != 3 || members.Count != 3)
        {
            return false;
        }

        var frame = members.Find(member => member is { Position: "in" or "during", Phrase.Determiner: Determiner.Each } && member.Phrase.First < said.First && !Persons.IsOne(member.Phrase));
        var subject = members.Find(member => member is { Position: "subject", Phrase: { SpeaksOfEach: true, Plural: false } });
        var other = members.Find(member => member != frame && member != subject && member.Phrase is { Plural: false, Count: { Min: 1, Max: 1 } });
        if (frame is null || subject is null || other is null || subject.Thing.Happens || subject.Thing.Ties.Exists(tie => tie.Parent == frame.Thing))
        {
            return false;
        }

        new Pairs(things).Of([subject.Thing, other.Thing, frame.Thing], clause.Verb.Verb, passage);
        return true;
    }
}
