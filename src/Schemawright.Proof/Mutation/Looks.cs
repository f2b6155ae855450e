using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Lowering;
using Schemawright.Proof.Obligations;

namespace Schemawright.Proof.Mutation;

/// <summary>Which claims could notice a defect of an object, the most likely first. The comparison with the catalogue is not among them: it would notice everything.</summary>
internal sealed class Looks(DataDesign design)
{
    private static readonly RulesAcceptAndRefuse Rules = new();
    private static readonly RulesHoldAtTheSameTime Races = new();
    private static readonly TenantsAreIsolated Tenants = new();
    private static readonly RolesAreLimited Roles = new();
    private static readonly AuditRecordsEveryChange Audit = new();
    private static readonly StaleUpdatesAreRefused Books = new();
    private static readonly ApplicationCanWork Work = new();
    private static readonly IndexesServeTheirQueries Plans = new();
    private static readonly NumbersLeaveNoGap Numbers = new();

    /// <summary>The tables whose rows are numbered, by their counters.</summary>
    private readonly Dictionary<string, string> _numbered = design.Tables.SelectMany(table => table.Numberings.Select(rule => (Counters: NumberCounters.NameOf(table, rule), table.Name)))
        .DistinctBy(pair => pair.Counters, StringComparer.Ordinal).ToDictionary(pair => pair.Counters, pair => pair.Name, StringComparer.Ordinal);

    /// <summary>True when the table holds counters, which the triggers of another table alone write.</summary>
    public bool AreCounters(string table) => _numbered.ContainsKey(table);

    /// <summary>The rule itself first, then everything about its table.</summary>
    public Seq<Look> OfRule(string table, params IEnumerable<string> subjects) => _numbered.TryGetValue(table, out var numbered)
        ? OfNumbers(numbered)
        : design.Find(table) is null
        ? OfLog
        :
    [
        new(Rules, Focus.On(table, subjects)), new(Rules, Focus.On(table)), new(Races, Focus.On(table)), new(Tenants, Focus.On(table)), new(Books, Focus.On(table)),
        new(Audit, Focus.On(table)), new(Work, Focus.On(table)), new(Rules, Neighbours(table)),
    ];

    public static Seq<Look> OfDomain(string domain) => [new(Rules, new([], [domain]))];

    /// <summary>What no table of the documents holds is the audit log's: the first table it records is enough to look at it.</summary>
    private Seq<Look> OfLog => design.Tables.FirstOrDefault(table => table.Audited) is { } recorded ? [new(Audit, Focus.On(recorded.Name))] : [];

    /// <param name="owner">The table whose rule the trigger keeps.</param>
    public Seq<Look> OfTrigger(string table, string owner, params IEnumerable<string> subjects) =>
        [new(Rules, Focus.On(owner, subjects)), new(Books, Focus.On(table)), new(Audit, Focus.On(table)), new(Races, Focus.On(owner)), new(Rules, Focus.On(table)), new(Rules, Neighbours(table)), .. OfLog];

    private static Seq<Look> OfNumbers(string table) => [new(Numbers, Focus.On(table)), new(Rules, Focus.On(table)), new(Work, Focus.On(table))];

    public Seq<Look> OfPolicy(string table) => _numbered.TryGetValue(table, out var numbered) ? OfNumbers(numbered) : [new(Tenants, Focus.On(table)), new(Roles, Focus.On(table)), new(Work, Focus.On(table)), new(Audit, Focus.On(table))];

    /// <param name="subject">The role and what it was given.</param>
    public static Seq<Look> OfGrant(string? table, string subject) => [new(Roles, Focus.On(null, subject)), new(Work, Focus.On(table))];

    public Seq<Look> OfIndex(string table, string index, bool isUnique) =>
        isUnique ? [.. OfRule(table, $"{table}.{index}"), new(Plans, Focus.On(table, $"{table}.{index}"))] : [new(Plans, Focus.On(table, $"{table}.{index}"))];

    /// <summary>Tables that refer to this one, and those it refers to.</summary>
    private Focus Neighbours(string table) => new(
    [
        table, .. design.Tables.Where(known => known.Name != table && (known.ForeignKeys.Any(link => link.ReferencedTable == table) || design.Find(table)?.ForeignKeys.Any(link => link.ReferencedTable == known.Name) == true))
            .Select(known => known.Name),
    ]);
}
