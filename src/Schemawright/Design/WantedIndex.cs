using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>An index somebody needs, before it is known whether another one serves as well.</summary>
/// <param name="Label">The words of its name; empty: its columns.</param>
/// <param name="Reason">Why, one sentence.</param>
internal sealed record WantedIndex(IndexMethod Method, Seq<IndexColumn> Columns, Expr? Where, Seq<string> Label, string Purpose, string Reason, Origin Origin)
{
    /// <summary>So many of the first columns are compared with =; the rest is a range or an order.</summary>
    public int Equal { get; init; } = int.MaxValue;

    /// <summary>What a list shows besides, carried along so that it is read from the index alone.</summary>
    public Seq<string> Shown { get; init; } = [];

    public static Seq<IndexColumn> Plain(IEnumerable<string> columns) => columns.Distinct(StringComparer.Ordinal).Select(column => new IndexColumn(column)).ToSeq();
}
