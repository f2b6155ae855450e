using System.Text;
using Schemawright.Diagnostics;
using Schemawright.Facts;
using Schemawright.Terms;

namespace Schemawright.Tests.Facts.Structure;

/// <summary>Structure facts as lines of text, one fact a line, each with its place.</summary>
internal static class FactDump
{
    public static string Of(FactBase facts)
    {
        var lines = new StringBuilder();
        Write(facts.Entities.Select(Entity));
        Write(facts.Attributes.Select(Attribute));
        Write(facts.Keys.Select(key => $"key {key.Entity} ({string.Join(", ", key.Attributes)}){(key.Primary ? " primary" : "")}{(key.IgnoreCase ? " ignoring case" : "")}{(key.Where is null ? "" : $" where {Tree(key.Where)}")} @ {Place(key.Source)}"));
        Write(facts.Synonyms.Where(name => name.Stated).Select(name => $"synonym {name.Name} = {name.Alias} @ {Place(name.Source)}"));
        Write(facts.Relationships.Select(link => $"relationship {link.From} {link.FromCardinality?.ToString() ?? "?"} to {link.ToCardinality?.ToString() ?? "?"} {link.To}{Said(" label", link.Label)}{Said(" role", link.Role)}{Said(" on delete", link.OnDelete)} @ {Place(link.Source)}"));
        Write(facts.StateMachines.SelectMany(Machine));
        Write(facts.Queries.Where(query => query.Words.StartsWith("CREATE", StringComparison.OrdinalIgnoreCase)).Select(query => $"query {query.Entity} {query.Kind} ({string.Join(", ", query.Attributes)}){(query.Descending ? " descending" : "")}{Said(" where", query.Where)} @ {Place(query.Source)}"));
        return lines.ToString();

        void Write(IEnumerable<string> entries)
        {
            foreach (var entry in entries)
            {
                lines.Append(entry).Append('\n');
            }
        }
    }

    private static string Entity(EntityFact fact) => $"entity {fact.Name} {fact.Form}{(fact.Weak ? " weak" : "")}{Said(" is", fact.Description)} @ {Place(fact.Source)}";

    private static string Attribute(AttributeFact fact)
    {
        var parts = new List<string> { $"attribute {fact.Entity}.{fact.Name} {Type(fact.Type)}" };
        Add(fact.PrimaryKey == true, "primary");
        Add(fact.Required == true, "required");
        Add(fact.Required == false, "optional");
        Add(fact.Unique == true, "unique");
        Add(fact.Default is not null, $"default {fact.Default}");
        Add(fact.References is not null, $"refers to {fact.References}");
        Add(fact.OnDelete is not null, $"on delete {fact.OnDelete}");
        Add(fact.Check is not null, fact.Check is null ? "" : $"check {Tree(fact.Check)}");
        Add(fact.Marks.Count > 0, $"marks {string.Join(", ", fact.Marks)}");
        return $"{string.Join(" ", parts)} @ {Place(fact.Source)}";

        void Add(bool holds, string words)
        {
            if (holds)
            {
                parts.Add(words);
            }
        }
    }

    private static IEnumerable<string> Machine(StateMachineFact machine) =>
    [
        $"states of {machine.Entity ?? "?"}{(machine.Initial.Count > 0 ? $" from {string.Join(", ", machine.Initial)}" : "")} @ {Place(machine.Source)}",
        .. machine.States.Select(state => $"  {state.Name}{(state.TransitionsListed && machine.Transitions.All(move => move.From != state.Name) ? " terminal" : "")}{Said(" is", state.Description)}{(state.TimeoutAfter is null ? "" : $" after {state.TimeoutAfter} to {state.TimeoutTo}")}{(state.Requires.Count > 0 ? $" requires {string.Join(", ", state.Requires)}" : "")}{(state.Retention is null ? "" : $" kept {state.Retention}")} @ {Place(state.Source)}"),
        .. machine.Transitions.Select(move => $"  {move.From} to {move.To}{Said(" by", move.Trigger)}{(move.Conditions.Count > 0 ? $" if {string.Join("; ", move.Conditions.Select(text => text.Text))}" : "")}{(move.Actions.Count > 0 ? $" then {string.Join("; ", move.Actions.Select(text => text.Text))}" : "")} @ {Place(move.Source)}"),
    ];

    private static string Type(DataType? type) => type is null
        ? "?"
        : $"{type.Kind}{(type.Length is { } length ? $"({length})" : "")}{(type.Precision is { } precision ? $"({precision},{type.Scale})" : "")}{(type.Values.Count > 0 ? $"[{string.Join("|", type.Values)}]" : "")}{(type.IsArray ? " array" : "")}";

    private static string Said(string word, string? text) => text is null ? "" : $"{word} \"{text}\"";

    private static string Place(SourceSpan span) => $"{span.Line}:{span.Column}";

    private static string Tree(Expr expr) => expr switch
    {
        Ref node => string.Join('.', node.Path),
        Literal node => node.Kind == LiteralKind.Text ? $"'{node.Text}'" : node.Text,
        Compare node => $"({node.Op} {Tree(node.Left)} {Tree(node.Right)})",
        And node => $"(and {string.Join(" ", node.Terms.Select(Tree))})",
        Or node => $"(or {string.Join(" ", node.Terms.Select(Tree))})",
        Not node => $"(not {Tree(node.Term)})",
        IsPresent node => $"(present {Tree(node.Term)})",
        OneOf node => $"(in {Tree(node.Term)} {string.Join(" ", node.Values.Select(Tree))})",
        LengthOf node => $"(length {Tree(node.Term)})",
        Lower node => $"(lower {Tree(node.Term)})",
        Arithmetic node => $"({node.Op} {Tree(node.Left)} {Tree(node.Right)})",
        Matches node => $"(matches {Tree(node.Term)} {node.Pattern})",
        Clock node => $"({node.Kind})",
        Interval node => $"({node.Period})",
        _ => expr.GetType().Name,
    };
}
