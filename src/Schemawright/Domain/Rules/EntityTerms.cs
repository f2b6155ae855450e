using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules;

/// <summary>The words by which rules name one entity's attributes, references and states.</summary>
internal sealed class EntityTerms
{
    // What an attribute's name may end in without changing what it is about.
    private static readonly string[] Carriers = ["url", "id", "path", "file", "reference", "ref", "key", "number", "link", "text", "json", "data", "code", "hash", "encrypted", "ids", "urls", "at", "on", "date", "kg", "g", "km", "m", "cm", "mm", "kb", "mb", "bytes", "minutes", "hours", "seconds", "usd", "eur", "cents", "percent", "pct", "no", "nr", "sqm", "size", "months", "days", "years", "nights", "weeks", "people", "persons", "left", "remaining", "available", "litres", "liters", "ml", "cl", "tons", "tonnes", "lbs", "ms", "celsius", "c", "quantity", "qty", "count"];

    private readonly Dictionary<string, Column?> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Column?> _suffixes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Column?> _evidence = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Column?> _dated = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Column?> _parents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Column Column, Expr Which)> _explained = new(StringComparer.Ordinal);

    public EntityTerms(Entity entity, IEnumerable<Relationship> parents, StateMachine? machine)
    {
        Entity = entity;
        Machine = machine;
        foreach (var attribute in entity.Attributes)
        {
            Add(attribute);
        }

        foreach (var link in parents)
        {
            AddReference(link);
        }
    }

    public Entity Entity { get; }

    public string Name => Entity.Name;

    public StateMachine? Machine { get; }

    public List<Column> Columns { get; } = [];

    public IEnumerable<Column> References => Columns.Where(column => column.IsForeignKey);

    public Column? State => Machine is null ? Exact("status") ?? Exact("state") : Exact(Machine.Attribute);

    public void Add(EntityAttribute attribute)
    {
        var column = new Column(Entity.Name, attribute.Name, attribute.Type, attribute.Required, attribute.Encrypted);
        Columns.Add(column);
        Index(column, column.Words);
        if (DatedNames.Of(column) is { } dated)
        {
            Put(_dated, dated, column);
        }

        Carry(column, column.Words);
        if (column.Words is [.., "min" or "max" or "minimum" or "maximum"] and { Count: > 1 })
        {
            string[] turned = [column.Words[^1] is "min" or "minimum" ? "minimum" : "maximum", .. column.Words.Take(column.Words.Count - 1)];
            Put(_exact, Key(turned, 0, turned.Length), column);
        }

        if (Bynames.WrittenOut(column.Words) is { } written)
        {
            Put(_exact, Key(written, 0, written.Length), column);
            Carry(column, written);
        }
    }

    private void Carry(Column column, IReadOnlyList<string> words)
    {
        for (var carried = words.Count; carried > 1 && (Carriers.Contains(words[carried - 1], StringComparer.Ordinal) || words[carried - 1] is "number" || IsIdle(words, carried - 1));)
        {
            carried--;
            Put(_evidence, Key(words, 0, carried), column);
        }
    }

    /// <summary>A deposit amount is the deposit, a guardian's name the guardian; a paid amount is not the paid, nor a first name the first.</summary>
    private static bool IsIdle(IReadOnlyList<string> words, int at) =>
        words[at] is "amount" && at == 1 && !words[0].EndsWith("ed", StringComparison.Ordinal) && words[0] is not ("paid" or "due" or "total" or "open" or "outstanding" or "minimum" or "maximum" or "min" or "max")
        || words[at] is "name" && at == 1 && Array.IndexOf(OfNames, words[0]) < 0;

    private static readonly string[] OfNames = ["first", "last", "full", "short", "long", "middle", "legal", "display", "given", "common", "official", "maiden", "original", "old", "new", "public", "user", "file", "family", "trade", "host", "domain", "nick", "real", "birth", "second", "other", "alternative", "former", "own"];

    /// <summary>The attribute of exactly this name, or the reference of this foreign key or role.</summary>
    public Column? Exact(string key) =>
        _exact.TryGetValue(key, out var column) ? column : DatedNames.Of(key) is not { } dated ? null
        : _dated.GetValueOrDefault(dated) ?? (key.StartsWith("date_of_", StringComparison.Ordinal) ? _exact.GetValueOrDefault(key[8..] + "_date") : null);

    /// <summary>The names by which the attribute is called without more: its own, and that without what it is counted or kept in.</summary>
    public IEnumerable<string> NamesOf(Column column) =>
        _exact.Concat(_evidence).Concat(_dated).Where(name => name.Value == column).Select(name => name.Key).Distinct(StringComparer.Ordinal);

    /// <summary>What a document says a word means of these rows; null when none explains it.</summary>
    public (Column Column, Expr Which)? Explained(string word) => _explained.TryGetValue(word, out var meaning) ? meaning : null;

    /// <summary>The first explanation of a word stands.</summary>
    public void Explain(string word, Column column, Expr which) => _explained.TryAdd(word, (column, which));

    /// <summary>The one attribute whose name ends in these words.</summary>
    public Column? Suffix(string key) => key is "start" or "end" && Own(key) is { } own ? own : _suffixes.GetValueOrDefault(key);

    /// <summary>When a thing starts is its own start, and not that of its sales.</summary>
    public Column? Own(string key) =>
        Columns.Where(column => !column.IsForeignKey && column.Words is [var verb, "at" or "on" or "date" or "time"] && Stems.Same(verb, key)).Take(2).ToArray() is [var only] ? only : null;

    /// <summary>The one attribute that stores the thing: a document's url, a signature's id.</summary>
    public Column? Evidence(string key) => _exact.GetValueOrDefault(key) ?? _evidence.GetValueOrDefault(key);

    /// <summary>The one reference that leads to the parent, by role or by the parent's names.</summary>
    public Column? Reference(string key) => _exact.GetValueOrDefault(key) is { IsForeignKey: true } exact ? exact : _parents.GetValueOrDefault(key);

    public static string Key(IReadOnlyList<string> words, int from, int to)
    {
        var taken = words.Skip(from).Take(to - from).ToArray();
        if (taken.Length > 0)
        {
            taken[^1] = Nouns.Singular(taken[^1]);
        }

        return string.Join('_', taken);
    }

    /// <summary>Says that the parent's name means this reference; a reference each row has beats one it may have.</summary>
    internal void NameParent(string key, Column reference)
    {
        if (!_parents.TryGetValue(key, out var known) || known is { Required: false } && reference.Required)
        {
            _parents[key] = reference;
        }
        else if (known is not null && known != reference && known.Required == reference.Required)
        {
            _parents[key] = null;
        }
    }

    private void AddReference(Relationship link)
    {
        var column = new Column(Entity.Name, link.ForeignKey, DataType.Of(DataKind.Uuid), link.Parents.Min > 0, false, link.Role, link.Parent);
        Columns.Add(column);
        Index(column, column.Words);
        _exact[Key(Naming.Words(link.Role), 0, 9)] = column;
    }

    private void Index(Column column, IReadOnlyList<string> words)
    {
        Put(_exact, Key(words, 0, words.Count), column);
        // "Price per serving" is a price: what stands behind "per" is not its head.
        for (var from = 1; from < words.Count && words[from - 1] is not ("per" or "of"); from++)
        {
            Put(_suffixes, Key(words, from, words.Count), column);
        }
    }

    /// <summary>A key two columns share names neither.</summary>
    private static void Put(Dictionary<string, Column?> index, string key, Column column)
    {
        if (!index.TryAdd(key, column) && !Equals(index[key], column))
        {
            index[key] = null;
        }
    }
}
