using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Tickets are immutable unless explicitly cancelled": what a row says never changes, only its state does.</summary>
internal sealed class FrozenButForEnding : IRulePattern
{
    private static readonly string[] Frozen = ["immutable", "unchangeable", "frozen", "read-only", "fixed"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Whole;
        var but = Phrase.IndexOf(words, 2, "unless", "except", "but");
        if (but < 3 || !words[but - 1].IsAny(Frozen) || words.Count > but + 6 || SubjectPhrase.At(line.Vocabulary, words, 0, but) is not { Which: null } phrase || phrase.Terms.State is not { } state)
        {
            return null;
        }

        var last = words.Skip(but + 1).LastOrDefault(word => word.Kind == TokenKind.Word);
        var ends = last is not null && state.Type.Values.Any(value => Facts.Language.Naming.Words(value) is [var only] && Stems.Same(only, last.Lower));
        var kept = ends ? Content.Of(phrase.Terms, phrase.Terms.Columns) : [];
        return kept.Count == 0 ? null : Reading.Of(new RuleDraft(phrase.Terms.Name, $"no change but of {state.Name}", new(TriggerKind.OnChange, kept), new Unchangeable(kept, null)));
    }
}
