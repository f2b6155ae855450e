using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "Journal lines must have the currency of their account", "the approver must be the employee's manager": an attribute or reference that
/// must be the same as one of what the row refers to.
/// </summary>
internal sealed class MatchesParent : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var must = Phrase.IndexOf(words, 1, "must", "shall", "has", "have");
        if (must < 1 || must > 6 || words.Count > 16)
        {
            return null;
        }

        return Had(line, words, must) ?? Is(line, words, must);
    }

    /// <summary>"must have the currency of their account", "must have the same currency as the account".</summary>
    private static Reading? Had(RuleLine line, IReadOnlyList<Token> words, int must)
    {
        var at = must + (words[must].IsAny("has", "have") ? 1 : 2);
        if (at >= words.Count || !words[at - 1].IsAny("have", "has", "use", "carry", "share") || SubjectPhrase.At(line.Vocabulary, words, 0, must) is not { Which: null } phrase || phrase.End != must)
        {
            return null;
        }

        var start = Speech.SkipDeterminers(words, at);
        start += start < words.Count && words[start].Is("same") ? 1 : 0;
        var joint = Phrase.IndexOf(words, start + 1, "of", "as");
        if (joint < 0 || Phrase.Key(words, start, joint - start) is not { } key || phrase.Terms.Exact(key) is not { } own)
        {
            return null;
        }

        var owner = Speech.SkipDeterminers(words, joint + 1);
        return owner < words.Count && new Speech(line.Vocabulary, phrase.Terms).ReferenceAt(words, owner, out var width) is { } reference && Ends(words, owner + width)
            && line.Vocabulary.Of(reference.Parent!).Exact(key) is { } theirs && theirs.Type.Kind == own.Type.Kind
            ? Equal(line, phrase.Terms, own, reference, theirs) : null;
    }

    /// <summary>"the approver must be the employee's manager", "the shipping country must equal the warehouse's country".</summary>
    private static Reading? Is(RuleLine line, IReadOnlyList<Token> words, int must)
    {
        var be = must + 1;
        if (line.Subject is not { } terms || be + 2 >= words.Count || !words[be].IsAny("be", "equal", "match"))
        {
            return null;
        }

        var start = Speech.SkipDeterminers(words, 0);
        var owner = Speech.SkipDeterminers(words, be + 1);
        if (owner >= words.Count - 1 || !words[owner].Text.EndsWith('s') || !words[owner].Text.Contains('\'', StringComparison.Ordinal) && !words[owner].Text.Contains('’', StringComparison.Ordinal)
            || Named(line, terms, words, start, must) is not { } own || line.Speech.ReferenceAt(words, owner, out var width) is not { } reference)
        {
            return null;
        }

        var parent = line.Vocabulary.Of(reference.Parent!);
        return Named(line, parent, words, owner + width, End(words)) is { } theirs && theirs.Parent == own.Parent && (own.IsForeignKey || theirs.Type.Kind == own.Type.Kind) ? Equal(line, terms, own, reference, theirs) : null;
    }

    private static Column? Named(RuleLine line, EntityTerms terms, IReadOnlyList<Token> words, int from, int to)
    {
        var speech = new Speech(line.Vocabulary, terms);
        return speech.At(words, from) is { IsOwn: true } operand && operand.End == to && operand.Entity == terms.Name ? operand.Column
            : to == from + 1 ? terms.References.FirstOrDefault(link => link.Role == words[from].Lower || Stems.Same(link.Words[0], words[from].Lower)) : null;
    }

    private static Reading Equal(RuleLine line, EntityTerms terms, Column own, Column reference, Column theirs) =>
        Reading.Of(line.Must(terms.Name, $"{own.Name} is that of {reference.Role}", new Compare(CompareOp.Equal, own.Ref, new Ref([reference.Role!, theirs.Name]))));

    private static int End(IReadOnlyList<Token> words) => words.Count - (words[^1].Kind == TokenKind.Mark ? 1 : 0);

    private static bool Ends(IReadOnlyList<Token> words, int at) => at >= End(words);
}
