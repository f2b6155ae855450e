using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "Carrier name required": a noun with name, number, code, date or the like is a field of the subject, even when no model
/// lists it; it becomes one, and the author is asked.
/// </summary>
internal sealed class NamesField : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Tokens;
        if (line.Subject is not { } terms || words.Count is < 3 or > 5 || !words[^1].IsAny("required", "mandatory") || Phrase.Has(words, "not", "no", "if", "or", "and"))
        {
            return null;
        }

        var end = words[^2].IsAny("is", "are") ? words.Count - 2 : words.Count - 1;
        if (end < 2 || words.Take(end).Any(word => word.Kind != TokenKind.Word || word.Lower.Contains('.', StringComparison.Ordinal))
            || Kind(words[end - 1].Lower) is not { } kind || line.Vocabulary.EntityAt(words, 0, out _) is not null || Speech.SkipDeterminers(words, 0) > 0)
        {
            return null;
        }

        var name = string.Join('_', words.Take(end).SelectMany(word => Naming.Words(word.Text)));
        var column = line.AddField(terms, name, DataType.Of(kind));
        return Reading.Of(line.Must(terms.Name, $"{name} given", new IsPresent(column.Ref)));
    }

    private static DataKind? Kind(string head) => head switch
    {
        "name" or "number" or "code" or "reference" or "type" or "title" => DataKind.ShortText,
        "date" => DataKind.Date,
        "reason" or "description" or "explanation" or "comment" => DataKind.LongText,
        "amount" => DataKind.Money,
        _ => null,
    };
}
