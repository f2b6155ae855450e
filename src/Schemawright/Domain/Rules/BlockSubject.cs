using Schemawright.Facts;

namespace Schemawright.Domain.Rules;

/// <summary>The entity a rule's place speaks of: as the reader found it, else as the title or the nearest heading names it.</summary>
internal static class BlockSubject
{
    private const int Nearby = 6;

    private static readonly string[] People = ["staff", "personnel", "people", "workforce", "colleagues", "employees", "workers"];

    public static EntityTerms? Of(RuleFact fact, Vocabulary vocabulary)
    {
        if (vocabulary.Find(fact.Subject) is { } stated)
        {
            return stated;
        }

        foreach (var words in Places(fact))
        {
            // The last name is the head of the phrase: "Customer Order Assignment" is about orders.
            var said = Lexer.Read(words);
            if (vocabulary.EntitiesIn(said).LastOrDefault() is { } named)
            {
                return named;
            }

            if (said.Any(word => word.IsAny(People)) && vocabulary.All.Where(terms => Facts.Language.Naming.Words(terms.Name)[^1] is "employee" or "worker" or "colleague" or "staff").Take(2).ToArray() is [var staff])
            {
                return staff;
            }

            if (said.Count == 2 && said[0].IsAny("on", "before", "when", "after", "check") && Deed(vocabulary, said[1].Lower) is { } done)
            {
                return done;
            }
        }

        return null;
    }

    /// <summary>"on lend" of what is named for the deed: a loan that is lent, an enrolment at which somebody enrols.</summary>
    private static EntityTerms? Deed(Vocabulary vocabulary, string verb) =>
        vocabulary.All.Where(terms => Facts.Language.Naming.Words(terms.Name)[^1] is var noun && (Stems.Same(noun, verb) || Bynames.SameDeed(noun, verb))).Take(2).ToArray() is [var only] ? only : null;

    /// <summary>Where no place names one: the subject of the nearest line above in the same block.</summary>
    public static EntityTerms? Before(RuleFact fact, Vocabulary vocabulary, IReadOnlyList<RuleFact> block)
    {
        var seen = 0;
        for (var at = block.Count - 1; at >= 0 && seen < Nearby; at--)
        {
            if (block[at].Source.CompareTo(fact.Source) >= 0)
            {
                continue;
            }

            seen++;
            var words = Lexer.Read(block[at].Text);
            var start = Speech.SkipDeterminers(words, 0);
            if (block[at].Keys == fact.Keys && start < words.Count && vocabulary.EntityAt(words, start, out _) is { } named)
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
            yield return string.Join(' ', Facts.Language.Naming.Words(key));
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
