using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules;

/// <summary>An attribute called by the words of its name in another order, joined or written out: "the start of the season" is season_start, "cut-off" is cutoff_at, "inspection time" is insp_minutes.</summary>
internal static class MixedNames
{
    private const int LongestPhrase = 6;

    private static readonly string[] Joints = ["of", "the", "a", "an", "for", "its", "their", "each"];

    // What a name may end in that sentences leave out.
    private static readonly string[] Endings = ["at", "on", "date", "time", "minutes", "hours", "days", "seconds", "months", "weeks", "amount", "percent", "pct", "kg", "g", "km", "m", "cm", "mm", "sqm", "mb", "kb", "ml", "cents", "eur", "usd"];

    private static readonly string[] Lengths = ["time", "duration", "period", "length"];

    public static (Column Column, int End)? At(EntityTerms terms, IReadOnlyList<Token> tokens, int at)
    {
        for (var length = Math.Min(LongestPhrase, tokens.Count - at); length > 0; length--)
        {
            if (!tokens[at].IsAny(Joints) && !tokens[at + length - 1].IsAny(Joints) && Said(tokens, at, length) is { } said
                && terms.Columns.Where(column => !column.IsForeignKey && column.Type.Kind != DataKind.Boolean && column.Type.Values.Count == 0 && Means(terms, column, said)).Take(2).ToArray() is [var only])
            {
                return (only, at + length);
            }
        }

        return Headed(terms, tokens, at);
    }

    /// <summary>"percentage" of percent_off, "the warranty" of warranty_until: the first word of a name whose others only place it.</summary>
    private static (Column Column, int End)? Headed(EntityTerms terms, IReadOnlyList<Token> tokens, int at)
    {
        var said = Nouns.Singular(tokens[at].Lower);
        return tokens[at].Kind != TokenKind.Word || said.Length < 5 || said is "total" or "number" or "start" or "count" ? null
            : terms.Columns.Where(column => !column.IsForeignKey && (column.IsNumber || column.IsDate || column.IsMoment) && (column.Words[0] == said || said.StartsWith(column.Words[0], StringComparison.Ordinal) && column.Words[0].Length > 4)).ToArray() is [var only]
            && only.Words.Count > 1 && (only.Words[1] is "off" or "until" or "per" or "up" || Endings.Contains(only.Words[1], StringComparer.Ordinal) && only.IsNumber) ? (only, at + 1) : null;
    }

    private static List<string>? Said(IReadOnlyList<Token> tokens, int at, int length)
    {
        var words = new List<string>();
        foreach (var token in tokens.Skip(at).Take(length))
        {
            if (token.Kind != TokenKind.Word || token.Text.Contains('.', StringComparison.Ordinal))
            {
                return null;
            }

            words.AddRange(token.IsAny(Joints) ? [] : Naming.Words(token.Text.EndsWith("'s", StringComparison.Ordinal) ? token.Text[..^2] : token.Text).Select(Nouns.Singular));
        }

        return words;
    }

    private static bool Means(EntityTerms terms, Column column, List<string> said)
    {
        var core = column.Words.ToList();
        var unit = core.Count > 1 && Endings.Contains(core[^1], StringComparer.Ordinal) ? core[^1] : null;
        if (unit is not null)
        {
            core.RemoveAt(core.Count - 1);
        }

        if (said.Count > 1 && string.Concat(said) == string.Concat(core))
        {
            return said.Count != core.Count;
        }

        var rest = new List<string>(said);
        foreach (var word in core)
        {
            var found = rest.FindIndex(one => IsWrittenOut(one, word));
            if (found < 0)
            {
                return false;
            }

            rest.RemoveAt(found);
        }

        return said.Count > 1 && rest.TrueForAll(word => IsIdle(terms, column, unit, word)) && (core.Count > 1 || rest.Count > 0 && core[0].Length > 3);
    }

    private static bool IsWrittenOut(string said, string word) =>
        said == word || said == Nouns.Singular(word) || word.Length >= 3 && said.Length >= word.Length + 3 && said.StartsWith(word, StringComparison.Ordinal) || word.Length > 5 && said.Length > 5 && Stems.Of(said) == Stems.Of(word);

    /// <summary>The owner's own name, the unit in other words, or the deed by which the row came to be: the amount granted of a grant.</summary>
    private static bool IsIdle(EntityTerms terms, Column column, string? unit, string word) =>
        unit is not null && (word == unit || unit is "minutes" or "hours" or "days" or "seconds" or "months" or "weeks" && Lengths.Contains(word, StringComparer.Ordinal) || unit is "at" or "on" && word is "date" or "day" or "time" or "moment")
        || column is { IsNumber: true } && (Naming.Words(terms.Name)[^1] == word || word.EndsWith("ed", StringComparison.Ordinal) && IsDeed(terms, word));

    /// <summary>A word for what was done to the row when it came to be, and no state of it.</summary>
    public static bool IsDeed(EntityTerms terms, string word) =>
        (Moments.DoneAt(terms, word) ?? Moments.DoneBy(terms, word)) is not null && !terms.Columns.Any(column => column.Type.Values.Any(value => Naming.Words(value) is [var only] && Stems.Same(only, word)));
}
