using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;

namespace Schemawright.Domain.Rules.Paraphrases;

/// <summary>"Requests can be made no more than 180 days ahead", "a stay may be booked at most 12 months in advance": its start is no later than so long after today.</summary>
internal sealed class MadeAhead : IParaphrase
{
    private const int Longest = 16;

    private static readonly string[] Making = ["made", "booked", "placed", "reserved", "requested", "created", "entered", "ordered"];

    public RuleLine? Of(RuleLine line)
    {
        var words = line.Demand;
        var end = Rewording.End(words);
        var tail = end is < 7 or > Longest ? 0 : words[end - 1].IsAny("ahead", "beforehand") ? 1 : Phrase.At(words, end - 2, "in", "advance") ? 2 : 0;
        if (tail == 0 || line.Subject is not { } subject || Spans.Of(subject) is not var (start, _) || !words.Any(word => word.IsAny(Making)) || words.Any(word => word.IsAny("if", "when", "unless", "cannot", "must", "not")))
        {
            return null;
        }

        var bound = Enumerable.Range(1, end - tail - 1).FirstOrDefault(at => Relation.At(words, at) is { } relation && Figures.PeriodAt(words, relation.End, out var behind) is not null && behind == end - tail, -1);
        return bound < 0 || Relation.At(words, bound)!.Op is not (Terms.CompareOp.LessOrEqual or Terms.CompareOp.Less) || !words.Take(bound).All(word => word.IsAny(Making) || word.IsAny("can", "may", "be", "only", "are", "is", "a", "an", "the", "each", "every") || IsSubject(line, subject, word)) ? null
            : line.About(subject, [Rewording.Word(start.Name), Rewording.Word("must"), Rewording.Word("be"), .. words.Skip(bound).Take(end - tail - bound), Rewording.Word("after"), Rewording.Word("today")]);
    }

    /// <summary>The rows by their name, its last word, or the state in which they begin: a request.</summary>
    private static bool IsSubject(RuleLine line, EntityTerms subject, Token word) =>
        Facts.Language.Naming.Words(subject.Name).Contains(Facts.Language.Nouns.Singular(word.Lower), StringComparer.Ordinal) || line.Vocabulary.EntityAt([word], 0, out _) == subject || subject.Machine?.Initial.Any(state => Stems.Same(state, word.Lower)) == true;
}
