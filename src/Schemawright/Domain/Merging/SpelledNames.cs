using Schemawright.Facts;
using Schemawright.Facts.Language;

namespace Schemawright.Domain.Merging;

/// <summary>Names that carry the word for what they name (<c>tbl_orders</c>, "Orders table", "Order entity"), and names parted otherwise.</summary>
internal static class SpelledNames
{
    private static readonly HashSet<string> Prefixes = new(StringComparer.Ordinal) { "tbl", "tb", "tab" };

    private static readonly HashSet<string> Suffixes = new(StringComparer.Ordinal) { "table", "entity", "tbl", "model" };

    /// <summary>The key of each such name, and the key of the thing itself.</summary>
    public static IEnumerable<(string Spelled, string Plain)> Of(FactBase facts)
    {
        var names = facts.Entities.Select(fact => fact.Name)
            .Concat(facts.Attributes.SelectMany(fact => new[] { fact.Entity, fact.References }).OfType<string>())
            .Concat(facts.Relationships.SelectMany(fact => new[] { fact.From, fact.To })).Concat(facts.Keys.Select(fact => fact.Entity)).Distinct(StringComparer.Ordinal).ToList();
        var keys = names.Select(Naming.EntityKey).ToHashSet(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (Plain(name, keys) is { Length: > 0 } plain && plain != Naming.EntityKey(name))
            {
                yield return (Naming.EntityKey(name), plain);
            }
        }

        foreach (var alias in Joined(facts, keys))
        {
            yield return alias;
        }
    }

    /// <summary>"PickupPoint" is what sentences call a pick-up point: the same letters, parted otherwise, and only one of the spellings is described.</summary>
    private static IEnumerable<(string Spelled, string Plain)> Joined(FactBase facts, HashSet<string> keys)
    {
        var described = facts.Entities.Where(fact => fact is { Weak: false, Form: not FactForm.Sentence }).Select(fact => Naming.EntityKey(fact.Name)).ToHashSet(StringComparer.Ordinal);
        foreach (var alike in keys.Where(key => key.Contains('_', StringComparison.Ordinal)).GroupBy(key => key.Replace("_", "", StringComparison.Ordinal), StringComparer.Ordinal).Where(alike => alike.Count() > 1))
        {
            var own = alike.Where(described.Contains).Take(2).ToArray();
            foreach (var other in own.Length == 1 ? alike.Where(key => key != own[0]) : [])
            {
                yield return (other, own[0]);
            }
        }
    }

    /// <summary>"Orders table" says it by the plural, "order table" only beside an order: a dining table is no dining.</summary>
    private static string? Plain(string name, HashSet<string> keys)
    {
        var words = Naming.Words(name);
        if (words.Count > 1 && Prefixes.Contains(words[0]))
        {
            return Naming.EntityKey(string.Join('_', words.Skip(1)));
        }

        if (words.Count < 2 || !Suffixes.Contains(Nouns.Singular(words[^1])))
        {
            return null;
        }

        var plain = Naming.EntityKey(string.Join('_', words.SkipLast(1)));
        return keys.Contains(plain) || (words[^1] == "table" && Nouns.Singular(words[^2]) != words[^2]) ? plain : null;
    }
}
