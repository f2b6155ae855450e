using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "Require a reason on cancellation", "Reject with reason", and below a line that names a transition: "Transition to 'void'",
/// "Require reason": the state needs a reason, which becomes a field when no field holds it.
/// </summary>
internal sealed class RequiresReason : IRulePattern
{
    private static readonly string[] Reasons = ["reason", "explanation", "justification", "comment"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Whole;
        var reason = Phrase.IndexOf(words, 0, Reasons);
        if (reason < 1 || !Demanded(words, reason) || words[0].IsAny("when", "if", "whenever") || Phrase.Has(words, "if", "optional", "known", "override") || line.Vocabulary.WithStates(line.Subject) is not { State.Type.Values.Count: > 0 } subject)
        {
            return null;
        }

        if (Phrase.Has(words, "and") && new QualifiesSubject().Read(line) is { Rules.Count: > 0 } fuller)
        {
            return fuller;
        }

        var states = States(line, subject, words);
        if (states.Count == 0)
        {
            return null;
        }

        var named = new Speech(line.Vocabulary, subject).Within(words, reason - 1, reason + 1);
        var column = named is { IsOwn: true, Column.IsText: true } && named.Entity == subject.Name && named.End == reason + 1 && named.Column.Words.All(part => words.Any(word => Stems.Same(word.Lower, part))) ? named.Column
            : Existing(subject, words[reason].Lower, states)
            ?? (subject.Machine is null ? null : line.AddField(subject, $"{Noun(states[0])}_{words[reason].Lower}", DataType.Of(DataKind.LongText)));
        if (column is null)
        {
            return null;
        }

        var given = new IsPresent(column.Ref);
        return Reading.Of(OneWay(line, subject, states) is { } from
            ? new RuleDraft(subject.Name, $"{column.Name} given when {states[0]} after {from}", new(TriggerKind.OnEnter, [subject.State!.Name], [states[0]], [from]), new Holds(given))
            : Moments.InState(subject, states, given, $"{column.Name} given when {states[0]}"));
    }

    /// <summary>
    /// Where several ways lead into the state and the block above speaks of one of them (a case "SignatureDeclined" of the state
    /// pending_signature), the state it comes from.
    /// </summary>
    private static string? OneWay(RuleLine line, EntityTerms subject, IReadOnlyList<string> states)
    {
        if (line.Fact.Keys.Count == 0 || states.Count != 1 || subject.Machine is not { } machine)
        {
            return null;
        }

        var ways = machine.Transitions.Where(step => step.To == states[0]).Select(step => step.From).Distinct(StringComparer.Ordinal).ToArray();
        var said = line.Fact.Keys.SelectMany(Naming.Words).ToArray();
        var meant = ways.Where(from => Naming.Words(from).Any(part => part.Length > 4 && said.Any(word => Stems.Same(word, part)))).ToArray();
        return ways.Length > 1 && meant.Length == 1 ? meant[0] : null;
    }

    private static bool Demanded(IReadOnlyList<Token> words, int reason)
    {
        if (words.Take(reason).Any(word => word.IsAny("emails", "mails", "sends", "notifies", "informs", "tells", "emailed", "notified", "informed")))
        {
            // A reason that people are told is no field yet.
            return false;
        }

        for (var at = 0; at < reason; at++)
        {
            if (words[at].IsAny("require", "requires", "required", "with", "must", "needs", "need", "mandatory"))
            {
                return true;
            }
        }

        return reason + 1 < words.Count && words[reason + 1].IsAny("required", "mandatory", "is", "must");
    }

    /// <summary>The states the line, its label or a neighbour in the same group leads to.</summary>
    private static IReadOnlyList<string> States(RuleLine line, EntityTerms subject, IReadOnlyList<Token> words)
    {
        foreach (var word in words)
        {
            if (Moments.StatesOf(subject, word.Lower) is { Count: > 0 and < 3 } states)
            {
                return states;
            }
        }

        foreach (var other in line.Block.Where(other => other.Keys == line.Fact.Keys && other.Keys.Count > 0))
        {
            var near = Lexer.Read(other.Text);
            if (Phrase.Has(near, "transition", "transitions", "set", "move", "moves", "becomes", "change", "mark")
                && near.Select(word => Clauses.Values.Enumerated(word.Text, subject.State!)).FirstOrDefault(value => value is not null) is { } value)
            {
                return [value];
            }
        }

        return [];
    }

    private static Column? Existing(EntityTerms subject, string reason, IReadOnlyList<string> states) =>
        subject.Columns.FirstOrDefault(column => column.Words[^1] == reason && column.Words.Count > 1 && states.Any(state => Naming.Words(state)[^1] is var last && (Stems.Same(last, column.Words[^2]) || last.StartsWith(column.Words[^2].Length > 4 ? column.Words[^2][..4] : column.Words[^2], StringComparison.Ordinal))))
        ?? (subject.Exact(reason) is { IsForeignKey: false } plain ? plain : null);

    /// <summary>cancelled gives cancellation, rejected rejection, terminated termination, void void.</summary>
    private static string Noun(string state)
    {
        var word = Naming.Words(state)[^1];
        var stem = word.EndsWith("ed", StringComparison.Ordinal) ? word[..^2] : word;
        return word.EndsWith("lled", StringComparison.Ordinal) ? stem + "ation"
            : word.EndsWith("eled", StringComparison.Ordinal) ? stem + "lation"
            : word.EndsWith("ted", StringComparison.Ordinal) ? stem + "ion"
            : word;
    }
}
