namespace Schemawright.Facts.Language.Grammar;

/// <summary>The words of the closed classes, a column for each language the documents may be written in.</summary>
internal static class ClosedWords
{
    private const string Table =
        """
        class        | English
        Article      | a an
        Definite     | the this these those such said
        Possessive   | its their his her our your my
        Each         | each every
        Many         | many several multiple some numerous few various different most countless both
        One          | one single
        Number       | zero two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety hundred dozens hundreds thousands
        Any          | any all either no
        Negation     | not never nor neither cannot without
        Preposition  | of in on at by for with from into onto to under over within across through via during between among against about around before after until since as than per towards upon along including concerning regarding excluding except besides near inside outside behind beyond throughout using
        Conjunction  | and or but plus & and/or
        Relative     | which who whom whose that where
        Pronoun      | it they them he she him we us you i this these those itself themselves there others latter former hers theirs ours yours someone everyone anyone something somebody anybody everybody nobody everything anything nothing what
        Modal        | can could may might must shall should will would cannot
        Be           | is are was were be been being am
        Have         | has have had having
        Do           | do does did
        Subordinator | when whenever if unless because although though while whereas once so since whether until before after
        Adverb       | also then only always usually typically normally generally often sometimes optionally uniquely additionally moreover furthermore however otherwise therefore thus currently exactly directly automatically just too again already yet still respectively together maybe possibly ideally simply mainly mostly primarily internally separately further even now here never early elsewhere everywhere somewhere together instead perhaps alike anew afterwards beforehand meanwhile twice quite rather almost nearly very nowadays abroad upwards downwards onwards alone anyway altogether else apart away aside
        Empty        | own other further another certain particular specific respective corresponding following individual single new existing additional unique optional possible available relevant related associated necessary same different various many multiple several distinct separate registered fixed numbered later earlier typical mandatory required
        To           | to
        """;

    private static readonly Dictionary<string, WordClass> Classes = Read("English");

    /// <summary>Words that are also nouns, adjectives or verbs keep all their classes; the phrase they stand in decides.</summary>
    public static WordClass Of(string word) => Classes.GetValueOrDefault(word);

    private static Dictionary<string, WordClass> Read(string language)
    {
        var rows = Table.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries)).ToList();
        var column = Array.IndexOf(rows[0], language);
        var classes = new Dictionary<string, WordClass>(StringComparer.Ordinal);
        foreach (var row in rows.Skip(1))
        {
            var @class = Enum.Parse<WordClass>(row[0]);
            foreach (var word in row[column].Split(' '))
            {
                classes[word] = classes.GetValueOrDefault(word) | @class;
            }
        }

        return classes;
    }
}
