using Schemawright.Collections;
using Schemawright.Domain.Merging;
using Schemawright.Facts.Language;

namespace Schemawright.Domain.Structure;

/// <summary>
/// Drops lists of addresses or names (<c>photo_urls</c>) of things that have rows of their own which refer to the same parent.
/// </summary>
internal static class DropLists
{
    private static readonly HashSet<string> Addresses = new(StringComparer.Ordinal) { "url", "file", "link", "path", "image", "attachment", "name", "list" };

    public static void Run(DomainDraft domain)
    {
        foreach (var entity in domain.Entities.All)
        {
            foreach (var list in entity.Attributes.Where(attribute => attribute.Type.IsArray).ToList())
            {
                if (RowsOf(domain, entity, list.Name) is { } link)
                {
                    Drop(domain, entity, list, link);
                }
            }
        }
    }

    private static void Drop(DomainDraft domain, EntityDraft entity, EntityAttribute list, LinkDraft link)
    {
        Side[] sides = [new($"yes, each is a {link.Child.Name} row", link.Sources.Take(1).ToSeq()), new("no, the list is stored as well", list.Origin.Sources)];
        domain.Findings.Assumption(
            "list", $"{entity.Name}.{list.Name}", $"Does {link.Child.Name} hold what {entity.Name}.{list.Name} lists?", sides,
            $"{list.Name} is not stored: the rows of {link.Child.Name} say it.", impact: 2, uncertainty: 1);
        if (!domain.Findings.Declined("list", $"{entity.Name}.{list.Name}", sides))
        {
            entity.Attributes.Remove(list);
            link.Sources.AddRange(list.Origin.Sources);
        }
    }

    private static LinkDraft? RowsOf(DomainDraft domain, EntityDraft entity, string list)
    {
        var words = Naming.EntityKey(list).Split('_').ToList();
        if (words.Count > 1 && Addresses.Contains(words[^1]))
        {
            words.RemoveAt(words.Count - 1);
        }

        var key = Naming.EntityKey(string.Join('_', words));
        return domain.Links.Find(link => link.Parent == entity && (link.Child.Key == key || link.Child.Key.EndsWith("_" + key, StringComparison.Ordinal)));
    }
}
