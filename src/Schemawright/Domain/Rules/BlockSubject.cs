using Schemawright.Facts;

namespace Schemawright.Domain.Rules;

/// <summary>The entity a rule's place speaks of: as the reader found it, else as the title or the nearest heading names it.</summary>
internal static class BlockSubject
{
    public static EntityTerms? Of(RuleFact fact, Vocabulary vocabulary)
    {
        if (vocabulary.Find(fact.Subject) is { } stated)
        {
            return stated;
        }

        foreach (var words in Places(fact))
        {
            // The last name is the head of the phrase: "Customer Order Assignment" is about orders.
            if (vocabulary.EntitiesIn(Lexer.Read(words)).LastOrDefault() is { } named)
            {
                return named;
            }
        }

        return null;
    }

    private static IEnumerable<string> Places(RuleFact fact)
    {
        foreach (var key in fact.Keys.Reverse())
        {
            yield return key;
        }

        if (fact.Title is not null)
        {
            yield return fact.Title;
        }

        if (fact.Subject is not null)
        {
            yield return fact.Subject;
        }

        // Only the heading right above: headings further out speak of chapters.
        for (var at = fact.Headings.Count - 1; at >= Math.Max(1, fact.Headings.Count - 3); at--)
        {
            yield return fact.Headings[at];
        }
    }
}
