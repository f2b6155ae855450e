using Schemawright.Collections;
using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Described;

/// <summary>What a sentence about a thing lists of it: "Stores name and length", "Each boat has a name, …", "the answer of a pupil to a question: value, given at".</summary>
/// <param name="Several">Things it has several of: "an ordered list of items".</param>
/// <param name="References">Keys of the things it is of, from the words before the list.</param>
/// <param name="Unread">Pieces that are no attributes.</param>
/// <param name="IsSure">Most names are known as attributes or things; a verb and two names alone may tell anything.</param>
/// <param name="Told">The list with the sentences behind it: "; belongs to an invoice".</param>
internal sealed record SpokenList(Seq<AttributeLine> Attributes, Seq<string> Several, Seq<(string Key, bool Optional)> References, Seq<string> Unread, bool IsSure, TrailingSentences Told)
{
    /// <summary>The verb behind the thing's name opens the list, or it says what is recorded for each.</summary>
    public bool IsOpened { get; private init; }

    private const int FewestPieces = 3;
    private const int FewestBehindWords = 2;
    private const int MostWordsBefore = 5;
    private const int MostWordsOfALabel = 12;
    private const int PiecesToOneUnread = 4;

    private static readonly string[] Openings =
        ["stores", "holds", "contains", "includes", "records", "keeps", "tracks", "captures", "has", "has the following", "we store", "we keep", "stored are", "data stored", "consists of", "described by", "is described by", "with", "carries", "gets", "known by", "is known by", "comes with", "we record", "also stores", "also has", "also holds", "also keeps", "store", "hold", "have", "carry", "names"];

    private static readonly string[] Recorders = [" record ", " records ", " note ", " notes ", " enter ", " enters ", " store ", " stores ", " keep ", " keeps ", " log ", " logs ", " capture ", " captures ", " track "];

    private static readonly HashSet<string> Joints = new("of to for on by in from at per which".Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> Counts = new("a an one each every the any".Split(' '), StringComparer.Ordinal);

    /// <summary>The opening verb of a sentence that begins with it.</summary>
    private static string? Verb(string text) => Openings.Where(verb => TextScan.StartsWithWord(text, verb)).MaxBy(verb => verb.Length);

    /// <param name="title">The thing the sentence stands under.</param>
    /// <param name="isThing">Tells a thing by its key.</param>
    public static SpokenList? Of(string sentence, string title, Func<string, bool> isThing)
    {
        var text = sentence.Trim().TrimEnd('.');
        if (Recorded(text, title) is var (before, recorded))
        {
            return Opened(Read(recorded, before, FewestBehindWords, title, isThing, needsKnown: before.Length > 0));
        }

        var said = SpokenSubject.Behind(text, title) ?? text;
        if (Verb(said) is { } verb && (verb is not "names" || said.Length < text.Length))
        {
            return Opened(Read(said[verb.Length..].TrimStart(':', ' '), "", FewestBehindWords, title, isThing, needsKnown: false));
        }

        if (Joined(said) is var (clause, rest) && Read(rest, "", FewestBehindWords, title, isThing, needsKnown: true) is { } behind)
        {
            return Opened(behind)! with { Told = behind.Told with { Sentences = [clause, .. behind.Told.Sentences] } };
        }

        var identified = text.Seek("identified by ");
        if (identified >= 0 && !text[..identified].Contains(" not ", StringComparison.Ordinal) && IsOneKey(text[(identified + 14)..]))
        {
            return Read("unique " + WithoutArticle(text[(identified + 14)..]), identified == 0 ? "" : text[..identified], 1, title, isThing, needsKnown: true);
        }

        var colon = TextScan.IndexOf(text, ':', 0);
        var label = colon < 0 ? "" : text[..colon].Trim();
        if (colon > 0 && (AttributeLabels.IsInline(label) || AttributeLabels.Announce(label)))
        {
            var mark = label.StartsWith("optional", StringComparison.OrdinalIgnoreCase) ? "optional" : label.StartsWith("required", StringComparison.OrdinalIgnoreCase) ? "required" : "";
            var list = Read(text[(colon + 1)..], "", FewestBehindWords, title, isThing, needsKnown: true);
            return mark.Length == 0 || list is null ? list : list with { Attributes = list.Attributes.Select(line => line with { Type = $"{line.Type} ({mark})".Trim() }).ToSeq() };
        }

        if (colon > 0)
        {
            return IsDefinition(label) ? Read(text[(colon + 1)..], label, FewestBehindWords, title, isThing, needsKnown: true) : null;
        }

        return Read(Behind(text), "", FewestPieces, title, isThing, needsKnown: true);
    }

    private static SpokenList? Opened(SpokenList? list) => list is null ? null : list with { IsOpened = true };

    /// <summary>"belongs to a yard and carries a name, …": what it belongs to stands before what it has.</summary>
    private static (string Clause, string List)? Joined(string said)
    {
        var at = said.Seek(" and ");
        var rest = at > 0 && said.IndexOf(',', StringComparison.Ordinal) is var comma && (comma < 0 || at < comma) ? said[(at + 5)..] : "";
        return rest.Length > 0 && Verb(rest) is { } verb && Relations.RelationPhrase.VerbOf(said) is not null ? (said[..at], rest[verb.Length..].TrimStart(':', ' ')) : null;
    }

    /// <summary>"which A in which B", "A person at a club", "Employee of a carrier who drives": what it is, before what is kept of it.</summary>
    private static bool IsDefinition(string label)
    {
        var words = Naming.Words(label);
        return words is ["which" or "the" or "a" or "an" or "one" or "how" or "each" or "every" or "for", _, ..] || (words.Count is > 1 and <= MostWordsOfALabel && Array.Exists([.. words], word => word is "of" or "at" or "in" or "on" or "from" or "that" or "who" or "for" or "where"));
    }

    /// <summary>"its call sign; with type, …" is one that identifies; "yard, berth and number" do so together, which a list of attributes does not say.</summary>
    private static bool IsOneKey(string list)
    {
        var with = new[] { list.IndexOf(';', StringComparison.Ordinal), list.Seek(", with "), list.Seek(", has ") }.Where(at => at > 0).DefaultIfEmpty(-1).Min();
        return !(with < 0 ? list : list[..with]).Contains(',', StringComparison.Ordinal) && !(with < 0 ? list : list[..with]).Holds(" and ");
    }

    private static string WithoutArticle(string text) => Array.Find(["a ", "an ", "the ", "its ", "their "], article => text.StartsWith(article, StringComparison.OrdinalIgnoreCase)) is { } article ? text[article.Length..] : text;

    /// <summary>"A cell with number, weight": what it is stands before what it has.</summary>
    private static string Behind(string text)
    {
        var with = text.Seek(" with ");
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        return with > 0 && (comma < 0 || with < comma) && Naming.Words(text[..with]) is { Count: > 0 and <= MostWordsBefore } before && !before.Any(IsFinite) ? text[(with + 6)..] : text;
    }

    /// <summary>"For each dive the guides record the depth, when it began and ended, and a note"; "we keep its name and colour".</summary>
    private static (string Before, string List)? Recorded(string text, string title)
    {
        var each = text.StartsWith("for each ", StringComparison.OrdinalIgnoreCase) || text.StartsWith("for every ", StringComparison.OrdinalIgnoreCase) || TextScan.StartsWithWord(text, "for a") || TextScan.StartsWithWord(text, "for an");
        if (!each && !TextScan.StartsWithWord(text, "we") && !TextScan.StartsWithWord(text, "the system"))
        {
            return null;
        }

        foreach (var verb in Recorders)
        {
            var at = text.Seek(verb);
            if (at > 0 && !text[..at].Contains(',', StringComparison.Ordinal))
            {
                var own = !each || Naming.EntityKey(string.Join(' ', text.Split(' ').Skip(2).Take(Naming.Words(title).Count))) == Naming.EntityKey(title);
                return (own ? "" : text[..at], text[(at + verb.Length)..]);
            }
        }

        return null;
    }

    private static SpokenList? Read(string list, string label, int fewest, string title, Func<string, bool> isThing, bool needsKnown)
    {
        var told = TrailingSentences.Of(list.Trim());
        var pieces = SpokenPieces.Cut(told.List, isThing);
        if (pieces.Exists(KeyLineReader.IsKey) || (SpokenPieces.ListsThings(pieces) && pieces.TrueForAll(piece => SpokenPieces.SeveralOf(piece) is not null || !piece.Contains('(', StringComparison.Ordinal))))
        {
            return null; // a list as a program writes it, or one of things
        }

        var several = pieces.ConvertAll(SpokenPieces.SeveralOf);
        var read = pieces.Where((_, index) => several[index] is null).Select(piece => (Piece: piece, Lines: SpokenPieces.Read(piece, title))).ToList();
        var names = read.Where(entry => entry.Lines is not null).SelectMany(entry => entry.Lines!).ToList();
        var unread = read.Where(entry => entry.Lines is null).Select(entry => entry.Piece).ToSeq();
        var known = names.Count(line => line.IsTyped || SpokenNames.IsKnown(line.Name) || isThing(Naming.EntityKey(line.Name)) || ThingBehind(line.Name, isThing));
        var sure = known * 2 >= names.Count && known > 1;
        return pieces.Count >= fewest && names.Count > 0 && unread.Count * PiecesToOneUnread <= pieces.Count && (!needsKnown || known * 2 >= names.Count)
            ? new(names.Select(line => Led(line, isThing)).ToSeq(), several.OfType<string>().ToSeq(), ReferencesIn(label, isThing), unread, sure && names.Count >= FewestBehindWords, told)
            : null;
    }

    /// <summary>"the hiring club" is one of the clubs, told by what it does.</summary>
    private static AttributeLine Led(AttributeLine line, Func<string, bool> isThing) =>
        line.Type.Length == 0 && Naming.Words(line.Name) is [var does, var thing] && does.EndsWith("ing", StringComparison.Ordinal) && (Verbs.Read(does).Form & VerbForm.Ing) != 0 && isThing(Naming.EntityKey(thing)) ? line with { Type = $"→ {thing}" } : line;

    /// <summary>"Lead technician" where technicians are things.</summary>
    private static bool ThingBehind(string name, Func<string, bool> isThing) => Naming.Words(name) is [_, .., var last] && isThing(Naming.EntityKey(last));

    /// <summary>"of a pupil", "on which job": what the words before the colon say it is of.</summary>
    private static Seq<(string Key, bool Optional)> ReferencesIn(string label, Func<string, bool> isThing)
    {
        var words = label.ToLowerInvariant().Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        var found = new List<(string Key, bool Optional)>();
        for (var at = 0; at + 1 < words.Length; at++)
        {
            var start = words[at] is "which" ? at + 1 : (Joints.Contains(words[at]) || words[at] is "or") && Counts.Contains(words[at + 1]) ? at + 2 : words.Length;
            var length = start + 1 < words.Length && isThing(Naming.EntityKey($"{words[start]} {words[start + 1]}")) ? 2 : start < words.Length && isThing(Naming.EntityKey(words[start])) ? 1 : 0;
            var key = length == 0 ? "" : Naming.EntityKey(string.Join(' ', words[start..(start + length)]));
            if (length > 0 && !found.Exists(known => known.Key == key))
            {
                var either = words[at] is "or" || (start + length < words.Length && words[start + length] is "or");
                found.Add((key, either));
            }
        }

        return found.ToSeq();
    }

    private static bool IsFinite(string word) => word is "is" or "are" or "has" or "have" or "can" or "may" or "must" || (Verbs.Read(word).Form & VerbForm.Third) != 0;
}
