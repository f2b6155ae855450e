using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"It is bought by a sawmill (name, town, tax number)": attributes in brackets behind a thing.</summary>
internal static class BracketedList
{
    public static void Read(Clause clause, Passage passage, Notes notes)
    {
        if (!passage.Text.Contains('(', StringComparison.Ordinal))
        {
            return;
        }

        foreach (var phrase in clause.Subjects.Concat(clause.Objects).Concat(clause.Phrases.SelectMany(part => part.Nouns)).Where(phrase => phrase.Remark is { Length: > 3 } && !phrase.IsPronoun && (!AttributeWords.IsOne(phrase) || (phrase is { Plural: true, Determiner: Determiner.None, Of: null } && AttributeWords.MayBeThing(Language.Naming.EntityKey(phrase.Name)) && clause.Subjects.Contains(phrase)))))
        {
            if (Items(phrase.Remark!) is { Count: >= 2 } items && items.Count(AttributeWords.IsOne) * 2 >= items.Count && !phrase.Remark!.StartsWith("such as", StringComparison.Ordinal))
            {
                var owner = phrase.Name.Split(' ')[^1].ToLowerInvariant() is "list" or "table" or "catalogue" or "register" or "directory" && clause is { Subjects: [{ IsPronoun: false } taken], Verb.Verb: "come" or "take" or "choose" or "pick" or "select" or "hold" or "keep" or "list" } ? taken : phrase;
                notes.Lists.Add(new(owner, items, Manner.Brackets, passage));
            }
        }
    }

    public static IReadOnlyList<NounPhrase> Items(string text) =>
        ClauseReader.Read(text).Where(clause => clause.Kind == ClauseKind.Main).Select(clause => clause.Subjects.Count > 0 ? clause.Subjects : clause.Objects) is var lists ? lists.FirstOrDefault(list => list.Count > 1) ?? lists.FirstOrDefault() ?? [] : [];
}
