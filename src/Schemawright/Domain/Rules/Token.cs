namespace Schemawright.Domain.Rules;

internal enum TokenKind { Word, Number, Quoted, Operator, Pattern, Mark }

/// <summary>A word, number, quoted value, operator or regular expression of a rule's sentence.</summary>
/// <param name="Lower">The text in lower case, without a possessive 's; for an operator its one spelling (<c>&lt;=</c>).</param>
/// <param name="Value">The figure of a number, multiplied out (10K is 10,000; 50MB is 52,428,800).</param>
/// <param name="Unit">Of a number: <c>money</c>, <c>%</c>, <c>bytes</c>, or empty.</param>
internal sealed record Token(TokenKind Kind, string Text, string Lower, int Start, decimal Value = 0, string Unit = "")
{
    public bool Is(string word) => string.Equals(Lower, word, StringComparison.Ordinal);

    public bool IsAny(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Is(word))
            {
                return true;
            }
        }

        return false;
    }

    public bool IsOperator(string spelling) => Kind == TokenKind.Operator && Is(spelling);
}
