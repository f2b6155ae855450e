using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Drafting;

/// <summary>"Guards report faults against a gate", "clubs send teams to a cup": what is reported or sent refers to what it is directed at.</summary>
internal static class Directed
{
    public static void Read(Clause clause, List<Participant> objects, List<Participant> others, Func<Participant, string?> role, Passage passage)
    {
        if (clause.Verb.Passive || objects is not [{ Phrase: { IsPronoun: false, Count: null, Determiner: Determiner.None or Determiner.Indefinite } } sent] || (Senses.Meets(clause.Verb.Verb) && !Transactions.IsOne(sent.Thing.Key)))
        {
            return;
        }

        foreach (var other in others.Where(other => (other is { Position: "against" or "for" or "to", Phrase: { IsMany: false, Determiner: Determiner.Indefinite } }
            || (other is { Position: "against" or "about" or "for", Phrase: { Plural: false, Determiner: Determiner.Definite } } && (other.Position is not "for" || Senses.Creates(clause.Verb.Verb) || clause.Verb.Verb is "submit" or "send"))) && other.Thing != sent.Thing))
        {
            sent.Thing.Tie(other.Thing, role(other), passage, clause.Verb.Verb);
        }
    }
}
