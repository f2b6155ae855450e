using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose;

/// <summary>"And the varieties?", "So what is a tank?": a question states no data; it names what the answer speaks of.</summary>
internal static class AskedTitle
{
    /// <summary>Words that open a question to whoever knows; "could you store …?" is a wish.</summary>
    private static readonly HashSet<string> Opening = new(StringComparer.OrdinalIgnoreCase) { "what", "which", "who", "how", "when", "where", "why", "do", "does", "is", "are", "has", "have", "any", "anything", "so", "and", "but", "right", "the" };

    public static bool Read(Passage passage, Talk talk)
    {
        var said = passage.Said;
        var end = said.IndexOf(' ', StringComparison.Ordinal);
        var bare = end < 0 && said.Length > 3 && passage.Clauses is [{ Verb.Verb: "", Objects: [{ Plural: true }] }]; // "Players?"
        if (!said.EndsWith('?') || !(bare || (end > 0 && Opening.Contains(said[..end].TrimEnd(',')))))
        {
            return false;
        }

        talk.Asked = passage.Clauses.SelectMany(clause => clause.Subjects.Concat(clause.Objects).Concat(clause.Phrases.SelectMany(phrase => phrase.Nouns)))
            .LastOrDefault(noun => noun is { IsPronoun: false } && !Keepers.IsOne(noun) && (!AttributeWords.IsOne(noun) || noun.Plural));
        if (talk.Asked is { } question && question.Name.LastIndexOf(' ') is var cut and > 0 && passage.Clauses.Any(clause => clause.Verb.Verb == "do") && (Verbs.Known(question.Name[(cut + 1)..]).Form & VerbForm.Base) != 0)
        {
            talk.Asked = question with { Name = question.Name[..cut], Plural = PhraseReader.IsPlural(question.Name[..cut]) }; // "When do drivers work?"
        }

        talk.Defined = talk.Asked is { Determiner: Determiner.Indefinite } && passage.Clauses.Any(clause => clause is { Verb: { Verb: "be", Negated: false }, Subjects: [{ Name: "what" }] });
        if (talk.Asked is { } asked)
        {
            talk.Speak(asked);
        }

        return true;
    }
}
