using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// What a state asks for, said in few words: "Done → the completed date is filled", "Approved = we know who and when", "Finished means: note, hours
/// and finished time", "blocked: say why", "a sent parcel carries its weight and its sender".
/// </summary>
internal sealed class FilledInState : IRulePattern
{
    private const int Longest = 30;

    private static readonly string[] Signs = ["->", "=", "means", ":", "→"];
    private static readonly string[] Carrying = ["carries", "carry", "records", "record", "has", "have", "needs", "need", "requires", "require", "shows", "bears"];
    private static readonly string[] Idle = ["is", "are", "filled", "set", "given", "known", "recorded", "present", "must", "be", "have", "has", "we", "want", "need", "know", "needs", "a", "an", "the", "its", "it", "and", ",", ":", ".", "also", "then", "must", "stored", "of", "at", "least"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Whole;
        return words.Count is < 3 or > Longest ? null : BySign(line, words) ?? ByVerb(line, words);
    }

    /// <summary>A state, a sign, and what is filled.</summary>
    private static Reading? BySign(RuleLine line, Seq<Token> words)
    {
        var sign = Enumerable.Range(1, Math.Min(4, words.Count - 2)).FirstOrDefault(at => words[at].IsAny(Signs) || words[at].IsOperator("->") || words[at].IsOperator("="), -1);
        if (line.Subject is not { State: { } state } terms || (sign < 0 && line.Label.Count is < 1 or > 2))
        {
            return null;
        }

        var from = sign < 0 ? line.Label.Count : sign;
        return States(terms, state, words, from) is { Count: > 0 } states && !(from + 1 < words.Count && Named(words[from + 1], state)) ? Required(line, terms, states, words, from + (sign < 0 ? 0 : 1)) : null;
    }

    /// <summary>"A job that is offered or accepted has a contractor", "resolved complaints require a text and a time": of the rows in that state alone.</summary>
    private static Reading? ByVerb(RuleLine line, Seq<Token> words)
    {
        var verb = Phrase.IndexOf(words, 1, Carrying);
        if (verb is < 1 or > 12 || Clauses.SubjectPhrase.At(line.Vocabulary, words, 0, verb) is not { Which: { } which, Only: false, None: false } phrase || phrase.End != verb || phrase.Terms.State is not { } state || which.Refs().Any(reference => !reference.IsOwn || reference.Attribute != state.Name))
        {
            return null;
        }

        var fields = Fields(line, phrase.Terms, [phrase.Name], words, verb + 1);
        return fields.Count == 0 ? null : Reading.Of(fields.Select(field => new RuleDraft(phrase.Terms.Name, $"{field.Name} given when {phrase.Name}", RuleTrigger.Always, new Holds(new Implies(which, new IsPresent(field.Ref))))));
    }

    private static Reading? Required(RuleLine line, EntityTerms terms, IReadOnlyList<string> states, Seq<Token> words, int from)
    {
        var fields = Fields(line, terms, states, words, from);
        return fields.Count == 0 ? null : Reading.Of(fields.Select(field => Moments.InState(terms, states, new IsPresent(field.Ref), $"{field.Name} given when {states[0]}")));
    }

    /// <summary>The states named before the sign, by their names or by what leads to them: "Cancelling".</summary>
    private static IReadOnlyList<string> States(EntityTerms terms, Column state, Seq<Token> words, int to)
    {
        var found = new List<string>();
        foreach (var word in words.Take(to).Where(word => word.Kind is TokenKind.Word or TokenKind.Quoted && !word.IsAny("or", "and", "a", "an", "the", "when", "once", "status", "state")))
        {
            var value = Clauses.Values.Enumerated(word.Text, state);
            var led = value is not null ? [value] : word.Lower.EndsWith("ing", StringComparison.Ordinal) ? Moments.StatesOf(terms, word.Lower) : [];
            if (led.Count != 1)
            {
                return [];
            }

            found.Add(led[0]);
        }

        return found;
    }

    private static bool Named(Token word, Column state) => word.Kind == TokenKind.Word && Clauses.Values.Enumerated(word.Text, state) is not null;

    /// <summary>All that is named up to the end; empty when a word is neither a field nor says that it is filled.</summary>
    private static IReadOnlyList<Column> Fields(RuleLine line, EntityTerms terms, IReadOnlyList<string> states, Seq<Token> words, int from)
    {
        var speech = new Speech(line.Vocabulary, terms);
        var found = new List<Column>();
        for (var at = from; at < words.Count;)
        {
            if (found.Count > 0 && words[at].IsAny("filled", "is", "are", "set", "given", "known", "recorded", "present", "stored"))
            {
                at++;
            }
            else if (words[at].IsAny("who", "when", "why", "reason") && OfDeed(terms, states, words[at].Lower) is { } deed)
            {
                found.Add(deed);
                at++;
            }
            else if (speech.At(words, at) is { IsOwn: true } operand && operand.Entity == terms.Name && operand.Column != terms.State)
            {
                found.Add(operand.Column);
                at = operand.End;
            }
            else if (speech.ReferenceAt(words, at, out var width) is { } reference)
            {
                found.Add(reference);
                at += width;
            }
            else if (Agent(terms, words[at]) is { } agent)
            {
                found.Add(agent);
                at++;
            }
            else if (words[at].IsAny(Idle) || words[at].IsAny("say", "tell"))
            {
                at++;
            }
            else
            {
                return [];
            }
        }

        return [.. found.Distinct()];
    }

    /// <summary>"Approver" of approved_by.</summary>
    private static Column? Agent(EntityTerms terms, Token word) =>
        word.Lower.Length > 5 && (word.Lower.EndsWith("er", StringComparison.Ordinal) || word.Lower.EndsWith("or", StringComparison.Ordinal)) ? Moments.DoneBy(terms, word.Lower) : null;

    /// <summary>Who did it, when, and why: approved_by, approved_at, a reason named for the state.</summary>
    private static Column? OfDeed(EntityTerms terms, IReadOnlyList<string> states, string asked) => asked switch
    {
        "who" => states.Select(state => Moments.DoneBy(terms, state)).FirstOrDefault(column => column is not null),
        "when" => states.Select(state => Moments.DoneAt(terms, state)).FirstOrDefault(column => column is not null),
        _ => terms.Columns.Where(column => column.IsText && column.Words[^1] is "reason" && (column.Words.Count == 1 || states.Any(state => Stems.Same(state, column.Words[0])))).ToArray() is [var only] ? only : null,
    };
}
