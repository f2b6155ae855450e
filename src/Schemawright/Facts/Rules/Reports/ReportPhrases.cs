using System.Globalization;
using Schemawright.Collections;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Facts.Rules.Reports;

/// <summary>Figures with what they are told for: "the number of open claims and the total paid per branch and month".</summary>
internal sealed record ReportPhrase(Seq<ReportedFigure> Figures, Seq<string> Groups, PeriodUnit? Span, int? Top);

/// <summary>Takes the figures of a sentence apart: a measure, what it is taken of, and for each of what.</summary>
internal static class ReportPhrases
{
    private const int LongestWords = 50;

    private static readonly (string Words, FigureMeasure Measure)[] Openers =
    [
        ("total number of", FigureMeasure.Count), ("number of", FigureMeasure.Count), ("count of", FigureMeasure.Count), ("how many", FigureMeasure.Count),
        ("total of", FigureMeasure.Total), ("sum of", FigureMeasure.Total), ("total", FigureMeasure.Total), ("average", FigureMeasure.Average), ("mean", FigureMeasure.Average),
    ];

    private static readonly (string Words, PeriodUnit Unit)[] Spans =
    [
        ("daily", PeriodUnit.Day), ("weekly", PeriodUnit.Week), ("monthly", PeriodUnit.Month), ("quarterly", PeriodUnit.Quarter), ("yearly", PeriodUnit.Year), ("annual", PeriodUnit.Year),
    ];

    private static readonly string[] Shows = ["shows", "show", "showing", "lists", "listing", "displays", "displaying", "contains", "with", "report of", "report on", "overview of", "statistics on"];
    private static readonly string[] ForEach = [" per ", " for each ", " for every ", " of each ", " in each ", " at each ", " by each ", " grouped by ", " broken down by ", " by "];
    private static readonly string[] Ends = [". ", ";", " (", " so that ", " so ", " which ", " that ", " refreshed", " updated", " recalculated", " calculated", " generated", " in real", ", always", ", live", ", up to", ", up-to", ", sorted", " to see", " when ", " before ", " because "];
    private static readonly string[] Windows = [" in the last ", " over the last ", " of the last ", " for the last ", " in the past ", " over the past ", " within the last ", " during the last "];
    private static readonly string[] Papers = ["report", "reports", "overview", "statistics", "summary", "dashboard", "figures", "chart"];

    public static IEnumerable<ReportPhrase> Read(string text)
    {
        var (figures, groups, span, top) = (new List<ReportedFigure>(), new List<string>(), (PeriodUnit?)null, (int?)null);
        foreach (var part in Parts(text))
        {
            var figure = Figure(part);
            if (figure is null)
            {
                // What follows a group without a measure of its own is one more group.
                if (groups.Count == 0 && span is null)
                {
                    continue;
                }

                Group(part, groups, ref span);
                continue;
            }

            if (groups.Count > 0 || span is not null)
            {
                yield return new(figures.ToSeq(), groups.ToSeq(), span, top);
                (figures, groups, span, top) = ([], [], null, null);
            }

            figures.Add(new(figure.Measure, figure.What));
            span ??= figure.Span;
            top ??= figure.Top;
            figure.Groups.ForEach(group => Group(group, groups, ref span));
        }

        if (figures.Count > 0 && figures.TrueForAll(figure => figure.Measure != FigureMeasure.Unsaid || groups.Count > 0))
        {
            yield return new(figures.ToSeq(), groups.ToSeq(), span, top);
        }
    }

    /// <summary>"Monthly revenue per branch" says without the word that it is a report.</summary>
    public static bool OpensWithSpan(string text) => Array.Exists(Spans, span => text.Opens(span.Words)) && text.Find("per") > 0 && text.Length <= 120 && !text.Any(char.IsAsciiDigit);

    /// <summary>"A daily report shows …" says how often it is made.</summary>
    public static PeriodUnit? Rhythm(string text) =>
        Spans.Where(span => text.After(span.Words) is > 0 and var after && Array.Exists(Papers, paper => text[after..].TrimStart().Opens(paper))).Select(span => (PeriodUnit?)span.Unit).FirstOrDefault();

    private sealed record FigurePart(FigureMeasure Measure, string What, List<string> Groups, PeriodUnit? Span, int? Top);

    /// <summary>From where the figures begin, cut at commas and "and".</summary>
    private static IEnumerable<string> Parts(string text)
    {
        var start = Start(text);
        return start < 0 ? [] : ItemLists.Split(Until(text[start..].TrimEnd('.', '!'), Ends)).Take(12);
    }

    private static int Start(string text)
    {
        var measure = Openers.Select(opener => text.Find(opener.Words)).Concat(Spans.Select(span => text.Find(span.Words))).Append(text.Find("top")).Where(at => at >= 0).DefaultIfEmpty(-1).Min();
        if (measure >= 0 && Rhythm(text[measure..]) is null)
        {
            return measure;
        }

        var shown = text.After(Shows);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return shown > 0 ? shown : colon > 0 ? colon + 1 : text.Find("per") > 0 && text.Length <= 80 ? 0 : -1;
    }

    private static FigurePart? Figure(string part)
    {
        var words = WithoutArticle(part);
        var top = Top(ref words);
        var span = Array.Find(Spans, known => words.Opens(known.Words));
        words = span.Words is null ? words : WithoutArticle(words[span.Words.Length..]);
        var opener = Array.Find(Openers, known => words.Opens(known.Words));
        if (opener.Words is null && span.Words is null && top is null && !words.Contains(" per ", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        words = opener.Words is null ? words : WithoutArticle(words[opener.Words.Length..]);
        var pieces = words.Split(ForEach, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var window = pieces.Length > 0 && pieces.Any(piece => Until($"{piece} ", Windows).Length < piece.Length);
        var what = pieces.Length == 0 ? "" : What(pieces[0]);
        return what.Length is < 2 or > LongestWords ? null
            : top is not null && pieces.Length > 1 && opener.Words is null ? new(MeasureOf(pieces[1]), What(WithoutMeasure(pieces[1])), [what, .. pieces[2..]], span.Words is null ? null : span.Unit, top)
            : new(opener.Words is null ? FigureMeasure.Unsaid : opener.Measure, what, [.. pieces[1..].Select(piece => Until($"{piece} ", Windows).Trim())], span.Words is not null ? span.Unit : window ? PeriodUnit.Day : null, top);
    }

    /// <summary>"top 10 members by number of loans" lists members, and the figure stands behind.</summary>
    private static int? Top(ref string words)
    {
        if (!words.Opens("top") || words.Split(' ', 3) is not [_, var count, var rest] || !int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        words = rest;
        return number;
    }

    private static FigureMeasure MeasureOf(string words) => Array.Find(Openers, known => WithoutArticle(words).Opens(known.Words)) is { Words: not null } opener ? opener.Measure : FigureMeasure.Unsaid;

    private static string WithoutMeasure(string words)
    {
        var plain = WithoutArticle(words);
        return Array.Find(Openers, known => plain.Opens(known.Words)) is { Words: { } opener } ? WithoutArticle(plain[opener.Length..]) : plain;
    }

    private static string What(string words)
    {
        var what = Until($"{words} ", [.. Windows, " are ", " is ", " were ", " was ", " have ", " has ", " had "]).Trim();
        return Array.Find(Papers, paper => what.EndsWith(" " + paper, StringComparison.OrdinalIgnoreCase)) is { } named ? what[..^(named.Length + 1)] : what;
    }

    private static void Group(string words, List<string> groups, ref PeriodUnit? span)
    {
        var plain = WithoutArticle(words.Trim().TrimEnd('.'));
        foreach (var opener in ForEach)
        {
            plain = plain.Opens(opener.Trim()) ? WithoutArticle(plain[opener.Trim().Length..]) : plain;
        }

        if (Enum.TryParse<PeriodUnit>(Nouns.Singular(plain.Split(' ')[^1].ToLowerInvariant()), true, out var unit) && unit is PeriodUnit.Day or PeriodUnit.Week or PeriodUnit.Month or PeriodUnit.Quarter or PeriodUnit.Year && plain.Split(' ').Length <= 2)
        {
            span = unit;
        }
        else if (plain.Length is > 1 and <= LongestWords && plain.Count(character => character == ' ') <= 2)
        {
            groups.Add(plain);
        }
    }

    private static string WithoutArticle(string words)
    {
        var plain = words.Trim();
        foreach (var article in (ReadOnlySpan<string>)["and", "the", "all", "a", "an", "their", "its"])
        {
            plain = plain.Opens(article) && plain.Length > article.Length ? plain[article.Length..].Trim() : plain;
        }

        return plain;
    }

    private static string Until(string text, string[] stops)
    {
        var end = text.Length;
        foreach (var stop in stops)
        {
            end = text.Seek(stop) is >= 0 and var at && at < end ? at : end;
        }

        return text[..end];
    }
}
