using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure;

/// <summary>Reads a name with its columns set as code: <c>- `Sail`: `number` unique, `boat_id`, `area` decimal(6,2), `state` (`new`, `torn`)</c>.</summary>
internal sealed class CodedColumnsReader : IFactReader
{
    private const int FewestColumns = 2;
    private const int LongestTitle = 60;

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.List);
        foreach (var block in document.Blocks.Where(block => block is ParagraphBlock or ListBlock && !facts.IsClaimed(block) && Subjects.IsDataModel(block.Headings)))
        {
            var read = Lines(block).Count(line => Write(line.Raw, line.Text, line.Span, writer));
            if (block is ListBlock list && read == list.Items.Count)
            {
                facts.Claim(list);
            }
        }
    }

    private static IEnumerable<(string Raw, string Text, SourceSpan Span)> Lines(Block block) => block switch
    {
        ListBlock list => list.Items.Select(item => (item.Raw, item.Text, item.Span)),
        ParagraphBlock paragraph => [(paragraph.Raw, paragraph.Text, paragraph.Span)],
        _ => [],
    };

    private static bool Write(string raw, string text, SourceSpan place, FactWriter writer)
    {
        var colon = raw.IndexOf(':', StringComparison.Ordinal);
        var title = colon is > 0 and <= LongestTitle ? EntityNames.Undecorated(raw[..colon]) : "";
        if (!EntityNames.IsTitle(title) || ListsValues(title))
        {
            return false;
        }

        var told = TrailingSentences.Of(raw[(colon + 1)..].Trim().TrimEnd('.'));
        var columns = TextScan.Split(told.List, ',').Select(piece => piece.Trim()).Where(piece => piece.Length > 0).Select(Column).ToList();
        if (columns.Count < FewestColumns || columns.Contains(null) || columns.Count(column => Tells(column!)) * 2 < columns.Count)
        {
            return false;
        }

        writer.Entity(title, null, place, text);
        InlineAttributes.Write(title, columns.ConvertAll(column => column!), place, text, writer);
        told.Relate(title, writer, place, text);
        if (columns.TrueForAll(column => ReferenceWords.Stem(column!.Name) is not null) && columns[^1]!.Type.Holds("composite"))
        {
            writer.Key(new(title, columns.Select(column => column!.Name).ToSeq(), Primary: columns[^1]!.Type.Holds("primary"), IgnoreCase: false, null, place, text));
        }

        return true;
    }

    /// <summary>"order status" and "Role" have values set as code.</summary>
    private static bool ListsValues(string title) => Naming.Words(title) is [.., "status" or "state" or "type" or "kind" or "role" or "enum" or "level" or "priority" or "category" or "values"];

    /// <summary>"`state` (`new`, `torn`)"; null when the piece does not begin with code.</summary>
    private static AttributeLine? Column(string piece)
    {
        var end = piece.StartsWith('`') ? piece.IndexOf('`', 1) : -1;
        if (end < 2 || !EntityNames.IsPlain(piece[1..end]) || piece[1..end].Contains(' '))
        {
            return null;
        }

        var rest = piece[(end + 1)..].Replace("`", "", StringComparison.Ordinal).Replace("->", "→", StringComparison.Ordinal).Trim().TrimStart(':').Trim();
        return new(piece[1..end].TrimEnd('?'), rest.StartsWith('→') ? Pointed(rest[1..].Trim()) : rest, piece[1..end].EndsWith('?'));
    }

    /// <summary>"→ Person nullable": what follows the name is a remark on the column.</summary>
    private static string Pointed(string text) => text.IndexOf(' ', StringComparison.Ordinal) is var space and > 0 && text[space + 1] != '(' ? $"→ {text[..space].TrimEnd(',')}, {text[(space + 1)..]}" : $"→ {text}";

    private static bool Tells(AttributeLine column) => column.Type.Length > 0 || column.Name.Contains('_') || column.Name == "id" || SpokenNames.IsKnown(column.Name);
}
