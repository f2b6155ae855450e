using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure;

/// <summary>Reads tables of fields, whatever their headers are called. Tables of risks, metrics and permissions have no types and do not match.</summary>
internal sealed class FieldTableReader : IFactReader
{
    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.Table);
        var section = new Section();
        foreach (var block in document.Blocks)
        {
            if (block is TableBlock table && !facts.IsClaimed(table) && FieldTable.Of(table) is { } fields)
            {
                ReadTable(fields, section, writer);
            }

            section.Pass(block);
        }
    }

    private static void ReadTable(FieldTable fields, Section section, FactWriter writer)
    {
        var table = fields.Table;
        var subject = LeadIns.Entity(section.LeadIn?.Raw) ?? Subjects.OfData(table.Headings) ?? (fields is { LooksStored: true, Type: >= 0 } ? Subjects.OfBareTitle(table.Headings) : null);
        if (!fields.NamesEntities && (subject is null || Subjects.IsInterface(table.Headings) || (!fields.LooksStored && !Subjects.IsDataModel(table.Headings))))
        {
            return;
        }

        var known = new HashSet<string>(StringComparer.Ordinal);
        var current = subject;
        foreach (var row in table.Rows)
        {
            current = fields.EntityOf(row) ?? current;
            writer.Facts.Classify(row.Span, StatementClass.Fact, "a row of a table of fields");
            if (current is null || fields.Fact(row, writer.Blank(current, fields.NameOf(row), row.Span, TableColumns.Words(row))) is not { } fact)
            {
                continue;
            }

            if (known.Add(current))
            {
                section.Announce(writer, current, row.Span, weak: false);
            }

            writer.Attribute(fact);
        }

        writer.Facts.Claim(table);
    }
}

/// <summary>A table whose rows are attributes.</summary>
internal sealed record FieldTable(TableBlock Table, int Entity, int Name, int Type, int Required, int Nullable, int Default, int Key, int References, Seq<int> Notes)
{
    private static readonly string[] NameWords =
        ["field", "column", "attribute", "property", "field name", "column name", "attribute name", "property name", "name", "element", "data element", "key", "data field", "parameter"];

    public bool NamesEntities => Entity >= 0;

    /// <summary>A column or attribute with a key or a NOT NULL is stored; a "field" may be one of a form.</summary>
    public bool LooksStored =>
        TableColumns.Header(Table, Name) is "column" or "column name" or "attribute" or "attribute name"
        || Table.Rows.Any(row => row.Cells.Any(cell => TextScan.HasWord(cell.Text, "PK") || TextScan.HasWord(cell.Text, "FK") || TextScan.HasWord(cell.Text, "primary key") || TextScan.HasWord(cell.Text, "not null")))
        || Table.Rows.Any(row => Naming.Words(NameOf(row)) is ["id"]);

    /// <summary>Null when the headers or the cells are not those of fields.</summary>
    public static FieldTable? Of(TableBlock table)
    {
        var name = TableColumns.Find(table, NameWords);
        var type = TableColumns.Find(table, "type", "data type", "datatype", "field type", "column type", "sql type", "format");
        var required = TableColumns.Find(table, "required", "mandatory", "req", "is required", "not null");
        var nullable = TableColumns.Find(table, "nullable", "null", "optional", "nulls", "allow null");
        var constraints = TableColumns.Find(table, "constraints", "constraint", "validation", "rules", "validation rules", "attributes", "modifiers");
        if (name < 0 || (type < 0 && constraints < 0 && required < 0 && nullable < 0))
        {
            return null;
        }

        var found = new FieldTable(
            table, TableColumns.Find(table, "entity", "table", "model", "table name", "entity name"), name, type, required, nullable,
            TableColumns.Find(table, "default", "default value"), TableColumns.Find(table, "pk", "primary key", "key type", "keys", "index"),
            TableColumns.Find(table, "references", "reference", "fk", "foreign key", "relation"), NoteColumns(table, constraints));
        return found.Fits() ? found : null;
    }

    public string NameOf(TableRow row) => EntityNames.Undecorated(TableColumns.Cell(row, Name).Trim('*', '+', ' ').TrimEnd('?'));

    public string? EntityOf(TableRow row) => Entity >= 0 && EntityNames.Undecorated(TableColumns.Cell(row, Entity)) is { Length: > 0 } name && EntityNames.IsName(name) ? name : null;

    /// <summary>Null for a section row or a row whose name is none.</summary>
    public AttributeFact? Fact(TableRow row, AttributeFact blank)
    {
        if (!EntityNames.IsPlain(blank.Name) || row.Cells.Count(cell => cell.Text.Length > 0) < 2)
        {
            return null;
        }

        var text = TableColumns.Cell(row, Type);
        var line = new AttributeLine(blank.Name, text, text.EndsWith('?') || TableColumns.Cell(row, Name).EndsWith('?'));
        var fact = Notes.Aggregate(line.Complete(blank), (read, column) => AttributeNotes.Apply(read, TableColumns.Cell(row, column)));
        return Presence(Keys(fact, row), row);
    }

    private AttributeFact Keys(AttributeFact fact, TableRow row)
    {
        var key = TableColumns.Cell(row, Key);
        var keyed = key.Length > 0 ? AttributeNotes.Apply(fact, IsYes(key) ? "primary key" : key) with { Note = fact.Note } : fact;
        var target = TableColumns.Cell(row, References);
        var linked = target.Length > 1 ? keyed with { References = ReferenceWords.Target("references " + target, fact.Name) ?? keyed.References } : keyed;
        var value = TableColumns.Cell(row, Default).Trim('`', '"', '\'');
        return value.Length > 0 && value is not ("-" or "–" or "—" or "none" or "None" or "N/A") ? linked with { Default = value } : linked;
    }

    private AttributeFact Presence(AttributeFact fact, TableRow row)
    {
        var required = TableColumns.Cell(row, Required);
        var nullable = TableColumns.Cell(row, Nullable);
        return IsYes(required) ? fact with { Required = true }
            : IsNo(required) ? fact with { Required = false }
            : IsYes(nullable) || nullable is "NULL" or "null" or "Nullable" ? fact with { Required = false }
            : IsNo(nullable) || nullable is "NOT NULL" or "not null" or "Not null" ? fact with { Required = true }
            : fact;
    }

    private static Seq<int> NoteColumns(TableBlock table, int constraints)
    {
        var description = TableColumns.Find(table, "description", "notes", "note", "comment", "comments", "details", "meaning", "purpose", "remarks", "example values", "values");
        return new[] { constraints, description }.Where(column => column >= 0).Distinct().ToSeq();
    }

    /// <summary>Half of the types must be types; without a type column, half of the names those of a program.</summary>
    private bool Fits()
    {
        var rows = Table.Rows.Where(row => NameOf(row).Length > 0).ToList();
        var fitting = rows.Count(row => Type >= 0 ? TypeWords.Read(TableColumns.Cell(row, Type), NameOf(row)) is not null || IsReference(row) : AttributeLine.Parse(NameOf(row)) is { IsIdentifier: true });
        return rows.Count > 0 && fitting * 2 >= rows.Count && (TableColumns.Header(Table, Name) is not ("name" or "key" or "parameter") || fitting == rows.Count || Type >= 0);
    }

    private bool IsReference(TableRow row) => ReferenceWords.Target(TableColumns.Cell(row, Type), NameOf(row)) is not null;

    private static bool IsYes(string text) => text.Trim().ToLowerInvariant() is "yes" or "y" or "true" or "✅" or "✓" or "✔" or "x" or "required" or "mandatory" or "✔️" or "☑";

    private static bool IsNo(string text) => text.Trim().ToLowerInvariant() is "no" or "n" or "false" or "❌" or "✗" or "✘" or "optional" or "-" or "–" or "—";
}
