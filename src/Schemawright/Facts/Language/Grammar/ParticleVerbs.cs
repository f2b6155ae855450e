namespace Schemawright.Facts.Language.Grammar;

/// <summary>"hands in a form", "sends in a report": what stands behind the particle is the verb's object.</summary>
internal static class ParticleVerbs
{
    public static Clause Of(Clause clause) =>
        clause is { Objects.Count: 0, Verb: { Passive: false, Verb: "hand" or "send" or "fill" or "turn" }, Phrases: [{ Preposition: "in", Nouns: [{ IsPronoun: false, Determiner: Determiner.Indefinite or Determiner.Counted or Determiner.Possessive or Determiner.None }] } particle, ..] }
            ? clause with { Verb = clause.Verb with { Verb = clause.Verb.Verb is "fill" ? "fill" : "submit" }, Objects = particle.Nouns, Phrases = [.. clause.Phrases.Skip(1)] } : clause;
}
