using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain.Merging;
using Schemawright.Domain.Rules;
using Schemawright.Domain.Structure;
using Schemawright.Facts;

namespace Schemawright.Domain;

/// <summary>Checklist 1 and 2: one entity per thing, one relationship per reference, contradictions decided and asked.</summary>
public static class DomainBuilder
{
    public static DomainModel Build(FactBase facts, Findings findings)
    {
        var draft = new DomainDraft(facts, findings);
        ResolveRoles.Run(draft);
        IdentifyEntities.Run(draft);
        var attributes = new MergeAttributes(draft);
        attributes.Run();
        new DefineRelationships(draft, attributes.Many).Run();
        var domain = new DomainModel
        {
            AppName = facts.Corpus.AppName,
            AppNameOrigin = facts.Corpus.AppNameOrigin,
            Entities = ToDomain.Entities(draft),
            Relationships = ToDomain.Relationships(draft),
            StateMachines = draft.Machines.ToSeq(),
            Tenancy = draft.Tenancy,
        };
        var parsed = RuleParser.Parse(facts, domain, findings);
        return domain with { Rules = parsed.Rules, Dispositions = draft.Dispositions.Concat(parsed.Dispositions).ToSeq() };
    }
}
