using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "Only draft invoices can be deleted", "an order can only be edited while open", "cannot be changed once posted", "entries
/// are append-only", "Update order (draft only)".
/// </summary>
internal sealed class LimitsChanges : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Whole;
        var verbs = new ChangeVerbs(words);
        if (!verbs.Any || words.Count > 9 || ChangesState(words) || Phrase.Has(words, ";", ",") || Phrase.Has(words, "unless") || Target(line, words) is not { } terms)
        {
            return null;
        }

        if (terms.Entity.Kind == EntityKind.AuditTrail)
        {
            return Reading.Modelled($"the audit log that stands for {terms.Name} refuses every change and deletion of its entries");
        }

        var denied = Phrase.Has(words, "cannot", "can't", "not", "never", "immutable", "append-only", "no");
        var only = Phrase.Has(words, "only");
        if (!denied && !only)
        {
            return null;
        }

        var states = States(terms, words);
        if (states.Count == 0)
        {
            return denied && !Phrase.Has(words, "without", "unless", "if", "when", "after", "once", "until", "while", "who", "own", "other", "others") && verbs.Absolute && IsSubject(line, words, terms) ? Reading.Of(Frozen(line, terms, null, verbs)) : null;
        }

        if (terms.State is not { } state)
        {
            return null;
        }

        // "Not once posted" forbids in the state; "only while draft" forbids in all others.
        var forbidden = only && !Phrase.Has(words, "once", "after") ? new Not(Logic.In(state, states)) : Logic.In(state, After(terms, states, words));
        return Reading.Of(Frozen(line, terms, forbidden, verbs));
    }

    /// <summary>"cannot change status": of all that the row says, the state alone.</summary>
    private static bool ChangesState(IReadOnlyList<Token> words) => Phrase.IndexOf(words, 1, "change", "changes", "alter", "update") is > 0 and var verb && words.Skip(verb + 1).Any(word => word.IsAny("status", "state"));

    /// <summary>The sentence is about the rows themselves: "orders cannot …", "entries are immutable".</summary>
    private static bool IsSubject(RuleLine line, IReadOnlyList<Token> words, EntityTerms terms)
    {
        for (var at = 1; at < Math.Min(words.Count, 7); at++)
        {
            if (words[at].IsAny("is", "are", "cannot", "can", "can't", "must", "may", "shall", "be", "never"))
            {
                return IsWhole(line, words, terms, at);
            }
        }

        return false;
    }

    /// <summary>Nothing but the name of the rows: "settled reports" and "rooms with guests" are not all of them.</summary>
    private static bool IsWhole(RuleLine line, IReadOnlyList<Token> words, EntityTerms terms, int modal)
    {
        var start = Speech.SkipDeterminers(words, 0);
        start += start < modal && words[start].IsAny("no", "existing", "posted", "issued", "recorded", "once") ? 1 : 0;
        if (start < modal && line.Speech.At(words, start) is { IsOwn: true } field && field.End == modal)
        {
            return true;
        }

        var end = start < modal && line.Vocabulary.EntityAt(words, start, out var width) == terms ? start + width : modal + 1;
        return end <= modal && words.Skip(end).Take(modal - end).All(word => word.IsAny("record", "records", "entry", "entries", "row", "rows", "data", "log", "logs", "history", "line", "lines", "item", "items", "itself", "themselves", ",", "and", "table"));
    }

    private static EntityTerms? Target(RuleLine line, IReadOnlyList<Token> words) => line.Vocabulary.EntitiesIn(words).FirstOrDefault() ?? line.Subject;

    private static IReadOnlyList<string> States(EntityTerms terms, IReadOnlyList<Token> words) =>
        terms.State is not { } state ? [] : [.. words.Where((_, at) => at == 0 || !words[at - 1].Is("be")).Select(word => Named(state, word)).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>A state's own name, or its plural as a noun: "drafts".</summary>
    private static string? Named(Column state, Token word) =>
        word.Kind is TokenKind.Mark or TokenKind.Operator ? null : Values.Enumerated(word.Text, state) ?? Values.Enumerated(Facts.Language.Nouns.Singular(word.Lower), state);

    /// <summary>"After approval" covers the states that follow as well, as long as no way leads back.</summary>
    private static IReadOnlyList<string> After(EntityTerms terms, IReadOnlyList<string> states, IReadOnlyList<Token> words)
    {
        if (terms.Machine is not { } machine || !Phrase.Has(words, "after", "once"))
        {
            return states;
        }

        var reached = new List<string>(states);
        for (var at = 0; at < reached.Count; at++)
        {
            reached.AddRange(machine.Transitions.Where(step => step.From == reached[at] && !reached.Contains(step.To, StringComparer.Ordinal)).Select(step => step.To).Distinct(StringComparer.Ordinal));
        }

        return reached.Any(machine.Initial.Contains) ? states : reached;
    }

    private static IEnumerable<RuleDraft> Frozen(RuleLine line, EntityTerms terms, Expr? forbidden, ChangeVerbs verbs)
    {
        var when = forbidden is null ? "" : " in that state";
        if (verbs.Deletes)
        {
            yield return new(terms.Name, $"no deletion{when}", new(TriggerKind.OnDelete), new NotDeletable(forbidden));
        }

        if (verbs.Edits)
        {
            var content = Content.Of(terms, line.Speech, line.Whole, forbidden is null);
            yield return new(terms.Name, $"no change{when}", new(TriggerKind.OnChange, content), new Unchangeable(content, forbidden));
        }
    }
}
