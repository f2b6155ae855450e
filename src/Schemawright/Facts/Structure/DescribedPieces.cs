using Schemawright.Collections;
using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure;

/// <summary>What a sentence under a thing's heading lists of it.</summary>
/// <param name="Several">Things it has several of: "an ordered list of items".</param>
/// <param name="References">Keys of the things it is of, from the words before a colon: "the answer of a pupil to a question: …".</param>
/// <param name="Told">The list with the sentences behind it: "; belongs to an invoice".</param>
internal sealed record DescribedPieces(Seq<AttributeLine> Attributes, Seq<string> Several, Seq<string> References, TrailingSentences? Told)
{
    private const int FewestPieces = 3;
    private const int FewestBehindColon = 2;
    private const int MostWordsBefore = 5;

    private static readonly string[] Lists = ["ordered list of ", "list of ", "set of ", "collection of ", "sequence of ", "one or more ", "several ", "any number of ", "multiple "];

    private static readonly HashSet<string> Joints = new("of to for on by in from at per which".Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> Counts = new("a an one each every the any".Split(' '), StringComparer.Ordinal);

    /// <param name="isThing">Tells a thing by its key.</param>
    public static DescribedPieces? Of(string sentence, Func<string, bool> isThing)
    {
        var text = sentence.Trim().TrimEnd('.');
        var colon = TextScan.IndexOf(text, ':', 0);
        var label = colon < 0 ? "" : text[..colon].Trim();
        if (colon > 0 && (AttributeLabels.IsInline(label) || AttributeLabels.Announce(label)))
        {
            return Read(text[(colon + 1)..], "", FewestBehindColon, isThing);
        }

        if (colon > 0)
        {
            return Naming.Words(label) is ["which" or "the" or "a" or "an" or "one" or "how" or "each" or "every" or "for", _, ..] ? Read(text[(colon + 1)..], label, FewestBehindColon, isThing) : null;
        }

        return Recorded(text) is var (before, list) ? Read(list, before, FewestBehindColon, isThing) : Read(Behind(text), "", FewestPieces, isThing);
    }

    /// <summary>"A cell with number, weight": what it is stands before what it has.</summary>
    private static string Behind(string text)
    {
        var with = text.Seek(" with ");
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        return with > 0 && (comma < 0 || with < comma) && Naming.Words(text[..with]) is { Count: > 0 and <= MostWordsBefore } before && !before.Any(IsFinite) ? text[(with + 6)..] : text;
    }

    /// <summary>"For each dive the guides record the depth, when it began and ended, and a note".</summary>
    private static (string Before, string List)? Recorded(string text)
    {
        if (!text.StartsWith("for each ", StringComparison.OrdinalIgnoreCase) && !text.StartsWith("for every ", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        foreach (var verb in (string[])[" record ", " records ", " note ", " notes ", " enter ", " enters ", " store ", " stores ", " keep ", " keeps ", " log ", " logs "])
        {
            var at = text.Seek(verb);
            if (at > 0 && !text[..at].Contains(',', StringComparison.Ordinal))
            {
                return (text[..at], text[(at + verb.Length)..]);
            }
        }

        return null;
    }

    private static DescribedPieces? Read(string list, string label, int fewest, Func<string, bool> isThing)
    {
        var told = TrailingSentences.Of(list.Trim());
        var pieces = Cut(told.List);
        var several = pieces.ConvertAll(SeveralOf);
        var names = pieces.Where((_, index) => several[index] is null).SelectMany(Named).ToList();
        var known = names.Count(line => line is not null && (line.IsTyped || SpokenNames.IsKnown(line.Name) || isThing(Naming.EntityKey(line.Name)) || ThingBehind(line.Name, isThing)));
        return pieces.Count >= fewest && names.TrueForAll(line => line is not null) && names.Count > 0 && known * 2 >= names.Count
            ? new(names.Select(line => line!).ToSeq(), several.OfType<string>().ToSeq(), ReferencesIn(label, isThing), told)
            : null;
    }

    /// <summary>"Lead technician" where technicians are things.</summary>
    private static bool ThingBehind(string name, Func<string, bool> isThing) => Naming.Words(name) is [_, .., var last] && isThing(Naming.EntityKey(last));

    private static List<string> Cut(string list)
    {
        var pieces = TextScan.Split(list, TextScan.IndexOf(list, ';', 0) >= 0 ? ';' : ',').Select(piece => piece.Trim()).Where(piece => piece.Length > 0).ToList();
        if (pieces.Count > 0 && pieces[^1].StartsWith("and ", StringComparison.OrdinalIgnoreCase))
        {
            pieces[^1] = pieces[^1][4..];
        }
        else if (pieces.Count > 0 && TopAnd(pieces[^1]) is > 0 and var joint)
        {
            pieces.Add(pieces[^1][(joint + 5)..]);
            pieces[^2] = pieces[^2][..joint];
        }

        return pieces;
    }

    /// <summary>The last "and" outside of brackets; "when it began and ended" is one piece.</summary>
    private static int TopAnd(string piece)
    {
        var at = piece.LastIndexOf(" and ", StringComparison.OrdinalIgnoreCase);
        return at > 0 && piece.IndexOf(')', at) < 0 && !piece.StartsWith("when ", StringComparison.OrdinalIgnoreCase) ? at : -1;
    }

    private static string? SeveralOf(string piece)
    {
        var words = piece.StartsWith("an ", StringComparison.OrdinalIgnoreCase) ? piece[3..] : piece.StartsWith("a ", StringComparison.OrdinalIgnoreCase) ? piece[2..] : piece;
        var opening = Array.Find(Lists, opening => words.StartsWith(opening, StringComparison.OrdinalIgnoreCase));
        var name = opening is null ? "" : words[opening.Length..].Trim();
        return name.Length > 1 && name.All(character => char.IsLetter(character) || character is ' ') && Naming.Words(name) is [.., var last] && Nouns.Singular(last) != last && !Prose.AttributeWords.IsOne(Nouns.Singular(last)) ? name : null;
    }

    /// <summary>The attributes of a piece: "when it began and ended" are two moments.</summary>
    private static List<AttributeLine?> Named(string piece)
    {
        if (!piece.StartsWith("when ", StringComparison.OrdinalIgnoreCase))
        {
            return [SpokenNames.Read(piece)];
        }

        var deeds = piece[5..].Split([" ", ","], StringSplitOptions.RemoveEmptyEntries).Where(word => word is not ("it" or "they" or "he" or "she" or "and" or "was" or "were" or "is" or "are" or "the" or "has" or "been")).ToList();
        return deeds.Count is 1 or 2 && deeds.TrueForAll(word => (Verbs.Read(word).Form & (VerbForm.Participle | VerbForm.Past)) != 0) ? deeds.ConvertAll(AttributeLine? (word) => new AttributeLine($"{word} at", "", false)) : [null];
    }

    /// <summary>"of a pupil", "on which job": what the words before the colon say it is of.</summary>
    private static Seq<string> ReferencesIn(string label, Func<string, bool> isThing)
    {
        var words = label.ToLowerInvariant().Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        var found = new List<string>();
        for (var at = 0; at + 1 < words.Length; at++)
        {
            var start = words[at] is "which" ? at + 1 : Joints.Contains(words[at]) && Counts.Contains(words[at + 1]) ? at + 2 : words.Length;
            var key = start + 1 < words.Length && isThing(Naming.EntityKey($"{words[start]} {words[start + 1]}")) ? Naming.EntityKey($"{words[start]} {words[start + 1]}")
                : start < words.Length && isThing(Naming.EntityKey(words[start])) ? Naming.EntityKey(words[start]) : null;
            if (key is not null && !found.Contains(key, StringComparer.Ordinal))
            {
                found.Add(key);
            }
        }

        return found.ToSeq();
    }

    private static bool IsFinite(string word) => word is "is" or "are" or "has" or "have" or "can" or "may" or "must" || (Verbs.Read(word).Form & VerbForm.Third) != 0;
}
