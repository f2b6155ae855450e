using Schemawright.Collections;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure;

/// <summary>A table whose rows are attributes, whatever its headers are called.</summary>
internal sealed record FieldTable(TableBlock Table, int Entity, int Name, int Type)
{
    private const int MostSharing = 4;
    private const int LongestSize = 5;

    /// <summary>What a type column calls a reference to the thing the field is named after.</summary>
    private static readonly HashSet<string> Links = new(StringComparer.OrdinalIgnoreCase) { "link", "lookup", "relation", "reference", "relationship", "ref", "fk", "foreign key", "key of", "entity" };

    private static readonly string[] NameWords =
    [
        "field", "column", "attribute", "property", "field name", "column name", "attribute name", "property name", "name", "element", "data element", "key", "data field", "parameter",
        "attributes", "fields", "properties", "columns", "data item", "item", "member", "field/column", "column/field", "variable", "logical name", "physical name",
    ];

    private static readonly string[] TypeWordsOfHeaders =
        ["type", "data type", "datatype", "field type", "column type", "sql type", "format", "db type", "postgres type", "value type", "type/size", "type & size", "type and size", "kind", "data format", "domain", "type / constraints", "type/constraints"];

    private static readonly string[] EntityWords = ["entity", "table", "model", "table name", "entity name", "object", "collection", "class"];

    /// <summary>A star behind the name, which a legend of the document explains.</summary>
    public bool IsStarred(TableRow row) => TableColumns.Cell(row, Name).TrimEnd('`', ' ').EndsWith('*');

    public bool NamesEntities => Entity >= 0 || Dotted;

    /// <summary>The names carry their entity: "Boat.length".</summary>
    private bool Dotted => Entity < 0 && Table.Rows.Count > 1 && Table.Rows.All(row => Owners(TableColumns.Cell(row, Name)) is [{ Length: > 0 }]);

    /// <summary>A column or attribute with a key or a NOT NULL is stored; a "field" may be one of a form.</summary>
    public bool LooksStored =>
        TableColumns.Header(Table, Name) is "column" or "column name" or "attribute" or "attribute name"
        || Table.Rows.Any(row => row.Cells.Any(cell => TextScan.HasWord(cell.Text, "PK") || TextScan.HasWord(cell.Text, "FK") || TextScan.HasWord(cell.Text, "primary key") || TextScan.HasWord(cell.Text, "not null")))
        || Table.Rows.Any(row => Naming.Words(NameOf(row)) is ["id"]);

    /// <summary>Null when the headers or the cells are not those of fields.</summary>
    public static FieldTable? Of(TableBlock table)
    {
        var name = TableColumns.Find(table, NameWords);
        var type = TableColumns.Find(table, TypeWordsOfHeaders);
        if (name < 0 || (type < 0 && !FieldColumns.SayMore(table)))
        {
            return null;
        }

        var entity = TableColumns.Find(table, EntityWords);
        var found = new FieldTable(table, entity == name ? -1 : entity, name, type == name ? -1 : type);
        return found.Fits() ? found : null;
    }

    /// <summary>True when a column is headed as names of fields are, and not as names of anything are.</summary>
    public static bool NamesFields(TableBlock table) =>
        NameColumn(table) is var column and >= 0 && TableColumns.Header(table, column) is not ("name" or "key" or "parameter" or "item" or "member" or "variable" or "element") && table.Rows.Count > 1;

    public static int NameColumn(TableBlock table) => TableColumns.Find(table, NameWords);

    /// <summary>The table as one of fields, whether or not it tells their types.</summary>
    public static FieldTable OfNames(TableBlock table)
    {
        var (name, type, entity) = (NameColumn(table), TableColumns.Find(table, TypeWordsOfHeaders), TableColumns.Find(table, EntityWords));
        return new(table, entity == name ? -1 : entity, name, type == name ? -1 : type);
    }

    public string NameOf(TableRow row) => EntityNames.Undecorated(TableColumns.Cell(row, Name).Trim('*', '+', ' ').TrimEnd('?'));

    /// <summary>The names of a row: one, or several that share it ("created_at, updated_at", "timestamps").</summary>
    public Seq<string> NamesOf(TableRow row)
    {
        var text = TableColumns.Cell(row, Name);
        if (Dotted)
        {
            return text.Split(',', StringSplitOptions.TrimEntries).Select(WithoutOwner).ToSeq();
        }

        if (text.Trim('*', ' ').ToLowerInvariant() is "timestamps" or "audit fields" or "audit columns" or "standard timestamps")
        {
            return ["created_at", "updated_at"];
        }

        if (Spoken(text) is { Count: > 1 } spoken && Type >= 0 && (IsTyped(row, spoken[0]) || EntityNames.IsTitle(TableColumns.Cell(row, Type))))
        {
            return spoken;
        }

        var parts = text.Split([",", " / ", "/", " & ", " and "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length is 2 or 3 or 4 && Array.TrueForAll(parts, part => AttributeLine.Parse(part) is { IsIdentifier: true }) && (Array.Exists(parts, part => part.Contains('_', StringComparison.Ordinal) || part.Any(char.IsUpper)) || Array.TrueForAll(parts, SpokenNames.IsKnown))
            ? parts.ToSeq()
            : [NameOf(row)];
    }

    /// <summary>"Opens at, closes at": names in plain words that share a row.</summary>
    private static Seq<string> Spoken(string text)
    {
        var parts = text.Contains('(', StringComparison.Ordinal) ? [] : text.Split(',', StringSplitOptions.TrimEntries);
        return parts.Length is > 1 and <= MostSharing && Array.TrueForAll(parts, part => EntityNames.IsPlain(part) && SpokenNames.IsName(part)) ? parts.ToSeq() : [];
    }

    /// <summary>The one title before the dots of a cell: "Boat" of "Boat.opens_at, Boat.closes_at".</summary>
    private static string[] Owners(string cell) =>
        [.. cell.Split(',', StringSplitOptions.TrimEntries).Select(part => part.Trim('`', '*', ' ')).Select(part => part.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && dot < part.Length - 1 && EntityNames.IsTitle(part[..dot]) ? part[..dot] : "").Distinct(StringComparer.Ordinal)];

    private static string WithoutOwner(string name) => name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..].Trim('`', ' ');

    public string? EntityOf(TableRow row) => Dotted ? Owners(TableColumns.Cell(row, Name))[0] : Entity >= 0 && EntityNames.Undecorated(TableColumns.Cell(row, Entity)) is { Length: > 0 } name && EntityNames.IsName(name) ? name : null;

    /// <summary>The title of a row that parts the table into sections; null for a row of a field.</summary>
    public string? SectionOf(TableRow row)
    {
        var texts = row.Cells.Where(cell => cell.Text.Trim().Length > 0).ToList();
        return texts.Count == 1 && texts[0] == row.Cells[0] && EntityNames.Undecorated(texts[0].Text) is var name && EntityNames.IsTitle(name) && char.IsUpper(name[0]) ? name : null;
    }

    /// <summary>Null for a section row or a row whose name is none.</summary>
    /// <param name="titles">The keys of the things that the document's tables and entries describe.</param>
    public AttributeFact? Fact(TableRow row, AttributeFact blank, IReadOnlySet<string> titles)
    {
        var lone = row.Cells.Count(cell => cell.Text.Length > 0) < 2 && Table.Header.Count > 1 && NamesOf(row).Count < 2;
        if (!EntityNames.IsPlain(blank.Name) || (lone && (Type >= 0 || !char.IsLower(blank.Name[0]) || !SpokenNames.IsName(blank.Name))))
        {
            return null;
        }

        var text = WithSize(TableColumns.Cell(row, Type));
        var optional = text.EndsWith('?') || TableColumns.Cell(row, Name).EndsWith('?');
        if (Linked(text, blank.Name, titles) is { } target)
        {
            return FieldColumns.Complete(Table, row, blank with { References = target, Required = optional ? false : null });
        }

        var line = new AttributeLine(blank.Name, FieldMarks.IsNothing(text) ? "" : text, optional);
        var fact = line.Complete(blank);
        return FieldColumns.Complete(Table, row, fact.Type is null && Listed(text) is { } values ? fact with { Type = new(DataKind.Enumeration, Values: values), TypeText = text } : fact);
    }

    /// <summary>"Link" is a reference where the field is named after a thing, and so is the name of a thing.</summary>
    private static string? Linked(string text, string name, IReadOnlySet<string> titles) =>
        Links.Contains(text) && titles.Contains(Naming.EntityKey(name)) ? name
        : EntityNames.IsTitle(text) && char.IsUpper(text[0]) && titles.Contains(Naming.EntityKey(text)) && TypeWords.Read(text, name) is null ? text
        : null;

    /// <summary>"draft, in review, done" where a type is asked for: the values.</summary>
    private static Seq<string>? Listed(string text) =>
        text.Contains(',', StringComparison.Ordinal) && ValueLists.Parse(text) is { Count: > 2 } values && values.All(value => char.IsLetter(value[0]) && !IsConstraint(value) && TypeWords.Read(value, value) is null) ? values : null;

    /// <summary>"unique", "not null"; but "in review" is a value.</summary>
    private static bool IsConstraint(string value) =>
        TypeVocabulary.IsConstraint(value) && (!value.Contains(' ', StringComparison.Ordinal) || value.Split(' ')[0].ToLowerInvariant() is "not" or "primary" or "foreign" or "default" or "auto" or "max" or "min" or "unique" or "must");

    /// <summary>"Text, 20" is text(20).</summary>
    private static string WithSize(string text)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        var size = comma < 0 ? "" : text[(comma + 1)..].Trim();
        return size.Length is > 0 and <= LongestSize && size.All(char.IsAsciiDigit) && text[..comma].All(char.IsLetter) ? $"{text[..comma]}({size})" : text;
    }

    /// <summary>Half of the types must be types; without a type column, half of the names those of a program or all of the other cells those of fields.</summary>
    private bool Fits()
    {
        var rows = Table.Rows.Where(row => NameOf(row).Length > 0 && SectionOf(row) is null).ToList();
        var fitting = rows.Count(row => Type >= 0 ? IsTyped(row) : AttributeLine.Parse(NameOf(row)) is { IsIdentifier: true });
        return rows.Count > 0 && fitting * 2 >= rows.Count && (TableColumns.Header(Table, Name) is not ("name" or "key" or "parameter" or "item" or "member" or "variable") || fitting == rows.Count || Type >= 0);
    }

    private bool IsTyped(TableRow row) => IsTyped(row, NameOf(row)) || NamesOf(row).Count > 1;

    private bool IsTyped(TableRow row, string name)
    {
        var text = TableColumns.Cell(row, Type);
        return TypeWords.Read(text, name) is not null || ReferenceWords.Target(text, name) is not null || Links.Contains(text) || Listed(text) is not null;
    }
}
