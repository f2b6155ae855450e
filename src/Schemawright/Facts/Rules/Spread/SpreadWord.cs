namespace Schemawright.Facts.Rules.Spread;

/// <summary>A word, a number or a mark of a sentence, with its place.</summary>
/// <param name="Text">In small letters.</param>
/// <param name="Number">What a number in digits says; null for anything else.</param>
internal sealed record SpreadWord(string Text, int Start, int End, decimal? Number)
{
    public bool IsMark => Number is null && !char.IsLetterOrDigit(Text[0]);
}
