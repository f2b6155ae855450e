using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules.Scale;

/// <summary>Tells figures of each from figures of all: "an average order has 2.7 lines", "a hall holds about 30 chairs", "1 in 15 orders".</summary>
internal static class ScaleOwners
{
    private static readonly string[] Holding = [" has ", " have ", " contains ", " contain ", " consists of ", " holds ", " comprises ", " comes with ", " carries ", " gets ", " receives ", " makes ", " places ", " takes ", " writes ", " creates ", " sells ", " serves ", " books ", " keeps ", " needs ", " covers ", " names ", " lists ", " includes ", " runs ", " handles "];

    private static readonly string[] Each = ["on average each", "on average every", "on average an", "on average a", "an average", "the average", "a typical", "the typical", "each", "every", "an", "a", "one"];

    private static readonly string[] About = ["on average", "an average of", "about", "around", "roughly", "some", "up to", "at most", "typically", "usually", "between", "approximately", "nearly", "almost", "over", "~", "≈"];

    /// <summary>The noun of which each has the figure, as written; null when the sentence does not begin with one of them and what it holds.</summary>
    public static string? Of(string text, Quantity figure)
    {
        var before = text[..figure.Start].Replace(", ", " ", StringComparison.Ordinal);
        before = About.Aggregate(before.TrimEnd(), (words, about) => words.EndsWith(" " + about, StringComparison.OrdinalIgnoreCase) ? words[..^about.Length].TrimEnd() : words) + " ";
        if (Array.Find(Each, words => before.Opens(words)) is not { } opener || Array.Find(Holding, verb => before.EndsWith(verb, StringComparison.OrdinalIgnoreCase)) is not { } verb)
        {
            return null;
        }

        var noun = before[opener.Length..^verb.Length].Trim();
        return noun.Length > 2 && noun.Split(' ').Length <= 3 && !noun.Says("system", "platform", "product", "application", "database", "server", "that", "which", "with", "in", "of", "may", "can", "must", "could") ? noun : null;
    }

    /// <summary>An average of something else counts no rows: "the average size is 3 pages".</summary>
    public static bool IsAverage(string text, Quantity figure) =>
        figure is { Kind: QuantityKind.Number, PerNoun: null, PerPeriod: null } && text.Says("average", "averages", "typical", "typically", "median", "mean");

    /// <summary>"1 in 15 orders", "two out of 100 loans": a share, of which neither number counts rows.</summary>
    public static bool IsShare(string text, Quantity figure)
    {
        var before = text[..figure.Start].TrimEnd();
        var after = figure.End < text.Length ? text[figure.End..] : "";
        return (before.EndsWith(" in", StringComparison.OrdinalIgnoreCase) || before.EndsWith(" out of", StringComparison.OrdinalIgnoreCase) || before.EndsWith(" of", StringComparison.OrdinalIgnoreCase)) && EndsInNumber(before[..before.LastIndexOf(before.EndsWith(" out of", StringComparison.OrdinalIgnoreCase) ? " out of" : " ", StringComparison.OrdinalIgnoreCase)])
            || (after.StartsWith(" in ", StringComparison.OrdinalIgnoreCase) || after.StartsWith(" out of ", StringComparison.OrdinalIgnoreCase)) && after.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, .. var rest] && rest.SkipWhile(word => word is "of").FirstOrDefault() is [>= '0' and <= '9', ..] && rest.SkipWhile(word => word is "of").Skip(1).FirstOrDefault() is not ("years" or "months" or "days" or "weeks");
    }

    private static bool EndsInNumber(string words) => words.TrimEnd().Split(' ')[^1] is [>= '0' and <= '9', ..] or "one" or "two" or "three" or "One" or "Two" or "Three";
}
