using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Domain;
using Schemawright.Facts;
using Schemawright.Facts.Language;
using static Schemawright.Coverage.Strength;

namespace Schemawright.Coverage;

/// <summary>
/// Facts that say once more what the model holds for another reason: a key, a time stamp, a column another document states.
/// They cause nothing of their own, but the model answers to them.
/// </summary>
internal sealed class ReadAgain
{
    private readonly Dictionary<string, TableDesign> _tables = new(StringComparer.Ordinal);
    private readonly DataDesign _design;
    private readonly Seq<StateMachine> _machines;

    public ReadAgain(DomainModel domain, DataDesign design)
    {
        _design = design;
        _machines = domain.StateMachines;
        foreach (var entity in domain.Entities)
        {
            if (design.OfEntity(entity.Name) is { } table)
            {
                foreach (var name in new[] { entity.Name, entity.TableName }.Concat(entity.Aliases))
                {
                    _tables.TryAdd(Naming.EntityKey(name), table);
                }
            }
        }
    }

    public IEnumerable<Consequence> Of(FactBase facts) =>
    [
        .. facts.Entities.SelectMany(OfEntity),
        .. facts.Attributes.SelectMany(OfAttribute),
        .. facts.Keys.Where(key => key.Primary).SelectMany(OfKey),
    ];

    /// <summary>The entity as written, when the model holds none of that name.</summary>
    public string? Unknown(string entity) => _tables.ContainsKey(Naming.EntityKey(entity)) || IsAudit(entity) ? null : entity;

    /// <summary>The text names a table of the model in one or two words.</summary>
    public bool Names(string text)
    {
        var words = Naming.Words(text);
        return Enumerable.Range(0, words.Count).Any(at => _tables.ContainsKey(Nouns.Singular(words[at])) || at > 0 && _tables.ContainsKey($"{words[at - 1]}_{Nouns.Singular(words[at])}"));
    }

    /// <summary>"INDEX on owner_id" under the title of a table: the index or key that begins with the column answers for it.</summary>
    public IEnumerable<Consequence> OfIndex(ClassifiedStatement statement)
    {
        var text = statement.Statement.Text;
        if (statement.Class != StatementClass.Query || !text.Opens("index on", "unique index on", "composite index on") || text.Split([' ', '(', ')', ',', '`'], StringSplitOptions.RemoveEmptyEntries) is not { Length: > 2 } words)
        {
            return [];
        }

        var column = words[Array.FindIndex(words, word => word.Equals("on", StringComparison.OrdinalIgnoreCase)) + 1];
        var table = statement.Statement.Headings.Reverse().SelectMany(heading => Naming.Words(HeadingNames.Of(heading))).Select(word => _tables.GetValueOrDefault(Nouns.Singular(word))).FirstOrDefault(found => found is not null);
        var name = table?.Indexes.FirstOrDefault(index => index.Columns[0].Name == column)?.Name ?? table?.Uniques.FirstOrDefault(key => key.Columns[0] == column)?.Name;
        return name is null ? [] : [new(statement.Statement.Span, Modelled, $"index {name}", "An index or key of the table begins with this column.")];
    }

    /// <summary>Words of a demand that a mere order of states does not hold.</summary>
    private static readonly string[] Demanding = ["can", "may", "must", "have to", "has to", "cannot", "only", "never", "not", "if", "unless", "until", "when", "before", "by"];

    /// <summary>"A fair is announced first and goes on sale later": a life cycle with these steps answers for it, and a list of its states for one that counts them.</summary>
    public IEnumerable<Consequence> OfStates(ClassifiedStatement statement)
    {
        var text = statement.Statement.Text.ToLowerInvariant();
        if (statement.Class != StatementClass.Rule || text.Says(Demanding) || text.Any(char.IsAsciiDigit))
        {
            return [];
        }

        return _machines.Where(machine => Names(text, machine.Entity)).Select(machine => (Machine: machine, Said: Said(machine, text))).Where(found => found.Said.Count > 1)
            .Where(found => text.Says("or", "status", "statuses", "state", "states") || found.Said.Zip(found.Said.Skip(1)).All(step => Reaches(found.Machine, step.First, step.Second)))
            .Select(found => new Consequence(statement.Statement.Span, Modelled, $"states of {_tables[Naming.EntityKey(found.Machine.Entity)].Name}.{found.Machine.Attribute}", "The life cycle has these states in this order."))
            .Take(1);
    }

    private bool Names(string text, string entity) => _tables.ContainsKey(Naming.EntityKey(entity)) && $"_{string.Join('_', Naming.Words(text).Select(Nouns.Singular))}_".Contains($"_{Naming.EntityKey(entity)}_", StringComparison.Ordinal);

    /// <summary>The states named, in the order of the words.</summary>
    private static List<string> Said(StateMachine machine, string text) =>
        machine.States.Select(state => (state.Name, At: text.Find(state.Name.Replace('_', ' ')))).Where(found => found.At >= 0).OrderBy(found => found.At).Select(found => found.Name).ToList();

    private static bool Reaches(StateMachine machine, string from, string to)
    {
        var met = new HashSet<string>(StringComparer.Ordinal) { from };
        var open = new Queue<string>([from]);
        while (open.TryDequeue(out var at))
        {
            foreach (var way in machine.Transitions.Where(way => way.From == at && met.Add(way.To)))
            {
                open.Enqueue(way.To);
            }
        }

        return met.Contains(to);
    }

    private IEnumerable<Consequence> OfEntity(EntityFact fact)
    {
        if (IsAudit(fact.Name))
        {
            yield return new(fact.Source, Modelled, $"audit log {_design.Audit.Table}");
        }
        else if (_tables.TryGetValue(Naming.EntityKey(fact.Name), out var table))
        {
            yield return new(fact.Source, Modelled, $"table {table.Name}");
        }
    }

    private IEnumerable<Consequence> OfAttribute(AttributeFact fact)
    {
        if (IsAudit(fact.Entity))
        {
            yield return new(fact.Source, Modelled, $"audit log {_design.Audit.Table}", "The audit log records who, when and what of each change.");
        }
        else if (_tables.TryGetValue(Naming.EntityKey(fact.Entity), out var table) && ColumnOf(table, fact.Name) is { } column)
        {
            yield return new(fact.Source, Modelled, $"column {table.Name}.{column}");
        }
    }

    private IEnumerable<Consequence> OfKey(KeyFact fact)
    {
        if (_tables.TryGetValue(Naming.EntityKey(fact.Entity), out var table))
        {
            yield return new(fact.Source, Enforced, $"primary key {table.PrimaryKey.Name}");
        }
    }

    private static string? ColumnOf(TableDesign table, string name)
    {
        var snake = Naming.Snake(name);
        return table.Find(snake)?.Name ?? table.Find(snake + "_id")?.Name
            ?? table.ForeignKeys.FirstOrDefault(key => string.Equals(key.Role, snake, StringComparison.Ordinal))?.Column;
    }

    private bool IsAudit(string entity) =>
        string.Equals(Naming.EntityKey(entity), Naming.EntityKey(_design.Audit.Table), StringComparison.Ordinal);
}
