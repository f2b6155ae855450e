namespace Schemawright.Facts.Language.Grammar;

internal enum TokenKind { Word, Number, Mark }

/// <summary>A word, figure or mark of a sentence with its place in it.</summary>
/// <param name="Lower">The word in lower case.</param>
internal sealed record Token(string Text, string Lower, int Start, int End, TokenKind Kind, WordClass Class)
{
    /// <summary>A number or a phrase that counts may begin here.</summary>
    public bool MayCount { get; } = Quantifiers.MayBegin(Lower, Kind, Class);

    public bool Is(WordClass @class) => (Class & @class) != 0;

    public bool IsMark(char mark) => Kind == TokenKind.Mark && Text[0] == mark;
}
