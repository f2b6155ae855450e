using System.Text.Json;
using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Reports.Comparison;

/// <summary>Reads conditions of a model file back into trees.</summary>
internal static class ExprReader
{
    public static Expr? Optional(JsonElement owner, string name) => owner.Member(name) is { } json ? Read(json) : null;

    public static Period Period(JsonElement json) => new(json.Figure("amount"), json.Choice<PeriodUnit>("unit"));

    public static Expr Read(JsonElement json) => json.Word("node") switch
    {
        "ref" => new Ref(json.Words("path"), json.Holds("old")),
        "literal" => Constant(json),
        "clock" => new Clock(json.Choice<ClockKind>("kind")),
        "interval" => new Interval(Period(Needed(json, "period"))),
        "compare" => new Compare(json.Choice<CompareOp>("op"), Part(json, "left"), Part(json, "right")),
        "and" => new And(Parts(json)),
        "or" => new Or(Parts(json)),
        "not" => new Not(Part(json, "term")),
        "implies" => new Implies(Part(json, "when"), Part(json, "then")),
        "aggregate" => new Aggregate(json.Choice<AggregateKind>("kind"), json.Word("entity"), json.Word("role"), json.Member("attribute") is null ? null : json.Word("attribute"), Optional(json, "where")),
        "arithmetic" => new Arithmetic(json.Choice<ArithmeticOp>("op"), Part(json, "left"), Part(json, "right")),
        var node => OfOne(node, json),
    };

    private static Expr OfOne(string node, JsonElement json) => node switch
    {
        "present" => new IsPresent(Part(json, "term")),
        "oneOf" => new OneOf(Part(json, "term"), json.Items("values").Select(Constant).ToSeq()),
        "matches" => new Matches(Part(json, "term"), json.Word("pattern"), json.Holds("ignoreCase")),
        "length" => new LengthOf(Part(json, "term")),
        "decimalPlaces" => new DecimalPlaces(Part(json, "term")),
        "rounded" => new Rounded(Part(json, "term"), json.Number("digits") ?? 0),
        "calendarPart" => new CalendarPart(json.Choice<CalendarUnit>("unit"), Part(json, "term")),
        "lower" => new Lower(Part(json, "term")),
        "trimmed" => new Trimmed(Part(json, "term")),
        _ => throw new JsonException($"a condition has the unknown node {node}"),
    };

    private static Literal Constant(JsonElement json) => new(json.Choice<LiteralKind>("kind"), json.Word("text"));

    private static Seq<Expr> Parts(JsonElement json) => json.Items("terms").Select(Read).ToSeq();

    private static Expr Part(JsonElement json, string name) => Read(Needed(json, name));

    private static JsonElement Needed(JsonElement json, string name) => json.Member(name) ?? throw new JsonException($"a condition lacks {name}");
}
