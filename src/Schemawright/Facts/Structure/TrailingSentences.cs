using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Facts.Language;
using Schemawright.Facts.Structure.Relations;

namespace Schemawright.Facts.Structure;

/// <summary>A list of attributes and the sentences that follow it on the same line: "name, berth. Belongs to one club; each boat has a skipper".</summary>
/// <param name="List">The list alone.</param>
internal sealed record TrailingSentences(string List, Seq<string> Sentences)
{
    private static readonly HashSet<string> SentenceWords = new("each every a an is are has have can may must belongs belong works refers one".Split(' '), StringComparer.OrdinalIgnoreCase);

    public static TrailingSentences Of(string text)
    {
        var cut = End(text);
        return cut < 0 ? new(text, []) : new(text[..cut].Trim(), text[(cut + 1)..].Split([". ", "; "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToSeq());
    }

    /// <summary>The relationships the sentences state of the thing whose list it is.</summary>
    public void Relate(string entity, FactWriter writer, SourceSpan place, string words)
    {
        foreach (var phrase in Sentences.SelectMany(RelationPhrase.ParseAll).Where(phrase => phrase.From is null || Naming.EntityKey(phrase.From) == Naming.EntityKey(entity)))
        {
            RelationWriter.Write(writer, phrase, entity, place, words);
        }
    }

    /// <summary>A full stop before a capital, or a semicolon before words of a sentence, ends a list parted by commas.</summary>
    private static int End(string text)
    {
        var depth = 0;
        var commas = false;
        for (var at = 0; at < text.Length - 2; at++)
        {
            depth += text[at] is '(' or '[' ? 1 : text[at] is ')' or ']' ? -1 : 0;
            commas |= depth == 0 && text[at] == ',';
            if (depth == 0 && commas && text[at + 1] == ' ' && ((text[at] == '.' && char.IsUpper(text[at + 2]) && !Shortens(text, at)) || (text[at] == ';' && OpensSentence(text[(at + 2)..]))))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>"belongs to …", "made by one …".</summary>
    private static bool OpensSentence(string text)
    {
        var words = text.Split(' ', 3);
        return SentenceWords.Contains(words[0]) || (words.Length > 2 && words[1] is "by" or "for" or "in" or "at" or "to" or "on" && Language.Grammar.Verbs.Read(words[0].ToLowerInvariant()).Form.HasFlag(Language.Grammar.VerbForm.Participle));
    }

    /// <summary>"no. Berth", "e.g. Monday": a dot behind fewer than four letters may stand for the rest of a word.</summary>
    private static bool Shortens(string text, int dot)
    {
        var start = dot;
        while (start > 0 && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        return text[start..dot] is "no" or "nr" or "e" or "g" or "approx" or "max" or "min" or "incl" or "tel" or "ref" or "st" or "dr";
    }
}
