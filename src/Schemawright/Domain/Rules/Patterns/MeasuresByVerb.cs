using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "A day ticket costs at most 40 euros", "a parcel weighs no more than 30 kg", "no side may be longer than 2 m", "rooms are at least 15 square
/// metres large": the verb or the adjective names what is measured.
/// </summary>
internal sealed class MeasuresByVerb : IRulePattern
{
    private static readonly (string[] Said, string[] Names)[] Measured =
    [
        (["cost", "costs", "priced", "expensive", "cheaper"], ["price", "cost", "fee", "charge", "fare", "tariff"]),
        (["worth"], ["value", "price", "worth"]),
        (["weigh", "weighs", "heavy", "heavier", "lighter"], ["weight", "mass"]),
        (["long", "longer"], ["length", "duration"]),
        (["high", "higher", "tall", "taller"], ["height"]),
        (["wide", "wider"], ["width"]),
        (["deep", "deeper"], ["depth"]),
        (["large", "larger", "big", "bigger", "smaller"], ["size", "area", "sqm"]),
    ];

    private static readonly string[] Modals = ["must", "cannot", "can't", "can", "may", "not", "never", "shall", "should", "always", "be", "is", "are", "to"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        if (words.Count > 24 || SubjectPhrase.At(line.Vocabulary, words, 0, words.Count) is not { Only: false } phrase || phrase.End >= words.Count - 1)
        {
            return null;
        }

        var end = Rewording.End(words);
        var verb = phrase.End;
        while (verb < end && words[verb].IsAny(Modals))
        {
            verb++;
        }

        if (verb >= end || Measure(phrase, words, verb, end) is not var (column, demand))
        {
            return null;
        }

        var denied = phrase.None || words.Skip(phrase.End).Take(verb - phrase.End).Any(word => word.IsAny("cannot", "can't", "not", "never"));
        var reading = Rewording.MustBe(line, phrase.Terms, column, denied ? [Rewording.Word("not"), .. demand] : demand);
        return reading is null || phrase.Which is not { } which ? reading : Conditioned.By(line.Vocabulary, reading, new(phrase.Terms.Name, which, phrase.Name));
    }

    private static (Column Column, IEnumerable<Token> Demand)? Measure(SubjectPhrase phrase, IReadOnlyList<Token> words, int verb, int end) =>
        Demand(words, phrase, verb, end) is var (said, demand) && Column(phrase.Terms, said) is { } named ? (named, demand)
        : verb > phrase.End && Relation.At(words, verb) is { } relation && Figures.At(words, relation.End) is not null && Unspoken(phrase.Terms, words, relation.End, end) is { } column ? (column, Skip(words, verb, end)) : null;

    /// <summary>"are limited to 10 kg", "is always greater than zero": the number in that unit, or the amount that the row is about.</summary>
    private static Column? Unspoken(EntityTerms terms, IReadOnlyList<Token> words, int figure, int end)
    {
        var unit = figure + 1 < end ? words[figure + 1].Lower : "";
        var inUnit = unit.Length == 0 ? [] : terms.Columns.Where(column => column is { IsNumber: true, Words.Count: > 1 } && column.Words[^1] == unit).ToArray();
        var amount = words[figure].Unit == "money" || unit.Length == 0 && Figures.At(words, figure) == 0 || unit is "euros" or "dollars" or "eur" or "usd" or "pounds";
        return inUnit.Length == 1 ? inUnit[0] : amount ? Approvals.Amount(terms) : null;
    }

    /// <summary>The word that measures, and the bounds without it.</summary>
    private static (string Said, IEnumerable<Token> Demand)? Demand(IReadOnlyList<Token> words, SubjectPhrase phrase, int verb, int end)
    {
        if (Names(words[verb].Lower) is not null)
        {
            var relation = Relation.At(words, verb);
            // "longer than 2 m" is the relation and the measure in one word.
            return (words[verb].Lower, Skip(words, relation is null ? verb + 1 : verb, end));
        }

        var bound = Relation.At(words, verb) is not null || words[verb].IsAny("between", "from") || words[verb].Kind == TokenKind.Number;
        return bound && verb > phrase.End && Names(words[end - 1].Lower) is not null ? (words[end - 1].Lower, Skip(words, verb, end - 1)) : null;
    }

    private static IEnumerable<Token> Skip(IReadOnlyList<Token> words, int from, int to) => words.Skip(from).Take(to - from);

    /// <summary>The one number of the rows that the verb measures; null where the word measures nothing or several do.</summary>
    public static Column? Of(EntityTerms terms, string verb) => Names(verb) is null ? null : Column(terms, verb);

    private static string[]? Names(string word) => Array.Find(Measured, measure => measure.Said.Contains(word, StringComparer.Ordinal)).Names;

    /// <summary>The one number of the row that is called so.</summary>
    private static Column? Column(EntityTerms terms, string said)
    {
        var names = Names(said)!;
        var found = terms.Columns.Where(column => column is { IsNumber: true, IsForeignKey: false } && column.Words.Any(word => names.Contains(word, StringComparer.Ordinal))).ToArray();
        return found.Length == 1 ? found[0] : null;
    }
}
