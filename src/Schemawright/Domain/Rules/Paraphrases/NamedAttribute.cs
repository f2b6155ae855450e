namespace Schemawright.Domain.Rules.Paraphrases;

/// <summary>An attribute that a sentence begins with: of what the place speaks of, of what is named before it, or of the only thing that has one of that name.</summary>
internal static class NamedAttribute
{
    /// <summary>The attribute at its own home, and where its name starts; null when the words name none, or one of several.</summary>
    public static (Operand Operand, int Start)? At(RuleLine line, IReadOnlyList<Token> words, int at)
    {
        var start = Speech.SkipDeterminers(words, at);
        if (start >= words.Count)
        {
            return null;
        }

        if (line.Speech.At(words, start)?.AtHome is { Column.IsForeignKey: false } own)
        {
            return (own, start);
        }

        return line.Vocabulary.OwnersAt(words, start) is [var only] && new Speech(line.Vocabulary, only).At(words, start) is { IsOwn: true, Column.IsForeignKey: false } sole ? (sole, start) : null;
    }
}
