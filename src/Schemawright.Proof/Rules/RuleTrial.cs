using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Rules;

/// <summary>One side of a rule to be shown: rows that must be accepted, or rows that must be refused by this very rule.</summary>
/// <param name="Subject">Table and rule: <c>orders.orders_total_not_negative</c>.</param>
/// <param name="ObjectName">The constraint the server has to name; null for an accepted row.</param>
/// <param name="Scenes">Ways to try it, the best first; computed while they are asked for.</param>
internal sealed record RuleTrial(string Subject, string Source, string? SqlState, string? ObjectName, IEnumerable<Scene> Scenes)
{
    /// <summary>What is shown, for the report when no scene can be made.</summary>
    public string Side { get; init; } = "";

    /// <summary>May be impossible without harm: an edge the types do not reach, an event that cannot break the rule.</summary>
    public bool Optional { get; init; }

    /// <summary>What answers first is set aside even though the trial is optional.</summary>
    public bool Insists { get; init; }

    /// <summary>PostgreSQL 18 refuses some statements with a newer state.</summary>
    public string? OtherSqlState { get; init; }

    public bool IsRefusal => SqlState is not null;

    /// <summary>The same where clocks are put forward or back.</summary>
    public RuleTrial WhereClocksChange(ServerClock clock, bool tomorrow) => this with { Optional = true, Insists = false, Scenes = Scenes.Select(scene => ChangingClocks.Of(scene, clock, tomorrow)) };

    public static RuleTrial Accept(TableDesign table, string rule, Origin origin, IEnumerable<Scene> scenes) =>
        new($"{table.Name}.{rule}", origin.ToString(), null, rule, scenes) { Side = "a row that obeys it" };

    public static RuleTrial Refuse(TableDesign table, string rule, Origin origin, string sqlState, IEnumerable<Scene> scenes, string? objectName = null) =>
        new($"{table.Name}.{rule}", origin.ToString(), sqlState, objectName ?? rule, scenes) { Side = "a row that breaks it" };
}

/// <summary>Finds trials for the rules of one kind.</summary>
internal interface IRuleProbe
{
    IEnumerable<RuleTrial> Trials(TableDesign table, Staging staging);
}
