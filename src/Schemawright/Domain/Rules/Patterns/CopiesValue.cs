using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"When a line is added, the daily rate of the tool is copied into it", "the price is taken over from the product": the value at the moment the row is made.</summary>
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
                    return Reading.Of(new RuleDraft(terms.Name, $"{own.Name} is {reference.Role} {theirs.Name}", RuleTrigger.OnInsert, new Holds(new Compare(CompareOp.Equal, own.Ref, new Ref([reference.Role!, theirs.Name])))));
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
