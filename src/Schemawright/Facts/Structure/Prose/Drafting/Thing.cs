using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Drafting;

/// <summary>Something the sentences want kept, while it is put together from all of them.</summary>
internal sealed class Thing(string key, string name, Passage first)
{
    public string Key { get; } = key;

    public string Name { get; } = name;

    public Passage First { get; } = first;

    public List<Property> Properties { get; } = [];

    public List<Tie> Ties { get; } = [];

    public List<(List<string> Names, Passage Passage)> Keys { get; } = [];

    /// <summary>Only the link between others, or told by a verb alone.</summary>
    public bool IsLink { get; init; }

    /// <summary>Found to link others, though it has a name and a list of its own.</summary>
    public bool Links { get; set; }

    /// <summary>No list and no form of words made it a thing, but all that is said of it together.</summary>
    public bool Weighed { get; set; }

    /// <summary>What it is a kind of.</summary>
    public Thing? General { get; set; }

    /// <summary>The manners in which its attributes were listed.</summary>
    public HashSet<Manner> Manners { get; } = [];

    /// <summary>It is called by a name or a title.</summary>
    public bool IsNamed => Properties.Exists(property => property.Name is "name" or "title" || property.Name.EndsWith(" name", StringComparison.Ordinal) || property.Name.EndsWith(" title", StringComparison.Ordinal));

    /// <summary>Something that happens at a time: a visit, a delivery.</summary>
    public bool IsEvent => IsLink || Properties.Exists(property => property.Name is "date" or "time" or "day" || property.Name.EndsWith(" day", StringComparison.Ordinal) || property.Name.EndsWith(" date", StringComparison.Ordinal) || property.Name.EndsWith(" time", StringComparison.Ordinal));

    /// <summary>An event without a name or title of its own: it is one person's test, not a lecture for all.</summary>
    public bool Happens => !IsLink && IsEvent && !IsNamed;

    public void Add(string name, NounPhrase item, Passage passage)
    {
        if (name.Length > 0 && !SaysNothing(name) && Language.Naming.Snake(name) is var key && !Properties.Exists(known => string.Equals(known.Key, key, StringComparison.Ordinal)))
        {
            Properties.Add(new(name, item, passage));
        }
    }

    /// <summary>"…, nothing more", "give me a name": words that name no attribute.</summary>
    private static bool SaysNothing(string name) => name is "more" or "nothing" or "nothing more" or "nothing else" or "me" or "us" or "down";

    /// <summary>Refers to the parent, once for each role.</summary>
    public void Tie(Thing parent, string? role, Passage passage, string verb, bool? needed = null)
    {
        var same = Ties.Find(tie => tie.Parent == parent && (tie.Role == role || role is null || tie.Role is null));
        if (same is null)
        {
            Ties.Add(new(parent, role, passage, verb, needed));
        }
        else if (same.Role is null && role is not null)
        {
            Ties[Ties.IndexOf(same)] = same with { Role = role };
        }
    }
}

internal sealed record Property(string Name, NounPhrase Item, Passage Passage)
{
    public string Key => Language.Naming.Snake(Name);

    /// <summary>The values it may have, or the remark that bounds it.</summary>
    public string? Remark { get; init; }
}

/// <param name="Role">The name under which the parent is referred to; null when it is the parent's own.</param>
/// <param name="Needed">Each one must have a parent; null when the words do not say.</param>
internal sealed record Tie(Thing Parent, string? Role, Passage Passage, string Verb, bool? Needed);

/// <summary>Many of the one go with many of the other, and nothing is recorded with it.</summary>
internal sealed record Meeting(Thing One, Thing Other, string Verb, Passage Passage);
