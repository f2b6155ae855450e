using Schemawright.Diagnostics;
using Schemawright.Domain.Merging;
using Schemawright.Terms;

namespace Schemawright.Domain.Structure;

/// <summary>Asks how a flag and a state that both say whether a thing is in use go together: nothing keeps an active row from being archived.</summary>
internal static class FlagBesideState
{
    private static readonly HashSet<string> Flags = new(StringComparer.Ordinal) { "active", "is_active", "enabled", "is_enabled" };

    private static readonly HashSet<string> InUse = new(StringComparer.Ordinal) { "active", "enabled", "inactive", "disabled" };

    public static void Ask(DomainDraft domain)
    {
        foreach (var entity in domain.Entities.All)
        {
            var flag = entity.Attributes.Find(attribute => attribute.Type.Kind == DataKind.Boolean && Flags.Contains(attribute.Name));
            var state = entity.Attributes.Find(attribute => attribute.Type.Kind == DataKind.Enumeration && attribute.Type.Values.Any(InUse.Contains));
            if (flag is null || state is null)
            {
                continue;
            }

            domain.Findings.Ask(new(
                ClarificationId.From("flag beside state", entity.Name, flag.Name, state.Name),
                ClarificationReason.Contradiction,
                $"How do {flag.Name} and {state.Name} of {entity.Name} go together, since both say whether it is in use?",
                ["They are independent: each is set on its own", $"{flag.Name} follows from {state.Name} and is not stored"],
                "Both are stored, and any value of the one may stand beside any of the other.",
                [.. flag.Origin.Sources.Take(1), .. state.Origin.Sources.Take(1)], [$"{entity.Name}.{flag.Name}", $"{entity.Name}.{state.Name}"], 2, 3));
        }
    }
}
