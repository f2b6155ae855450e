using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure.Boxes;

/// <summary>Reads entities from drawn boxes. A drawing whose boxes hold no attributes is a picture of the architecture and creates nothing.</summary>
internal sealed class BoxReader : IFactReader
{
    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.Box);
        foreach (var fence in document.Blocks.OfType<CodeFence>())
        {
            if (!facts.IsClaimed(fence) && fence.Lines.Any(line => IsBorder(line.Text)))
            {
                ReadDrawing(fence, writer);
            }
        }
    }

    private static bool IsBorder(string text) =>
        text.AsSpan().IndexOfAny("┌╔╭┏") >= 0 || text.Contains("+--", StringComparison.Ordinal) || text.Contains("+==", StringComparison.Ordinal);

    private static void ReadDrawing(CodeFence fence, FactWriter writer)
    {
        var drawing = BoxScanner.Scan(fence.Lines);
        var entities = new Dictionary<Box, EntityBox>();
        foreach (var box in drawing.Boxes)
        {
            if (EntityBox.Of(box) is { } entity)
            {
                entities.Add(box, entity);
            }
        }

        if (!entities.Values.Any(entity => entity.HasKey) || entities.Count * 2 < drawing.Boxes.Count)
        {
            return;
        }

        foreach (var entity in entities.Values)
        {
            Write(entity, fence, writer);
        }

        new BoxRelations(fence, writer, entities).Write(drawing);
        writer.Facts.Claim(fence);
        writer.Facts.Classify(fence.Span, StatementClass.Fact, "a drawing of entities");
    }

    private static void Write(EntityBox entity, CodeFence fence, FactWriter writer)
    {
        var title = entity.Title;
        writer.Entity(entity.Name, null, Place(fence, title), title.Text.Trim());
        foreach (var (cell, attribute) in entity.Attributes)
        {
            writer.Attribute(attribute.Complete(writer.Blank(entity.Name, attribute.Name, Place(fence, cell), cell.Text.Trim())));
        }
    }

    public static SourceSpan Place(CodeFence fence, BoxText cell)
    {
        var line = fence.Lines[cell.Line];
        var start = cell.Start + (cell.Text.Length - cell.Text.TrimStart().Length);
        var length = Math.Max(1, cell.Text.Trim().Length);
        return new(line.Span.Document, line.Number, start + 1, line.Number, start + length);
    }
}

/// <summary>A box that stands for an entity.</summary>
internal sealed record EntityBox(string Name, BoxText Title, Seq<(BoxText Cell, AttributeLine Attribute)> Attributes)
{
    /// <summary>An id, a foreign key or a type: what boxes of programs do not hold.</summary>
    public bool HasKey => Attributes.Any(entry => Naming.Words(entry.Attribute.Name) is [.., "id" or "uuid" or "ids"] || entry.Attribute.IsTyped || IsKeyMark(entry.Attribute.Type));

    /// <summary>Null when the title is no name or the body holds anything but attributes.</summary>
    public static EntityBox? Of(Box box)
    {
        if (box.Title.Count != 1 || box.Body.Count == 0 || box.Title[0].Text.Contains('(', StringComparison.Ordinal))
        {
            return null;
        }

        var name = EntityNames.Undecorated(box.Title[0].Text);
        var attributes = box.Body.Select(cell => (Cell: cell, Attribute: AttributeLine.Parse(WithoutMarker(cell.Text)))).ToList();
        if (!EntityNames.IsName(name) || attributes.Exists(entry => entry.Attribute is null || !Fits(entry.Attribute)))
        {
            return null;
        }

        return new(name, box.Title[0], attributes.Select(entry => (entry.Cell, entry.Attribute!)).ToSeq());
    }

    private static bool Fits(AttributeLine line) => line.IsIdentifier || line.IsTyped || IsKeyMark(line.Type) || (line.Type.Length == 0 && line.Name.Count(character => character == ' ') < 2);

    private static bool IsKeyMark(string text) => text.Trim('(', ')', ' ', '[', ']').ToUpperInvariant() is "PK" or "FK" or "UK" or "PK, FK";

    private static string WithoutMarker(string text) => text.Trim().TrimStart('-', '•', '*', '+', '#', '·').Trim();
}

/// <summary>Reads the lines between entity boxes.</summary>
internal sealed class BoxRelations(CodeFence fence, FactWriter writer, IReadOnlyDictionary<Box, EntityBox> entities)
{
    public void Write(BoxDrawing drawing)
    {
        foreach (var pair in drawing.Gaps.GroupBy(gap => (gap.Left, gap.Right)))
        {
            Sideways(pair.Key.Left, pair.Key.Right, [.. pair.Select(gap => gap.Text)]);
        }

        foreach (var trail in drawing.Trails)
        {
            Downwards(trail);
        }
    }

    private void Sideways(Box left, Box right, List<BoxText> gaps)
    {
        var marks = gaps.SelectMany(gap => gap.Text.Split([' ', '─', '-', '━', '►', '▶', '◄', '>', '<'], StringSplitOptions.RemoveEmptyEntries).Select(mark => (gap, Many: BoxMarks.Parse(mark)))).Where(entry => entry.Many is not null).ToList();
        var strokes = gaps.Find(gap => gap.Text.Trim() is { Length: > 1 } text && text.AsSpan().IndexOfAny("┌┐└┘╔╗╚╝╭╮╰╯") < 0 && text.Count(character => character is '─' or '-' or '━' or '═') * 2 >= text.Length);
        if (marks.Count < 2 && strokes is null)
        {
            return;
        }

        var place = marks.Count > 0 ? marks[0].gap : strokes!;
        var both = marks.Count >= 2;
        Add(left, right, both ? marks[0].Many : null, both ? marks[^1].Many : Single(marks.ConvertAll(entry => entry.Many)), BoxReader.Place(fence, place));
    }

    private static Cardinality? Single(List<Cardinality?> marks) => marks.Count == 1 ? marks[0] : null;

    private void Downwards(BoxTrail trail)
    {
        var middle = (trail.FirstLine + trail.LastLine) / 2;
        var marks = trail.Marks;
        var upper = marks.Count > 0 && (marks.Count > 1 || marks[0].Line <= middle) ? BoxMarks.Parse(marks[0].Mark) : null;
        var lower = marks.Count > 0 && (marks.Count > 1 || marks[0].Line > middle) ? BoxMarks.Parse(marks[^1].Mark) : null;
        var first = fence.Lines[Math.Min(trail.FirstLine + 1, trail.LastLine)];
        Add(trail.From, trail.To, upper, lower, first.Span);
    }

    private void Add(Box from, Box to, Cardinality? fromMany, Cardinality? toMany, SourceSpan place)
    {
        if (entities.TryGetValue(from, out var left) && entities.TryGetValue(to, out var right))
        {
            writer.Relationship(new RelationshipFact(
                left.Name, right.Name, fromMany, toMany, null, null, null, FactForm.Box, writer.Document.Kind, place, $"{left.Name} to {right.Name}"));
        }
    }
}
