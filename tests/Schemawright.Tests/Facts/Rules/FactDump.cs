using System.Globalization;
using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Facts;
using Schemawright.Reports;

namespace Schemawright.Tests.Facts.Rules;

/// <summary>Writes facts as short lines, so that a case shows what was read at a glance.</summary>
internal static class FactDump
{
    public static IEnumerable<string> Of(FactBase facts, string wanted) => wanted switch
    {
        "rules" => facts.Rules.Select(rule => $"{At(rule.Source)} {rule.Code ?? "-"} {Path(rule.Keys)}{Label(rule.Label)}{rule.Text} <{rule.Subject}>"),
        "access" => facts.Roles.Select(role => $"{At(role.Source)} role {role.Name}{(role.Includes.Count > 0 ? $" with {string.Join(", ", role.Includes)}" : "")}{(role.TakesOver ? " taken over" : "")}")
            .Concat(facts.Access.Select(access => $"{At(access.Source)} {access.Role} {(access.Exclusive ? "alone may" : access.Allowed ? "may" : "may not")} {access.Verb} {access.Scope} {access.Resource}")),
        "retention" => facts.Retention.Select(kept => $"{At(kept.Source)} {kept.Kind} {kept.Subject} {kept.Period}{(kept.From is null ? "" : $" from {kept.From}")}{(kept.Disposal is null ? "" : $" then {kept.Disposal}")}"),
        "scale" => facts.Scale.Select(Scale),
        "spread" => facts.Spreads.Select(spread => $"{At(spread.Source)} {SpreadFactWords.Of(spread)}{(spread.Planned ? "" : ", said in passing")}"),
        "zones" => facts.Zones.Select(zone => $"{At(zone.Source)} {zone.Zone}"),
        "technology" => facts.Technologies.Select(used => $"{At(used.Source)} {used.Category} {used.Product}{(used.Version is null ? "" : $" {used.Version}")}{(used.Purpose is null ? "" : $" for {used.Purpose}")}"),
        "queries" => facts.Queries.Select(query => $"{At(query.Source)} {query.Kind} {query.Entity} [{string.Join(", ", query.Attributes)}]"),
        "reports" => facts.Reports.Select(report => $"{At(report.Source)} {string.Join(", ", report.Figures.Select(figure => $"{figure.Measure} {figure.What}"))} by [{string.Join(", ", report.Groups)}]{(report.Span is { } span ? $" each {span}" : "")}{(report.Top is { } top ? $" top {Number(top)}" : "")}{(report.Every is { } every ? $" every {every}" : "")}{(report.Live ? " live" : "")}"),
        "holds" => facts.Holds.Select(hold => At(hold.Source)),
        "uploads" => facts.Uploads.Select(upload => $"{At(upload.Source)} {upload.What} of {upload.Owner}"),
        "recovery" => facts.Recovery.Select(target => $"{At(target.Source)} {target.Measure} {target.Period}".TrimEnd()),
        "privacy" => facts.Privacy.Select(demand => $"{At(demand.Source)} {demand.Measure} {demand.Subject}{(demand.Detail is null ? "" : $" ({demand.Detail})")}")
            .Concat(facts.Audit.Select(demand => $"{At(demand.Source)} Audit {demand.Subject}")),
        "tenancy" => facts.Tenancy.Select(tenancy => $"{At(tenancy.Source)} {tenancy.Kind} {tenancy.Entity}".TrimEnd()),
        "classes" => facts.Statements.Select(statement => $"{At(statement.Statement.Span)} {statement.Class}: {statement.Reason}"),
        _ => throw new InvalidOperationException($"no facts are called {wanted}"),
    };

    private static string Scale(ScaleFact fact)
    {
        var high = fact.High is null ? "+" : fact.High == fact.Low ? "" : $"-{Number(fact.High.Value)}";
        return $"{At(fact.Source)} {fact.Measure} {fact.Subject} {Number(fact.Low)}{high}{(fact.Per is null ? "" : $" each {fact.Per}")}{(fact.PerWhat is null ? "" : $" per {fact.PerWhat}")}"
            + $"{(fact.HorizonMonths is null ? "" : $" at month {fact.HorizonMonths}")}{(fact.Percentile is null ? "" : $" p{fact.Percentile}")}";
    }

    private static string Number(decimal value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Path(Seq<string> keys) => keys.Count == 0 ? "" : $"[{string.Join(" > ", keys)}] ";

    private static string Label(string? label) => label is null ? "" : $"{label} = ";

    private static string At(SourceSpan span) => span.EndLine > span.Line ? $"{span.Line}-{span.EndLine}" : $"{span.Line}";
}
