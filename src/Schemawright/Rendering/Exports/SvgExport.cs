using System.Globalization;
using System.Text;
using Schemawright.Postgres.Model;
using Schemawright.Rendering.DataModelDocument;

namespace Schemawright.Rendering.Exports;

/// <summary>The model as a picture: tables with their columns, and references with their numbers, for pages that show no diagrams.</summary>
internal sealed class SvgExport : ISchemaExport
{
    private const int BetweenEnds = 13;

    private const string Style = """
        <style>
          .page { fill: #ffffff } .box { fill: #ffffff; stroke: #8c959f } .head { fill: #eaeef2 } .link { fill: none; stroke: #57606a; stroke-width: 1.3 } .end { fill: #ffffff; stroke: #57606a; stroke-width: 1.3 }
          text { font: 12px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; fill: #24292f } .name { font-weight: 700; font-size: 13px } .type { fill: #6e7781; text-anchor: end } .key { font-weight: 700 } .optional { fill: #57606a; font-style: italic }
          @media (prefers-color-scheme: dark) {
            .page, .box { fill: #0d1117 } .box { stroke: #484f58 } .head { fill: #21262d } .link { stroke: #8b949e } .end { fill: #0d1117; stroke: #8b949e }
            text { fill: #e6edf3 } .type { fill: #8b949e } .optional { fill: #9198a1 }
          }
        </style>
        """;

    public string Format => "svg";

    public string Write(ModelTables model)
    {
        var layout = DiagramLayout.Of(model);
        var text = new IndentedText(2);
        text.Open(Invariant($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {layout.Width} {layout.Height}\" width=\"{layout.Width}\" height=\"{layout.Height}\" role=\"img\">"));
        text.Line($"<title>{Words(model.Domain.AppName)}: {English.Count(model.Schema.Tables.Count, "table")}</title>");
        text.Lines(Style.Split('\n'));
        text.Line(Invariant($"<rect class=\"page\" width=\"{layout.Width}\" height=\"{layout.Height}\"/>"));
        var links = layout.Boxes.SelectMany(box => box.Table.Table.ForeignKeys.Where(key => DiagramLayout.IsDrawn(box.Table, key)).Select(key => (Child: box, Key: key)));
        foreach (var children in links.GroupBy(link => link.Key.Referenced.Name.Text, StringComparer.Ordinal))
        {
            if (layout.Of(children.Key) is { } parent)
            {
                text.Lines(children.SelectMany((link, place) => Link(parent, place, link.Child, link.Key)));
            }
        }

        foreach (var box in layout.Boxes)
        {
            Box(text, box);
        }

        text.Close("</svg>");
        return text.ToString();
    }

    public static string TypeOf(ColumnPair column) => MermaidNames.Type(column.Column.Type);

    private static void Box(IndentedText text, DiagramBox box)
    {
        text.Open(Invariant($"<g transform=\"translate({box.X} {box.Y})\">"));
        text.Line($"<title>{Words(box.Table.Table.Comment)}</title>");
        text.Line(Invariant($"<rect class=\"box\" width=\"{box.Width}\" height=\"{box.Height}\" rx=\"6\"/>"));
        text.Line(Invariant($"<path class=\"head\" d=\"M1 7a6 6 0 0 1 6 -6h{box.Width - 14}a6 6 0 0 1 6 6v{DiagramBox.HeadHeight - 9}h{2 - box.Width}z\"/>"));
        text.Line(Invariant($"<text class=\"name\" x=\"{DiagramBox.Padding}\" y=\"18\">{Words(box.Table.Name)}</text>"));
        var y = DiagramBox.HeadHeight + 14;
        foreach (var row in box.Rows)
        {
            var kind = box.Table.Table.PrimaryKey?.Columns.Contains(row.Column.Name) == true ? "key" : row.Column.NotNull ? "column" : "optional";
            text.Line(Invariant($"<text class=\"{kind}\" x=\"{DiagramBox.Padding}\" y=\"{y}\">{Words(row.Name)}</text><text class=\"type\" x=\"{box.Width - DiagramBox.Padding}\" y=\"{y}\">{Words(TypeOf(row))}</text>"));
            y += DiagramBox.RowHeight;
        }

        text.Close("</g>");
    }

    /// <summary>From the parent's side to the row of the child's column; the foot says how many children, the bar or ring whether a parent is needed.</summary>
    /// <param name="place">Which of the parent's references it is: each ends a little lower.</param>
    private static IEnumerable<string> Link(DiagramBox parent, int place, DiagramBox child, PgForeignKey key)
    {
        var (x, y) = (child.X, child.RowOf(key));
        var (fromX, fromY) = (parent.X + parent.Width, parent.Y + Math.Min(DiagramBox.HeadHeight + (DiagramBox.RowHeight / 2) + (place * BetweenEnds), parent.Height - BetweenEnds));
        // A parent that does not stand further left is reached around the child's own left side.
        var bend = fromX < x ? Math.Max(36, (x - fromX) / 2) : 60;
        var (startX, startBend) = fromX < x ? (fromX, fromX + bend) : (parent.X, parent.X - bend);
        var outward = fromX < x ? 1 : -1;
        yield return Invariant($"<path class=\"link\" d=\"M{startX} {fromY}C{startBend} {fromY} {x - bend} {y} {x} {y}\"/>");
        yield return ForeignKeyShape.IsUnique(child.Table.Table, key)
            ? Invariant($"<path class=\"link\" d=\"M{x - 7} {y - 5}v10\"/>")
            : Invariant($"<path class=\"link\" d=\"M{x - 10} {y}L{x} {y - 5}M{x - 10} {y}L{x} {y + 5}\"/>");
        yield return ForeignKeyShape.IsOptional(child.Table.Table, key)
            ? Invariant($"<circle class=\"end\" cx=\"{startX + (7 * outward)}\" cy=\"{fromY}\" r=\"4\"/>")
            : Invariant($"<path class=\"link\" d=\"M{startX + (7 * outward)} {fromY - 5}v10\"/>");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Words(string words)
    {
        var text = new StringBuilder();
        foreach (var rune in MarkdownEscape.OneLine(words).EnumerateRunes())
        {
            text.Append(rune.Value switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                0xFFFE or 0xFFFF => "",
                _ => rune.ToString(),
            });
        }

        return text.ToString();
    }
}
