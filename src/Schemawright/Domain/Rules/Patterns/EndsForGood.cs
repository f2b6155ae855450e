using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Cancellation is permanent", "closing cannot be undone", "once rejected it stays rejected": no way leads out of a state.</summary>
internal sealed class EndsForGood : IRulePattern
{
    private static readonly string[] Final = ["permanent", "final", "irreversible", "definitive", "terminal"];

    private static readonly string[] Undone = ["undone", "reversed", "reverted", "revoked", "taken"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Whole;
        var end = Phrase.IndexOf(words, 0, ".", "(", ";", ",");
        var body = end < 0 ? words : [.. words.Take(end)];
        return line.Subject is not { State: { } state } terms ? null : (body.Count < 3 ? null : Said(terms, state, body)) ?? Stays(terms, state, line.Whole) ?? ForGood(line);
    }

    private static Reading? Said(EntityTerms terms, Column state, IReadOnlyList<Token> words)
    {
        var be = Phrase.IndexOf(words, 1, "is", "are", "cannot", "can't");
        var last = words[^1];
        if (be is < 1 or > 3 || !(last.IsAny(Final) && words.Count - be <= 3 && !Phrase.Has(words, "not") || last.IsAny(Undone) && Phrase.Has(words, "cannot", "can't", "not", "never")))
        {
            return null;
        }

        return Enumerable.Range(0, be).Select(at => StateOf(state, words[at].Lower)).OfType<string>().FirstOrDefault() is { } value ? Ends(terms, state, value) : null;
    }

    /// <summary>"Once cancelled it stays cancelled".</summary>
    private static Reading? Stays(EntityTerms terms, Column state, IReadOnlyList<Token> words)
    {
        var once = Phrase.IndexOf(words, 0, "once");
        var stays = once < 0 ? -1 : Phrase.IndexOf(words, once, "stays", "stay", "remains", "remain");
        return stays > once + 1 && stays + 1 < words.Count && Values.Enumerated(words[stays + 1].Text, state) is { } value
            && words.Skip(once + 1).Take(stays - once - 1).Any(word => Values.Enumerated(word.Text, state) == value) ? Ends(terms, state, value) : null;
    }

    /// <summary>"Barred riders remain barred for good".</summary>
    private static Reading? ForGood(RuleLine line)
    {
        var words = line.Whole;
        var stays = Phrase.IndexOf(words, 2, "stays", "stay", "remains", "remain", "are", "is");
        if (stays < 2 || stays + 2 >= words.Count || !(Phrase.At(words, stays + 2, "for", "good") || Phrase.At(words, stays + 2, "for", "ever") || words[stays + 2].IsAny("forever", "permanently")) || SubjectPhrase.At(line.Vocabulary, words, 0, stays) is not { Which: { } which, Only: false, None: false } rows || rows.End != stays || rows.Terms.State is not { } state || Values.Enumerated(words[stays + 1].Text, state) is not { } value || which != Logic.In(state, [value]))
        {
            return null;
        }

        return Ends(rows.Terms, state, value);
    }

    /// <summary>The state that the action or quality leads to: cancellation, cancelling, cancelled.</summary>
    private static string? StateOf(Column state, string word) =>
        word.Length > 4 ? state.Type.Values.FirstOrDefault(value => Naming.Words(value) is [var only] && Stems.Same(only, word)) : null;

    private static Reading Ends(EntityTerms terms, Column state, string value) => Reading.Of(new RuleDraft(
        terms.Name, $"{state.Name} stays {value}", new(TriggerKind.OnChange, [state.Name]), new Unchangeable([state.Name], Logic.In(state, [value]))));
}
