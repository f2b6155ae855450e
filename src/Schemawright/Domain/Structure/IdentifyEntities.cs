using Schemawright.Collections;
using Schemawright.Domain.Merging;
using Schemawright.Facts;

namespace Schemawright.Domain.Structure;

/// <summary>
/// Checklist 1: decides which things are entities. A bare noun is none: it takes a table-like form, two attributes, or two
/// relationships, and a form that may describe something not stored counts only when something else confirms it.
/// </summary>
internal static class IdentifyEntities
{
    public static void Run(DomainDraft domain)
    {
        foreach (var draft in domain.Entities.All.ToList())
        {
            if (!IsEntity(domain, draft))
            {
                domain.Entities.Remove(draft);
                AskAbout(domain, draft);
            }
            else if (IsAuditTrail(draft.Key))
            {
                draft.Kind = EntityKind.AuditTrail;
            }
        }
    }

    public static bool IsAuditTrail(string key) =>
        key is "audit" or "audit_log" or "audit_trail" or "audit_entry" or "audit_event" or "audit_record" or "audit_log_entry" or "change_log" or "activity_log";

    private static bool IsEntity(DomainDraft domain, EntityDraft draft)
    {
        if (draft.HasForm(form => form == FactForm.Sql) && draft.Declared.Exists(fact => fact is { Form: FactForm.Sql, Weak: false }))
        {
            return true;
        }

        var attributes = draft.Stated.Select(fact => AttributeNames.Of(fact.Name)).Distinct(StringComparer.Ordinal).Count();
        var partners = draft.Partners.Count(key => domain.Entities.FindKey(key) is { } partner && partner != draft);
        if (draft.IsWeak)
        {
            return partners > 0 && attributes > 0;
        }

        return attributes >= 2 || (attributes == 1 && partners > 0) || partners >= 2;
    }

    private static void AskAbout(DomainDraft domain, EntityDraft draft)
    {
        if (draft.IsWeak || draft.Mentions.Count + draft.Declared.Count == 0)
        {
            return;
        }

        domain.Findings.Unclear(
            "entity", draft.Name,
            $"Is {draft.Name} something the system keeps records of, and if so, which attributes does it have?",
            [
                new($"{draft.Name} is not stored", draft.Sources.Distinct().Order().ToSeq()),
                new($"{draft.Name} is stored with attributes that the documents have to name", Seq<Diagnostics.SourceSpan>.Empty),
            ],
            $"There is no table for {draft.Name}: the documents name it without attributes.",
            impact: 3, uncertainty: 3);
    }
}
