using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure;

/// <summary>Headings that say, in whatever words, that the section tells what is stored: "Data", "What we keep", "Information requirements", "Core business objects".</summary>
internal static class DataHeadings
{
    private static readonly HashSet<string> Core = Words("data information entity entities record records object objects domain thing things store stores stored keep keeps kept track tracked hold holds held persisted manage");

    private static readonly HashSet<string> Others = Words(
        "model models requirement requirements what which we the our a system app application product needs need to must is are be of for in and their core main key business concept concepts structure structures dictionary "
        + "definition definitions field fields attribute attributes conceptual logical physical design overview database about each every it requirements roughly rough draft sketch outline outlines glance at proposal proposed initial first simplified preliminary");

    private static readonly Remembered<bool> Known = new(Read);

    public static bool IsOne(string heading) => Known.Of(heading);

    /// <summary>Every word must be one of these: "Data protection" and "Track parcels" tell something else.</summary>
    private static bool Read(string heading)
    {
        var words = HeadingNames.Of(heading).ToLowerInvariant().Split([' ', ':', '&', ',', '?'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 && Array.Exists(words, Core.Contains) && Array.TrueForAll(words, word => Core.Contains(word) || Others.Contains(word)) && words is not (["manage" or "track" or "hold" or "keep" or "store", ..] or ["system" or "business" or "application", "overview"]);
    }

    private static HashSet<string> Words(string text) => text.Split(' ').ToHashSet(StringComparer.Ordinal);
}
