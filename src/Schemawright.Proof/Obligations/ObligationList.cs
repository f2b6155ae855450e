using Schemawright.Collections;

namespace Schemawright.Proof.Obligations;

/// <summary>All claims, in the order of the report.</summary>
internal static class ObligationList
{
    public static Seq<IObligation> All { get; } = [
        new AppliesCleanly(), new NoDrift(), new RulesAcceptAndRefuse(), new RulesHoldAtTheSameTime(), new NumbersLeaveNoGap(), new TenantsAreIsolated(), new RolesAreLimited(), new PersonalDataStaysHidden(), new AuditRecordsEveryChange(),
        new StaleUpdatesAreRefused(), new ApplicationCanWork(), new IndexesServeTheirQueries(), new ReportsTellTheTruth(), new SearchesStayWithinTheTenant(), new JobsKeepTheirTime(), new RecoveryBringsBackTheMoment(), new SeedsAreRepeatable(), new TheDocumentsSqlRuns(), new DictionaryMatchesCatalogue(),
    ];

    public static string NameOf(IObligation obligation) => obligation.GetType().Name;
}
