using Schemawright.Diagnostics;
using Schemawright.Facts;
using Schemawright.Facts.Language;

namespace Schemawright.Domain.Merging;

/// <summary>The things the documents speak of, found under any of their names.</summary>
internal sealed class EntityDrafts
{
    private readonly Dictionary<string, EntityDraft> _drafts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _aliases = new(StringComparer.Ordinal);
    private List<EntityDraft> _ordered = [];

    /// <summary>In document order.</summary>
    public IReadOnlyList<EntityDraft> All => _ordered;

    /// <summary>Gathers the facts under the singular names of what they speak of.</summary>
    public static EntityDrafts From(FactBase facts)
    {
        var drafts = new EntityDrafts();
        foreach (var (spelled, plain) in SpelledNames.Of(facts))
        {
            drafts._aliases[spelled] = plain;
        }

        foreach (var fact in facts.Entities)
        {
            drafts.At(fact.Name)?.Declared.Add(fact);
        }

        foreach (var fact in facts.Attributes)
        {
            drafts.At(fact.Entity)?.Stated.Add(fact);
        }

        foreach (var fact in facts.Keys)
        {
            drafts.At(fact.Entity)?.StatedKeys.Add(fact);
        }

        foreach (var fact in facts.Relationships)
        {
            drafts.Connect(drafts.At(fact.From), drafts.At(fact.To), fact);
        }

        drafts.Order(facts);
        return drafts;
    }

    public EntityDraft? Find(string? name) => name is null ? null : FindKey(Naming.EntityKey(name));

    /// <summary>The thing a reference names; its last words may go on to say something of the thing.</summary>
    public EntityDraft? FindReferenced(string? name)
    {
        var found = Find(name);
        for (var cut = name?.LastIndexOf(' ') ?? -1; found is null && cut > 0; cut = name!.LastIndexOf(' ', cut - 1))
        {
            found = Find(name![..cut]);
        }

        return found;
    }

    public EntityDraft? FindKey(string key)
    {
        for (var steps = 0; _aliases.TryGetValue(key, out var target) && steps < 8; steps++)
        {
            key = target;
        }

        return _drafts.GetValueOrDefault(key);
    }

    /// <summary>From now on the one name means the other; what is known of it moves there.</summary>
    public void Merge(EntityDraft alias, EntityDraft into)
    {
        into.Stated.AddRange(alias.Stated);
        into.StatedKeys.AddRange(alias.StatedKeys);
        into.Mentions.AddRange(alias.Mentions);
        into.Partners.UnionWith(alias.Partners);
        into.Aliases.UnionWith(alias.Aliases);
        Remove(alias);
        AddAlias(alias.Key, into);
    }

    public void AddAlias(string key, EntityDraft entity)
    {
        if (string.Equals(key, entity.Key, StringComparison.Ordinal) || _drafts.ContainsKey(key))
        {
            return;
        }

        _aliases[key] = entity.Key;
        entity.Aliases.Add(Naming.Pascal(key));
    }

    public EntityDraft Create(string key)
    {
        var draft = new EntityDraft(key);
        _drafts[key] = draft;
        _ordered.Add(draft);
        return draft;
    }

    public void Remove(EntityDraft draft)
    {
        _drafts.Remove(draft.Key);
        _ordered.Remove(draft);
    }

    private EntityDraft? At(string name)
    {
        var key = Naming.EntityKey(name);
        if (key.Length == 0)
        {
            return null;
        }

        key = _aliases.GetValueOrDefault(key, key);
        if (!_drafts.TryGetValue(key, out var draft))
        {
            _drafts[key] = draft = new EntityDraft(key);
        }

        return draft;
    }

    private void Connect(EntityDraft? from, EntityDraft? to, RelationshipFact fact)
    {
        if (from is null || to is null)
        {
            return;
        }

        from.Mentions.Add(fact);
        from.Partners.Add(to.Key);
        if (from != to)
        {
            to.Mentions.Add(fact);
            to.Partners.Add(from.Key);
        }
    }

    private void Order(FactBase facts)
    {
        var documents = facts.Corpus.Documents.Select((document, index) => (document.Name, index))
            .GroupBy(entry => entry.Name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().index, StringComparer.Ordinal);
        _ordered = [.. _drafts.Values
            .Select(draft => (Draft: draft, First: First(draft, documents)))
            .OrderBy(entry => entry.First.Document).ThenBy(entry => entry.First.Span).ThenBy(entry => entry.Draft.Key, StringComparer.Ordinal)
            .Select(entry => entry.Draft)];
    }

    private static (int Document, SourceSpan? Span) First(EntityDraft draft, Dictionary<string, int> documents) =>
        (draft.IsWeak || draft.Declared.Count == 0 ? draft.Sources : draft.Declared.Where(fact => !fact.Weak).Select(fact => fact.Source)).Select(span => (documents.GetValueOrDefault(span.Document, int.MaxValue), span)).DefaultIfEmpty((int.MaxValue, null!)).Min();
}
