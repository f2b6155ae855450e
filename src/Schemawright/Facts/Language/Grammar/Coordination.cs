namespace Schemawright.Facts.Language.Grammar;

/// <summary>Gives the items of a list what they share: "first and last name", "name and address of customers".</summary>
internal static class Coordination
{
    /// <summary>Words that stand before a noun and name nothing alone.</summary>
    private static readonly HashSet<string> Qualifiers = new(StringComparer.Ordinal)
    {
        "first", "last", "middle", "start", "end", "begin", "home", "work", "mobile", "billing", "shipping", "delivery", "mailing", "departure", "arrival", "opening", "closing", "minimum", "maximum", "min", "max",
        "planned", "actual", "expected", "scheduled", "estimated", "current", "previous", "next", "initial", "final", "gross", "net", "upper", "lower", "high", "low", "given", "family", "legal", "postal", "birth", "death",
        "check-in", "check-out", "purchase", "sales", "sale", "credit", "debit", "source", "target", "starting", "ending", "short", "full", "long", "low", "new", "old", "regular", "issue", "expiry", "due", "return",
        "valid", "earliest", "latest", "internal", "external", "private", "public", "economy", "business", "national", "international", "domestic", "summer", "winter", "morning", "evening", "daily", "weekly", "monthly", "annual",
    };

    /// <summary>Those that are no noun even behind an article: "a minimum and a maximum number of seats".</summary>
    private static readonly HashSet<string> Adjectives = new(StringComparer.Ordinal)
    {
        "first", "last", "middle", "minimum", "maximum", "min", "max", "planned", "actual", "expected", "scheduled", "estimated", "current", "previous", "initial", "final", "gross", "net", "upper", "lower", "earliest", "latest", "internal", "external", "short", "full", "opening", "closing",
    };

    public static List<NounPhrase> Share(List<NounPhrase> items, List<Token> tokens)
    {
        for (var index = items.Count - 2; index >= 0; index--)
        {
            var joined = Enumerable.Range(items[index].End, Math.Max(0, items[index + 1].First - items[index].End)).Any(at => !tokens[at].IsMark(','));
            items[index] = Shared(items[index], items[index + 1], joined);
        }

        return items;
    }

    /// <param name="joined">More than a comma stands between: "start, end, reason code" shares nothing, "start and end date" and "first, middle and last name" do.</param>
    private static NounPhrase Shared(NounPhrase item, NounPhrase next, bool joined)
    {
        var shared = item;
        if ((joined || (next.Name.IndexOf(' ', StringComparison.Ordinal) is var cut and > 0 && Qualifiers.Contains(next.Name[..cut].ToLowerInvariant()))) && Qualifiers.Contains(item.Name.ToLowerInvariant()) && Head(next.Name) is { Length: > 0 } head && item.Remark is null && item.Of is null && next.Owner is null && (next.Determiner is Determiner.None || (next.Determiner == item.Determiner && next.Determiner is Determiner.Indefinite or Determiner.Definite && Adjectives.Contains(item.Name.ToLowerInvariant()))))
        {
            shared = shared with { Name = $"{item.Name} {head}", Plural = next.Plural, Of = next.Of, Tail = next.Tail };
        }

        // "the name, address and phone of each customer": the of-phrase of the last item belongs to all.
        return shared.Of is null && shared.Owner is null && !item.Name.Contains(" of ", StringComparison.Ordinal) && next.Of is { } of && SharesOf(item, next) ? shared with { Of = of } : shared;
    }

    /// <summary>What the qualifier stands before: all that follows a qualifier ("maximum number of seats"), else the last word ("surname").</summary>
    private static string Head(string name) =>
        name.IndexOf(' ', StringComparison.Ordinal) is var first and > 0 && Qualifiers.Contains(name[..first].ToLowerInvariant()) ? name[(first + 1)..] : name.LastIndexOf(' ') is var last and > 0 && !name.Contains(" of ", StringComparison.Ordinal) ? name[(last + 1)..] : "";

    private static bool SharesOf(NounPhrase item, NounPhrase next) => next.Of is { IsPronoun: false } of && item.Tail is null && (next.Determiner is Determiner.None || (next.Determiner == item.Determiner && next.Determiner is Determiner.Definite)) && (of.Determiner is Determiner.Each or Determiner.All or Determiner.Indefinite || of.Plural || (of.Determiner is Determiner.Definite && ((item.Determiner is Determiner.Definite && next.Determiner is Determiner.None) || Last(item.Name) == Last(next.Name))));

    private static string Last(string name) => name[(name.LastIndexOf(' ') + 1)..].ToLowerInvariant();
}
