using System.Globalization;
using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain.Merging;
using Schemawright.Domain.Structure;
using Schemawright.Facts;
using Schemawright.Facts.Language;

namespace Schemawright.Domain.Demands;

/// <summary>Words the questions that spreads raise, and follows their answers.</summary>
internal sealed class SkewQuestions(Findings findings)
{
    private const string Topic = "spread";

    /// <summary>The share of the rows; null, and a question, where no figure says it.</summary>
    public Skew? Percent(SpreadFact fact, Skew skew)
    {
        var subject = $"{Key(skew)}/share";
        var what = $"the {(skew.Kind == SkewKind.Reads ? "reads" : "rows")}{(skew.Entity is null ? "" : $" of {skew.Entity}")} {Of(skew)}";
        return Figure(fact.Share, subject, $"How many per cent are {what}?", fact, skew, "Rows are taken to be spread evenly.", 100) is { } percent ? skew with { Percent = percent } : null;
    }

    /// <summary>How many they are that hold so much; one where no figure says it.</summary>
    public Skew Few(SpreadFact fact, Skew skew)
    {
        var few = fact.Share.Low is null ? new(1, 1, Counted: true) : fact.Few!;
        return skew with
        {
            Counted = few.Counted || few.Low is null,
            Few = Figure(few, $"{Key(skew)}/holders", $"How many of {skew.Holder} hold the greater part of {skew.Entity ?? "all rows"}?", fact, skew, "One is taken to hold it.", decimal.MaxValue) ?? 1,
        };
    }

    /// <summary>Of several references to the holder the first is taken.</summary>
    public Skew Reference(SpreadFact fact, Skew skew, List<LinkDraft> ways)
    {
        Side[] sides = [.. ways.Select(way => new Side(way.Path, way.Sources.ToSeq()))];
        if (ways.Count > 1)
        {
            findings.Assumption(Topic, $"{Key(skew)}/reference", $"Which reference does \"{fact.Words.Trim()}\" speak of: {string.Join(" or ", ways.Select(way => way.Path))}?", sides, $"{ways[0].Path} is taken.", impact: 1, uncertainty: 2, affects: [ways[0].Child.Name]);
        }

        var way = ways[ways.Count > 1 ? findings.Chosen(Topic, $"{Key(skew)}/reference", sides) : 0];
        return skew with { Entity = way.Child.Name, Role = way.Role };
    }

    /// <summary>It stands among the figures to plan for, and names nothing that the model holds.</summary>
    public void WhatIsSpread(SpreadFact fact) => findings.Unclear(
        Topic, $"{Naming.Snake(fact.Rows)}/{Naming.Snake(fact.Among)}", $"Which rows does \"{fact.Words.Trim()}\" speak of, and what do they have in common?",
        [new("no rows of the database", [fact.Source])], "It changes nothing: rows are taken to be spread evenly.", impact: 1, uncertainty: 3, affects: [fact.Rows.Length == 0 ? "*" : fact.Rows]);

    /// <summary>One figure of those said of the same; the greatest where they differ.</summary>
    public Skew Settled(List<Skew> same)
    {
        var different = same.DistinctBy(skew => skew.Percent).OrderByDescending(skew => skew.Percent).ToList();
        var origin = same.Select(skew => skew.Origin).Aggregate((one, other) => one.And(other));
        if (different.Count == 1)
        {
            return same[0] with { Origin = origin };
        }

        Side[] sides = [.. different.Select(skew => new Side($"{Number(skew.Percent)} %", skew.Origin.Sources))];
        findings.Contradiction(Topic, $"{Key(same[0])}/figures", $"How many per cent are the rows of {same[0].Entity ?? "the product"} {Of(same[0])}: {string.Join(" or ", sides.Select(side => side.Words))}?", sides, $"{Number(different[0].Percent)} % is planned for.", affects: [same[0].Entity ?? "*"]);
        return different[findings.Chosen(Topic, $"{Key(same[0])}/figures", sides)] with { Origin = origin };
    }

    /// <summary>The shares of one attribute's values are more than all rows.</summary>
    public IEnumerable<Skew> TooMany(List<Skew> same, decimal sum)
    {
        findings.Contradiction(
            Topic, $"{same[0].Entity}.{same[0].Attribute}/sum", $"The shares of {same[0].Entity}.{same[0].Attribute} are {Number(sum)} % together: which of them holds?",
            same.Select(skew => new Side($"{skew.Value}: {Number(skew.Percent)} %", skew.Origin.Sources)), "They are kept in their proportion.", affects: [$"{same[0].Entity}.{same[0].Attribute}"]);
        return same.Select(skew => skew with { Percent = Math.Round(skew.Percent * 100 / sum, 1) });
    }

    private decimal? Figure(SpreadShare said, string subject, string question, SpreadFact fact, Skew skew, string otherwise, decimal most)
    {
        if (said.Low is { } low && low == said.High)
        {
            return Math.Min(low, most);
        }

        Side[] sides = said is { Low: { } least, High: { } greatest }
            ? [new($"{Number(greatest)} %", [fact.Source]), new($"{Number(least)} %", [fact.Source])]
            : [new("as many as of any other", [fact.Source]), new("the figure that the answer states", [])];
        findings.Assumption(Topic, subject, question, sides, said.High is { } high ? $"The greater figure, {Number(high)} %, is planned for." : otherwise, impact: 1, uncertainty: 2, affects: [skew.Entity ?? "*"]);
        return findings.Read(Topic, subject, sides, words => Quantities.First(words) is { Low: > 0 } figure && figure.Low <= most ? figure.Low : (decimal?)null)
            ?? (said.Low is null ? null : findings.Chosen(Topic, subject, sides) == 1 ? said.Low : said.High);
    }

    private static string Key(Skew skew) => string.Join('/', new[] { skew.Entity ?? "*", skew.Kind.ToString(), skew.Role ?? skew.Holder, skew.Attribute, skew.Value, skew.Within?.ToString() }.OfType<string>());

    private static string Of(Skew skew) => skew.Kind switch
    {
        SkewKind.Holder => $"that lie with few of {skew.Holder}",
        SkewKind.Value => $"whose {Words.Plain(skew.Attribute!)} is {skew.Value}",
        _ => $"of the last {skew.Within}",
    };

    private static string Number(decimal figure) => figure.ToString("0.#", CultureInfo.InvariantCulture);
}
