using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"…, for places name and height": behind the plural the list begins, its verb being left out.</summary>
internal static class SplitOwners
{
    public static Clause Of(Clause clause)
    {
        if (clause is not { Verb.Verb: "", Objects.Count: 0, Phrases: [{ Preposition: "for" or "of" or "per", Nouns: [{ Determiner: Determiner.None, IsPronoun: false } first, ..] nouns } phrase] } || first.Name.Split(' ') is not { Length: 2 } words
            || !PhraseReader.IsPlural(words[0].ToLowerInvariant()) || AttributeWords.IsOne(words[0]) || !AttributeWords.IsOne(words[1]) || PhraseReader.IsPlural(words[1].ToLowerInvariant()) || !nouns.Skip(1).All(AttributeWords.IsOne))
        {
            return clause;
        }

        var owner = first with { Name = words[0], End = first.First + 1, Plural = true, Remark = null };
        return clause with { Phrases = [phrase with { Nouns = [owner] }], Objects = [first with { Name = words[1], First = first.First + 1, Plural = false }, .. nouns.Skip(1)] };
    }
}
