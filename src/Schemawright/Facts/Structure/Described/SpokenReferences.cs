using Schemawright.Diagnostics;
using Schemawright.Facts.Language;
using Schemawright.Facts.Structure.Relations;

namespace Schemawright.Facts.Structure.Described;

/// <summary>References that sentences under a name tell of it: "A trip belongs to one boat and one skipper and may be linked to a booking."</summary>
/// <param name="Titles">The described things by their keys.</param>
/// <param name="Roles">Who plays a role, by the role's key.</param>
internal sealed record SpokenReferences(IReadOnlyDictionary<string, string> Titles, IReadOnlyDictionary<string, string> Roles)
{
    private const int MostWordsOfAVerb = 4;
    private const int LongestSentence = 240;

    private static readonly HashSet<string> Ones = new(StringComparer.Ordinal) { "a", "an", "one", "the", "its", "exactly" };

    private static readonly string[] Clauses = ["may", "can", "is", "has", "belongs", "refers", "references", "must", "contains", "optionally"];

    /// <summary>True when all that the sentence says of the thing is put down; parts between semicolons stand for themselves.</summary>
    public bool Write(string sentence, string title, SourceSpan place, FactWriter writer) =>
        sentence.Length <= LongestSentence && sentence.Split("; ").Select(part => WritePart(part, sentence, title, place, writer)).ToList().TrueForAll(read => read);

    private bool WritePart(string part, string sentence, string title, SourceSpan place, FactWriter writer)
    {
        var text = part.Trim().TrimEnd('.');
        if (text.Length is 0 or > LongestSentence || OfTitle(text, title) is not { Length: > 0 } said)
        {
            return false;
        }

        var clauses = Split(said).ConvertAll(clause => Read(clause, title));
        if (!clauses.TrueForAll(clause => clause is { Count: > 0 } or { Phrase: not null }))
        {
            return false;
        }

        foreach (var clause in clauses)
        {
            if (clause.Phrase is { } phrase)
            {
                RelationWriter.Write(writer, phrase, title, place, sentence);
            }

            foreach (var (role, target) in clause.References)
            {
                writer.Attribute(writer.Blank(title, role, place, sentence) with { References = target, Required = clause.Optional ? false : null });
            }
        }

        return true;
    }

    /// <summary>What is said behind the thing's name, or at once.</summary>
    private static string? OfTitle(string text, string title) => SpokenSubject.Behind(text, title) ?? (RelationPhrase.VerbOf(text) is not null ? text : null);

    /// <summary>"belongs to … and may be linked to …" are two clauses.</summary>
    private static List<string> Split(string text)
    {
        var clauses = new List<string>();
        var rest = text;
        for (var at = Joint(rest, 0); at > 0; at = Joint(rest, 0))
        {
            clauses.Add(rest[..at].TrimEnd(',', ' '));
            rest = rest[(at + 5)..];
        }

        clauses.Add(rest);
        return clauses;
    }

    private static int Joint(string text, int from)
    {
        for (var at = text.Seek(" and ", from); at > 0; at = text.Seek(" and ", at + 1))
        {
            if (Array.Exists(Clauses, word => TextScan.StartsWithWord(text[(at + 5)..], word)))
            {
                return at;
            }
        }

        return -1;
    }

    private Clause Read(string clause, string title)
    {
        var words = clause.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var optional = words is ["may" or "can" or "optionally" or "sometimes", ..] || clause.Seek(" optionally ") > 0;
        var first = Array.FindIndex(words, word => Ones.Contains(word.ToLowerInvariant()));
        var having = Array.Exists(words[..Math.Max(first, 0)], word => word is "has" or "have" or "contains" or "includes" or "owns");
        if (first is > 0 and <= MostWordsOfAVerb)
        {
            var either = clause.Seek(" or ") > 0;
            var references = SpokenPieces.Parts(string.Join(' ', words[first..]).Replace(" or ", ", ", StringComparison.Ordinal)).ConvertAll(part => Resolve(WithoutClause(part), inRole: having));
            if (references.TrueForAll(reference => reference is not null))
            {
                return new(references.ConvertAll(reference => reference!.Value), optional || (either && references.Count > 1), null);
            }
        }

        return !clause.Contains(", and ", StringComparison.Ordinal) && RelationPhrase.Parse(clause) is { From: null } phrase && Titles.ContainsKey(Naming.EntityKey(phrase.To)) && (phrase.ToMany?.IsMany == true || having) ? new([], false, phrase) : new([], false, null);
    }

    /// <summary>"the trip it pays for" is the trip.</summary>
    private static string WithoutClause(string part)
    {
        foreach (var joint in (string[])[" it ", " they "])
        {
            if (part.Seek(joint) is > 0 and var at)
            {
                return part[..at];
            }
        }

        return part;
    }

    /// <summary>"one boat", "a home berth", "its skipper": a thing, a role that one plays, or either with a word before it.</summary>
    private (string Role, string Target)? Resolve(string part, bool inRole)
    {
        var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries).SkipWhile(word => Ones.Contains(word.ToLowerInvariant()) || word is "to" or "at" or "in" or "on" or "for" or "by" or "of" or "from").ToArray();
        for (var start = 0; start < Math.Min(words.Length, 3); start++)
        {
            var name = string.Join(' ', words[start..]);
            var key = Naming.EntityKey(name);
            var target = Titles.GetValueOrDefault(key) ?? Roles.GetValueOrDefault(key);
            if (target is not null && Nouns.Singular(words[^1].ToLowerInvariant()) == words[^1].ToLowerInvariant() && (start == 0 || words[..start].All(word => word.All(char.IsLower))))
            {
                // "may have a log" is had by the boat; "may have a home berth" says which berth is the boat's.
                return inRole && start == 0 && Titles.ContainsKey(key) ? null : (Naming.Snake(string.Join(' ', words)), target);
            }
        }

        return null;
    }

    /// <param name="Phrase">A relationship whose other side is many, or has this one.</param>
    private sealed record Clause(List<(string Role, string Target)> References, bool Optional, RelationPhrase? Phrase)
    {
        public int Count => References.Count;
    }
}
