using Schemawright.Collections;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Outlines;

/// <summary>Reads a Markdown list as outline lines.</summary>
internal static class ListOutline
{
    private const int LongestLeadIn = 200;

    public static IEnumerable<OutlineLine> Of(ListBlock list)
    {
        var names = new List<string>();
        var paths = new List<Seq<string>>();
        var parents = list.Items.Select(item => item.Parent).ToHashSet();
        for (var index = 0; index < list.Items.Count; index++)
        {
            var item = list.Items[index];
            var (label, text) = Split(item);
            var keys = item.Parent >= 0 && item.Parent < index ? (Seq<string>)[.. paths[item.Parent], names[item.Parent]] : LeadIn(list);
            names.Add(label ?? text);
            paths.Add(keys);
            var (code, said) = label is null ? RuleCodes.Split(RuleCodes.WithoutNumber(text)) : (null, text);
            yield return new(list, OutlineForm.Bullet, keys, label, said.Length == 0 ? text : said, item.Depth, parents.Contains(index), item.Span, item.Text) { Code = said.Length == 0 ? null : code };
        }
    }

    private static (string? Label, string Text) Split(ListItem item) =>
        item.Label is { Length: > 0 } label && item.Text.StartsWith(label, StringComparison.Ordinal)
            ? (label.TrimEnd(':', ' '), Labels.After(item.Text, label)) : Labels.Split(item.Text);

    private static Seq<string> LeadIn(ListBlock list) =>
        list.LeadIn is { Length: > 0 and <= LongestLeadIn } leadIn && !leadIn.EndsWith('.') ? [leadIn.TrimEnd(':', ' ')] : [];
}
