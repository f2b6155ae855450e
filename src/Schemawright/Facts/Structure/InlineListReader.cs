using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;
using Schemawright.Facts.Structure.Prose;

namespace Schemawright.Facts.Structure;

/// <summary>Reads attributes in one line: "Events: id (PK), group_id (FK), title", or "Key attributes: id, name" under an entity's heading or bullet.</summary>
internal sealed class InlineListReader : IFactReader
{
    private const int LongestLine = 600;
    private const int LongestLabel = 60;
    private const int FewestTerms = 3;

    private static readonly System.Buffers.SearchValues<char> Dashes = System.Buffers.SearchValues.Create("-–—");

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.List);
        var things = ThingsInLists.In(document, facts);
        string? leadIn = null;
        foreach (var block in document.Blocks)
        {
            if (!facts.IsClaimed(block) && !Subjects.IsInterface(block.Headings))
            {
                var lines = PlacedLines.Of(block, leadIn).ToList();
                if (block is ListBlock list && things.Of(list) is { } listed)
                {
                    listed.Write(writer, findings);
                    lines = lines.FindAll(line => !listed.Covers(line.Span));
                }
                else if (block is ParagraphBlock or ListBlock)
                {
                    lines = Described(block, lines);
                }

                var inDataModel = Subjects.IsDataModel(block.Headings) && block is not CodeFence;
                Titled(lines.FindAll(line => !facts.IsClaimed(line.Span)), inDataModel).ForEach(line => ReadLine(line, inDataModel, writer, findings));
            }

            leadIn = block is ParagraphBlock paragraph ? paragraph.Raw : null;
        }
    }

    /// <summary>In a data model a line that is nothing but a title says of what the next line lists the attributes.</summary>
    private static List<PlacedLine> Titled(List<PlacedLine> lines, bool inDataModel) =>
        lines.Count == 2 && inDataModel && EntityNames.IsTitle(lines[0].Text) && char.IsUpper(lines[0].Text[0]) && !lines[1].Text.Contains(':', StringComparison.Ordinal)
            ? [lines[1] with { Text = $"{lines[0].Text}: {lines[1].Text}" }]
            : lines;

    /// <summary>A text that says what a thing is and then lists what it has is read as that list.</summary>
    private static List<PlacedLine> Described(Block block, List<PlacedLine> lines)
    {
        if (block is ParagraphBlock paragraph && lines.Count == 1)
        {
            return Terms(paragraph, lines[0]) is { } terms ? [terms] : DescribedInline.Of(paragraph.Raw, paragraph.Text) is var (subject, labelled) ? [lines[0] with { Text = labelled, Subject = subject }] : lines;
        }

        return block is ListBlock list && lines.Count == list.Items.Count
            ? [.. lines.Select((line, index) => DescribedInline.Of(list.Items[index].Raw, line.Text) is var (subject, labelled) ? line with { Text = labelled, Subject = subject } : line)]
            : lines;
    }

    /// <summary>"`id`, `name`, `size` (number)" alone under the title of a thing.</summary>
    private static PlacedLine? Terms(ParagraphBlock paragraph, PlacedLine line) =>
        line.Subject is not null && TextScan.Split(paragraph.Raw, ',') is { Count: >= FewestTerms } terms && terms.TrueForAll(term => term.Trim().StartsWith('`')) ? line with { Text = $"fields: {line.Text}" } : null;

    private static void ReadLine(PlacedLine line, bool inDataModel, FactWriter writer, Findings findings)
    {
        if (line.Text.Length > LongestLine || Parts(line.Text, inDataModel) is not var (title, rest) || AttributeLine.IsWithConstraints(line.Text))
        {
            return;
        }

        var label = EntityNames.Undecorated(title);
        var announced = AttributeLabels.IsInline(label);
        var entity = announced ? line.Subject : EntityNames.IsTitle(label) ? label : null;
        var told = TrailingSentences.Of(DeltaWords.Without(rest.Trim()));
        var list = told.List;
        if (inDataModel && !announced && entity is not null && char.IsUpper(entity[0]) && told.Sentences.Count == 0 && !AttributeWords.IsOne(entity) && !Listed(label, list, inDataModel) && TerseLine.Of(list, line.Span) is { } terse)
        {
            terse.Write(entity, line.Span, line.Text, writer);
            ListedThings.AskAbout(terse.Unread.Select(piece => (entity, piece, line.Span)), findings);
            writer.Facts.Claim(line.Span);
            return;
        }

        if (entity is null || InlineAttributes.Of(list) is not { Count: > 1 } lines || (!announced && !Tells(label, list, lines, inDataModel)))
        {
            return;
        }

        var optional = label.StartsWith("optional", StringComparison.OrdinalIgnoreCase);
        var required = label.StartsWith("required", StringComparison.OrdinalIgnoreCase);
        writer.Entity(entity, null, line.Span, line.Text);
        InlineAttributes.Write(entity, optional || required ? lines.ConvertAll(member => member with { Type = $"{member.Type} ({(optional ? "optional" : "required")})".Trim() }) : lines, line.Span, line.Text, writer);
        InlineAttributes.WriteKeys(entity, list, line.Span, writer);
        told.Relate(entity, writer, line.Span, line.Text);
    }

    private static bool Listed(string label, string list, bool inDataModel) => InlineAttributes.Of(list) is { Count: > 1 } lines && Tells(label, list, lines, inDataModel);

    /// <summary>"Boat: name, length", in a data model also "Boat (name, length)" and "Boat - name, length".</summary>
    public static (string Title, string List)? Parts(string text, bool inDataModel)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open > 0 && open <= LongestLabel && inDataModel && TextScan.Closing(text, open) == text.TrimEnd('.').Length - 1 && EntityNames.IsName(text[..open]))
        {
            return text.AsSpan(open).ContainsAny(',', ';') ? (text[..open], text[(open + 1)..].TrimEnd('.').TrimEnd(')')) : null;
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var at = inDataModel ? text.AsSpan().IndexOfAny(Dashes) : -1;
        var dash = at > 1 && text[at - 1] == ' ' && text[(at + 1)..] is [' ', ..] && (colon < 0 || at < colon) ? at : colon;
        return dash > 0 && dash <= LongestLabel && text.AsSpan(dash).ContainsAny(',', ';') ? (text[..dash], text[(dash + 1)..]) : null;
    }

    /// <summary>A key shows that the parts are stored; in a data model, names alone do, for a sentence has words that no name holds.</summary>
    private static bool Tells(string label, string list, List<AttributeLine> lines, bool inDataModel) =>
        (lines.Count > 2 && InlineAttributes.HoldKey(lines) && lines.TrueForAll(line => line.IsIdentifier || line.Type.StartsWith('(')))
        || (inDataModel && ((lines.Count > 2 && NounLists.Count(list) == lines.Count) || AreNames(label, lines)));

    /// <summary>"Status: active, closed" lists values, not attributes.</summary>
    private static bool AreNames(string label, List<AttributeLine> lines) =>
        (!AttributeWords.IsOne(label) || InlineAttributes.HoldKey(lines) || AttributeWords.MayBeThing(Naming.EntityKey(label)) && lines.Count > 2)
        && lines.TrueForAll(line => SpokenNames.IsName(line.Name)) && lines.Count(line => line.IsTyped || line.IsIdentifier && line.Name.Contains('_') || SpokenNames.IsKnown(line.Name)) * 2 >= lines.Count;
}
