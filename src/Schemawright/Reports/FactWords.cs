using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Facts;
using Schemawright.Rendering;
using Schemawright.Terms;

namespace Schemawright.Reports;

/// <summary>A fact in words, with its place.</summary>
/// <param name="Kind">Of what sort it is: entity, attribute, rule, access, ….</param>
public sealed record WordedFact(string Kind, string Words, SourceSpan Place);

/// <summary>What the readers took from the documents, a plain sentence a fact.</summary>
public static class FactWords
{
    /// <summary>All facts, in the order of kinds and then of reading.</summary>
    public static IEnumerable<WordedFact> Of(FactBase facts) =>
    [
        .. facts.Entities.Select(fact => new WordedFact("entity", StructureFactWords.Of(fact), fact.Source)),
        .. facts.Attributes.Select(fact => new WordedFact("attribute", StructureFactWords.Of(fact), fact.Source)),
        .. facts.Keys.Select(fact => new WordedFact("key", StructureFactWords.Of(fact), fact.Source)),
        .. facts.Relationships.Select(fact => new WordedFact("relationship", StructureFactWords.Of(fact), fact.Source)),
        .. facts.StateMachines.SelectMany(fact => StructureFactWords.Of(fact).Select(words => new WordedFact("states", words, fact.Source))),
        .. facts.Rules.Select(fact => new WordedFact("rule", Of(fact), fact.Source)),
        .. facts.Roles.Select(fact => new WordedFact("role", Of(fact), fact.Source)),
        .. facts.Access.Select(fact => new WordedFact("access", Of(fact), fact.Source)),
        .. facts.Retention.Select(fact => new WordedFact("retention", Of(fact), fact.Source)),
        .. facts.Scale.Select(fact => new WordedFact("scale", Of(fact), fact.Source)),
        .. facts.Spreads.Select(fact => new WordedFact("scale", SpreadFactWords.Of(fact), fact.Source)),
        .. facts.Zones.Select(fact => new WordedFact("time zone", $"Days are counted in {fact.Zone}", fact.Source)),
        .. facts.Technologies.Select(fact => new WordedFact("technology", Of(fact), fact.Source)),
        .. facts.Queries.Select(fact => new WordedFact("query", Of(fact), fact.Source)),
        .. facts.Reports.Select(fact => new WordedFact("report", Of(fact), fact.Source)),
        .. facts.Holds.Select(fact => new WordedFact("hold", "rows under legal hold stay", fact.Source)),
        .. facts.Uploads.Select(fact => new WordedFact("upload", $"files are uploaded for {fact.Owner}: {fact.What}", fact.Source)),
        .. facts.Recovery.Select(fact => new WordedFact("recovery", $"{Spaced(fact.Measure)}: {fact.Period?.ToString() ?? fact.Text}", fact.Source)),
        .. facts.Privacy.Select(fact => new WordedFact("privacy", Of(fact), fact.Source)),
        .. facts.Audit.Select(fact => new WordedFact("audit", $"changes of {fact.Subject} are recorded{Said(": ", fact.Detail)}", fact.Source)),
        .. facts.Tenancy.Select(fact => new WordedFact("tenancy", $"{Spaced(fact.Kind)}{Said(": ", fact.Entity)}", fact.Source)),
    ];

    private static string Of(RuleFact fact)
    {
        var path = fact.Label is null ? fact.Keys : [.. fact.Keys, fact.Label];
        return $"a rule{Said(" ", fact.Code)}{Said(" about ", fact.Subject)}: {(path.Count > 0 ? $"{string.Join(", ", path)}: " : "")}{fact.Text}";
    }

    private static string Of(RoleFact fact) =>
        $"{fact.Name} is a role{Said(": ", fact.Description)}{(fact.Includes.Count > 0 ? $"; it stands above {English.List(fact.Includes)}" : "")}";

    private static string Of(AccessFact fact)
    {
        var scope = fact.Scope switch
        {
            AccessScope.Own => " of its own",
            AccessScope.Assigned => " assigned to it",
            AccessScope.Draft => " that are drafts",
            AccessScope.All => ", all of them",
            _ => "",
        };
        return $"{fact.Role} {(fact.Allowed ? "may" : "may not")} {(fact.Verb == AccessVerb.Other ? "otherwise use" : fact.Verb.ToString().ToLowerInvariant())} {fact.Resource}{scope}";
    }

    private static string Of(RetentionFact fact) =>
        $"{fact.Subject} {(fact.Kind == RetentionKind.Minimum ? "must be kept for at least" : "must be gone after")} {fact.Period}{Said(" from ", fact.From)}{Said("; then ", fact.Disposal)}";

    private static string Of(ScaleFact fact)
    {
        var amount = fact.High is null ? $"{English.Figure(fact.Low)} or more" : fact.High == fact.Low ? English.Figure(fact.Low) : $"{English.Figure(fact.Low)} to {English.Figure(fact.High.Value)}";
        return $"{Spaced(fact.Measure)}{Said(" of ", fact.Subject)}: {amount}{(fact.Per is null ? "" : $" in {fact.Per}")}{Said(" per ", fact.PerWhat)}"
            + $"{(fact.HorizonMonths is null ? "" : fact.HorizonMonths == 0 ? " now" : $" in month {fact.HorizonMonths}")}{(fact.Percentile is null ? "" : $" for {fact.Percentile} of 100")}";
    }

    private static string Of(TechnologyFact fact) => $"{fact.Product}{Said(" ", fact.Version)} is the {Spaced(fact.Category)}{Said(" for ", fact.Purpose)}";

    private static string Of(QueryFact fact) =>
        $"{fact.Entity ?? "something"} is read: {Spaced(fact.Kind)}{(fact.Attributes.Count > 0 ? $" by {English.List(fact.Attributes)}" : "")}{(fact.Descending ? ", latest first" : "")}{Said(", where ", fact.Where)}";

    private static string Of(ReportFact fact) =>
        $"a report shows {English.List(fact.Figures.Select(figure => $"{(figure.Measure == FigureMeasure.Unsaid ? "" : Spaced(figure.Measure) + " of ")}{figure.What}").ToSeq())}"
        + $"{(fact.Groups.Count > 0 ? $" per {English.List(fact.Groups)}" : "")}{(fact.Span is { } span ? $" for each {Spaced(span)}" : "")}{(fact.Every is { } every ? $", made anew every {every}" : "")}";

    private static string Of(PrivacyFact fact) => $"{Spaced(fact.Measure)}: {fact.Subject}{(fact.Detail is null ? "" : $" ({fact.Detail})")}";

    private static string Said(string before, string? words) => string.IsNullOrEmpty(words) ? "" : before + words;

    /// <summary>The words of a name in code: <c>RowsPerPeriod</c> is "rows per period".</summary>
    private static string Spaced<T>(T name)
        where T : struct, Enum =>
        string.Concat(name.ToString().Select((character, index) => index > 0 && char.IsUpper(character) ? $" {char.ToLowerInvariant(character)}" : $"{char.ToLowerInvariant(character)}"));
}
