using Schemawright.Collections;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"When a line is added, the daily rate of the tool is copied into it", "the price is taken over from the product": a column of the row keeps the value.</summary>
internal sealed class CopiesValue : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var verb = Phrase.IndexOf(words, 2, "copied", "taken", "carried");
        if (verb < 2 || words.Count > 40 || verb + 2 >= words.Count || words.Take(verb).Any(word => word.IsAny("not", "never", "cannot")) || !words[verb].Is("copied") && !words[verb + 1].IsAny("over", "from"))
        {
            return null;
        }

        var end = Phrase.IndexOf(words, verb, ";", ".", ",");
        foreach (var terms in line.Vocabulary.EntitiesIn([.. words.Take(end < 0 ? words.Count : end)]).Append(line.Subject).OfType<EntityTerms>().Distinct())
        {
            foreach (var source in line.Vocabulary.EntitiesIn([.. words.Take(end < 0 ? words.Count : end)]).Distinct().Where(other => other != terms))
            {
                if (new Speech(line.Vocabulary, terms).ReferenceTo(source) is { } reference && Shared(line, terms, source, words, verb) is var (own, theirs))
                {
                    return Reading.Modelled($"{terms.Name}.{own.Name} keeps what {theirs.Name} of its {reference.Role} was when the row was made; a later change there leaves it");
                }
            }
        }

        return null;
    }

    /// <summary>The attribute named before the verb, which both have.</summary>
    private static (Column Own, Column Theirs)? Shared(RuleLine line, EntityTerms terms, EntityTerms source, Seq<Token> words, int verb)
    {
        for (var at = 0; at < verb; at++)
        {
            for (var length = Math.Min(3, verb - at); length > 0; length--)
            {
                if (line.Vocabulary.EntityAt(words, at, out _) is null && Phrase.Key(words, at, length) is { } key && (source.Exact(key) ?? source.Suffix(key)) is { IsForeignKey: false } theirs
                    && (terms.Exact(string.Join('_', theirs.Words)) ?? terms.Exact(key)) is { IsForeignKey: false } own && own.Type.Kind == theirs.Type.Kind)
                {
                    return (own, theirs);
                }
            }
        }

        return null;
    }
}
