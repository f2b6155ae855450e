using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Supported: CHF, SEK, NOK", "size must be one of s, m, l", "File format: TIFF, SVG only".</summary>
internal sealed class ListsValues : IRulePattern
{
    private static readonly string[] Openers = ["supported", "allowed", "accepted", "permitted", "valid values", "values", "one of", "options"];

    public Reading? Read(RuleLine line) => Currencies(line) ?? Files(line) ?? OneOfWords(line);

    /// <summary>A list of currency codes for the currency attributes, with the default said beside it.</summary>
    private static Reading? Currencies(RuleLine line)
    {
        var codes = Codes(line.Fact.Text);
        var about = line.Label.Count > 0 && line.Label[0].IsAny("supported", "allowed", "accepted", "currencies", "currency");
        if (codes.Count < 2 || !about || !Phrase.Has([.. line.Title, .. Lexer.Read(string.Join(' ', line.Fact.Keys)), .. line.Label], "currency", "currencies"))
        {
            return null;
        }

        var beside = line.Block.Where(other => other.Keys == line.Fact.Keys && Naming.Snake(other.Label ?? "") is "default" or "base").SelectMany(other => Codes(other.Text));
        var values = beside.Concat(codes).Distinct(StringComparer.Ordinal).Select(Literal.String).ToSeq();
        var columns = line.Vocabulary.All.SelectMany(terms => terms.Columns).Where(IsCurrency).ToArray();
        return columns.Length == 0 ? null : Reading.Of(columns.Select(column => line.Must(column.Entity, $"{column.Name} supported", new OneOf(column.Ref, values))));
    }

    private static bool IsCurrency(Column column) =>
        column.Type.Kind == DataKind.CurrencyCode || (column.Words[^1] is "currency" && column.IsText);

    private static List<string> Codes(string text) =>
        [.. text.Split([',', ' ', '/', '(', ')', ';'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length == 3 && word.All(char.IsAsciiLetterUpper))];

    /// <summary>Formats of files, by their extension in the attribute that holds the file's place, or by media type.</summary>
    private static Reading? Files(RuleLine line)
    {
        if (!Phrase.Has(line.Whole, "format", "formats", "file", "files", "type", "types"))
        {
            return null;
        }

        var formats = FileFormats.In(line.Tokens);
        if (formats.Count < 2)
        {
            return null;
        }

        var media = FileFormats.Column(line, ["mime_type", "media_type", "content_type", "file_type"]);
        if (media is { IsText: true })
        {
            return Reading.Of(line.Must(media.Entity, $"{media.Name} allowed", new Matches(media.Ref, FileFormats.MediaPattern(formats), true)));
        }

        var place = FileFormats.Place(line);
        return place is null ? Reading.Unclear("no entity has an attribute that holds the file or its media type")
            : Reading.Of(line.Must(place.Entity, $"{place.Name} has allowed format", new Matches(place.Ref, FileFormats.ExtensionPattern(place, formats))));
    }

    private static Reading? OneOfWords(RuleLine line)
    {
        var words = line.Tokens;
        var at = OneOfAt(words);
        var opened = at < 0 && Openers.Contains((line.Fact.Label ?? "").ToLowerInvariant(), StringComparer.Ordinal);
        var named = at >= 0 ? line.Speech.Within(line.Whole, 0, at + line.Whole.Count - words.Count)
            : opened && line.Fact.Keys.Count > 0 ? line.Speech.At(Lexer.Read(line.Fact.Keys[^1]), 0) : null;
        if (named?.AtHome is not { Column: { IsText: true } column } left)
        {
            return null;
        }

        // Code walks from the row at hand; prose that names the owner speaks of the owner.
        left = line.Whole.Any(word => word.Kind == TokenKind.Word && word.Text.Contains('.', StringComparison.Ordinal)) ? left : new(column.Entity, [column.Name], column, left.End);

        var values = Listed(line.Fact.Text, at >= 0 ? words[at].Start : 0, column);
        return values.Count < 2 ? null : Reading.Of(line.Must(left.Entity, $"{column.Name} is one of the listed", new OneOf(left.Ref, values)));
    }

    private static int OneOfAt(IReadOnlyList<Token> words)
    {
        for (var at = 0; at + 2 < words.Count; at++)
        {
            if (Phrase.At(words, at, "one", "of") && !words[at + 2].IsAny("them", "these", "those", "its", "their", "his", "both", "two"))
            {
                return Math.Min(words.Count - 1, at + 2 + (words[at + 2].IsAny("the", ":") ? 1 : 0) + (Phrase.At(words, at + 2, "the", "following") ? 1 : 0));
            }
        }

        return -1;
    }

    private static Seq<Literal> Listed(string text, int from, Column column) =>
        text[from..].Split([",", ";", "|", " or ", " and "], StringSplitOptions.RemoveEmptyEntries)
            .Select(item => item.Trim().Trim('\'', '"', '`', '.', '(', ')', ':', '[', ']').Trim())
            .Select(item => item.StartsWith("or ", StringComparison.Ordinal) ? item[3..] : item.StartsWith("and ", StringComparison.Ordinal) ? item[4..] : item)
            .Where(item => item.Length > 0)
            .Select(item => Literal.String(Values.Enumerated(item, column) ?? item)).Distinct().ToSeq();
}
