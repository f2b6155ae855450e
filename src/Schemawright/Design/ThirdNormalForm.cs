using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Domain.Rules;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>
/// Where an attribute that is no key determines others, these stand in a thing of its own, once for each of its values, and rows refer to it:
/// the synthesis of a third normal form. What something else speaks of stays where it is, and that is asked.
/// </summary>
internal static class ThirdNormalForm
{
    public static DomainModel Synthesise(DomainModel domain, Findings findings)
    {
        foreach (var rule in domain.Rules.Where(rule => rule.Demand is Determines))
        {
            var stated = (Determines)rule.Demand;
            if (domain.Find(rule.Entity) is not { } entity || IsKey(entity, stated.Determinant))
            {
                continue;
            }

            if (Obstacle(domain, entity, rule, stated) is { } obstacle)
            {
                Ask(findings, rule, stated, obstacle);
            }
            else
            {
                domain = Apart(domain, entity, rule, stated);
            }
        }

        return domain;
    }

    /// <summary>A key among the attributes: then they identify the row, and what they determine stands with it.</summary>
    public static bool IsKey(Entity entity, Seq<string> determinant) =>
        entity.Keys.Any(key => key.Where is null && key.Attributes.All(attribute => determinant.Has(attribute))) || entity.StatedPrimaryKey.Count > 0 && entity.StatedPrimaryKey.All(attribute => determinant.Has(attribute));

    private static DomainModel Apart(DomainModel domain, Entity entity, Rule rule, Determines stated)
    {
        var name = NameOf(stated);
        var moved = stated.Determinant.Concat(stated.Dependent).Select(attribute => entity.Find(attribute)!).ToList();
        var own = new Entity(name, Naming.Table(Naming.EntityKey(name)), EntityKind.Core, $"What {string.Join(" and ", stated.Dependent).Replace('_', ' ')} each {stated.Determinant[0].Replace('_', ' ')} has.", rule.Origin)
        {
            Attributes = moved.Select(attribute => attribute.Name == stated.Determinant[0] ? attribute with { Required = true } : attribute).ToSeq(),
            Keys = [new(stated.Determinant, false, false, null, rule.Origin)],
            StatedPrimaryKey = stated.Determinant,
        };
        var link = new Relationship(name, entity.Name, stated.Determinant[0], stated.Determinant[0], moved[0].Required ? Cardinality.ExactlyOne : Cardinality.ZeroOrOne, Cardinality.ZeroOrMore, DeleteRule.Restrict, false, "determines", rule.Origin.And(moved[0].Origin));
        return domain with
        {
            Entities = [.. domain.Entities.Select(known => known == entity ? known with { Attributes = known.Attributes.Where(attribute => !moved.Contains(attribute)).ToSeq() } : known), own],
            Relationships = [.. domain.Relationships, link],
        };
    }

    private static string? Obstacle(DomainModel domain, Entity entity, Rule rule, Determines stated)
    {
        if (stated.Determinant.Count > 1)
        {
            return "several attributes together determine it";
        }

        var attributes = stated.Determinant.Concat(stated.Dependent).Select(entity.Find).ToList();
        if (attributes.Exists(attribute => attribute is null or { Type.IsArray: true } or { Derived: not null } or { Encrypted: true } or { Hashed: true } || attribute.Privacy != PrivacyClass.None))
        {
            return "an attribute of it is personal, computed or moved already";
        }

        if (domain.Find(NameOf(stated)) is not null)
        {
            return $"{NameOf(stated)} is another thing already";
        }

        var spoken = stated.Dependent.FirstOrDefault(attribute => IsSpokenOf(domain, entity, rule, attribute));
        return spoken is null ? null : $"{spoken} is spoken of elsewhere";
    }

    private static bool IsSpokenOf(DomainModel domain, Entity entity, Rule rule, string attribute) =>
        domain.Rules.Any(other => other != rule && other.Entity == entity.Name && Says(other.Words, attribute))
        || domain.AccessPaths.Any(path => path.Entity == entity.Name && (path.Equality.Has(attribute) || path.Range == attribute || path.OrderBy == attribute || path.Search.Has(attribute) || path.Shown.Has(attribute)))
        || domain.Reports.Any(report => Says(report.Words, attribute)) || domain.Permissions.Any(permission => permission.Entity == entity.Name && permission.Attribute == attribute)
        || domain.Privacy.Any(demand => demand.Entity == entity.Name && demand.Attribute == attribute) || domain.StateMachines.Any(machine => machine.Entity == entity.Name && machine.Attribute == attribute)
        || entity.Keys.Any(key => key.Attributes.Has(attribute));

    private static bool Says(string words, string attribute) =>
        words.Contains(attribute, StringComparison.OrdinalIgnoreCase) || words.Contains(attribute.Replace('_', ' '), StringComparison.OrdinalIgnoreCase);

    private static void Ask(Findings findings, Rule rule, Determines stated, string obstacle) => findings.Ask(new(
        ClarificationId.From("determines", $"{rule.Entity}/{string.Join(',', stated.Determinant)}/{string.Join(',', stated.Dependent)}"), ClarificationReason.Assumption,
        $"{string.Join(" and ", stated.Determinant)} of {rule.Entity} determines {string.Join(" and ", stated.Dependent)}: is it kept once for each {string.Join(" and ", stated.Determinant)}?",
        ["no, with each row, and the application keeps the copies alike", "yes, in a table that the documents have to name"], $"It stays with each row, because {obstacle}.", rule.Origin.Sources, [rule.Entity], 3, 2));

    private static string NameOf(Determines stated) => Naming.Pascal(stated.Determinant[0]);
}
