using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"Customer information includes LIST", "The details of a parcel are LIST".</summary>
internal sealed class InformationIncludes : IProsePattern
{
    public bool Read(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        if (clause.Subjects is not [var subject] || clause.Objects.Count == 0 || !(Senses.Holds(clause.Verb.Verb) || clause.Verb.Verb is "be") || Informed(subject) is not { } owner)
        {
            return false;
        }

        notes.Lists.Add(new(owner, clause.Objects, Manner.Information, passage));
        talk.Speak(owner);
        return true;
    }

    /// <summary>The thing that information is about; null when the phrase is no information.</summary>
    public static NounPhrase? Informed(NounPhrase phrase)
    {
        var words = phrase.Name.Split(' ');
        if (!IsInformation(words[^1].ToLowerInvariant()))
        {
            return null;
        }

        if (words.Length == 2 && phrase.Determiner is Determiner.Indefinite or Determiner.Each && (Verbs.Known(words[0].ToLowerInvariant()).Form & VerbForm.Base) != 0)
        {
            return null; // "a roast profile has a name": no roast
        }

        return words.Length > 1 ? phrase with { Name = string.Join(' ', words[..^1]) } : phrase.Of ?? phrase.Owner;
    }

    public static bool IsInformation(string word) => word is "information" or "data" or "details" or "detail" or "record" or "records" or "profile" or "particulars" or "file";
}
