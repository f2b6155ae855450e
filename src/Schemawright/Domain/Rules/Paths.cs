using Schemawright.Collections;

namespace Schemawright.Domain.Rules;

/// <summary>The way from the rows of one entity over their references to those of another: a lesson to its course, a course to its school.</summary>
internal static class Paths
{
    private const int Furthest = 3;

    /// <summary>The roles of the shortest way; null when there is none, or two equally short ones.</summary>
    public static Seq<string>? To(Vocabulary vocabulary, EntityTerms from, EntityTerms to)
    {
        var front = new List<(EntityTerms Terms, Seq<string> Roles)> { (from, []) };
        var seen = new HashSet<string>(StringComparer.Ordinal) { from.Name };
        for (var depth = 0; depth < Furthest && front.Count > 0; depth++)
        {
            var next = front.SelectMany(place => place.Terms.References.Where(link => !seen.Contains(link.Parent!)).Select(link => (Terms: vocabulary.Of(link.Parent!), Link: link, Roles: (Seq<string>)[.. place.Roles, link.Role!]))).ToList();
            var arrived = next.Where(place => place.Terms == to).ToList();
            var sure = arrived.Where(place => place.Link.Required).ToList();
            arrived = sure.Count == 1 ? sure : arrived;
            if (arrived.Count > 0)
            {
                return arrived.Count == 1 ? arrived[0].Roles : null;
            }

            seen.UnionWith(next.Select(place => place.Terms.Name));
            front = next.ConvertAll(place => (place.Terms, place.Roles));
        }

        return null;
    }

    /// <summary>Everything that rows of the entity lead to, the nearest first, each with the roles that lead there.</summary>
    public static IEnumerable<(EntityTerms Terms, Seq<string> Roles)> Above(Vocabulary vocabulary, EntityTerms from) =>
        vocabulary.All.Where(terms => terms != from).Select(terms => (Terms: terms, Roles: To(vocabulary, from, terms))).Where(place => place.Roles is not null).Select(place => (place.Terms, Roles: place.Roles!.Value)).OrderBy(place => place.Roles.Count);

    /// <summary>Each reference of the condition begins with a role that the rows have, and goes on with roles of what it leads to.</summary>
    public static bool Lead(Vocabulary vocabulary, string entity, Terms.Expr condition) => condition is Terms.Aggregate || Terms.ExprWalk.UsesAggregate(condition) || Terms.ExprWalk.Refs(condition).All(reference => Leads(vocabulary, vocabulary.Of(entity), reference.Path));

    private static bool Leads(Vocabulary vocabulary, EntityTerms from, Seq<string> path)
    {
        foreach (var role in path.Take(path.Count - 1))
        {
            if (from.References.FirstOrDefault(link => link.Role == role) is not { } link)
            {
                return false;
            }

            from = vocabulary.Of(link.Parent!);
        }

        return true;
    }
}
