using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Drafting;

/// <summary>The things found so far, under all their names.</summary>
internal sealed class Things
{
    private readonly Dictionary<string, Thing> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Thing> _aliases = new(StringComparer.Ordinal);
    private readonly List<Thing> _all = [];
    private readonly Dictionary<string, List<Thing>> _byLastWord = new(StringComparer.Ordinal);

    public IReadOnlyList<Thing> All => _all;

    public List<Meeting> Meetings { get; } = [];

    /// <summary>"One X has many Y", as said.</summary>
    public HashSet<(Thing One, Thing Many)> Many { get; } = [];

    /// <summary>Clauses that a link of its own already tells of.</summary>
    public HashSet<Clause> Linked { get; } = new(ReferenceEqualityComparer.Instance);

    public Thing? Exact(string key) => _byKey.GetValueOrDefault(key) ?? _aliases.GetValueOrDefault(key);

    public Thing Add(string key, string name, Passage first, bool link = false)
    {
        if (Exact(key) is { } known)
        {
            return known;
        }

        var thing = new Thing(key, name, first) { IsLink = link };
        _byKey[key] = thing;
        _all.Add(thing);
        var last = LastWord(key);
        (_byLastWord.TryGetValue(last, out var list) ? list : _byLastWord[last] = []).Add(thing);
        return thing;
    }

    public void Alias(string key, Thing thing)
    {
        if (!_byKey.ContainsKey(key))
        {
            _aliases[key] = thing;
        }
    }

    public void Remove(Thing thing)
    {
        _byKey.Remove(thing.Key);
        _all.Remove(thing);
        _byLastWord[LastWord(thing.Key)].Remove(thing);
    }

    /// <summary>The thing a phrase names: by its whole name, by its last words, or as the only one whose name ends so.</summary>
    public Thing? Of(NounPhrase phrase) => phrase.IsPronoun ? null : Naming.EntityKey(phrase.Name) is var key && Of(key) is { } thing ? thing : OnlyOf(key);

    public Thing? Of(string key)
    {
        if (key.Length == 0)
        {
            return null;
        }

        if (Exact(key) is { } exact)
        {
            return exact;
        }

        for (var cut = key.Contains("_of_", StringComparison.Ordinal) ? -1 : key.IndexOf('_', StringComparison.Ordinal); cut >= 0; cut = key.IndexOf('_', cut + 1))
        {
            if (Exact(key[(cut + 1)..]) is { } found && (!AttributeWords.IsOne(found.Key) || AttributeWords.IsShared(found.Key)))
            {
                return found;
            }
        }

        return !key.Contains('_', StringComparison.Ordinal) && !AttributeWords.IsOne(key) && _byLastWord.TryGetValue(key, out var longer) && longer is [var only] ? only : null;
    }

    /// <summary>"A roll of film has a number; the rolls …": the only one whose name begins so.</summary>
    private Thing? OnlyOf(string head)
    {
        Thing? only = null;
        foreach (var thing in head.Length == 0 || head.Contains('_', StringComparison.Ordinal) || AttributeWords.IsOne(head) ? [] : _all)
        {
            if (thing.Key.Length > head.Length + 4 && thing.Key.StartsWith(head, StringComparison.Ordinal) && thing.Key.AsSpan(head.Length).StartsWith("_of_"))
            {
                if (only is not null)
                {
                    return null;
                }

                only = thing;
            }
        }

        return only;
    }

    /// <summary>The only thing whose name ends in the word.</summary>
    public Thing? OnlyEnding(string word) => _byLastWord.TryGetValue(word, out var longer) && longer is [var only] ? only : null;

    private static string LastWord(string key) => key[(key.LastIndexOf('_') + 1)..];
}
