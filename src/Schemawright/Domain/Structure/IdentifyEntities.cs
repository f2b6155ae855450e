using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain.Merging;
using Schemawright.Facts;
using Schemawright.Terms;

namespace Schemawright.Domain.Structure;

/// <summary>
/// Checklist 1: decides which things are entities. A bare noun is none: it takes a table-like form, two attributes, or two
/// relationships, and a form that may describe something not stored counts only when something else confirms it.
/// </summary>
internal static class IdentifyEntities
{
    /// <summary>A program's own note of a change has fewer columns than a log that is kept.</summary>
    private const int FewestOfTrail = 4;

    public static void Run(DomainDraft domain)
    {
        var referredTo = domain.Entities.All.SelectMany(other => other.Stated.Select(fact => fact.References).OfType<string>().Distinct(StringComparer.Ordinal).Select(domain.Entities.Find).Where(target => target != other)).OfType<EntityDraft>().ToHashSet();
        foreach (var draft in domain.Entities.All.ToList())
        {
            if (!IsEntity(domain, draft, referredTo) && !IsAnswered(domain, draft))
            {
                domain.Entities.Remove(draft);
            }
            else if (IsAuditTrail(draft.Key))
            {
                draft.Kind = EntityKind.AuditTrail;
            }
        }
    }

    public static bool IsAuditTrail(string key) =>
        key is "audit" or "audit_log" or "audit_trail" or "audit_entry" or "audit_event" or "audit_record" or "audit_log_entry" or "change_log" or "activity_log";

    private static bool IsEntity(DomainDraft domain, EntityDraft draft, HashSet<EntityDraft> referredTo)
    {
        if (draft.HasForm(form => form == FactForm.Sql) && draft.Declared.Exists(fact => fact is { Form: FactForm.Sql, Weak: false }))
        {
            return true;
        }

        var attributes = draft.Stated.Select(fact => AttributeNames.Of(fact.Name)).Distinct(StringComparer.Ordinal).Count();
        var partners = draft.Partners.Count(key => domain.Entities.FindKey(key) is { } partner && partner != draft);
        if (draft.IsWeak && !(IsAuditTrail(draft.Key) && attributes >= FewestOfTrail))
        {
            return partners > 0 && attributes > 0;
        }

        return attributes >= 2 || (attributes == 1 && (partners > 0 || referredTo.Contains(draft))) || partners >= 2;
    }

    /// <summary>A list, table or drawing of relationships names it: whoever writes "a yard has many cranes" there means that cranes are kept.</summary>
    private static bool IsRelated(EntityDraft draft) => draft.Declared.TrueForAll(fact => fact.Form == FactForm.Sentence) && draft.Mentions.Exists(fact => fact.Form is FactForm.List or FactForm.Table or FactForm.Diagram or FactForm.Box);

    private static Side[] Sides(EntityDraft draft, bool told)
    {
        var places = draft.Sources.Distinct().Order().ToSeq();
        Side listing = new($"{draft.Name} with the attributes the answer lists", []);
        return told
            ? [new($"{draft.Name} is stored with its relationships alone", places), new($"{draft.Name} is not stored", []), listing]
            : [new($"{draft.Name} is not stored", places), new($"{draft.Name} is stored with a name", []), listing];
    }

    /// <summary>Asks about a bare noun; the author may say that it is stored, and with what.</summary>
    private static bool IsAnswered(DomainDraft domain, EntityDraft draft)
    {
        if (draft.IsWeak || draft.Mentions.Count + draft.Declared.Count == 0)
        {
            return false;
        }

        var told = IsRelated(draft);
        var sides = Sides(draft, told);
        var id = domain.Findings.Unclear(
            "entity", draft.Name,
            $"Is {draft.Name} something the system keeps records of, and if so, which attributes does it have?",
            sides, told ? $"{draft.Name} has a table that holds its relationships alone: nothing says what else is kept of it." : $"There is no table for {draft.Name}: the documents name it without attributes.",
            impact: 3, uncertainty: 3);
        var listed = domain.Findings.Read("entity", draft.Name, sides, words => WrittenEntity.Read(words) is { Items.Count: > 0 } written ? written : null);
        var stored = domain.Findings.Chosen("entity", draft.Name, sides.Take(2)) == (told ? 0 : 1);
        if (listed is null && !stored)
        {
            return false;
        }

        draft.Decision = id;
        var answer = domain.Findings.AnswerTo(id);
        IEnumerable<EntityAttribute> own = listed?.Attributes(answer!) ?? (told ? [] : [new("name", DataType.Of(DataKind.ShortText), Required: true, Origin.At(answer!.Source))]);
        draft.Attributes.AddRange(own.Where(attribute => draft.Stated.TrueForAll(fact => AttributeNames.Of(fact.Name) != attribute.Name)));
        return true;
    }
}
