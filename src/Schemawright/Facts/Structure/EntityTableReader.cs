using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Structure.Relations;

namespace Schemawright.Facts.Structure;

/// <summary>Reads tables whose rows are entities: Entity | Description | Key attributes.</summary>
internal sealed class EntityTableReader : IFactReader
{
    private const int FewestRows = 2;
    private const int MostColumns = 5;

    /// <summary>What heads columns of names that are no things kept.</summary>
    private static readonly HashSet<string> NoThings = new(StringComparer.Ordinal)
    {
        "role", "feature", "report", "screen", "page", "form", "endpoint", "event", "topic", "job", "task", "step", "test", "api", "permission", "story", "epic", "metric", "kpi", "notification", "filter", "view", "dashboard",
        "phase", "milestone", "risk", "question", "use_case", "requirement", "rule", "state", "status", "action", "command", "message", "integration", "service", "module", "component", "environment", "variable", "setting",
    };

    private static readonly string[] Relations = ["relations", "relationships", "relation", "relationship", "related to", "associations", "links"];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.Table);
        foreach (var table in document.Blocks.OfType<TableBlock>().Where(table => !facts.IsClaimed(table) && !Subjects.IsInterface(table.Headings)))
        {
            var name = TableColumns.Find(table, "entity", "table", "entity name", "table name", "model", "data entity", "business object");
            var attributes = TableColumns.Find(table, "key attributes", "attributes", "fields", "key fields", "columns", "main attributes", "main fields", "properties");
            var description = TableColumns.Find(table, "description", "purpose", "summary", "meaning", "definition", "represents");
            var numbered = name == 1 && TableColumns.Header(table, 0) is "#" or "no" or "no." or "nr" or "id" or "number";
            if (name < 0 && ListedColumn(table) is var listed and > 0 && !table.Headings.Any(ScreenWords.Name))
            {
                ReadRows(table, 0, listed, description, writer);
            }
            else if ((name == 0 || numbered) && (attributes > 0 || (description > 0 && Subjects.IsDataModel(table.Headings))))
            {
                ReadRows(table, name, attributes, description, writer);
            }
        }
    }

    /// <summary>The column that lists attributes beside a column of names, whatever the two are headed; -1 when there is none.</summary>
    private static int ListedColumn(TableBlock table)
    {
        var names = table.Rows.All(row => EntityNames.IsName(EntityNames.Undecorated(TableColumns.Cell(row, 0))));
        if (!names || table.Rows.Count < FewestRows || table.Header.Count is < 2 or > MostColumns || NoThings.Contains(Naming.EntityKey(TableColumns.Header(table, 0))))
        {
            return -1;
        }

        return Enumerable.Range(1, table.Header.Count - 1).Where(column => table.Rows.Count(row => ListsAttributes(TableColumns.Cell(row, column))) * 3 >= table.Rows.Count * 2).FirstOrDefault(-1);
    }

    private static bool ListsAttributes(string text)
    {
        var lines = InlineAttributes.Of(text);
        return lines.Count > 1 && lines.TrueForAll(line => SpokenNames.IsName(line.Name)) && lines.Count(line => line.IsTyped || SpokenNames.IsKnown(line.Name)) * 2 >= lines.Count;
    }

    private static void ReadRows(TableBlock table, int entity, int attributes, int description, FactWriter writer)
    {
        var rows = table.Rows.Select(row => Naming.EntityKey(EntityNames.Undecorated(TableColumns.Cell(row, entity)))).ToHashSet(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            var name = EntityNames.Undecorated(TableColumns.Cell(row, entity));
            if (!EntityNames.IsName(name))
            {
                continue;
            }

            var members = attributes < 0 ? [] : InlineAttributes.Of(TableColumns.Cell(row, attributes));
            var words = TableColumns.Cell(row, description);
            writer.Entity(name, words.Length > 0 ? words : null, row.Span, TableColumns.Words(row), weak: members.Count == 0);
            InlineAttributes.Write(name, members, row.Span, TableColumns.Words(row), writer);
            WriteLinks(name, TableColumns.Cell(row, TableColumns.Find(table, Relations)), rows, row, writer);
        }

        writer.Facts.Claim(table);
    }

    /// <summary>"belongs to a ferry; has many tickets", "Ferry (N:1)", or the bare name of another row's entity.</summary>
    private static void WriteLinks(string name, string text, HashSet<string> rows, TableRow row, FactWriter writer) =>
        new ReferenceList(rows).Write(text, name, writer, row.Span, TableColumns.Words(row));
}

/// <summary>Attributes in one line, parted by commas: <c>id (PK), group_id (FK), title</c>.</summary>
internal static class InlineAttributes
{
    /// <summary>Empty when one of the parts is no attribute.</summary>
    public static List<AttributeLine> Of(string text)
    {
        var parts = TextScan.Split(text.Trim().TrimEnd('.'), TextScan.IndexOf(text, ';', 0) >= 0 ? ';' : ',').Select(part => part.Trim()).Where(part => part.Length > 0 && !part.StartsWith("etc", StringComparison.OrdinalIgnoreCase) && part is not ("..." or "…") && !KeyLineReader.IsKey(part)).ToList();
        var lines = parts.ConvertAll(AttributeLine.Parse);
        return lines.TrueForAll(line => line is not null && line.Name.Count(character => character == ' ') < 3) ? lines.ConvertAll(line => line!) : [];
    }

    /// <summary>An id, a foreign key or a mark of one shows that the parts are stored attributes.</summary>
    public static bool HoldKey(List<AttributeLine> lines) =>
        lines.Exists(line => Naming.Words(line.Name) is [.., "id" or "uuid"] || line.Type.Trim('(', ')').ToUpperInvariant() is "PK" or "FK" or "UK");

    /// <summary>The keys among the parts: <c>id, room, UNIQUE(room, day)</c>.</summary>
    public static void WriteKeys(string entity, string list, SourceSpan place, FactWriter writer)
    {
        foreach (var key in TextScan.Split(list, ',').Select(part => KeyLineReader.Key(entity, part.Trim(), place)).OfType<KeyFact>())
        {
            writer.Key(key);
        }
    }

    public static void Write(string entity, List<AttributeLine> lines, SourceSpan place, string words, FactWriter writer)
    {
        foreach (var line in lines.SelectMany(AttributeParts.Of))
        {
            writer.Attribute(line.Complete(writer.Blank(entity, line.Name, place, words)));
        }
    }
}
