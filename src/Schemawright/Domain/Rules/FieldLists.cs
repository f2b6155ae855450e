namespace Schemawright.Domain.Rules;

/// <summary>Reads lists of attributes, "name, phone and email", and what they share: "start and end dates".</summary>
internal static class FieldLists
{
    /// <summary>All attributes between two places; empty when a word between them is none.</summary>
    public static IReadOnlyList<Operand> Read(Speech speech, IReadOnlyList<Token> words, int from, int to)
    {
        var found = new List<Operand>();
        for (var at = from; at < to;)
        {
            if (words[at].IsAny(",", "and", "&", "must", "shall", "both", "the", "a", "an", "clear", "valid"))
            {
                at++;
                continue;
            }

            if (speech.At(words, at)?.AtHome is { } operand && operand.End <= to && !Shared(words, at, to))
            {
                found.Add(operand);
                at = operand.End;
            }
            else if (Distributed(speech, words, at, to) is { } shared)
            {
                found.Add(shared);
                at++;
            }
            else if (Told(speech, words, at, to) is var (told, end))
            {
                found.Add(told);
                at = end;
            }
            else
            {
                return [];
            }
        }

        return found;
    }

    /// <summary>"the time of review", "the person who packed it": up to the next comma or "and".</summary>
    private static (Operand Field, int End)? Told(Speech speech, IReadOnlyList<Token> words, int at, int to)
    {
        var end = at;
        while (end < to && !words[end].IsAny(",", "and", "&"))
        {
            end++;
        }

        return end - at > 1 && speech.Subject is { } rows && Clauses.FieldPhrase.Read(speech.Vocabulary, rows, [.. words.Skip(at).Take(end - at)], []) is { IsOwn: true } field ? (field, end) : null;
    }

    /// <summary>"start" of "start and end dates" is the start date.</summary>
    private static Operand? Distributed(Speech speech, IReadOnlyList<Token> words, int at, int to) =>
        Shared(words, at, to) ? speech.At([words[at], words[to - 1]], 0)?.AtHome : null;

    private static bool Shared(IReadOnlyList<Token> words, int at, int to) => at + 2 < to && words[at + 1].IsAny("and", ",", "&") && to - at <= 6 && words[to - 1].Lower.EndsWith('s');
}
