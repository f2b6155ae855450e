using Schemawright.Terms;

namespace Schemawright.Domain.Rules;

/// <summary>File formats as rules name them, and the attributes that show a file's format and size.</summary>
internal static class FileFormats
{
    private static readonly Dictionary<string, (string Extensions, string Media)> Known = new(StringComparer.Ordinal)
    {
        ["jpeg"] = ("jpe?g", "image/jpeg"), ["jpg"] = ("jpe?g", "image/jpeg"), ["png"] = ("png", "image/png"), ["pdf"] = ("pdf", "application/pdf"),
        ["gif"] = ("gif", "image/gif"), ["webp"] = ("webp", "image/webp"), ["heic"] = ("heic", "image/heic"), ["svg"] = ("svg", "image/svg\\+xml"),
        ["tiff"] = ("tiff?", "image/tiff"), ["csv"] = ("csv", "text/csv"), ["txt"] = ("txt", "text/plain"), ["xml"] = ("xml", "application/xml"),
        ["json"] = ("json", "application/json"), ["zip"] = ("zip", "application/zip"), ["mp3"] = ("mp3", "audio/mpeg"), ["mp4"] = ("mp4", "video/mp4"),
        ["docx"] = ("docx", "application/vnd\\.openxmlformats-officedocument\\.wordprocessingml\\.document"), ["doc"] = ("doc", "application/msword"),
        ["xlsx"] = ("xlsx", "application/vnd\\.openxmlformats-officedocument\\.spreadsheetml\\.sheet"), ["xls"] = ("xls", "application/vnd\\.ms-excel"),
    };

    private const string PathCharacters = "A-Za-z0-9/._~%!$&()*+,;=:@-";

    private static readonly string[] Places = ["url", "file", "path", "link", "document", "attachment", "image", "photo"];

    public static IReadOnlyList<string> In(IReadOnlyList<Token> tokens) => [.. tokens.Select(token => token.Lower.TrimStart('.')).Where(Known.ContainsKey).Distinct(StringComparer.Ordinal)];

    /// <summary>The end of the file's name. A web address is spelled out whole, so that it stays one.</summary>
    public static string ExtensionPattern(Column place, IReadOnlyList<string> formats)
    {
        var endings = formats.Select(format => Known[format].Extensions).Distinct(StringComparer.Ordinal).ToArray();
        var either = string.Join('|', endings.Concat(endings.Select(ending => ending.ToUpperInvariant())));
        return place.Type.Kind == DataKind.Url
            ? $"^https?://[a-z0-9]+([.-][a-z0-9]+)*(:[0-9]+)?/[{PathCharacters}]*[.]({either})([?#][?#{PathCharacters}]*)?$"
            : $"^.*[.]({either})$";
    }

    public static string MediaPattern(IReadOnlyList<string> formats) =>
        $"^({string.Join('|', formats.Select(format => Known[format].Media).Distinct(StringComparer.Ordinal))})$";

    /// <summary>The first of these attributes that the subject or a part of it has.</summary>
    public static Column? Column(RuleLine line, IReadOnlyList<string> names) =>
        Near(line).Concat(line.Vocabulary.EntitiesIn(line.Whole)).SelectMany(terms => names.Select(terms.Exact)).FirstOrDefault(column => column is not null) ?? Only(line, names);

    /// <summary>Where the line speaks of files in general, the one attribute of the whole model that is named so.</summary>
    private static Column? Only(RuleLine line, IReadOnlyList<string> names) =>
        line.Whole.Any(word => word.IsAny("file", "files", "upload", "uploads")) && line.Vocabulary.All.SelectMany(terms => names.Where(name => name.Contains('_', StringComparison.Ordinal)).Select(terms.Exact)).OfType<Column>().Distinct().Take(2).ToArray() is [var only] ? only : null;

    /// <summary>The attribute that holds where the file is: file_url, document_path.</summary>
    public static Column? Place(RuleLine line) =>
        Near(line).SelectMany(terms => terms.Columns).FirstOrDefault(column =>
            column is { IsForeignKey: false, Type.IsArray: false } && (column.Type.Kind is DataKind.Url or DataKind.ShortText or DataKind.LongText)
            && Places.Contains(column.Words[^1], StringComparer.Ordinal) && column.Words.Any(word => word is "file" or "document" or "image" or "photo" or "attachment" or "receipt" or "scan" or "upload" or "media"));

    /// <summary>The subject, its parts, and what its title names.</summary>
    private static IEnumerable<EntityTerms> Near(RuleLine line)
    {
        if (line.Subject is null)
        {
            return [];
        }

        var children = line.Vocabulary.Children(line.Subject.Name).Select(link => line.Vocabulary.Of(link.Child));
        return line.Vocabulary.EntitiesIn(line.Title).Prepend(line.Subject).Concat(children).Distinct();
    }
}
