using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain.Merging;
using Schemawright.Facts;
using Schemawright.Terms;

namespace Schemawright.Domain.Demands;

/// <summary>Finds the rows, attributes and references that the figures of a report mean; what is not found is asked, never made up.</summary>
internal sealed class ResolveReports(DomainDraft domain, EntityWords words, AttributeWords attributes)
{
    private const string Topic = "report";

    private readonly ReportedThings _things = new(domain, words);
    private readonly ReportGroups _groups = new(domain, words, attributes);
    private readonly ReportTimes _times = new(domain);

    public Seq<Report> Run() => domain.Facts.Reports.Select(Of).OfType<Report>().DistinctBy(report => (report.Figures, report.Span)).ToSeq();

    private Report? Of(ReportFact fact)
    {
        var figures = new List<ReportFigure>();
        foreach (var told in fact.Figures)
        {
            if (Measured(told, fact) is not { } measured)
            {
                return null;
            }

            var groups = fact.Groups.Select(group => _groups.Find(measured.Entity, group)).ToList();
            var unknown = groups.FindIndex(group => group is null);
            if (unknown >= 0)
            {
                Ask(fact, $"For each of what is \"{fact.Groups[unknown]}\" of {measured.Entity.Name} in \"{fact.Words.Trim()}\" told?", []);
                return null;
            }

            var paths = groups.OfType<ReportGroup>().Where(group => !group.IsTenant).Select(group => group.Path).ToSeq();
            figures.Add(new(measured.Measure, measured.Entity.Name, measured.Attribute, measured.Where, paths, fact.Span is null ? null : _times.Of(measured.Entity, told.What, Origin.At(fact.Source))));
        }

        return new(figures.ToSeq(), fact.Span, fact.Top, fact.Every, fact.Live, fact.Words, Origin.At(fact.Source));
    }

    private sealed record Meant(ReportMeasure Measure, EntityDraft Entity, string? Attribute, Expr? Where);

    private Meant? Measured(ReportedFigure told, ReportFact fact)
    {
        var counted = told.Measure is FigureMeasure.Count or FigureMeasure.Unsaid ? _things.Rows(told.What) : null;
        if (counted is { Left.Count: 0 })
        {
            return new(ReportMeasure.Count, counted.Entity, null, counted.Where);
        }

        var measure = told.Measure == FigureMeasure.Average ? ReportMeasure.Average : ReportMeasure.Total;
        if (told.Measure != FigureMeasure.Count && _things.Amount(told.What) is { } amount)
        {
            return new(measure, amount.Entity, amount.Attribute, amount.Where);
        }

        return counted is not null ? AskAboutRows(told, fact, counted) : told.Measure == FigureMeasure.Count ? null : AskAboutAmount(told, fact, measure);
    }

    private Meant? AskAboutRows(ReportedFigure told, ReportFact fact, CountedRows counted)
    {
        Ask(fact, $"Which {counted.Entity.Key.Replace('_', ' ')} does \"{told.What}\" mean: what says that one is \"{string.Join(' ', counted.Left)}\"?", []);
        return null;
    }

    /// <summary>"Revenue" is no attribute: of the amounts in reach the author chooses, and until then nothing is kept.</summary>
    private Meant? AskAboutAmount(ReportedFigure told, ReportFact fact, ReportMeasure measure)
    {
        var amounts = _things.Amounts().Where(amount => fact.Groups.All(group => _groups.Find(amount.Entity, group) is not null)).Take(8).ToList();
        if (amounts.Count == 0 || (fact.Groups.Count == 0 && fact.Span is null))
        {
            return null;
        }

        Side[] sides = [new("none of them yet", [fact.Source]), .. amounts.Select(amount => new Side($"{amount.Entity.Name}.{amount.Attribute}", []))];
        domain.Findings.Missing(Topic, told.What, $"Which amount is \"{told.What}\" made of?", sides, "No figure is kept for it.", impact: 2, uncertainty: 3, affects: [told.What]);
        var chosen = domain.Findings.Chosen(Topic, told.What, sides);
        return chosen == 0 ? null : new(measure, amounts[chosen - 1].Entity, amounts[chosen - 1].Attribute, null);
    }

    private void Ask(ReportFact fact, string question, IEnumerable<Side> sides) =>
        domain.Findings.Missing(Topic, fact.Words, question, [new("no figure is kept for it", [fact.Source]), .. sides], "The report is not prepared; it can be computed from the tables.", impact: 1, uncertainty: 3, affects: [Topic]);
}
