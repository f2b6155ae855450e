using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose;

/// <summary>"And then the relatives.", "Then it's the hall.": a sentence that only brings up what the next one speaks of.</summary>
internal static class ShowsNext
{
    private const int MostWords = 9;

    private static readonly HashSet<string> Opening = new(StringComparer.Ordinal) { "and", "then", "also", "oh", "next", "now", "finally", "lastly", "so", "plus", "there's", "there" };

    public static bool Read(Passage passage, Talk talk)
    {
        if (passage.Words.Count is < 3 or > MostWords || !Opening.Contains(passage.Words[0].Lower) || passage.Clauses is not [{ Kind: ClauseKind.Main, Phrases.Count: 0, Verb: { Negated: false, Passive: false, Verb: "" or "be" or "come" or "follow" } } clause])
        {
            return false;
        }

        var shown = clause.Verb.Verb is "be" ? clause.Subjects is [{ IsPronoun: true, Name: "it" or "that" or "this" or "there" }] ? clause.Objects : []
            : clause.Verb.Verb is "" ? clause.Objects : [.. clause.Subjects, .. clause.Objects];
        if (shown is not [{ IsPronoun: false, Determiner: Determiner.Definite, Of: null, Owner: null } noun] || Keepers.IsOne(noun) || (AttributeWords.IsOne(noun) && !noun.Plural))
        {
            return false;
        }

        talk.Asked = noun;
        talk.Speak(noun);
        return true;
    }
}
