using Schemawright.Collections;
using Schemawright.Domain.Merging;
using Schemawright.Facts;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Structure;

/// <summary>
/// Checklist 2: joins what attributes, tables and drawings say of each pair of entities into references, and
/// many-to-many relationships into junction entities.
/// </summary>
internal sealed class DefineRelationships(DomainDraft domain, IReadOnlyList<(EntityDraft Entity, AttributeGroup Group, ReferenceTarget Target)> many)
{
    private readonly PairLinks _pairs = new(domain);
    private readonly Junctions _junctions = new(domain);
    private readonly LimitSentences _limits = new(domain.Facts.Relationships);

    public void Run()
    {
        _junctions.Recognise();
        foreach (var (entity, group, target) in many)
        {
            AddMany(entity, group, target);
        }

        foreach (var pair in domain.Facts.Relationships.Select(_limits.Without).OfType<RelationshipFact>().Select(Oriented).Where(line => line is not null).GroupBy(line => line!.PairKey, StringComparer.Ordinal))
        {
            _pairs.Add([.. pair.Select(line => line!)], _junctions);
        }

        _junctions.Finish();
    }

    /// <summary><c>tag_ids: array</c>: a junction, unless rows of the target already point here.</summary>
    private void AddMany(EntityDraft entity, AttributeGroup group, ReferenceTarget target)
    {
        var pointsHere = domain.Links.Find(link => link.Child == target.Parent && link.Parent == entity);
        if (pointsHere is not null)
        {
            Side[] sides = [new($"yes: {pointsHere.Path} alone says it", pointsHere.Sources.Take(1).ToSeq()), new("no: a separate many-to-many relationship", group.Origin.Sources)];
            domain.Findings.Assumption(
                "list", $"{entity.Name}.{group.Name}", $"Is {entity.Name}.{group.Name} the list of {target.Parent.Name} rows that refer to the {entity.Name}?",
                sides, $"{group.Name} is not stored: {pointsHere.Path} already says it.", impact: 2, uncertainty: 1, affects: [pointsHere.Path]);
            if (!domain.Findings.Declined("list", $"{entity.Name}.{group.Name}", sides))
            {
                pointsHere.Sources.AddRange(group.Origin.Sources);
                return;
            }
        }

        _junctions.Add(entity, target.Parent, group.Origin, target.Role);
    }

    private Line? Oriented(RelationshipFact fact)
    {
        var from = domain.Entities.Find(fact.From);
        var to = domain.Entities.Find(fact.To);
        return from is null || to is null ? null : Line.Of(fact, from, to, Naming.EntityKey(fact.From), Naming.EntityKey(fact.To));
    }
}
