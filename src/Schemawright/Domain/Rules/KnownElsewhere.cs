using Schemawright.Diagnostics;
using Schemawright.Facts;
using Schemawright.Facts.Language;

namespace Schemawright.Domain.Rules;

/// <summary>What other parts of the model took from a statement: of several sentences in a line, from just that one.</summary>
internal sealed class KnownElsewhere
{
    private readonly Dictionary<(string Document, int Line), List<Entry>> _entries = [];

    private readonly ILookup<SourceSpan, string> _notes;

    /// <param name="skews">The spreads that the model understood; of the others a rule may still be made.</param>
    public KnownElsewhere(FactBase facts, IEnumerable<Skew> skews)
    {
        foreach (var place in skews.SelectMany(skew => skew.Origin.Sources))
        {
            Add(place, new(place, "kept as a figure of how rows are spread", OnTheWay: false));
        }

        Add(facts.Holds, _ => "kept as a legal hold");
        Add(facts.Retention, fact => $"kept as a retention requirement: {fact.Subject}, {fact.Period}");
        Add(facts.Access, fact => $"kept as a permission of the role {fact.Role}");
        Add(facts.Privacy, fact => $"kept as a demand for privacy: {string.Join(' ', Naming.Words(fact.Measure.ToString()))} {fact.Subject}");
        Add(facts.Audit, fact => $"kept as a demand on the audit log: {fact.Subject}");
        Add(facts.Recovery, _ => "kept as a target of backup and recovery");
        Add(facts.Tenancy, _ => "kept as a statement of tenancy");
        Add(facts.Scale, fact => $"kept as a figure of scale: {fact.Subject}");
        Add(facts.Relationships, fact => $"kept as a relationship: {fact.From} and {fact.To}", fact => fact.Form == FactForm.Sentence);
        Add(facts.Attributes, fact => $"kept as the attribute {fact.Name} of {fact.Entity}", fact => fact.Form == FactForm.Sentence);
        _notes = facts.Attributes.Where(fact => fact.Note is not null).ToLookup(fact => fact.Source, fact => fact.Note!);
        Add(facts.Keys, fact => $"kept as a key of {fact.Entity}");
        Add(facts.Reports, _ => "kept as a report");
        Add(facts.Queries, _ => "kept as a way the data is searched");
    }

    /// <summary>The reason the statement is held already; null when it is not. The attribute beside which a remark stands does not hold what the remark demands.</summary>
    /// <param name="forbids">The statement forbids or compares: a thing it merely names on the way does not hold that.</param>
    public string? Of(RuleFact fact, bool forbids) => IsRemark(fact) ? null : Of(fact.Source, forbids);

    private bool IsRemark(RuleFact fact) => _notes[fact.Source].Any(note => note.Contains(fact.Text, StringComparison.Ordinal));

    private string? Of(SourceSpan statement, bool forbids) =>
        _entries.TryGetValue((statement.Document, statement.Line), out var entries)
            ? entries.Find(entry => entry.Source.Overlaps(statement) && !(forbids && entry.OnTheWay))?.Reason
            : null;

    private void Add<T>(IEnumerable<T> facts, Func<T, string> reason, Func<T, bool>? onTheWay = null)
        where T : Fact
    {
        foreach (var fact in facts)
        {
            Add(fact.Source, new(fact.Source, reason(fact), onTheWay?.Invoke(fact) ?? false));
        }
    }

    private void Add(SourceSpan source, Entry entry)
    {
        var place = (source.Document, source.Line);
        if (!_entries.TryGetValue(place, out var entries))
        {
            entries = [];
            _entries.Add(place, entries);
        }

        entries.Add(entry);
    }

    private sealed record Entry(SourceSpan Source, string Reason, bool OnTheWay);
}
