using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"I want to know which garments were in which load", "which adapters fit which models": any number of the one with any number of the other.</summary>
internal sealed class AsksWhichOfWhich : IProsePattern
{
    public bool Read(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        if (!clause.AsksBoth)
        {
            return false;
        }

        var both = clause.Subjects.Concat(clause.Objects).Concat(clause.Phrases.SelectMany(phrase => phrase.Nouns)).Where(noun => !noun.IsPronoun).ToList();
        if (both.Count != 2 || both.Exists(AttributeWords.IsOne))
        {
            return false;
        }

        notes.Details.Add(new([.. both.Select(noun => noun with { Determiner = Determiner.Each })], null, [], passage) { Together = true, Links = true });
        return true;
    }
}
