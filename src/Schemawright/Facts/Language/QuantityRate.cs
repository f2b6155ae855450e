using Schemawright.Terms;

namespace Schemawright.Facts.Language;

/// <summary>Reads what follows a figure: "/day", "per customer", "a year", "each order", "annually".</summary>
internal static class QuantityRate
{
    private static readonly (string Word, PeriodUnit Unit)[] Adverbs =
    [
        ("hourly", PeriodUnit.Hour), ("daily", PeriodUnit.Day), ("weekly", PeriodUnit.Week), ("monthly", PeriodUnit.Month),
        ("annually", PeriodUnit.Year), ("annual", PeriodUnit.Year), ("yearly", PeriodUnit.Year),
    ];

    public static (PeriodUnit? Period, string? Noun, int End) After(string text, int end)
    {
        var at = end;
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        var word = at < text.Length && text[at] == '/' ? "/" : Word(text, at);
        var start = word switch { "/" => at + 1, "per" or "each" or "a" or "an" => at + word.Length + 1, _ => -1 };
        if (start < 0 || start >= text.Length)
        {
            var adverb = Array.Find(Adverbs, known => known.Word == word);
            return adverb.Word is null ? (null, null, end) : (adverb.Unit, null, at + word.Length);
        }

        var noun = Word(text, start);
        if (Units.Time(noun) is { } unit && noun.Length > 0)
        {
            return (unit, null, start + noun.Length);
        }

        return noun.Length < 2 || word is "a" or "an" ? (null, null, end) : (null, noun, start + noun.Length);
    }

    private static string Word(string text, int at)
    {
        var stop = at;
        while (stop < text.Length && (char.IsLetterOrDigit(text[stop]) || text[stop] == '_'))
        {
            stop++;
        }

        return text[at..stop];
    }
}
