using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure;

/// <summary>What the columns beside name and type say of a field: presence, keys, default, length, values, notes.</summary>
internal static class FieldColumns
{
    private const int MostLooked = 50;

    private static readonly string[] Required =
        ["required", "mandatory", "req", "is required", "not null", "nn", "req.", "required/optional", "mandatory/optional", "m/o", "r/o", "presence", "obligatory", "optionality", "required?"];

    private static readonly string[] Nullable = ["nullable", "null", "optional", "nulls", "allow null", "allows null", "null allowed", "null?", "is nullable", "allow nulls"];

    private static readonly string[] Constraints =
        ["constraints", "constraint", "validation", "rules", "validation rules", "attributes", "modifiers", "constraints/notes", "constraints / notes", "constraints & notes", "validations", "rule", "restrictions", "options", "flags", "properties", "range"];

    private static readonly string[] Notes =
        ["description", "notes", "note", "comment", "comments", "details", "meaning", "purpose", "remarks", "remark", "explanation", "definition", "description/notes", "description / notes", "notes/constraints", "additional info"];

    private static readonly string[] Keys = ["pk", "primary key", "key type", "keys", "index", "key", "pk/fk", "pk / fk", "key?"];

    private static readonly string[] References = ["references", "reference", "fk", "foreign key", "relation", "ref", "related to", "relationship", "fk to", "links to", "target"];

    private static readonly string[] Unique = ["unique", "uq", "uk", "is unique", "unique?"];

    private static readonly string[] Lengths = ["length", "size", "max length", "max. length", "maxlength", "max size", "len", "max"];

    private static readonly string[] Values = ["values", "allowed values", "possible values", "enum", "enum values", "valid values", "domain values", "options/values", "choices"];

    private static readonly string[] Defaults = ["default", "default value", "defaults", "initial value"];

    /// <summary>True when a column beside the names is one that fields have and other things have not.</summary>
    public static bool SayMore(TableBlock table) =>
        TableColumns.Find(table, Required) >= 0 || TableColumns.Find(table, Nullable) >= 0 || TableColumns.Find(table, Constraints) >= 0 || TableColumns.Find(table, Values) >= 0;

    public static AttributeFact Complete(TableBlock table, TableRow row, AttributeFact fact)
    {
        var listed = Listed(table, row, fact);
        var sized = Sized(table, row, Beside(table, row, listed) ?? listed);
        var noted = Noted(table, row, Notes, sized.Type?.Values.Count > listed.Type?.Values.Count ? sized : Noted(table, row, Constraints, sized));
        return Presence(table, row, Keyed(table, row, noted));
    }

    private static string Cell(TableBlock table, TableRow row, string[] headers) => TableColumns.Cell(row, TableColumns.Find(table, headers));

    private static AttributeFact Noted(TableBlock table, TableRow row, string[] headers, AttributeFact fact) =>
        Cell(table, row, headers) is var text && FieldMarks.IsNothing(text) ? fact : AttributeNotes.Apply(fact, text);

    private static AttributeFact Listed(TableBlock table, TableRow row, AttributeFact fact)
    {
        var text = Cell(table, row, Values);
        var values = fact.Type is null or { Kind: DataKind.Enumeration or DataKind.ShortText or DataKind.LongText, Values.Count: 0 } ? ValueLists.Parse(text) : null;
        return values is { } list && list.All(value => char.IsLetter(value[0])) ? fact with { Type = new DataType(DataKind.Enumeration, Values: list) } : FieldMarks.IsNothing(text) ? fact : AttributeNotes.Apply(fact, text.Contains(',', StringComparison.Ordinal) && values is null ? $"one of {text}" : text);
    }

    /// <summary>Of a bare "enum" the values stand beside it, among the constraints or the notes.</summary>
    private static AttributeFact? Beside(TableBlock table, TableRow row, AttributeFact fact)
    {
        if (fact.Type is not { Kind: DataKind.Enumeration, Values.Count: 0 })
        {
            return null;
        }

        foreach (var headers in (string[][])[Constraints, Notes])
        {
            if (ValueLists.Parse(Cell(table, row, headers)) is { } values && values.All(value => char.IsLetter(value[0]) && (!TypeVocabulary.IsConstraint(value) || values.Count > 2 && TypeVocabulary.IsStateOfBeing(value))))
            {
                return fact with { Type = new DataType(DataKind.Enumeration, Values: values) };
            }
        }

        return null;
    }

    private static AttributeFact Sized(TableBlock table, TableRow row, AttributeFact fact) =>
        fact.Type is { Kind: DataKind.ShortText or DataKind.LongText, Length: null, IsArray: false } type
        && int.TryParse(Cell(table, row, Lengths), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var length) && length > 0
            ? fact with { Type = type with { Kind = DataKind.ShortText, Length = length } }
            : fact;

    private static AttributeFact Keyed(TableBlock table, TableRow row, AttributeFact fact)
    {
        var key = Cell(table, row, Keys);
        var header = TableColumns.Find(table, Keys) is var column and >= 0 ? TableColumns.Header(table, column) : "";
        var keyed = FieldMarks.IsNothing(key) ? fact : FieldMarks.IsYes(key) ? (header is "index" ? fact : fact with { PrimaryKey = true }) : AttributeNotes.Apply(fact, key) with { Note = fact.Note };
        var target = Cell(table, row, References);
        var linked = FieldMarks.IsNothing(target) ? keyed : FieldMarks.IsYes(target) ? keyed with { References = ReferenceWords.Stem(fact.Name) ?? keyed.References } : Linked(keyed, target);
        var unique = FieldMarks.IsYes(Cell(table, row, Unique)) ? linked with { Unique = true } : linked;
        var value = Cell(table, row, Defaults).Trim('`', '"', '\'');
        return FieldMarks.IsNothing(value) ? unique : unique with { Default = value };
    }

    private static AttributeFact Linked(AttributeFact fact, string target) =>
        ReferenceWords.Target("references " + target, fact.Name) is { } name ? fact with { References = name, OnDelete = ReferenceWords.OnDelete(target) ?? fact.OnDelete } : fact;

    /// <summary>A column of which only what must be filled has a mark: the empty cells say no.</summary>
    private static bool OnlyYes(TableBlock table)
    {
        var column = TableColumns.Find(table, Required);
        var marks = table.Rows.Take(MostLooked).Select(row => TableColumns.Cell(row, column)).Where(mark => mark.Length > 0).ToList();
        return marks.Count > 0 && marks.TrueForAll(FieldMarks.IsYes);
    }

    private static AttributeFact Presence(TableBlock table, TableRow row, AttributeFact fact)
    {
        var required = Cell(table, row, Required);
        var nullable = Cell(table, row, Nullable);
        return FieldMarks.IsYes(required) ? fact with { Required = true }
            : FieldMarks.IsNo(required) || FieldMarks.IsNoFor(required) || (required.Length == 0 && nullable.Length == 0 && OnlyYes(table)) ? fact with { Required = false }
            : required.StartsWith("yes", StringComparison.OrdinalIgnoreCase) && required.Length > 3 && !TextScan.HasWord(required, "if") ? fact with { Required = true }
            : nullable is "NOT NULL" or "not null" or "Not null" or "Not Null" or "NN" ? fact with { Required = true }
            : FieldMarks.IsYes(nullable) || nullable is "NULL" or "null" or "Nullable" or "nullable" ? fact with { Required = false }
            : FieldMarks.IsNo(nullable) ? fact with { Required = true }
            : fact;
    }
}
