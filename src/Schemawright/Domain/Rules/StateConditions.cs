using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Facts;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules;

/// <summary>
/// What state machines demand besides their transitions: fields a state requires, and the conditions of a transition as lines
/// to be read with the transition as their moment.
/// </summary>
internal sealed class StateConditions(Vocabulary vocabulary)
{
    /// <summary>The moment of each condition or action of a transition, by its place.</summary>
    public Dictionary<SourceSpan, (RuleFact Fact, RuleTrigger Moment)> Moments { get; } = [];

    /// <summary>The conditions and actions in the order of the documents.</summary>
    public List<RuleFact> Lines { get; } = [];

    public void Read(StateMachineFact machine)
    {
        if (Terms(machine) is not { State: { } state } terms)
        {
            return;
        }

        foreach (var step in machine.Transitions)
        {
            var (from, to) = (Value(state, step.From), Value(state, step.To));
            if (to is null)
            {
                continue;
            }

            var moment = new RuleTrigger(TriggerKind.OnEnter, [state.Name], [to], from is null ? [] : [from]);
            Add(machine, terms, step.Conditions, moment, $"{step.From} to {step.To}", "conditions");
            Add(machine, terms, step.Actions, moment, $"{step.From} to {step.To}", "actions");
        }
    }

    /// <summary>"requires: return_reason": the field is filled in that state; a field no model lists is brought by this line.</summary>
    public IEnumerable<(RuleLine Line, Reading Reading)> Required(StateMachineFact machine)
    {
        if (Terms(machine) is not { State: { } column } terms)
        {
            yield break;
        }

        foreach (var state in machine.States.Where(state => state.Requires.Count > 0))
        {
            if (Value(column, state.Name) is not { } value)
            {
                continue;
            }

            var fact = Fact(machine, terms, $"requires: {string.Join(", ", state.Requires)}", state.RequiresAt ?? state.Source, state.Name, "states");
            var line = new RuleLine(fact, vocabulary, [fact]);
            yield return (line, Reading.Of(state.Requires.Where(field => Naming.Words(field).Count is > 0 and < 6).Select(field => Filled(line, terms, field, value))));
        }
    }

    private static RuleDraft Filled(RuleLine line, EntityTerms terms, string field, string state)
    {
        var column = terms.Exact(Naming.EntityKey(field)) ?? terms.Evidence(Naming.EntityKey(field)) ?? line.AddField(terms, Naming.Snake(field), TypeOf(field));
        return Rules.Moments.InState(terms, [state], new IsPresent(column.Ref), $"{column.Name} given when {state}");
    }

    private static DataType TypeOf(string field) => Naming.Words(field)[^1] switch
    {
        "at" => DataType.Of(DataKind.Timestamp),
        "date" => DataType.Of(DataKind.Date),
        "amount" or "fee" or "price" or "cost" => DataType.Of(DataKind.Money),
        "count" or "number" or "quantity" => DataType.Of(DataKind.Integer),
        "reason" or "notes" or "note" or "comment" or "description" or "explanation" => DataType.Of(DataKind.LongText),
        _ => DataType.Of(DataKind.ShortText),
    };

    private void Add(StateMachineFact machine, EntityTerms terms, Seq<PlacedText> texts, RuleTrigger moment, string step, string part)
    {
        foreach (var text in texts)
        {
            var fact = Fact(machine, terms, text.Text, text.Source, step, part);
            if (Moments.TryAdd(text.Source, (fact, moment)))
            {
                Lines.Add(fact);
            }
        }
    }

    private static RuleFact Fact(StateMachineFact machine, EntityTerms terms, string text, SourceSpan source, string step, string part) =>
        new(null, null, [], [step, part], null, text, terms.Name, FactForm.List, machine.Document, source, text);

    private EntityTerms? Terms(StateMachineFact machine) =>
        machine.Transitions.Count > 0 && vocabulary.MachineAt(machine.Transitions[0].Source) is { } known ? vocabulary.Of(known.Entity)
        : vocabulary.Find(machine.Entity) ?? (machine.Entity is null ? null : vocabulary.EntitiesIn(Lexer.Read(machine.Entity)).LastOrDefault());

    private static string? Value(Column state, string name) => Clauses.Values.Enumerated(name, state);
}
