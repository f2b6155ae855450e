using Schemawright.Rendering.DataModelDocument;

namespace Schemawright.Rendering.Exports;

/// <summary>The whole model as one Mermaid entity diagram, boxes and links as DATA_MODEL.md draws them.</summary>
internal sealed class MermaidExport : ISchemaExport
{
    public string Format => "mermaid";

    public string Write(ModelTables model)
    {
        var names = new MermaidNames(model.Schema.Tables.Select(table => table.Name.Name.Text));
        var text = new IndentedText();
        text.Line("erDiagram");
        foreach (var table in model.Tables)
        {
            text.Lines(table.Table.ForeignKeys.Select(key => MermaidDiagram.Link(model, table, key, names)));
        }

        text.Lines(model.Tables.Select(table => MermaidDiagram.Box(table.Table, names)));
        return text.ToString();
    }
}
