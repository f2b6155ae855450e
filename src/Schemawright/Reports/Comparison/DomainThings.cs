using System.Text.Json;
using Schemawright.Rendering;
using Schemawright.Terms;

namespace Schemawright.Reports.Comparison;

/// <summary>What the business part of a model file says of each entity and of the product, in words.</summary>
internal static class DomainThings
{
    public static IEnumerable<PicturedThing> Of(JsonElement domain) =>
    [
        .. domain.Items("entities").SelectMany(Entity),
        .. domain.Items("relationships").Select(Reference),
        .. domain.Items("stateMachines").SelectMany(States),
        .. domain.Items("rules").Select(rule => new PicturedThing(rule.Word("entity"), "rule", rule.Word("id"), Phrase(RuleWords.Of(RuleReader.Rule(rule))))),
        .. domain.Items("permissions").Select(Permission),
        .. domain.Items("retention").Select(Retention),
        .. domain.Items("accessPaths").Select(path => new PicturedThing(path.Word("entity"), "way of reading", path.Word("words"), AccessPath(path))),
        .. domain.Items("scale").Select(Scale),
        .. Whole(domain),
    ];

    private static IEnumerable<PicturedThing> Entity(JsonElement entity)
    {
        var name = entity.Word("name");
        yield return new(name, "entity", name, entity.Word("kind").ToLowerInvariant());
        foreach (var attribute in entity.Items("attributes"))
        {
            yield return new(name, "attribute", attribute.Word("name"), string.Join("; ", Attribute(attribute)));
        }

        foreach (var key in entity.Items("keys").Select(RuleReader.Key))
        {
            yield return new(name, "key", English.List(key.Attributes), Phrase(RuleWords.Of(key)));
        }

        if (entity.Words("statedPrimaryKey") is { Count: > 0 } primary)
        {
            yield return new(name, "primary key", English.List(primary), $"a row is identified by {English.List(primary)}");
        }
    }

    private static IEnumerable<string> Attribute(JsonElement attribute)
    {
        yield return StructureFactWords.TypeWords(Type(attribute.Member("type") ?? throw new JsonException("an attribute lacks its type")));
        yield return attribute.Holds("required") ? "must be given" : "may be empty";
        if (ExprReader.Optional(attribute, "default") is { } value)
        {
            yield return $"{ExprWords.Of(value)} unless given";
        }

        if (ExprReader.Optional(attribute, "derived") is { } derived)
        {
            yield return $"computed as {ExprWords.Of(derived)}";
        }

        foreach (var (member, words) in new[] { ("immutable", "never changes"), ("encrypted", "encrypted"), ("hashed", "hashed") })
        {
            if (attribute.Holds(member))
            {
                yield return words;
            }
        }

        if (attribute.Word("privacy") is not ("" or "None") and var privacy)
        {
            yield return $"{privacy.ToLowerInvariant()} data";
        }
    }

    private static DataType Type(JsonElement json) => new(
        json.Choice<DataKind>("kind"), json.Number("length"), json.Number("precision"), json.Number("scale"), json.Words("values"), json.Holds("isArray"));

    private static PicturedThing Reference(JsonElement json)
    {
        var many = json.Member("children") is { } children && children.Number("max") == 1 ? "; only one row for each" : "";
        var optional = json.Member("parents") is { } parents && parents.Number("min") == 0 ? "; may be empty" : "";
        return new(json.Word("child"), "reference", json.Word("role"),
            $"to {json.Word("parent")} by {json.Word("foreignKey")}{optional}{many}; on deletion: {json.Word("onDelete").ToLowerInvariant()}{(json.Holds("identifying") ? "; part of it" : "")}");
    }

    private static IEnumerable<PicturedThing> States(JsonElement machine)
    {
        var (entity, initial) = (machine.Word("entity"), machine.Words("initial"));
        foreach (var state in machine.Items("states"))
        {
            var timeout = state.Member("timeoutAfter") is { } after ? $"; becomes {state.Word("timeoutTo")} after {ExprReader.Period(after)}" : "";
            yield return new(entity, "state", state.Word("name"), $"of {machine.Word("attribute")}{(initial.Contains(state.Word("name"), StringComparer.Ordinal) ? "; a row may begin in it" : "")}{(state.Holds("terminal") ? "; no way leads out" : "")}{timeout}");
        }

        foreach (var move in machine.Items("transitions"))
        {
            yield return new(entity, "transition", $"{move.Word("from")} to {move.Word("to")}", move.Member("trigger") is null ? "allowed" : $"allowed by {move.Word("trigger")}");
        }
    }

    private static PicturedThing Permission(JsonElement json)
    {
        var reach = json.Word("reach") switch { "Own" => " of its own", "Assigned" => " assigned to it", _ => "" };
        var only = ExprReader.Optional(json, "where") is { } where ? $" where {ExprWords.Of(where)}" : "";
        var attribute = json.Member("attribute") is null ? "" : $" {json.Word("attribute")}";
        return new(json.Word("entity"), "permission", $"{json.Word("actor")} {json.Word("kind").ToLowerInvariant()}{attribute}", $"{(json.Holds("allowed") ? "may" : "may not")}: rows{reach}{only}");
    }

    private static PicturedThing Retention(JsonElement json)
    {
        // The audit log is no entity of the documents.
        var (entity, subject) = json.Word("entity").StartsWith('*') ? ("", "the audit log, ") : (json.Word("entity"), "");
        var only = ExprReader.Optional(json, "where") is { } where ? $" where {ExprWords.Of(where)}" : "";
        return new(entity, "retention", subject + (json.Holds("minimum") ? "at least" : "at most"),
            $"{ExprReader.Period(json.Member("period") ?? default)} from {(json.Member("anchor") is null ? "created_at" : json.Word("anchor"))}{only}; then {json.Word("disposal")}");
    }

    private static string AccessPath(JsonElement json)
    {
        var by = json.Words("equality").Concat(json.Member("range") is null ? [] : [$"a range of {json.Word("range")}"]).Concat(json.Words("search").Select(field => $"words of {field}")).ToArray();
        var order = json.Member("orderBy") is null ? "" : $", in the order of {json.Word("orderBy")}{(json.Holds("descending") ? ", latest first" : "")}";
        return $"{json.Word("kind").ToLowerInvariant()}{(by.Length > 0 ? $" by {English.List(by)}" : "")}{order}";
    }

    private static PicturedThing Scale(JsonElement json)
    {
        var when = json.Number("horizonMonths") switch { null => "", 0 => " now", var months => $" in month {months}" };
        var percentile = json.Number("percentile") is { } share ? $" for {share} of 100" : "";
        return new(json.Word("entity"), "figure", $"{Spaced(json.Word("kind"))}{when}{percentile}", English.Figure(json.Figure("value")));
    }

    private static IEnumerable<PicturedThing> Whole(JsonElement domain) =>
    [
        new("", "product", "name", domain.Word("appName")),
        new("", "tenancy", "model", $"{Spaced(domain.Member("tenancy")?.Word("model") ?? "")} {domain.Member("tenancy")?.Word("tenantEntity")}".Trim()),
        .. domain.Items("actors").Select(actor => new PicturedThing("", "role", actor.Word("name"), actor.Member("roleValue") is null ? "a role" : $"a role, held by {actor.Word("roleValue")}")),
        .. domain.Items("technologies").Select(used => new PicturedThing("", "technology", $"{Spaced(used.Word("role"))} {used.Word("product")}", $"{used.Word("product")} {used.Word("version")}".Trim())),
        .. domain.Items("recovery").Select(target => new PicturedThing("", "recovery", Spaced(target.Word("kind")), target.Member("period") is { } period ? ExprReader.Period(period).ToString() : target.Word("words"))),
        .. domain.Items("privacy").Select(demand => new PicturedThing(demand.Word("entity"), "privacy", $"{Spaced(demand.Word("kind"))} {demand.Word("attribute")}".Trim(), $"demanded {demand.Word("detail")} {string.Join(", ", demand.Words("actors"))}".Trim())),
        .. domain.Items("audit").Select(demand => new PicturedThing(demand.Word("entity"), "audit", "changes", "recorded")),
    ];

    /// <summary>A sentence as part of another.</summary>
    private static string Phrase(string sentence) => sentence.TrimEnd('.');

    /// <summary>The words of a name in code: <c>RowsPerYear</c> is "rows per year".</summary>
    private static string Spaced(string name) =>
        string.Concat(name.Select((character, index) => char.IsUpper(character) ? $"{(index > 0 ? " " : "")}{char.ToLowerInvariant(character)}" : $"{character}"));
}
