using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>A report the documents ask for, as rows that can be read at once: one for each combination of its keys.</summary>
/// <param name="TenantColumn">Leads every row where tables belong to tenants; null without tenants.</param>
/// <param name="Sources">Each table's figures are added up over that table alone, so none is counted twice.</param>
/// <param name="Every">How often it is made anew; null: computed whenever it is read.</param>
public sealed record ReadModelDesign(
    string Name, string? TenantColumn, Seq<ReadModelKey> Keys, Seq<ReadModelSource> Sources, Period? Every, string Comment, Origin Origin)
{
    /// <summary>Only so many are wanted, the greatest of the first figure before the others.</summary>
    public int? Top { get; init; }

    /// <summary>Unique over its rows, tenant first.</summary>
    public string KeyName { get; init; } = "";

    public IEnumerable<ReadModelFigure> Figures => Sources.SelectMany(source => source.Figures);
}

/// <param name="Table">The table a key refers to; null for a value or a span of time.</param>
public sealed record ReadModelKey(string Name, string? Table);

/// <param name="Keys">Where each of the report's keys is found from a row of the table.</param>
public sealed record ReadModelSource(string Table, Seq<ReadModelPath> Keys, Seq<ReadModelFigure> Figures)
{
    /// <summary>Where a row finds the time zone in which its days begin; null: in the product's.</summary>
    public ReadModelPath? Zone { get; init; }
}

/// <summary>A walk up the references of a row: many rows lead to one, never one to many.</summary>
/// <param name="Links">Names of foreign keys, the row's own first; empty for a column of the row itself.</param>
/// <param name="Span">The column is a moment, and the key the day, month, … it falls into.</param>
public sealed record ReadModelPath(Seq<string> Links, string Column, PeriodUnit? Span);

/// <param name="Column">What is added up; null for a count.</param>
/// <param name="Where">Only rows for which this holds.</param>
public sealed record ReadModelFigure(string Name, ReportMeasure Measure, string? Column, Expr? Where, string Words);
