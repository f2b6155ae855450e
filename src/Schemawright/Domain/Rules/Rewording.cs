using Schemawright.Collections;

namespace Schemawright.Domain.Rules;

/// <summary>Says a demand again in the words of a form that is known: the attribute, "must be", and what is demanded.</summary>
internal static class Rewording
{
    public static Token Word(string text) => new(TokenKind.Word, text, text.ToLowerInvariant(), 0);

    /// <summary>"price must be at least 5" for "costs at least 5", read by all patterns.</summary>
    public static Reading? MustBe(RuleLine line, EntityTerms terms, Column column, IEnumerable<Token> demand) =>
        RulePatterns.Read(line.About(terms, [Word(column.Name), Word("must"), Word("be"), .. demand]));

    /// <summary>The words without a full stop at the end.</summary>
    public static int End(IReadOnlyList<Token> words) => words.Count > 0 && words[^1].Is(".") ? words.Count - 1 : words.Count;
}
