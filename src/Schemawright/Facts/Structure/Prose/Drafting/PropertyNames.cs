using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Drafting;

/// <summary>Names attributes as their sentences do: "the year it was built" is year built, "name of the caretaker" caretaker name.</summary>
internal static class PropertyNames
{
    public static string Of(NounPhrase item)
    {
        var name = item.Name.Replace("e-mail", "email", StringComparison.OrdinalIgnoreCase);
        if (item.Owner is { IsPronoun: false } owner && item.Determiner != Determiner.Possessive && !Keepers.IsOne(owner))
        {
            name = $"{FindThings.Singular(owner)} {name}";
        }

        if (item.Of is { IsPronoun: false } of && of.Determiner is Determiner.Definite or Determiner.None or Determiner.Possessive && !Keepers.IsOne(of))
        {
            name = of is { Determiner: Determiner.Possessive, Plural: true } && name is "number" ? $"number of {of.Name}" : $"{of.Name} {name}";
        }

        name = name.EndsWith(" yes/no", StringComparison.OrdinalIgnoreCase) ? name[..^7] : name;
        name = item.Done is { } done && !name.EndsWith(done, StringComparison.OrdinalIgnoreCase) && done is not ("kept" or "known" or "recorded" or "stored" or "given" or "needed" or "required" or "used") ? $"{name} {done}" : name;
        return item.Tail is { Preposition: "per" } tail ? $"{name} per {tail.Nouns[0].Name}" : item.Tail is { Preposition: "at" or "on" } where ? $"{where.Nouns[0].Name} {name}" : name;
    }

    /// <summary>The attribute in the singular, for a child table of its values.</summary>
    public static string Single(NounPhrase item) => FindThings.Singular(item);
}
