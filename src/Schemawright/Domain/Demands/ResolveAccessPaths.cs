using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain.Merging;
using Schemawright.Domain.Structure;
using Schemawright.Facts;
using Schemawright.Terms;

namespace Schemawright.Domain.Demands;

/// <summary>Turns the queries that documents describe into access paths over attributes and references.</summary>
internal sealed class ResolveAccessPaths(DomainDraft domain, EntityWords words, AttributeWords attributes)
{
    private static readonly HashSet<string> Spans = new(StringComparer.Ordinal) { "date", "date_range", "dates", "day", "week", "month", "period", "time" };

    private static readonly HashSet<string> Times = new(StringComparer.Ordinal) { "created_at", "updated_at" };

    public Seq<AccessPath> Run() =>
        domain.Facts.Queries.Select(Of).OfType<AccessPath>()
            .GroupBy(path => (path.Entity, path.Kind, path.Equality, path.Range, path.OrderBy, path.Search, path.Where))
            .Select(same => same.First() with { Shown = same.Select(path => path.Shown).FirstOrDefault(shown => shown.Count > 0, []), Origin = same.Select(path => path.Origin).Aggregate((one, other) => one.And(other)) })
            .ToSeq();

    private AccessPath? Of(QueryFact fact)
    {
        if (words.Find(fact.Entity) is not { } entity || Kind(fact.Kind) is not { } kind)
        {
            return null;
        }

        var known = fact.Attributes.Select(written => Known(entity, written)).OfType<string>().Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (fact.Attributes.Count > 0 && known.Count == 0)
        {
            return null;
        }

        AskAboutUnknown(entity, fact);

        var orderBy = known.Count > 0 && (kind == AccessPathKind.Sort || (known.Count > 1 && fact.Descending)) ? known[^1] : null;
        known.RemoveAll(name => name == orderBy);
        var search = kind == AccessPathKind.Search ? known.Where(name => IsText(entity, name)).ToSeq() : [];
        var range = known.FirstOrDefault(name => !search.Any(searched => searched == name) && IsTime(entity, name));
        var equality = known.Where(name => !IsTime(entity, name) && !search.Any(searched => searched == name)).Concat(Qualified(entity, fact)).Distinct(StringComparer.Ordinal).ToSeq();
        return new(entity.Name, kind, equality, range, orderBy, fact.Descending, search, SimpleCondition.Parse(fact.Where, written => Typed(entity, written)), fact.Words, Origin.At(fact.Source)) { Shown = Shown(entity, fact) };
    }

    /// <summary>All of them, or none: what lacks one column is not shown from an index.</summary>
    private Seq<string> Shown(EntityDraft entity, QueryFact fact)
    {
        var known = fact.Shown.Select(written => Known(entity, written)).OfType<string>().Distinct(StringComparer.Ordinal).ToSeq();
        return known.Count == fact.Shown.Count ? known : [];
    }

    /// <summary>A way of looking is planned by what is known of it; what is not is asked, so that no index misses a column in silence.</summary>
    private void AskAboutUnknown(EntityDraft entity, QueryFact fact)
    {
        foreach (var written in fact.Attributes.Where(written => !AttributeNames.IsKey(AttributeNames.Of(written)) && Known(entity, written) is null))
        {
            domain.Findings.Ask(new(
                ClarificationId.From("looked up by", entity.Name, written), ClarificationReason.Unclear, $"Which attribute of {entity.Name} is meant by “{written}”, by which it is looked up?",
                ["none: no index needs it", "the one that the answer names"], $"{entity.Name} is looked up by the others that are named.", [fact.Source], [entity.Name], 1, 2));
        }
    }

    /// <summary>"Unpaid bills" are told by the state or flag that the words before the thing name; of words that name none the author is asked.</summary>
    private IEnumerable<string> Qualified(EntityDraft entity, QueryFact fact)
    {
        if (fact.Entity is not { } phrase)
        {
            return [];
        }

        var rows = new RetainedRows(entity);
        var states = rows.Told(phrase, words.Noun(phrase)).ToArray();
        if (states.Contains(null) && fact.Kind is QueryKind.Filter or QueryKind.Sort)
        {
            domain.Findings.Ask(new(
                ClarificationId.From("listed rows", entity.Name, phrase), ClarificationReason.Unclear, $"By which attribute are the “{phrase}” told from the other rows of {entity.Name}?",
                ["by none: all rows are listed", "by the one that the answer names"], $"{entity.Name} is looked up without it.", [fact.Source], [entity.Name], 1, 2));
        }

        return states.OfType<string>();
    }

    private string? Known(EntityDraft entity, string written)
    {
        var name = AttributeNames.Of(written);
        return Times.Contains(name) ? name : AttributeNames.IsKey(name) ? null : attributes.Find(entity, written) ?? entity.Attributes.Select(attribute => attribute.Name).FirstOrDefault(known => MomentNames.Same(name, known) || MomentNames.Same(name + "_time", known)) ?? ByDeed(entity, name) ?? (Spans.Contains(name) ? MainTime(entity) : null);
    }

    /// <summary>"Expiring" is about when the thing expires: the one moment whose name begins like the deed.</summary>
    private static string? ByDeed(EntityDraft entity, string deed)
    {
        var stem = deed.EndsWith("ing", StringComparison.Ordinal) ? deed[..^3] : deed.EndsWith("ed", StringComparison.Ordinal) ? deed[..^2] : deed;
        var found = stem.Length < 3 ? [] : entity.Attributes.Where(attribute => IsTime(entity, attribute.Name) && attribute.Name.StartsWith(stem, StringComparison.Ordinal)).Take(2).ToArray();
        return found is [var only] ? only.Name : null;
    }

    /// <summary>A "date range" of which no attribute is named is about when the thing begins, else about its first date, else about its first moment that is always given.</summary>
    private static string? MainTime(EntityDraft entity)
    {
        var times = entity.Attributes.Where(attribute => IsTime(entity, attribute.Name) && !Times.Contains(attribute.Name)).ToArray();
        var dates = times.Where(attribute => !attribute.Name.EndsWith("_at", StringComparison.Ordinal)).ToArray();
        return (Array.Find(dates, attribute => attribute.Name.StartsWith("start", StringComparison.Ordinal)) ?? dates.FirstOrDefault() ?? Array.Find(times, attribute => attribute.Required))?.Name;
    }

    private (string Name, DataType Type)? Typed(EntityDraft entity, string written) =>
        attributes.Find(entity, written) is { } name && entity.Find(name) is { } attribute ? (name, attribute.Type) : null;

    private static bool IsTime(EntityDraft entity, string name) =>
        Times.Contains(name) || entity.Find(name)?.Type.Kind is DataKind.Date or DataKind.Timestamp or DataKind.Time;

    private static bool IsText(EntityDraft entity, string name) =>
        entity.Find(name)?.Type.Kind is DataKind.ShortText or DataKind.LongText or DataKind.Email or DataKind.Phone;

    private static AccessPathKind? Kind(QueryKind kind) => kind switch
    {
        QueryKind.List => AccessPathKind.List,
        QueryKind.Lookup => AccessPathKind.Lookup,
        QueryKind.Filter => AccessPathKind.Filter,
        QueryKind.Sort => AccessPathKind.Sort,
        QueryKind.Search => AccessPathKind.Search,
        QueryKind.Report or QueryKind.Export => AccessPathKind.Report,
        _ => null,
    };
}
