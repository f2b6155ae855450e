using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;

namespace Schemawright.Coverage;

/// <summary>One line of the ledger: a statement of the input, its class, its fate and what it caused.</summary>
/// <param name="Class">The class's name: fact, rule, scale, ….</param>
/// <param name="Caused">The elements that lead back to it: <c>table orders</c>, <c>check orders_total_not_negative</c>, <c>question Q-12AB34</c>.</param>
public sealed record LedgerEntry(SourceSpan Source, string Words, string Class, Fate Fate, string Reason, Seq<string> Caused);

/// <summary>Every statement of the input, once, in document order.</summary>
public sealed record CoverageLedger(Seq<LedgerEntry> Entries)
{
    /// <summary>How many statements of each class met each fate, per document, in ordinal order.</summary>
    public Seq<LedgerTotal> Totals() => Entries
        .GroupBy(entry => (entry.Source.Document, entry.Class, entry.Fate))
        .Select(group => new LedgerTotal(group.Key.Document, group.Key.Class, group.Key.Fate, group.Count()))
        .OrderBy(total => total.Document, StringComparer.Ordinal)
        .ThenBy(total => total.Class, StringComparer.Ordinal)
        .ThenBy(total => total.Fate)
        .ToSeq();

    public int Count(Fate fate) => Entries.Count(entry => entry.Fate == fate);
}

/// <summary>So many statements of one document and class met one fate.</summary>
public sealed record LedgerTotal(string Document, string Class, Fate Fate, int Count);
