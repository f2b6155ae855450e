using Schemawright.Facts.Rules.Access;
using Schemawright.Facts.Rules.Calendar;
using Schemawright.Facts.Rules.Files;
using Schemawright.Facts.Rules.Protection;
using Schemawright.Facts.Rules.Queries;
using Schemawright.Facts.Rules.Reports;
using Schemawright.Facts.Rules.Retention;
using Schemawright.Facts.Rules.Scale;
using Schemawright.Facts.Rules.Scenarios;
using Schemawright.Facts.Rules.Spread;
using Schemawright.Facts.Rules.Technology;

namespace Schemawright.Facts.Rules;

/// <summary>The readers of rules, access, retention, scale, technology, queries, recovery, privacy, audit and tenancy.</summary>
internal static class RuleReaders
{
    public static IFactReader[] All { get; } =
    [
        new PermissionMatrixReader(),
        new PermissionStringReader(),
        new PermissionEntryReader(),
        new RoleHierarchyReader(),
        new RoleTableReader(),
        new PlanLimitReader(),
        new RetentionTableReader(),
        new ClassificationTableReader(),
        new ScaleTableReader(),
        new LatencyTableReader(),
        new GherkinReader(),
        new CodeRuleReader(),
        new ScenarioReader(),
        new TargetTableReader(),
        new RuleBlockReader(),
        new RuleTableReader(),
        new ApprovalTableReader(),
        new RuleSentenceReader(),
        new RemarkRuleReader(),
        new RoleNameReader(),
        new PermissionListReader(),
        new RoleInclusionReader(),
        new RoleSentenceReader(),
        new RetentionReader(),
        new RecoveryReader(),
        new PrivacyReader(),
        new AuditReader(),
        new TenancyReader(),
        new ScaleLineReader(),
        new SpreadLineReader(),
        new TimeZoneReader(),
        new TechnologyReader(),
        new TechnologyDiagramReader(),
        new EndpointReader(),
        new ParameterBlockReader(),
        new QueryPhraseReader(),
        new ReportReader(),
        new UploadReader(),
        new SurmisedRuleReader(),
    ];
}
