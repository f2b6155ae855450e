using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"Present: Ann, Mr Holm": who or what is named, and nothing that is kept.</summary>
internal static class ProperNames
{
    public static bool AreListed(Clause clause, List<NounPhrase> items) => clause.Before == ':' && items.Count > 1 && items.TrueForAll(IsOne);

    private static bool IsOne(NounPhrase item) =>
        char.IsUpper(item.Name[0]) && item is { Determiner: Determiner.None, Plural: false } && !AttributeWords.IsOne(item) && item.Name.Split(' ').All(word => char.IsUpper(word[0]) && !word.All(char.IsUpper));
}
