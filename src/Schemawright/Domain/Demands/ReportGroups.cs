using Schemawright.Collections;
using Schemawright.Domain.Merging;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Demands;

/// <param name="IsTenant">Rows of a tenant are all of one group.</param>
internal sealed record ReportGroup(Ref Path, bool IsTenant);

/// <summary>Finds for each of what a figure is told: an attribute, a thing the row refers to, or one that this refers to in turn.</summary>
internal sealed class ReportGroups(DomainDraft domain, EntityWords words, AttributeWords attributes)
{
    private const int Farthest = 3;

    /// <summary>Null when nothing is found, or two things as near as each other.</summary>
    public ReportGroup? Find(EntityDraft entity, string written)
    {
        var thing = words.Named(string.Join('_', Naming.Words(written)));
        if (thing is not null && thing == domain.Tenant)
        {
            return new(Ref.To(thing.Key), true);
        }

        if (thing != entity && Own(entity, written) is { } own)
        {
            return new(Ref.To(own), false);
        }

        return (thing is null ? null : Upward(entity, thing)) is { } path ? new(new Ref(path), false) : thing is null ? OfParent(entity, written) : null;
    }

    private string? Own(EntityDraft entity, string written) =>
        attributes.Find(entity, written) is { } name && (entity.Find(name) is not { } attribute || IsGroup(attribute)) ? name : null;

    private static bool IsGroup(EntityAttribute attribute) => !attribute.Encrypted && !attribute.Hashed && attribute.Privacy < PrivacyClass.Sensitive
        && attribute.Type is { IsArray: false, Kind: not (DataKind.LongText or DataKind.Json or DataKind.Binary or DataKind.Coordinates) };

    /// <summary>The roles that lead up to the thing by the shortest way.</summary>
    private Seq<string>? Upward(EntityDraft entity, EntityDraft thing)
    {
        var level = new List<(EntityDraft At, Seq<string> Path)> { (entity, []) };
        var seen = new HashSet<EntityDraft> { entity };
        for (var depth = 0; depth < Farthest && level.Count > 0; depth++)
        {
            level = [.. level.SelectMany(below => domain.LinksOf(below.At).Where(link => !seen.Contains(link.Parent) && !IsActor(link)).Select(link => (link.Parent, (Seq<string>)[.. below.Path, link.Role])))];
            var there = level.Where(step => step.At == thing).Select(step => step.Path).Take(2).ToArray();
            if (there.Length > 0)
            {
                return there.Length == 1 ? there[0] : null;
            }

            seen.UnionWith(level.Select(step => step.At));
        }

        return null;
    }

    /// <summary>Who entered or confirmed a row is not what it is about.</summary>
    private static bool IsActor(LinkDraft link) => link.Role.EndsWith("_by", StringComparison.Ordinal);

    /// <summary>"Per country" of orders, where only the customer has one.</summary>
    private ReportGroup? OfParent(EntityDraft entity, string written)
    {
        var name = Naming.Snake(written);
        var found = domain.LinksOf(entity).Where(link => !IsActor(link) && link.Parent != domain.Tenant && link.Parent.Find(name) is { } attribute && IsGroup(attribute)).Take(2).ToArray();
        return found.Length == 1 ? new(new Ref([found[0].Role, name]), false) : null;
    }
}
