using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain.Merging;
using Schemawright.Facts;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Demands;

/// <summary>Finds the attribute of which many rows are said to have one value: a state, a choice of a list, a yes or no.</summary>
internal sealed class SkewedValues(DomainDraft domain, EntityWords words)
{
    public Skew? Find(SpreadFact fact, EntityDraft entity)
    {
        var value = Nouns.Singular(Naming.Snake(fact.Among)); // "are members" speaks of is_member
        var states = domain.Machines.Where(machine => machine.Entity == entity.Name).Select(machine => machine.Attribute).ToHashSet(StringComparer.Ordinal);
        var named = entity.Attributes.Where(attribute => Means(fact.Rows, entity, attribute.Name)).Take(2).ToList();
        var listed = entity.Attributes.Where(attribute => ValueOf(attribute, value) is not null && (named.Count != 1 || named[0] == attribute))
            .OrderByDescending(attribute => states.Contains(attribute.Name)).ThenBy(attribute => attribute.Type.Kind == DataKind.Boolean).FirstOrDefault();
        return listed is null ? null
            : new Skew(SkewKind.Value, entity.Name, 0, fact.Words, Origin.At(fact.Source)) { Attribute = listed.Name, Value = ValueOf(listed, value) };
    }

    /// <summary>"Crate status" names the attribute besides the thing.</summary>
    private bool Means(string rows, EntityDraft entity, string attribute)
    {
        var said = Naming.Snake(rows);
        return said.EndsWith("_" + attribute, StringComparison.Ordinal) && words.Find(said[..^(attribute.Length + 1)]) == entity;
    }

    private static string? ValueOf(EntityAttribute attribute, string value) => attribute.Type switch
    {
        { IsArray: true } => null,
        { Values: { Count: > 0 } values } => values.FirstOrDefault(known => string.Equals(Nouns.Singular(Naming.Snake(known)), value, StringComparison.Ordinal)),
        { Kind: DataKind.Boolean } => attribute.Name == value || attribute.Name == "is_" + value || attribute.Name == "has_" + value ? "true" : value == "in" + Plain(attribute) || value == "un" + Plain(attribute) || value == "not_" + Plain(attribute) ? "false" : null,
        _ => null,
    };

    private static string Plain(EntityAttribute attribute) => attribute.Name.StartsWith("is_", StringComparison.Ordinal) ? attribute.Name[3..] : attribute.Name;
}
