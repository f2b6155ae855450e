using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure;

/// <summary>What stands after the name in "Name: remark", "Name (remark)" and "Name - remark".</summary>
internal static class Remarks
{
    /// <summary>Where the name ends; -1 when the text is only a name.</summary>
    public static int Cut(string text)
    {
        var mark = text.AsSpan().IndexOfAny(":(–—");
        var dash = text.IndexOf(" - ", StringComparison.Ordinal);
        return mark < 0 || (dash >= 0 && dash < mark) ? dash : mark;
    }

    /// <summary>The remark without its marks; brackets go when they enclose all of it. Null when nothing is left.</summary>
    public static string? After(string text, int cut)
    {
        if (cut < 0)
        {
            return null;
        }

        var remark = text[cut..].Trim(':', '-', '–', '—', ' ');
        remark = remark.StartsWith('(') && TextScan.Closing(remark, 0) == remark.Length - 1 ? remark[1..^1].Trim() : remark;
        return remark.Length == 0 ? null : remark;
    }
}
