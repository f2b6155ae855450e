using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Maximum 50MB per file": a bound on the attribute that holds the file's size in bytes.</summary>
internal sealed class LimitsFileSize : IRulePattern
{
    // Names are known by the singular of their last word.
    private static readonly string[] Sizes = ["file_size", "size_byte", "file_size_byte", "size", "byte_size", "byte", "content_length"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Whole;
        var figure = words.FirstOrDefault(token => token.Unit == "bytes");
        if (figure is null || Narrower(line, words) || !Phrase.Has(words, "maximum", "max", "limit", "exceed", "size", "up", "most", "larger", "under", "<", "<=", "support", "supports", "allow", "accept") || PerSomethingElse(words))
        {
            return null;
        }

        var column = FileFormats.Column(line, Sizes);
        if (column is { IsNumber: true })
        {
            return Reading.Of(line.Must(column.Entity, $"{column.Name} at most {figure.Text}", Logic.Compare(column, CompareOp.LessOrEqual, figure.Value)));
        }

        // Only a line that itself calls the size a field of the file gives the file that field.
        var place = Phrase.Has(line.Label, "size") ? FileFormats.Place(line) : null;
        if (place is null)
        {
            return Reading.Elsewhere($"the files themselves lie outside the database and no entity holds their size, so the upload must refuse more than {figure.Text}");
        }

        var size = line.AddField(line.Vocabulary.Of(place.Entity), "file_size", DataType.Of(DataKind.BigInteger));
        return Reading.Of(line.Must(size.Entity, $"{size.Name} at most {figure.Text}", Logic.Compare(size, CompareOp.LessOrEqual, figure.Value)));
    }

    /// <summary>"5MB per day" is a rate, not the size of a file.</summary>
    private static bool PerSomethingElse(IReadOnlyList<Token> words)
    {
        var per = Phrase.IndexOf(words, 0, "per", "each", "every");
        return per >= 0 && per + 1 < words.Count && !words[per + 1].IsAny("file", "upload", "document", "image", "photo", "picture", "attachment", "receipt", "video", "scan", "item");
    }

    /// <summary>A line that begins with one sort of file ("Scans (PDF): up to 10MB") limits that sort alone.</summary>
    private static bool Narrower(RuleLine line, IReadOnlyList<Token> words)
    {
        var start = Speech.SkipDeterminers(words, 0);
        return start >= words.Count || words[start].Kind == TokenKind.Word && line.Vocabulary.EntityAt(words, start, out _) is null
            && !words[start].IsAny("file", "files", "upload", "uploads", "maximum", "max", "size", "up", "limit", "support", "attachment", "attachments", "image", "images", "photo", "photos", "document", "documents", "at", "no", "must", "cannot", "less", "under");
    }
}
