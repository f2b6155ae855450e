namespace Schemawright.Facts.Language.Grammar;

/// <summary>Tells lists of nouns ("subtotal, tax and total") from other text.</summary>
internal static class NounLists
{
    /// <summary>How many nouns the text lists; zero when it holds anything but a list.</summary>
    public static int Count(string text) =>
        ClauseReader.Read(text) is [{ Verb.Verb: "", Subjects.Count: 0, Phrases.Count: 0 } list] ? list.Objects.Count : 0;
}
