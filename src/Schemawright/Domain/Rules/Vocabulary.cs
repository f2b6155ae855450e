using Schemawright.Collections;
using Schemawright.Facts.Language;

namespace Schemawright.Domain.Rules;

/// <summary>A value of an enumeration, with the attribute that may have it.</summary>
internal sealed record ValueTerm(Column Column, string Value);

/// <summary>Every name a rule may use for the domain's entities, attributes, references and values, indexed by words.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, EntityTerms?> _entities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EntityTerms> _terms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ValueTerm>> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Relationship>> _children = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Column?> _columns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<EntityTerms>> _owners = new(StringComparer.Ordinal);
    private readonly Dictionary<Diagnostics.SourceSpan, StateMachine> _told = [];
    private readonly PartNames _parts;
    private HashSet<string>? _nameWords;

    public Vocabulary(DomainModel domain)
    {
        Domain = domain;
        var parents = domain.Relationships.ToLookup(link => link.Child, StringComparer.Ordinal);
        var machines = domain.StateMachines.ToLookup(machine => machine.Entity, StringComparer.Ordinal);
        foreach (var entity in domain.Entities)
        {
            _terms[entity.Name] = new EntityTerms(entity, parents[entity.Name], machines[entity.Name].FirstOrDefault());
        }

        foreach (var terms in _terms.Values)
        {
            Name(terms);
            IndexValues(terms);
            IndexColumns(terms);
        }

        foreach (var link in domain.Relationships)
        {
            Join(link);
        }

        _parts = new PartNames(_terms.Values);
        foreach (var machine in domain.StateMachines)
        {
            foreach (var place in machine.Transitions.SelectMany(step => step.Origin.Sources))
            {
                _told.TryAdd(place, machine);
            }
        }
    }

    public DomainModel Domain { get; }

    /// <summary>The words that entities' names are made of.</summary>
    public IReadOnlySet<string> NameWords => _nameWords ??= Domain.Entities.SelectMany(entity => Naming.Words(entity.Name)).ToHashSet(StringComparer.Ordinal);

    /// <summary>The state machine that the statement at this place tells ways of; null when it tells none.</summary>
    public StateMachine? MachineAt(Diagnostics.SourceSpan place) => _told.GetValueOrDefault(place);

    public IEnumerable<EntityTerms> All => Domain.Entities.Select(entity => _terms[entity.Name]);

    public EntityTerms Of(string entity) => _terms[entity];

    public EntityTerms? Find(string? name) => name is null ? null
        : _terms.GetValueOrDefault(name) ?? _entities.GetValueOrDefault(Naming.EntityKey(name));

    /// <summary>The relationships in which the entity is the parent.</summary>
    public IReadOnlyList<Relationship> Children(string entity) => _children.TryGetValue(entity, out var links) ? links : [];

    public IReadOnlyList<ValueTerm> Values(string phrase) => _values.TryGetValue(Naming.EntityKey(phrase), out var terms) ? terms : [];

    /// <summary>The attribute of this name when only one entity has one.</summary>
    public Column? OnlyColumn(string key) => _columns.GetValueOrDefault(key);

    /// <summary>The only entity with an attribute of the name that starts at this word, the longest name first.</summary>
    public EntityTerms? OwnerAt(IReadOnlyList<Token> tokens, int at)
    {
        for (var length = Math.Min(4, tokens.Count - at); length > 0; length--)
        {
            if (Phrase.Key(tokens, at, length) is { Length: > 3 } key && _columns.GetValueOrDefault(key) is { IsForeignKey: false } column)
            {
                return Of(column.Entity);
            }
        }

        return at + 2 < tokens.Count && tokens[at + 1].IsAny("at", "on") && All.Where(terms => Bynames.At(terms, tokens, at) is not null).Take(2).ToArray() is [var only] ? only : null;
    }

    /// <summary>The entities with an attribute of exactly this name.</summary>
    public IReadOnlyList<EntityTerms> OwnersOf(string key) => _owners.TryGetValue(key, out var owners) ? owners : [];

    /// <summary>The entities with an attribute of the name that starts at this word, the longest name first.</summary>
    public IReadOnlyList<EntityTerms> OwnersAt(IReadOnlyList<Token> tokens, int at)
    {
        for (var length = Math.Min(5, tokens.Count - at); length > 0; length--)
        {
            if (Phrase.Key(tokens, at, length) is { Length: > 2 } key && OwnersOf(DatedNames.Of(key) is { } dated && OwnersOf(key).Count == 0 ? dated : key) is { Count: > 0 } owners)
            {
                return owners;
            }
        }

        return [];
    }

    /// <summary>What belongs to the thing and ends in the word: the order items that "its items" means.</summary>
    public IEnumerable<EntityTerms> PartsOf(EntityTerms whole, string word) => Children(whole.Name).Select(link => link.Child)
        .Where(child => child != whole.Name && Naming.EntityKey(child) is var key && (key == word || key.EndsWith("_" + word, StringComparison.Ordinal))).Distinct(StringComparer.Ordinal).Select(Of);

    /// <summary>The only entity whose life knows the action that a sentence begins with: "rejection requires …".</summary>
    public IEnumerable<EntityTerms> InStateOf(IReadOnlyList<Token> tokens)
    {
        var first = Speech.SkipDeterminers(tokens, 0);
        var alive = first >= tokens.Count || tokens[first].Kind != TokenKind.Word ? [] : All.Where(terms => Moments.StatesOf(terms, tokens[first].Lower).Count > 0).Take(2).ToArray();
        return alive.Length == 1 ? alive : [];
    }

    /// <summary>Makes a rule's own field known to the rules after it.</summary>
    public void Add(string entity, EntityAttribute attribute) => _terms[entity].Add(attribute);

    /// <summary>The longest name of an entity that starts at this word; the first when there is a choice.</summary>
    public EntityTerms? EntityAt(IReadOnlyList<Token> tokens, int at, out int length)
    {
        for (length = Math.Min(4, tokens.Count - at); length > 0; length--)
        {
            if (Phrase.Key(tokens, at, length) is { } key && _entities.GetValueOrDefault(key) is { } terms)
            {
                return terms;
            }
        }

        length = 1;
        return at < tokens.Count && Phrase.Key(tokens, at, 1) is { } part && !_entities.ContainsKey(part) ? _parts.Find(part) : null;
    }

    /// <summary>The last word of several entities' names: a loan of boats or of books.</summary>
    public bool IsSharedHead(string word) => !_entities.ContainsKey(word) && _parts.IsShared(word);

    /// <summary>The entity whose states a line speaks of: the one named, or the whole that it is a part of ("a payment's order").</summary>
    public EntityTerms? WithStates(EntityTerms? terms) =>
        terms is null or { Machine: not null } ? terms
        : terms.References.Where(link => link.Required).Select(link => Find(link.Parent)).FirstOrDefault(parent => parent?.Machine is not null) ?? terms;

    /// <summary>Every entity the tokens name, in order.</summary>
    public IEnumerable<EntityTerms> EntitiesIn(IReadOnlyList<Token> tokens)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (EntityAt(tokens, at, out var length) is { } terms)
            {
                yield return terms;
                at += length - 1;
            }
        }
    }

    private void Name(EntityTerms terms)
    {
        // An entity's own name is stronger than another's alias.
        _entities[Naming.EntityKey(terms.Name)] = terms;
        foreach (var name in terms.Entity.Aliases.Append(terms.Entity.TableName))
        {
            var key = Naming.EntityKey(name);
            if (!_entities.TryGetValue(key, out var known))
            {
                _entities.Add(key, terms);
            }
            else if (known != terms && known is not null && Naming.EntityKey(known.Name) != key)
            {
                _entities[key] = null;
            }
        }
    }

    private void IndexValues(EntityTerms terms)
    {
        foreach (var column in terms.Columns)
        {
            foreach (var value in column.Type.Values)
            {
                var key = Naming.EntityKey(value);
                if (!_values.TryGetValue(key, out var list))
                {
                    _values.Add(key, list = []);
                }

                list.Add(new(column, value));
            }
        }
    }

    private void IndexColumns(EntityTerms terms)
    {
        foreach (var column in terms.Columns)
        {
            var key = EntityTerms.Key(column.Words, 0, column.Words.Count);
            foreach (var name in column.IsForeignKey ? [] : terms.NamesOf(column))
            {
                if (!_owners.TryGetValue(name, out var owners))
                {
                    _owners.Add(name, owners = []);
                }

                if (!owners.Contains(terms))
                {
                    owners.Add(terms);
                }
            }

            if (!_columns.TryAdd(key, column))
            {
                _columns[key] = null;
            }

            if (DatedNames.Of(column) is { } dated && dated != key && !_columns.TryAdd(dated, column))
            {
                _columns[dated] = null;
            }
        }
    }

    private void Join(Relationship link)
    {
        if (!_children.TryGetValue(link.Parent, out var links))
        {
            _children.Add(link.Parent, links = []);
        }

        links.Add(link);
        if (_terms.TryGetValue(link.Child, out var child) && _terms.TryGetValue(link.Parent, out var parent) && child.Exact(link.Role) is { } reference)
        {
            foreach (var name in parent.Entity.Aliases.Append(link.Parent))
            {
                child.NameParent(Naming.EntityKey(name), reference);
            }
        }
    }
}
