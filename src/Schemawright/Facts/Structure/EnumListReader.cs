using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure;

/// <summary>
/// Reads sections of enumerations that stand apart from the things that use them: "TripStatus: planned, over" is the status of a trip, or the
/// type that an attribute names; "Colour: red, white" the colour of the only thing that has one.
/// </summary>
internal sealed class EnumListReader : IFactReader
{
    private static readonly HashSet<string> Titles = new(StringComparer.Ordinal)
    {
        "enums", "enumerations", "enum types", "enum values", "enumeration values", "enumerated types", "value lists", "allowed values", "status values", "lookup values", "picklists", "pick lists", "statuses and types", "types and statuses", "codes", "value sets", "enumerations and status values", "enum definitions",
    };

    private static readonly HashSet<string> Kinds = new("status state type kind category role priority level stage phase severity method condition tier plan mode visibility frequency".Split(' '), StringComparer.Ordinal);

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var entities = facts.Facts.OfType<EntityFact>().Where(fact => !fact.Weak).Select(fact => fact.Name).DistinctBy(Naming.EntityKey, StringComparer.Ordinal).ToDictionary(Naming.EntityKey, name => name, StringComparer.Ordinal);
        var writer = new FactWriter(document, facts, FactForm.List);
        foreach (var (name, values, place, words) in entities.Count == 0 ? [] : document.Blocks.Where(block => block.Headings.TakeLast(2).Any(IsTitle)).SelectMany(Listed).ToList())
        {
            foreach (var (entity, attribute) in Users(name, entities, facts))
            {
                writer.Attribute(writer.Blank(entity, attribute, place, words) with { Type = new DataType(DataKind.Enumeration, Values: values) });
            }
        }
    }

    private static bool IsTitle(string heading) => Titles.Contains(HeadingNames.Of(heading).ToLowerInvariant());

    private static IEnumerable<(string Name, Seq<string> Values, SourceSpan Place, string Words)> Listed(Block block) => block switch
    {
        TableBlock table when table.Header.Count > 1 && IsARowEach(table) => InRows(table),
        TableBlock table when table.Header.Count > 1 => table.Rows.Select(row => Of(TableColumns.Cell(row, 0), TableColumns.Cell(row, 1), row.Span, TableColumns.Words(row))).OfType<(string, Seq<string>, SourceSpan, string)>(),
        ListBlock list when IsTitle(block.Headings[^1]) && list.LeadIn is null => list.Items.Select(item => item.Text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? Of(item.Text[..colon], item.Text[(colon + 1)..], item.Span, item.Text) : null).OfType<(string, Seq<string>, SourceSpan, string)>(),
        ListBlock list when list.Items.All(item => item.Depth == 0) && (list.LeadIn?.TrimEnd(':', ' ') ?? block.Headings[^1]) is var title =>
            Of(title, string.Join(", ", list.Items.Select(item => Value(item))), list.Span, title) is { } found ? [found] : [],
        _ => [],
    };

    /// <summary>A row for each value: the name stands in the first of them only, or in each.</summary>
    private static bool IsARowEach(TableBlock table) =>
        TableColumns.Header(table, 1) is "value" or "values" or "code" or "option" && table.Rows.Count > 2 && table.Rows.Skip(1).Zip(table.Rows).Any(pair => TableColumns.Cell(pair.First, 0) is var name && (name.Length == 0 || name == TableColumns.Cell(pair.Second, 0)));

    private static IEnumerable<(string Name, Seq<string> Values, SourceSpan Place, string Words)> InRows(TableBlock table)
    {
        var lists = new List<(string Name, List<TableRow> Rows)>();
        foreach (var row in table.Rows.Where(row => TableColumns.Cell(row, 1).Length > 0))
        {
            var name = EntityNames.Undecorated(TableColumns.Cell(row, 0));
            if (name.Length > 0 && (lists.Count == 0 || lists[^1].Name != name))
            {
                lists.Add((name, []));
            }

            if (lists.Count > 0)
            {
                lists[^1].Rows.Add(row);
            }
        }

        return lists.Where(list => list.Rows.Count > 1 && EntityNames.IsPlain(list.Name))
            .Select(list => (list.Name, list.Rows.Select(row => TableColumns.Cell(row, 1).Trim('`')).ToSeq(), list.Rows[0].Span with { EndLine = list.Rows[^1].Span.EndLine, EndColumn = list.Rows[^1].Span.EndColumn }, list.Name));
    }

    private static string Value(ListItem item)
    {
        var title = item.Label ?? item.Text;
        var cut = Remarks.Cut(title);
        return EntityNames.Undecorated(cut < 0 ? title : title[..cut]);
    }

    private static (string Name, Seq<string> Values, SourceSpan Place, string Words)? Of(string name, string list, SourceSpan place, string words) =>
        EntityNames.IsPlain(EntityNames.Undecorated(name)) && ValueLists.Parse(list) is { } values && values.All<string>(value => char.IsLetter(value[0])) ? (EntityNames.Undecorated(name), values, place, words) : null;

    /// <summary>The attributes whose values these are: those that name the list as their type, else that of the thing which opens its name, else the only one of the name.</summary>
    private static IEnumerable<(string Entity, string Attribute)> Users(string name, Dictionary<string, string> entities, FactCollector facts)
    {
        var open = facts.Facts.OfType<AttributeFact>().Where(fact => fact.Type is null or { Kind: DataKind.Enumeration or DataKind.ShortText, Values.Count: 0 } && fact.References is null).ToList();
        var typed = open.Where(fact => NamesType(fact, name)).Select(fact => (fact.Entity, fact.Name)).Distinct().ToList();
        if (typed.Count > 0)
        {
            return typed;
        }

        if (name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot)
        {
            return entities.TryGetValue(Naming.EntityKey(name[..dot]), out var owner) ? [(owner, name[(dot + 1)..])] : [];
        }

        var words = Naming.Words(name);
        for (var length = words.Count - 1; length > 0; length--)
        {
            if (entities.TryGetValue(Naming.EntityKey(string.Join('_', words.Take(length))), out var entity))
            {
                var attribute = string.Join('_', words.Skip(length).SkipLast(1).Append(Nouns.Singular(words[^1])));
                return Kinds.Contains(Nouns.Singular(words[^1])) || open.Exists(fact => Naming.EntityKey(fact.Entity) == Naming.EntityKey(entity) && Naming.Snake(fact.Name) == attribute) ? [(entity, attribute)] : [];
            }
        }

        var alike = open.Where(fact => Naming.EntityKey(fact.Name) == Naming.EntityKey(name)).DistinctBy(fact => Naming.EntityKey(fact.Entity), StringComparer.Ordinal).ToList();
        return alike.Count == 1 ? [(alike[0].Entity, alike[0].Name)] : [];
    }

    /// <summary>"status: TripStatus", "enum (TripStatus)".</summary>
    private static bool NamesType(AttributeFact fact, string name) =>
        !name.Contains(' ', StringComparison.Ordinal) && char.IsUpper(name[0]) && (TextScan.HasWord(fact.Note ?? "", name) || TextScan.HasWord(fact.TypeText ?? "", name));
}
