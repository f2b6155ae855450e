using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain.Merging;
using Schemawright.Facts;
using Schemawright.Facts.Language;

namespace Schemawright.Domain.Demands;

/// <summary>Finds what the documents' spreads are spreads of; what is said without a figure, or of nothing known, becomes a question.</summary>
internal sealed class ResolveSkews(DomainDraft domain, EntityWords words)
{
    private readonly SkewQuestions _ask = new(domain.Findings);
    private readonly SkewedValues _values = new(domain, words);

    public Seq<Skew> Run()
    {
        var found = domain.Facts.Spreads.SelectMany(Of).ToList();
        return [.. found.GroupBy(skew => skew with { Percent = 0, Words = "", Origin = Origin.Decided("") }).Select(same => _ask.Settled([.. same])).GroupBy(Column).SelectMany(Shared)];
    }

    /// <summary>What the shares of one column, which are at most all rows together, have in common.</summary>
    private static (string?, string?, SkewKind) Column(Skew skew) => (skew.Entity, skew.Attribute ?? skew.Role, skew.Kind);

    /// <summary>More than all rows can have no values: then the parts are kept in their proportion.</summary>
    private IEnumerable<Skew> Shared(IGrouping<(string?, string?, SkewKind Kind), Skew> same)
    {
        var sum = same.Sum(skew => skew.Percent);
        return same.Key.Kind != SkewKind.Value || sum <= 100 ? same : _ask.TooMany([.. same], sum);
    }

    private IEnumerable<Skew> Of(SpreadFact fact)
    {
        var entity = fact.Rows.Length == 0 ? null : words.Find(fact.Rows);
        Skew[] meant = fact.Rows.Length > 0 && entity is null ? [] : [.. Meant(fact, entity)];
        if (meant.Length == 0 && fact.Planned)
        {
            _ask.WhatIsSpread(fact); // Elsewhere it may speak of people and markets.
        }

        return meant.Length > 0 && _ask.Percent(fact, meant[0]) is { Percent: var percent } ? meant.Select(skew => skew with { Percent = percent }) : [];
    }

    private IEnumerable<Skew> Meant(SpreadFact fact, EntityDraft? entity) => fact.By switch
    {
        SpreadBy.Holder => Held(fact, entity),
        SpreadBy.Value => entity is not null && _values.Find(fact, entity) is { } value ? [value] : [],
        _ => [new Skew(fact.By == SpreadBy.Age ? SkewKind.Age : SkewKind.Reads, entity?.Name, 0, fact.Words, Origin.At(fact.Source)) { Within = fact.Within }],
    };

    /// <summary>The rows refer to their holder by themselves, or by way of something in between: then that is what is spread.</summary>
    private IEnumerable<Skew> Held(SpreadFact fact, EntityDraft? entity)
    {
        if (words.Find(fact.Among) is not { } holder || holder == entity)
        {
            return [];
        }

        var skew = _ask.Few(fact, new Skew(SkewKind.Holder, entity?.Name, 0, fact.Words, Origin.At(fact.Source)) { Holder = holder.Name });
        return holder == domain.Tenant ? [skew]
            : entity is null ? domain.Links.Where(link => link.Parent == holder && link.Child != holder).Select(link => skew with { Entity = link.Child.Name, Role = link.Role })
            : Ways(entity, holder) is { Count: > 0 } ways ? [_ask.Reference(fact, skew, ways)]
            : [];
    }

    private List<LinkDraft> Ways(EntityDraft entity, EntityDraft holder)
    {
        var (seen, from) = (new HashSet<EntityDraft> { entity }, new List<EntityDraft> { entity });
        while (from.Count > 0)
        {
            var links = domain.Links.Where(link => from.Contains(link.Child)).ToList();
            if (links.FindAll(link => link.Parent == holder) is { Count: > 0 } found)
            {
                return found;
            }

            from = [.. links.Select(link => link.Parent).Where(seen.Add)];
        }

        return [];
    }
}
