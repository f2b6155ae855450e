using Schemawright.Collections;
using Schemawright.Facts;
using Schemawright.Rendering;
using Schemawright.Terms;

namespace Schemawright.Reports;

/// <summary>What was read about entities, attributes, keys, relationships and states, a sentence each.</summary>
internal static class StructureFactWords
{
    public static string Of(EntityFact fact) =>
        $"{fact.Name} is an entity{Said(": ", fact.Description)}{(fact.Weak ? " (kept only if something else confirms it)" : "")}";

    public static string Of(AttributeFact fact)
    {
        var details = new List<string> { TypeWords(fact.Type) };
        Add(fact.PrimaryKey == true, "identifies the row");
        Add(fact.Required == true, "must be given");
        Add(fact.Required == false, "may be empty");
        Add(fact.Unique == true, "unique");
        Add(fact.Default is not null, $"{fact.Default} unless given");
        Add(fact.References is not null, $"refers to {fact.References}");
        Add(fact.OnDelete is not null, $"on deletion: {fact.OnDelete}");
        Add(fact.Check is not null, fact.Check is null ? "" : ExprWords.Of(fact.Check));
        details.AddRange(fact.Marks);
        return $"{fact.Entity} has {fact.Name}: {string.Join("; ", details)}";

        void Add(bool holds, string words)
        {
            if (holds)
            {
                details.Add(words);
            }
        }
    }

    public static string Of(KeyFact fact) =>
        $"{(fact.Primary ? $"{fact.Entity} is identified by" : $"no two {fact.Entity} share")} {English.List(fact.Attributes)}{(fact.IgnoreCase ? ", whatever the case of letters" : "")}{(fact.Where is null ? "" : $", among rows where {ExprWords.Of(fact.Where)}")}";

    public static string Of(RelationshipFact fact) =>
        $"{Many(fact.FromCardinality)}{fact.From} goes with {Many(fact.ToCardinality)}{fact.To}{Said(", called ", fact.Label)}{Said(", by ", fact.Role)}{Said("; on deletion: ", fact.OnDelete)}";

    public static IEnumerable<string> Of(StateMachineFact fact)
    {
        var owner = fact.Entity ?? "Something";
        yield return $"{owner} is one of {English.List(fact.States.Select(state => state.Name), "or")}{(fact.Attribute is null ? "" : $" in {fact.Attribute}")}{(fact.Initial.Count > 0 ? $"; it begins as {English.List(fact.Initial, "or")}" : "")}";
        foreach (var move in fact.Transitions)
        {
            yield return $"{owner} goes from {move.From} to {move.To}{Said(" by ", move.Trigger)}{Texts(", if ", move.Conditions)}{Texts(", and then ", move.Actions)}";
        }

        foreach (var state in fact.States)
        {
            foreach (var words in Of(state, fact))
            {
                yield return words;
            }
        }
    }

    private static IEnumerable<string> Of(StateFact state, StateMachineFact machine)
    {
        if (state.TransitionsListed && machine.Transitions.All(move => move.From != state.Name))
        {
            yield return $"{state.Name} is the end: no way leads out";
        }

        if (state.TimeoutAfter is { } period)
        {
            yield return $"{state.Name} becomes {state.TimeoutTo} after {period}";
        }

        if (state.Requires.Count > 0)
        {
            yield return $"{state.Name} needs {English.List(state.Requires)}";
        }

        if (state.Retention is { } kept)
        {
            yield return $"rows in {state.Name} are kept for {kept}";
        }
    }

    internal static string TypeWords(DataType? type)
    {
        if (type is null)
        {
            return "its type is not said";
        }

        var size = type.Length is { } length ? $" of at most {length} characters" : type.Precision is { } precision ? $" of {precision} digits, {type.Scale ?? 0} after the point" : "";
        var values = type.Values.Count > 0 ? $" ({string.Join(", ", type.Values)})" : "";
        return $"{(type.IsArray ? "a list of " : "")}{KindWords(type.Kind)}{size}{values}";
    }

    private static string KindWords(DataKind kind) => kind switch
    {
        DataKind.Unknown => "unknown type",
        DataKind.Uuid => "identifier (UUID)",
        DataKind.Identity => "running number",
        DataKind.ShortText => "text",
        DataKind.LongText => "long text",
        DataKind.Integer => "whole number",
        DataKind.BigInteger => "large whole number",
        DataKind.Decimal => "decimal number",
        DataKind.Boolean => "yes or no",
        DataKind.Timestamp => "moment",
        DataKind.LocalTimestamp => "local date and time",
        DataKind.Email => "e-mail address",
        DataKind.Phone => "phone number",
        DataKind.Url => "web address",
        DataKind.Json => "JSON",
        DataKind.Enumeration => "one of a list",
        DataKind.CurrencyCode => "currency code",
        DataKind.CountryCode => "country code",
        DataKind.LanguageCode => "language code",
        DataKind.TimeZone => "time zone",
        DataKind.IpAddress => "IP address",
        DataKind.Binary => "bytes",
        _ => kind.ToString().ToLowerInvariant(),
    };

    private static string Many(Cardinality? cardinality) => cardinality switch
    {
        null => "",
        { Min: 0, Max: null } => "any number of ",
        { Min: 1, Max: null } => "one or more ",
        { Min: 0, Max: 1 } => "at most one ",
        { Min: 1, Max: 1 } => "one ",
        { Max: null } many => $"{many.Min} or more ",
        { } between => $"{between.Min} to {between.Max} ",
    };

    private static string Texts(string word, Seq<PlacedText> texts) => texts.Count == 0 ? "" : word + English.List(texts.Select(text => text.Text));

    private static string Said(string before, string? words) => string.IsNullOrEmpty(words) ? "" : before + words;
}
