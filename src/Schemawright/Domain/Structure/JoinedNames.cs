using Schemawright.Collections;
using Schemawright.Domain.Merging;
using Schemawright.Facts;
using Schemawright.Facts.Language;

namespace Schemawright.Domain.Structure;

/// <summary>"Berths and moorings" over one list of attributes: one thing with two names, unless one of them is described elsewhere.</summary>
internal static class JoinedNames
{
    private static readonly string[] Joints = [" and ", " & ", " / "];

    public static void Run(DomainDraft domain)
    {
        foreach (var draft in domain.Entities.All.Where(draft => draft.Stated.Count > 1).ToList())
        {
            if (Parts(draft) is not { } parts || Array.Exists(parts, part => part == draft.Key || domain.Entities.FindKey(part) is { Stated.Count: > 1 }))
            {
                continue;
            }

            var chosen = Ask(domain, draft, parts);
            if (chosen < parts.Length)
            {
                var kept = domain.Entities.FindKey(parts[chosen]) ?? domain.Entities.Create(parts[chosen]);
                kept.Declared.AddRange(draft.Declared);
                domain.Entities.Merge(draft, kept);
                domain.Entities.AddAlias(parts[1 - chosen], kept);
            }
        }
    }

    private static string[]? Parts(EntityDraft draft)
    {
        var title = draft.Declared.Find(fact => fact is { Weak: false, Form: not (FactForm.Sentence or FactForm.Sql or FactForm.Diagram) })?.Name;
        var joint = title is null ? null : Array.Find(Joints, joint => title.Contains(joint, StringComparison.OrdinalIgnoreCase));
        var parts = joint is null ? [] : title!.Split(joint, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => Naming.EntityKey(part)).ToArray();
        return parts.Length == 2 && parts[0].Length > 1 && parts[1].Length > 1 && parts[0] != parts[1] ? parts : null;
    }

    private static int Ask(DomainDraft domain, EntityDraft draft, string[] parts)
    {
        var (one, other) = (Naming.Pascal(parts[0]), Naming.Pascal(parts[1]));
        Side[] sides = [new($"one thing, called {one}", draft.Sources.Distinct().Order().ToSeq()), new($"one thing, called {other}", []), new("two things joined in one record, with both names", [])];
        domain.Findings.Assumption(
            "joined names", draft.Name, $"Are {one} and {other}, which share one list of attributes, one kind of record?", sides, $"They are one thing, called {one}.", impact: 3, uncertainty: 2, affects: [one]);
        return Math.Max(0, domain.Findings.Chosen("joined names", draft.Name, sides));
    }
}
