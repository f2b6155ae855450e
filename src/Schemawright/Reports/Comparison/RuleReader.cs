using System.Text.Json;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Domain.Rules;
using Schemawright.Terms;

namespace Schemawright.Reports.Comparison;

/// <summary>Reads rules and keys of a model file back.</summary>
internal static class RuleReader
{
    private static readonly Origin Unsaid = new([]);

    public static Rule Rule(JsonElement json) => new(
        json.Word("id"), json.Word("name"), json.Word("entity"), Trigger(json.Member("trigger") ?? default), Demand(json.Member("demand") ?? default), json.Word("words"), Unsaid);

    public static NaturalKey Key(JsonElement json) => new(json.Words("attributes"), json.Holds("ignoreCase"), json.Holds("global"), ExprReader.Optional(json, "where"), Unsaid);

    private static RuleTrigger Trigger(JsonElement json) => new(json.Choice<TriggerKind>("kind"), json.Words("attributes"), json.Words("states"), json.Words("fromStates"));

    private static Demand Demand(JsonElement json) => json.Word("demand") switch
    {
        "holds" => new Holds(ExprReader.Optional(json, "condition") ?? throw new JsonException("a rule lacks its condition")),
        "noOverlap" => new NoOverlap(json.Words("keys"), json.Word("start"), json.Word("end"), ExprReader.Optional(json, "where")),
        "atMost" => new AtMost(json.Words("per"), json.Figure("limit"), Given(json, "sum"), ExprReader.Optional(json, "where"), json.Member("window") is { } window ? new RuleWindow(window.Word("attribute"), window.Choice<PeriodUnit>("unit")) : null),
        "atLeast" => new AtLeast(json.Word("childEntity"), json.Word("role"), json.Number("count") ?? 0, json.Words("states")),
        "unchangeable" => new Unchangeable(json.Words("attributes"), ExprReader.Optional(json, "when")),
        "notDeletable" => new NotDeletable(ExprReader.Optional(json, "when")),
        "noCycle" => new NoCycle(json.Word("role"), json.Holds("directOnly")),
        "gapless" => new Gapless(json.Word("attribute"), json.Words("per"), json.Member("anew") is null ? null : json.Choice<PeriodUnit>("anew")),
        "determines" => new Determines(json.Words("determinant"), json.Words("dependent")),
        var demand => throw new JsonException($"a rule has the unknown demand {demand}"),
    };

    private static string? Given(JsonElement json, string name) => json.Member(name) is null ? null : json.Word(name);
}
