using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Postgres;
using Schemawright.Rendering.Exports;
using Schemawright.Tests.Postgres;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Rendering;

/// <summary>The formats of other tools say what the schema says, and no name of the input can end a word in them.</summary>
public class ExportTests
{
    private const string HostileColumn = "\"; DROP TABLE x; -- 🐕 select";

    public static TheoryData<string> Formats => [.. SchemaExports.Formats];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_table_and_column_is_named_and_two_runs_give_the_same_bytes(string format)
    {
        var text = Clinic(format);
        foreach (var table in SampleRun.Clinic.Schema.Tables)
        {
            text.ShouldContain(table.Name.Name.Text);
            table.Columns.Where(column => format != "svg" || column.Role is ColumnRole.Key or ColumnRole.Attribute or ColumnRole.ForeignKey).ShouldAllBe(column => text.Contains(column.Name.Text, StringComparison.Ordinal));
        }

        Clinic(format).ShouldBe(text);
        text.ShouldEndWith("\n");
        text.ShouldNotContain("\r");
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_model_without_tables_is_written_as_well(string format) =>
        SchemaExports.Write(format, SampleRun.Empty.Domain, SampleRun.Empty.Design, SampleRun.Empty.Schema).ShouldNotBeEmpty();

    [Fact]
    public void Dbml_has_every_key_reference_index_and_check()
    {
        var text = Clinic("dbml");
        Regex.Count(text, "^Ref ", RegexOptions.Multiline).ShouldBe(SampleRun.Clinic.Schema.Tables.Sum(table => table.ForeignKeys.Count));
        foreach (var table in SampleRun.Clinic.Schema.Tables)
        {
            table.Checks.ShouldAllBe(check => text.Contains($"[name: '{check.Name.Text}']", StringComparison.Ordinal));
            table.Indexes.ShouldAllBe(index => text.Contains($"name: '{index.Name.Text}'", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Uniqueness_among_some_rows_is_no_uniqueness_in_dbml()
    {
        var partial = SampleRun.Clinic.Schema.Tables.SelectMany(table => table.Indexes).Where(index => index is { Unique: true, Where: not null }).ToList();
        partial.ShouldNotBeEmpty();
        foreach (var line in Clinic("dbml").Split('\n').Where(line => partial.Exists(index => line.Contains($"name: '{index.Name.Text}'", StringComparison.Ordinal))))
        {
            line.ShouldNotContain("[unique");
            line.ShouldContain("unique where");
        }
    }

    [Fact]
    public void A_hostile_name_stays_inside_its_quotes()
    {
        Hostile("dbml").ShouldContain("\"\\\"; DROP TABLE x; -- 🐕 select\" \"text\"");
        Hostile("prisma").ShouldContain("@map(\"\\\"; DROP TABLE x; -- 🐕 select\")");
        Hostile("efcore").ShouldContain(".HasColumnName(\"\\\"; DROP TABLE x; -- \\uD83D\\uDC15 select\")");
        Hostile("plantuml").ShouldContain("{field} <U+0022><U+003B> DROP TABLE x<U+003B> <U+002D><U+002D> <U+1F415> select : text");
        JsonNode.Parse(Hostile("json-schema"))!["$defs"]!["breeds"]!["properties"]!.AsObject().ContainsKey(HostileColumn).ShouldBeTrue();
    }

    [Fact]
    public void A_picture_is_xml_in_which_no_box_covers_another()
    {
        foreach (var text in new[] { Clinic("svg"), Hostile("svg") })
        {
            XNamespace svg = "http://www.w3.org/2000/svg";
            var boxes = XDocument.Parse(text).Descendants(svg + "g").Select(Box).ToList();
            boxes.Count.ShouldBeGreaterThan(5);
            boxes.SelectMany(box => boxes.Where(other => other != box && other.X < box.X + box.Width && box.X < other.X + other.Width && other.Y < box.Y + box.Height && box.Y < other.Y + other.Height)).ShouldBeEmpty();

            (int X, int Y, int Width, int Height) Box(XElement group)
            {
                var place = Regex.Match(group.Attribute("transform")!.Value, @"translate\((\d+) (\d+)\)");
                var frame = group.Element(svg + "rect")!;
                return (int.Parse(place.Groups[1].Value), int.Parse(place.Groups[2].Value), (int)frame.Attribute("width")!, (int)frame.Attribute("height")!);
            }
        }
    }

    [Fact]
    public void Prisma_keeps_what_it_cannot_say_in_comments()
    {
        var text = Clinic("prisma");
        foreach (var check in SampleRun.Clinic.Schema.Tables.SelectMany(table => table.Checks))
        {
            text.ShouldContain($"/// Check {check.Name.Text}: ");
        }
    }

    private static string Clinic(string format) => SchemaExports.Write(format, SampleRun.Clinic.Domain, SampleRun.Clinic.Design, SampleRun.Clinic.Schema);

    private static string Hostile(string format)
    {
        var design = SampleDesign.Create();
        return SchemaExports.Write(format, design.Domain, design, PostgresLowering.Lower(design, new Findings()));
    }
}
