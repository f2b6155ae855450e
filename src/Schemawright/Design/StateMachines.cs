using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>Writes each life cycle as the allowed changes of its column, and each time limit as a job.</summary>
internal sealed class StateMachines(DataDesign design, ObjectNames names, Findings findings)
{
    private static readonly DiagnosticKind Unreachable = new(
        "SW4131", Severity.Warning, "No change leads to a state",
        "no change leads to the state {0} of {1}",
        "Rows can never come into the state, so rules about it never apply.",
        "state how a row of {1} comes to be {0}, or leave the state out");

    private readonly ILookup<string, StateMachine> _machines = design.Domain.StateMachines.ToLookup(machine => machine.Entity, StringComparer.Ordinal);
    private readonly List<TimeoutJob> _jobs = [];
    private readonly List<Decision> _decisions = [];

    public Seq<TimeoutJob> TimeoutJobs => _jobs.ToSeq();

    public Seq<Decision> Decisions => _decisions.ToSeq();

    public TableDesign AddTo(TableDesign table) => _machines[table.Entity!].Aggregate(table, With);

    private TableDesign With(TableDesign table, StateMachine machine)
    {
        var column = table.Find(ObjectNames.Shortened(machine.Attribute));
        if (column is null)
        {
            return table;
        }

        table = WithStateTime(table, column, machine);
        AddJobs(table, column, machine);
        var allowed = Allowed(machine);
        if (allowed.Count == 0)
        {
            return table;
        }

        ReportUnreachable(table, machine, allowed);
        var initial = machine.Initial.Count > 0 ? machine.Initial : machine.States.Select(state => state.Name).ToSeq();
        var name = names.Claim(table.Name, [column.Name], "transition");
        _decisions.Add(new($"D13-{table.Name}-{column.Name}", 13,
            $"{column.Name} of {table.Name} starts as {string.Join(" or ", initial)} and changes only along {allowed.Count} stated ways.",
            "A trigger compares the old and the new value in the row being written, so two sessions cannot both leave the same state.", machine.Origin.Sources));
        var transition = new TransitionDesign(name, column.Name, initial, allowed, $"The life of a {LayOutTables.Words(table.Entity!)}.", machine.Origin);
        return table with { Transitions = [.. table.Transitions, transition] };
    }

    private static Seq<AllowedTransition> Allowed(StateMachine machine)
    {
        var stated = machine.Transitions.Select(change => new AllowedTransition(change.From, change.To, change.Origin));
        var timed = machine.States.Where(state => state.TimeoutTo is not null).Select(state => new AllowedTransition(state.Name, state.TimeoutTo!, state.Origin));
        return machine.Transitions.Count == 0 ? [] : stated.Concat(timed).Where(change => change.From != change.To).DistinctBy(change => (change.From, change.To)).ToSeq();
    }

    private void AddJobs(TableDesign table, ColumnDesign column, StateMachine machine)
    {
        foreach (var state in machine.States.Where(state => state is { TimeoutAfter: not null, TimeoutTo: not null }))
        {
            var since = Stated(table, state) ?? Since(table, column, state.Name);
            var name = names.Claim(table.Name, [state.Name], "timeout");
            _jobs.Add(new(name, table.Name, column.Name, state.Name, state.TimeoutTo!, state.TimeoutAfter!, since, state.Origin));
            _decisions.Add(new($"D13-{table.Name}-{column.Name}-{state.Name}-timeout", 13,
                $"A job moves {table.Name} from {state.Name} to {state.TimeoutTo} after {state.TimeoutAfter}, counted from {since}.",
                "The documents give the state a time limit, and time passes without anybody writing the row.", state.Origin.Sources));
        }
    }

    /// <summary>A time limit counts from the moment the state began, which no other change of the row may restart.</summary>
    private TableDesign WithStateTime(TableDesign table, ColumnDesign column, StateMachine machine)
    {
        var name = SinceName(column);
        var limited = machine.States.Where(state => state is { TimeoutAfter: not null, TimeoutTo: not null } && Stated(table, state) is null && OwnTime(table, state.Name) is null).ToList();
        if (limited.Count == 0 || table.Find(name) is not null)
        {
            return table;
        }

        var decision = new Decision($"D13-{table.Name}-{name}", 13, $"{name} of {table.Name} holds when {column.Name} last changed; the server sets it.",
            "The documents give a state a time limit and name no moment at which it begins; the last change of the row would restart it.", DesignEdits.SourcesOf(limited.Select(state => state.Origin)));
        _decisions.Add(decision);
        return table.WithColumns([.. table.Columns, new(name, DataType.Of(DataKind.Timestamp), false, ColumnRole.StateSince, $"When {column.Name} last changed.", Origin.Decided(decision.Id)) { Default = new Clock(ClockKind.Now) }])
            with { Dependencies = table.Dependencies.Select(known => known.Determinant == table.PrimaryKey.Columns || table.Uniques.Any(unique => unique.Columns == known.Determinant) ? known with { Dependent = [.. known.Dependent, name] } : known).ToSeq() };
    }

    /// <summary>The column that says when the state began (<c>sent_at</c> for sent); else when the state last changed.</summary>
    private static string Since(TableDesign table, ColumnDesign column, string state) =>
        OwnTime(table, state) ?? table.Find(SinceName(column))?.Name ?? "created_at";

    /// <summary>The date that the documents count from, where the table has it.</summary>
    private static string? Stated(TableDesign table, State state) => state.TimeoutSince is { } since && table.Find(since) is { Type.Kind: DataKind.Date or DataKind.Timestamp } stated ? stated.Name : null;

    public static string? OwnTime(TableDesign table, string state) =>
        table.Find(ObjectNames.Shortened(state + "_at")) is { Type.Kind: DataKind.Timestamp } own ? own.Name : null;

    public static string SinceName(ColumnDesign column) => ObjectNames.Shortened(column.Name + "_since");

    private void ReportUnreachable(TableDesign table, StateMachine machine, Seq<AllowedTransition> allowed)
    {
        var reached = allowed.Select(change => change.To).Concat(machine.Initial).ToHashSet(StringComparer.Ordinal);
        foreach (var state in machine.States.Where(state => machine.Initial.Count > 0 && !reached.Contains(state.Name)))
        {
            findings.Report(Unreachable, state.Origin.Sources.Count > 0 ? state.Origin.Sources[0] : null, state.Name, table.Name);
        }
    }
}
