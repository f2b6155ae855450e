using System.Globalization;
using System.Text;
using Schemawright.Postgres.Model;
using Schemawright.Rendering.DataModelDocument;

namespace Schemawright.Rendering.Exports;

/// <summary>The model as a PlantUML entity diagram: keys above the line, then columns, then checks.</summary>
internal sealed class PlantUmlExport : ISchemaExport
{
    public string Format => "plantuml";

    public string Write(ModelTables model)
    {
        var names = new MermaidNames(model.Schema.Tables.Select(table => table.Name.Name.Text));
        var text = new IndentedText(2);
        text.Line("@startuml");
        text.Line($"title {Words(model.Domain.AppName)}");
        text.Line("hide circle");
        text.Line("hide methods");
        foreach (var table in model.Tables)
        {
            text.Line("");
            Entity(text, table, names);
        }

        text.Line("");
        foreach (var table in model.Tables)
        {
            text.Lines(table.Table.ForeignKeys.Select(key =>
                $"{names.Table(key.Referenced.Name.Text)} {ForeignKeyShape.Ends(model, table, key)} {names.Table(table.Name)} : {Words(ForeignKeyShape.Label(model, table, key))}"));
        }

        text.Line("@enduml");
        return text.ToString();
    }

    private static void Entity(IndentedText text, TablePair table, MermaidNames names)
    {
        var keys = table.Table.PrimaryKey?.Columns.ToHashSet() ?? [];
        text.Open($"entity \"{Words(table.Name)}\" as {names.Table(table.Name)} {{");
        text.Lines(table.Table.Columns.Where(column => keys.Contains(column.Name)).Select(column => Column(table.Table, column, isKey: true)));
        text.Line("--");
        text.Lines(table.Table.Columns.Where(column => !keys.Contains(column.Name)).Select(column => Column(table.Table, column, isKey: false)));
        var rules = Rules(table.Table).ToList();
        if (rules.Count > 0)
        {
            text.Line("..");
            text.Lines(rules);
        }

        text.Close("}");
    }

    private static string Column(PgTable table, PgColumn column, bool isKey)
    {
        var marks = new StringBuilder();
        marks.Append(isKey ? " <<PK>>" : "");
        marks.Append(table.ForeignKeys.Any(key => key.Columns.Contains(column.Name)) ? " <<FK>>" : "");
        marks.Append(table.Uniques.Any(key => key.Columns.Count == 1 && key.Columns[0] == column.Name) ? " <<UK>>" : "");
        return $"{{field}} {(column.NotNull ? "* " : "")}{Words(column.Name.Text)} : {Words(column.Type)}{marks}";
    }

    private static IEnumerable<string> Rules(PgTable table)
    {
        foreach (var unique in table.Uniques.Where(unique => unique.Columns.Count > 1))
        {
            yield return Rule($"unique ({string.Join(", ", unique.Columns.Select(column => column.Text))})");
        }

        foreach (var check in table.Checks)
        {
            yield return Rule($"check {OneLineSql.Of(check.Condition)}");
        }

        foreach (var exclusion in table.Exclusions)
        {
            yield return Rule(OneLineSql.Of(exclusion));
        }
    }

    private static string Rule(string words) => $"{{field}} {Words(words)}";

    /// <summary>What could mean something to PlantUML is written as its code point.</summary>
    private static string Words(string words)
    {
        var text = new StringBuilder();
        foreach (var rune in MarkdownEscape.OneLine(words).EnumerateRunes())
        {
            var plain = Rune.IsLetterOrDigit(rune) || (rune.IsAscii && " _.,()='".Contains((char)rune.Value, StringComparison.Ordinal));
            text.Append(plain ? rune.ToString() : string.Create(CultureInfo.InvariantCulture, $"<U+{rune.Value:X4}>"));
        }

        return text.ToString();
    }
}
