using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain.Demands;
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
        MergeStructure(draft);
        var domain = WithDemands(draft);
        MissingDocuments.Ask(facts, findings);
        draft.Dispositions.AddRange(findings.Answers.Select(answer => new Disposition(answer.Source, Fate.Modelled, $"It answers the question {answer.Id}.", answer.Text)));
        var parsed = RuleParser.Parse(facts, domain, findings);
        var complete = KeyScopes.Settle(parsed.ApplyTo(domain with { Dispositions = draft.Dispositions.ToSeq() }), findings);
        return FollowedAnswers.Apply(
            complete with
            {
                Entities = complete.Entities.Select(WithReadableKeys).ToSeq(),
                Rules = [.. complete.Rules, .. AttributeChecks.Of(facts, complete), .. RecordRules.Of(complete)],
            }, findings);
    }

    /// <summary>A key that names an attribute twice was misread: as a constraint it would refuse what the documents allow.</summary>
    private static Entity WithReadableKeys(Entity entity) => entity with
    {
        Keys = entity.Keys.Where(key => key.Attributes.Distinct(StringComparer.Ordinal).Count() == key.Attributes.Count).ToSeq(),
    };

    private static void MergeStructure(DomainDraft draft)
    {
        DeclaredSynonyms.Run(draft);
        JoinedNames.Run(draft);
        ResolveRoles.Run(draft);
        SameThing.Run(draft);
        IdentifyEntities.Run(draft); // checklist 1
        NearSynonyms.Ask(draft);
        StateSets.Find(draft);
        var attributes = new MergeAttributes(draft);
        attributes.Run();
        new DefineRelationships(draft, attributes.Many).Run(); // checklist 2
        DropLists.Run(draft);
        MergeStates.Run(draft);
        ResolveTenancy.Run(draft);
        RecordConsent.Run(draft);
        RecordFiles.Run(draft);
        RecordHolds.Run(draft);
        FinishLinks.Run(draft);
        SettleKeys.Run(draft);
    }

    private static DomainModel WithDemands(DomainDraft draft)
    {
        var words = new EntityWords(draft, draft.Tenant);
        var attributes = new AttributeWords(draft, words);
        AskAboutNeeds.Run(draft, words, attributes);
        var actors = ResolveActors.Run(draft);
        var privacy = new ResolvePrivacy(draft, words, attributes, actors).Run(); // marks attributes, so before they are final
        return new DomainModel
        {
            AppName = draft.Facts.Corpus.AppName,
            AppNameOrigin = draft.Facts.Corpus.AppNameOrigin,
            Entities = ToDomain.Entities(draft),
            Relationships = ToDomain.Relationships(draft),
            StateMachines = draft.Machines.ToSeq(),
            Actors = actors,
            Permissions = ResolvePermissions.Run(draft, words, attributes, actors),
            Tenancy = draft.Tenancy,
            Retention = new ResolveRetention(draft, words).Run(),
            Holds = draft.Holds.ToSeq(),
            Scale = new ResolveScale(draft, words).Run(),
            Skews = new ResolveSkews(draft, words).Run(),
            Technologies = ResolveTechnologies.Run(draft.Facts),
            Zone = ResolveZone.Run(draft),
            AccessPaths = new ResolveAccessPaths(draft, words, attributes).Run(),
            Reports = new ResolveReports(draft, words, attributes).Run(),
            Recovery = ResolveRecovery.Run(draft),
            Privacy = privacy,
            Audit = ResolveAudit.Run(draft.Facts, words),
        };
    }
}
