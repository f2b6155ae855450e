using Schemawright.Collections;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure;

/// <summary>A name line with the attribute lines under it.</summary>
/// <param name="Remark">What stands after the name on its line.</param>
/// <param name="Strays">Lines under the name that are no attributes.</param>
/// <param name="Keys">Lines such as <c>unique(room, day)</c>.</param>
internal sealed record EntityBlock(CodeLine Title, string Name, string? Remark, Seq<(CodeLine Line, AttributeLine Attribute)> Attributes, int Strays, Seq<CodeLine> Keys)
{
    /// <summary>False when the title is no name: punctuation, signs, SQL.</summary>
    public bool IsNamed => Name.Length > 0;

    /// <summary>Most lines are attributes, and most of these carry a type or lead to another thing; "price → Invoice.total" maps one field to another.</summary>
    public bool IsEntity(bool inDataModel)
    {
        var typed = Attributes.Count(entry => entry.Attribute.IsTyped || entry.Attribute.ItemsOf is not null || (entry.Attribute.Points && !entry.Attribute.PointsTo.Contains('.', StringComparison.Ordinal)));
        var enough = typed >= 2 || (typed == Attributes.Count && typed > 0 && inDataModel) || (inDataModel && Attributes.Count > 1 && Attributes.All(entry => entry.Attribute.IsIdentifier && entry.Attribute.Type.Length == 0));
        return enough && Strays * 3 <= Attributes.Count && (typed * 2 >= Attributes.Count || typed == 0 || (inDataModel && typed >= 2));
    }
}

/// <summary>Finds entity blocks among the lines of a fence.</summary>
internal sealed class EntityBlocks
{
    private readonly List<EntityBlock> _found = [];
    private readonly List<(CodeLine, AttributeLine)> _attributes = [];
    private readonly List<CodeLine> _keys = [];
    private CodeLine? _title;
    private int _strays;

    public static List<EntityBlock> In(CodeFence fence)
    {
        var blocks = new EntityBlocks();
        foreach (var line in fence.Lines.Where(line => Speaks(line.Text.Trim())))
        {
            blocks.Read(line);
        }

        blocks.Close();
        return blocks._found;
    }

    private static bool Speaks(string text) => text.Length > 0 && text is not ("{" or "}" or "---") && !text.StartsWith("//", StringComparison.Ordinal) && !text.StartsWith('#');

    private void Read(CodeLine line)
    {
        var text = line.Text.Trim();
        if (!IsMember(line, _title))
        {
            Close();
            _title = IsBullet(text) || (TitleOf(text) is null && EntityNames.IsPlain(EntityNames.Undecorated(text))) ? null : line;
        }
        else if (KeyLineReader.IsKey(WithoutMarker(text)))
        {
            _keys.Add(line);
        }
        else if (AttributeLine.Parse(WithoutMarker(text)) is { } member)
        {
            _attributes.Add((line, member));
        }
        else
        {
            _strays++;
        }
    }

    private void Close()
    {
        if (_title is not null && _attributes.Count > 0)
        {
            var (name, remark) = TitleOf(_title.Text.Trim()) ?? ("", null);
            _found.Add(new(_title, name, remark, _attributes.ToSeq(), _strays, _keys.ToSeq()));
        }

        _attributes.Clear();
        _keys.Clear();
        _strays = 0;
    }

    /// <summary>A bullet, or a line indented below the title that says what its name holds or leads to.</summary>
    private static bool IsMember(CodeLine line, CodeLine? title) =>
        title is not null && (IsBullet(line.Text.TrimStart()) || (Indent(line.Text) > Indent(title.Text) && (line.Text.Contains(':') || line.Text.Contains("->", StringComparison.Ordinal) || line.Text.Contains('→') || KeyLineReader.IsKey(line.Text.Trim()))));

    private static bool IsBullet(string text) => text.Length > 2 && text[0] is '-' or '*' or '•' or '+' or '·' && text[1] == ' ';

    private static string WithoutMarker(string text) => IsBullet(text) ? text[2..] : text;

    private static int Indent(string text) => text.Length - text.TrimStart().Length;

    /// <summary>"Order", "Order:", "Order (child of Customer)", "Order - what is bought", "entity Order {".</summary>
    private static (string Name, string? Remark)? TitleOf(string text)
    {
        var plain = text.TrimEnd('{', ' ').Replace("**", "", StringComparison.Ordinal);
        foreach (var opening in (string[])["entity ", "Entity: ", "Entity ", "Table: ", "Model: "])
        {
            plain = plain.StartsWith(opening, StringComparison.Ordinal) ? plain[opening.Length..] : plain;
        }

        var end = plain.AsSpan().IndexOfAny("(:–—");
        var dash = plain.IndexOf(" - ", StringComparison.Ordinal);
        var cut = end < 0 ? dash : dash < 0 ? end : Math.Min(end, dash);
        var name = EntityNames.Undecorated(cut < 0 ? plain : plain[..cut]);
        var remark = cut < 0 ? null : plain[cut..].Trim(' ', ':', '-', '–', '—', '(', ')');
        return EntityNames.IsName(name) ? (name, string.IsNullOrEmpty(remark) ? null : remark) : null;
    }
}
