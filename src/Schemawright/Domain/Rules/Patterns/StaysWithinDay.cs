using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Shifts cannot cross midnight", "a lesson starts and ends on the same day": two times of day, the end after the start.</summary>
internal sealed class StaysWithinDay : IRulePattern
{
    private static readonly string[] Denials = ["not", "cannot", "can't", "don't", "doesn't", "never", "no", "mustn't", "without"];

    private static readonly string[] Crossing = ["cross", "crosses", "crossing", "span", "spans", "spanning", "past", "over", "beyond", "through"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Whole;
        if (!Demands(words))
        {
            return null;
        }

        var owners = words.Count > 0 && words[0].IsAny("times", "hours", "slots") ? line.Vocabulary.All : Owners(line, words);
        var spans = owners.Select(terms => (Terms: terms, Span: Spans.Of(terms, timesOfDay: true))).Where(pair => pair.Span is { Start.Type.Kind: DataKind.Time })
            .Select(pair => line.Must(pair.Terms.Name, $"{pair.Span!.Value.End.Name} after {pair.Span.Value.Start.Name}", new Compare(CompareOp.Less, pair.Span.Value.Start.Ref, pair.Span.Value.End.Ref))).ToArray();
        return spans.Length == 0 ? null : Reading.Of(spans);
    }

    private static IEnumerable<EntityTerms> Owners(RuleLine line, IReadOnlyList<Token> words) =>
        new[] { SubjectPhrase.At(line.Vocabulary, words, 0, words.Count)?.Terms ?? line.Subject }.OfType<EntityTerms>();

    private static bool Demands(IReadOnlyList<Token> words)
    {
        var denied = Phrase.Has(words, Denials);
        return (denied && Phrase.Has(words, "midnight") && Phrase.Has(words, Crossing))
            || (denied && DaysApart(words))
            || (!denied && Phrase.IndexOf(words, 0, "same") is >= 0 and var same && same + 1 < words.Count && words[same + 1].IsAny("day", "date") && Starts(words) && Ends(words) && Phrase.Has(words, "must", "shall", "always", "have"));
    }

    /// <summary>"begin on one date and finish on another".</summary>
    private static bool DaysApart(IReadOnlyList<Token> words) =>
        Starts(words) && Ends(words) && Phrase.Has(words, "day", "days", "date") && Phrase.Has(words, "next", "another", "different", "following");

    private static bool Starts(IReadOnlyList<Token> words) => Phrase.Has(words, "start", "starts", "begin", "begins");

    private static bool Ends(IReadOnlyList<Token> words) => Phrase.Has(words, "end", "ends", "finish", "finishes");
}
