using Schemawright.Collections;
using Schemawright.Facts.Language;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// The answer to a question that names what is asked for: "Due when? — issued + 30 days", "Fee? 5, 10 or 15", "Delete a boat? — Not if it has trips",
/// "Can a trip be moved? — No".
/// </summary>
internal sealed class AnswersQuestion : IRulePattern
{
    private const int LongestQuestion = 14;
    private const int LongestAnswer = 30;

    private static readonly string[] Idle = ["q", "question", ":", "when", "what", "which", "how", "much", "is", "are", "the", "a", "an", "about", "and", "on", "?", "does", "do"];

    public Reading? Read(RuleLine line)
    {
        if (line.Depth > 0 || line.Tokens.Count is 0 or > LongestAnswer || Question(line) is not { } asked)
        {
            return null;
        }

        return Permission(line, asked) ?? Attribute(line, asked);
    }

    private static Seq<Token>? Question(RuleLine line) =>
        line.Fact.Keys.LastOrDefault(key => key.EndsWith('?')) is { } key && Lexer.Read(key) is { Count: < LongestQuestion } words ? words : null;

    /// <summary>The question is the name of an attribute with words of asking: the answer is its demand.</summary>
    private static Reading? Attribute(RuleLine line, Seq<Token> asked)
    {
        var start = Enumerable.Range(0, asked.Count).FirstOrDefault(at => !asked[at].IsAny(Idle), -1);
        if (start < 0)
        {
            return null;
        }

        var rest = asked.Skip(start).Where(word => word.Kind == TokenKind.Word).ToArray();
        var owners = new[] { line.Subject }.OfType<EntityTerms>().Concat(line.Vocabulary.OwnersAt(rest, 0)).Distinct();
        foreach (var terms in owners)
        {
            var named = new Speech(line.Vocabulary, terms).At(rest, 0);
            if (named is { IsOwn: true, Column.IsForeignKey: false } && named.Entity == terms.Name && rest.Skip(named.End).All(word => word.IsAny(Idle)))
            {
                var bare = line.Tokens[0].IsAny("at", "up", "more", "less", "between", "from", "not", "never", "no");
                return RulePatterns.Read(line.About(terms, [Rewording.Word(named.Column.Name), Rewording.Word("must"), Rewording.Word("be"), .. line.Tokens]))
                    ?? (bare ? null : RulePatterns.Read(line.About(terms, [Rewording.Word(named.Column.Name), Sign, .. line.Tokens])));
            }
        }

        return null;
    }

    private static Token Sign => new(TokenKind.Operator, "=", "=", 0);

    /// <summary>"Can a trip be moved?", "Delete a boat?", "May I delete a boat?" and an answer that begins with no or not.</summary>
    private static Reading? Permission(RuleLine line, Seq<Token> asked)
    {
        var words = asked.SkipWhile(word => word.IsAny("q", ":", "question")).Where(word => !word.Is("?")).ToArray();
        var denied = line.Tokens[0].IsAny("no", "not", "never") || line.Fact.Words.Contains("? No", StringComparison.Ordinal) || line.Fact.Words.Contains("A: No", StringComparison.Ordinal);
        var noun = Enumerable.Range(0, words.Length).FirstOrDefault(at => line.Vocabulary.EntityAt(words, at, out _) is not null, -1);
        if (noun < 0 || line.Vocabulary.EntityAt(words, noun, out var width) is not { } terms || Verb(words, noun, noun + width) is not { } verb || !denied)
        {
            return null;
        }

        var rest = line.Tokens.Skip(line.Tokens[0].IsAny("no", "not", "never") ? 1 : 0).SkipWhile(word => word.IsAny(",", ".", "-")).ToArray();
        var conditioned = rest.Length > 2 && rest[0].IsAny("if", "when", "once", "while", "unless", "after", "before");
        return rest.Length > 0 && !conditioned ? null
            : RulePatterns.Read(line.About(terms, [Rewording.Word("a"), Rewording.Word(terms.Name), Rewording.Word("cannot"), Rewording.Word("be"), Rewording.Word(verb), .. rest]));
    }

    /// <summary>What is asked to be done, as a participle.</summary>
    private static string? Verb(IReadOnlyList<Token> words, int noun, int end)
    {
        if (end + 1 < words.Count && words[end].Is("be") && end + 2 == words.Count)
        {
            return words[end + 1].Lower;
        }

        var verb = words.Take(noun).LastOrDefault(word => !word.IsAny("a", "an", "the", "any"));
        return verb is null || end < words.Count || verb.IsAny("can", "may", "must", "could", "is", "are", "i", "we", "does") ? null
            : verb.Lower.EndsWith('e') ? verb.Lower + "d" : verb.Lower.EndsWith('y') && verb.Lower.Length > 3 ? verb.Lower[..^1] + "ied" : Nouns.Singular(verb.Lower) + "ed";
    }
}
