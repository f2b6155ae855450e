using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain.Merging;
using Schemawright.Domain.Structure;
using Schemawright.Facts;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Demands;

/// <summary>Says which rows must be kept how long and which must go when, and asks where documents give two periods.</summary>
internal sealed class ResolveRetention(DomainDraft domain, EntityWords words)
{
    private static readonly HashSet<string> MoneyWords = new(StringComparer.Ordinal) { "financial", "payment", "payments", "accounting", "billing", "tax", "fiscal" };

    public Seq<RetentionRequirement> Run()
    {
        var facts = AskAboutPeriods();
        var found = facts.SelectMany(fact => Of(fact.Fact, fact.Origin)).Concat(domain.Retention);
        return found.GroupBy(known => (known.Entity, known.Minimum, known.Where, known.Anchor, Archived: !known.Minimum && known.Disposal == "archive"))
            .Select(same => same.OrderByDescending(known => known.Period.ApproximateSeconds).First() with { Origin = same.Select(known => known.Origin).Aggregate((one, other) => one.And(other)) })
            .ToSeq();
    }

    private List<(RetentionFact Fact, Origin Origin)> AskAboutPeriods()
    {
        var decided = new List<(RetentionFact, Origin)>();
        foreach (var same in domain.Facts.Retention.GroupBy(fact => (Subject(fact.Subject), fact.Kind, Archived: Disposal(fact) == "archive")))
        {
            var periods = same.DistinctBy(fact => fact.Period.ApproximateSeconds).OrderByDescending(fact => fact.Period.ApproximateSeconds).ToList();
            var chosen = 0;
            var origin = new Origin(same.Select(fact => fact.Source).Distinct().Order().ToSeq());
            if (periods.Count > 1)
            {
                Side[] sides = [.. periods.Select(fact => new Side(fact.Period.ToString(), [fact.Source]))];
                var id = domain.Findings.Contradiction(
                    "retention", $"{same.Key.Item1}/{same.Key.Kind}", $"How long are {periods[0].Subject.ToLowerInvariant()} kept: {string.Join(" or ", periods.Select(fact => fact.Period))}?",
                    sides, $"They are kept {periods[0].Period}.", impact: 2, uncertainty: 3, affects: [periods[0].Subject]);
                origin = origin with { Decision = id };
                chosen = domain.Findings.Chosen("retention", $"{same.Key.Item1}/{same.Key.Kind}", sides);
                if (domain.Findings.Read("retention", $"{same.Key.Item1}/{same.Key.Kind}", sides, Periods.In) is { } written)
                {
                    periods[0] = periods[0] with { Period = written };
                }
            }

            decided.Add((periods[chosen], origin));
        }

        return decided;
    }

    /// <summary>"System logs", "logs" and "log retention" speak of the same thing.</summary>
    private static string Subject(string written)
    {
        var kept = Naming.Words(written).Where(word => word is not ("system" or "all" or "retention" or "record" or "records" or "data" or "the" or "application" or "trails" or "trail")).Select(Nouns.Singular).ToList();
        return kept.Count == 0 ? Naming.Snake(written) : string.Join('_', kept);
    }

    private IEnumerable<RetentionRequirement> Of(RetentionFact fact, Origin origin)
    {
        if (Listed(fact) is { Count: > 1 } items)
        {
            return items.SelectMany(item => OfItem(fact with { Subject = item }, origin));
        }

        var key = Naming.Words(fact.Subject);
        if (key.Contains("audit", StringComparer.Ordinal))
        {
            return [new("*audit", fact.Period, fact.Kind == RetentionKind.Minimum, null, null, Disposal(fact), fact.Words, origin)];
        }

        if (key.Contains("non", StringComparer.Ordinal) || (fact.Kind == RetentionKind.Maximum && fact.From is not null && words.Find(fact.Subject) is { } ending && Anchor(ending, fact) is null))
        {
            return []; // removing rows by a guessed date would lose them
        }

        var entities = words.Find(fact.Subject) is { } entity ? [entity] : key.Any(MoneyWords.Contains) ? HoldingMoney() : [];
        if (!entities.Any() && key.Contains("personal", StringComparer.Ordinal))
        {
            domain.Findings.Unclear(
                "retention of personal data", fact.Words, $"Of which entities are the rows whose \"{fact.Subject}\" is kept for {fact.Period}, and from which of their moments does the period count?",
                [new("it cannot be told, so no row is removed or made anonymous", [fact.Source]), new("those that the answer names in a sentence", [])], "No job removes rows for this sentence.", impact: 4, uncertainty: 3, affects: ["*"]);
            return [];
        }

        if (!entities.Any())
        {
            domain.Dispositions.Add(new(fact.Source, Fate.AnsweredElsewhere, $"\"{fact.Subject}\" are no rows of this database: whatever stores them keeps them for {fact.Period}.", fact.Words));
        }

        return entities.Where(found => found.Kind != EntityKind.AuditTrail && IsSafe(found, fact))
            .Select(found => new RetentionRequirement(found.Name, fact.Period, fact.Kind == RetentionKind.Minimum, Anchor(found, fact), new RetainedRows(found).Condition(fact.Subject), Disposal(fact), fact.Words, origin));
    }

    /// <summary>"Invoices and payments": each by itself, when at least one is an entity; else the words are one subject.</summary>
    private IReadOnlyList<string> Listed(RetentionFact fact) =>
        ItemLists.Split(fact.Subject).ToList() is { Count: > 1 } items && items.Exists(item => words.Find(item) is not null) ? items : [];

    /// <summary>What stands in a list beside entities is rows, too: where the model has none of the name, it is asked which they are.</summary>
    private IEnumerable<RetentionRequirement> OfItem(RetentionFact fact, Origin origin)
    {
        if (words.Find(fact.Subject) is not null || Naming.Words(fact.Subject).Contains("audit", StringComparer.Ordinal))
        {
            return Of(fact, origin);
        }

        domain.Findings.Unclear(
            "retention item", fact.Subject, $"Which rows are the \"{fact.Subject}\" that are kept for {fact.Period}?",
            [new("no rows of this database", [fact.Source]), new("those of an entity that the answer names", [])], $"Nothing is kept or removed for \"{fact.Subject}\".", impact: 3, uncertainty: 3, affects: []);
        return [];
    }

    /// <summary>Rows that a word or an exception of the sentence may spare are not removed until the author says which they are.</summary>
    private bool IsSafe(EntityDraft entity, RetentionFact fact)
    {
        var spared = fact.Unless ?? (new RetainedRows(entity).IsUnderstood(fact.Subject, words.Noun(fact.Subject)) ? null : fact.Subject);
        if (fact.Kind == RetentionKind.Minimum || spared is null)
        {
            return true;
        }

        domain.Findings.Unclear(
            "retention rows", $"{entity.Name}/{fact.Subject}", $"Which rows of {entity.Name} are meant by \"{spared}\"?",
            [new($"it cannot be told from the attributes of {entity.Name}, so no row is removed after {fact.Period}", [fact.Source]), new("rows with certain values, which the documents have to name", [])], $"No job removes rows of {entity.Name} for this sentence.", impact: 2, uncertainty: 3, affects: [entity.Name]);
        return false;
    }

    /// <summary>The documents of money; where none has such a name, all that holds amounts.</summary>
    private List<EntityDraft> HoldingMoney()
    {
        var holding = domain.Entities.All.Where(entity => entity.Attributes.Exists(attribute => attribute.Type.Kind == DataKind.Money)).ToList();
        var named = holding.FindAll(entity => Naming.Words(entity.Key).Any(Records.Contains));
        return named.Count > 0 ? named : holding;
    }

    private static readonly HashSet<string> Records = new(StringComparer.Ordinal)
    { "invoice", "payment", "receipt", "bill", "refund", "transaction", "charge", "transfer", "payout", "expense", "ledger", "deposit", "settlement", "purchase", "sale", "order", "note", "reimbursement", "posting", "journal", "wage", "payroll", "donation", "subscription", "fee" };

    /// <summary>"after completion" starts at <c>completed_at</c>, or at the end date.</summary>
    private string? Anchor(EntityDraft entity, RetentionFact fact)
    {
        if (fact.From is not { Length: > 3 } from)
        {
            return OwnMoment(entity);
        }

        if (IsRemoval(from))
        {
            return "deleted_at";
        }

        var times = entity.Attributes.Where(attribute => attribute.Type.Kind is DataKind.Date or DataKind.Timestamp).Select(attribute => attribute.Name).ToList();
        var stems = Naming.Words(from).Where(word => word.Length > 3).Select(word => word[..Math.Min(word.Length, 6)]).ToList();
        stems.AddRange(stems.Contains("leave", StringComparer.Ordinal) || stems.Contains("leaves", StringComparer.Ordinal) || stems.Contains("leavin", StringComparer.Ordinal) ? ["left"] : []);
        var anchor = times.Find(name => stems.Exists(stem => name.Contains(stem, StringComparison.Ordinal)))
            ?? (stems.Exists(stem => stem is "comple" or "ending" or "end" or "termin" or "expiry" or "expira" or "closur" or "conclu") ? times.Find(name => name is "end_date" or "ended_at" or "ends_at" or "end_time" or "closed_at" or "expires_at") : null);
        var topic = $"{entity.Name}/{fact.Kind}/{Naming.Snake(from)}";
        Side[] sides = [new(anchor is null ? fact.Kind == RetentionKind.Minimum ? "from the creation of the row" : "it is not applied" : $"from {anchor}", [fact.Source]), .. times.Where(name => name != anchor).Select(name => new Side($"from {name}", []))];
        domain.Findings.Assumption(
            "retention anchor", topic, $"From when does the period of {fact.Period} for {Words.Plain(Naming.Table(entity.Key))} count, \"{from}\" being no attribute?",
            sides,
            anchor is null && fact.Kind == RetentionKind.Maximum ? "No rows are removed." : $"It counts from {anchor ?? "created_at"}.", impact: 2, uncertainty: anchor is null ? 3 : 1, affects: [entity.Name]);
        return domain.Findings.Chosen("retention anchor", topic, sides) is > 0 and var chosen ? sides[chosen].Words["from ".Length..]
            : domain.Findings.Read("retention anchor", topic, sides, words => times.Find(name => NamedWords.Has(words, name) || NamedWords.Has(words, Words.Plain(name)))) ?? anchor;
    }

    /// <summary>Where nothing is said: the moment that the thing itself is named for, a scan scanned_at, a test tested_on.</summary>
    private static string? OwnMoment(EntityDraft entity)
    {
        var noun = Naming.Words(entity.Key)[^1];
        var own = entity.Attributes.Where(attribute => attribute is { Required: true, Type.Kind: DataKind.Date or DataKind.Timestamp } && Naming.Words(attribute.Name) is [var deed, "at" or "on"] && deed.Length > 4 && noun.Length > 3 && deed.StartsWith(noun, StringComparison.Ordinal)).Take(2).ToArray();
        return own is [var only] ? only.Name : null;
    }

    /// <summary>"account closure", "after deletion": the moment the row is marked as deleted.</summary>
    private static bool IsRemoval(string from) =>
        Naming.Words(from).Any(word => word is "lifetime" or "deletion" or "deleted" or "deactivation" or "closure" or "removal" or "departure" or "inactive" or "cancellation" or "request");

    private static string Disposal(RetentionFact fact) =>
        fact.Disposal is null ? "delete"
        : fact.Disposal.Contains("anonym", StringComparison.OrdinalIgnoreCase) ? "anonymise"
        : fact.Disposal.Contains("archiv", StringComparison.OrdinalIgnoreCase) ? "archive"
        : "delete";
}
