using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain.Merging;
using Schemawright.Domain.Structure;
using Schemawright.Facts.Language;

namespace Schemawright.Domain.Demands;

/// <summary>Asks where one place gives a role a right that another place refuses: the refusal is taken.</summary>
internal static class ContradictingRights
{
    /// <param name="stated">The rights with the resource as written, before roles take over each other's.</param>
    public static List<Permission> Settle(DomainDraft domain, List<(Permission Right, string Resource)> stated)
    {
        var dropped = new HashSet<Permission>();
        foreach (var same in stated.Where(entry => IsWhole(entry.Right, entry.Resource)).Select(entry => entry.Right).GroupBy(right => (right.Actor, right.Kind, right.Entity, right.Reach)))
        {
            var refused = same.Where(right => !right.Allowed).ToList();
            var given = same.Where(right => right.Allowed).ToList();
            if (refused.Count > 0 && given.Count > 0)
            {
                dropped.UnionWith(IsGiven(domain, refused, given) ? refused : given);
            }
        }

        return stated.Select(entry => entry.Right).Where(right => !dropped.Contains(right)).ToList();
    }

    /// <summary>The resource is the entity itself, not some of its rows or something made of them.</summary>
    private static bool IsWhole(Permission right, string resource) => right.Where is null && string.Equals(Naming.Pascal(Naming.EntityKey(resource)), right.Entity, StringComparison.Ordinal);

    private static bool IsGiven(DomainDraft domain, List<Permission> refused, List<Permission> given)
    {
        var right = refused[0];
        var subject = $"{right.Actor}/{right.Kind}/{right.Entity}/{right.Reach}";
        var verb = right.Kind.ToString().ToLowerInvariant();
        var what = $"{verb} {Words.Plain(Naming.Table(right.Entity))}";
        Side[] sides = [new($"no, {Words.Plain(right.Actor)} may not {what}", Sources(refused)), new($"yes, {Words.Plain(right.Actor)} may {what}", Sources(given))];
        domain.Findings.Contradiction(
            "right", subject, $"May the role {Words.Plain(right.Actor)} {what}?", sides,
            $"The role may not, because a missing right is noticed sooner than one too many.", impact: 3, uncertainty: 3, affects: [right.Entity]);
        return domain.Findings.Declined("right", subject, sides);
    }

    private static Seq<SourceSpan> Sources(List<Permission> rights) => rights.SelectMany(right => right.Origin.Sources).Distinct().Order().ToSeq();
}
