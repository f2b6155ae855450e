using Schemawright.Coverage;
using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Domain.Rules;
using Schemawright.Rendering;

namespace Schemawright.Reports.Explanations;

/// <summary>What belongs to one thing, gathered, and told in the order from the sentences to the database.</summary>
internal sealed class Dossier(Compilation compilation, SourceQuotes quotes)
{
    /// <summary>People read so many lines of one station; the rest is counted.</summary>
    private const int Most = 12;

    public List<SourceSpan> Places { get; } = [];

    /// <summary>What the domain makes of it beside rules, one sentence each.</summary>
    public List<string> Meaning { get; } = [];

    public List<Rule> Rules { get; } = [];

    public List<Decision> Decisions { get; } = [];

    public List<SchemaElement> Elements { get; } = [];

    public List<Clarification> Questions { get; } = [];

    public Explanation Tell(string kind, string name, string summary)
    {
        var places = Places.Distinct().Order().ToArray();
        ExplainedPart[] parts =
        [
            Part("The documents say", Said(places)),
            Part("Read as", Facts(places)),
            Part("Understood as", Meaning.Select(words => new ExplainedItem(words)).Concat(Rules.Distinct().Select(Of))),
            Part("Decided", Decisions.DistinctBy(decision => decision.Id, StringComparer.Ordinal).Select(Of)),
            Part("Held by", Elements.Distinct().Select(Of).Concat(Rules.Distinct().Select(Outcome).OfType<ExplainedItem>())),
            Part("SQL", Elements.Distinct().SelectMany(element => element.Sql).Distinct(StringComparer.Ordinal).Select(sql => new ExplainedItem("", null, sql))),
            Part("Open questions", Questions.DistinctBy(question => question.Id, StringComparer.Ordinal).Select(Of)),
        ];
        return new(kind, name, summary, [.. parts.Where(part => part.Items.Count > 0)]);
    }

    private static ExplainedPart Part(string title, IEnumerable<ExplainedItem> items)
    {
        var all = items.ToArray();
        return new(title, all.Length <= Most ? [.. all] : [.. all.Take(Most), new($"and {all.Length - Most} more")]);
    }

    private IEnumerable<ExplainedItem> Said(SourceSpan[] places)
    {
        foreach (var place in places)
        {
            var entry = compilation.Ledger.Entries.FirstOrDefault(known => known.Source.Overlaps(place));
            var fate = entry is null ? "" : $" — {entry.Class}, {Word(entry.Fate)}{Because(entry)}";
            yield return new($"“{(quotes.Line(place) ?? entry?.Words ?? "").Trim()}”{fate}", place);
        }
    }

    private static string Because(LedgerEntry entry) =>
        entry.Fate is Fate.Enforced or Fate.Modelled || entry.Reason.Length == 0 ? "" : $": {entry.Reason.TrimEnd('.')}";

    private IEnumerable<ExplainedItem> Facts(SourceSpan[] places) =>
        FactWords.Of(compilation.Facts).Where(fact => places.Any(fact.Place.Overlaps)).DistinctBy(fact => fact.Words, StringComparer.Ordinal)
            .Select(fact => new ExplainedItem($"{fact.Kind}: {fact.Words}", fact.Place));

    private static ExplainedItem Of(Rule rule) => new($"rule {rule.Id} ({rule.Entity}.{rule.Name}): {RuleWords.Of(rule)}", rule.Origin.Sources.Count > 0 ? rule.Origin.Sources[0] : null);

    private ExplainedItem? Outcome(Rule rule) =>
        compilation.Design.RuleOutcomes.FirstOrDefault(outcome => string.Equals(outcome.RuleId, rule.Id, StringComparison.Ordinal)) is { } outcome
            ? new($"rule {rule.Id}: {Word(outcome.Fate)}{(outcome.Mechanism.Length > 0 ? $" by {outcome.Mechanism}" : "")}. {outcome.Reason}")
            : null;

    private static ExplainedItem Of(Decision decision) =>
        new($"{decision.Id}: {English.Sentence(decision.Choice)} {English.Sentence(decision.Reason)}", decision.Sources.Count > 0 ? decision.Sources[0] : null);

    private static ExplainedItem Of(SchemaElement element) => new($"{element.Kind} {element.FullName}{(element.Words.Length > 0 ? $": {element.Words}" : "")}");

    private static ExplainedItem Of(Clarification question) =>
        new($"{question.Id} ({question.Reason.ToString().ToLowerInvariant()}): {question.Question} Meanwhile: {question.Assumption}", question.Sources.Count > 0 ? question.Sources[0] : null);

    private static string Word(Fate fate) => fate switch
    {
        Fate.AnsweredElsewhere => "answered elsewhere",
        _ => fate.ToString().ToLowerInvariant(),
    };
}
