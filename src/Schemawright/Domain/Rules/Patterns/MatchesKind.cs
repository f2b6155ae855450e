using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Phone: valid number", "a valid mobile number is required", "Email: valid format": the form its kind of value has.</summary>
internal sealed class MatchesKind : IRulePattern
{
    /// <summary>E.164: a plus sign, the country's code, at most 15 digits.</summary>
    private const string International = @"^\+[1-9][0-9]{6,14}$";

    public Reading? Read(RuleLine line)
    {
        var words = line.Tokens;
        var valid = Phrase.IndexOf(words, 0, "valid", "well-formed");
        if (valid < 0 || valid > 3 || words.Count > valid + 6)
        {
            return null;
        }

        var named = line.Label.Count > 0 ? line.Speech.At(line.Label, 0) : line.Speech.Within(words, 0, words.Count);
        var column = named is { Column.IsForeignKey: false } && (line.Label.Count == 0 || Phrase.Has(words, "format", "number", "address", "value")) ? named.AtHome.Column : Phone(line);
        return column?.Type.Kind switch
        {
            DataKind.Phone => Reading.Of(
                line.Must(column.Entity, $"{column.Name} in international form", new Matches(column.Ref, International))),
            DataKind.Email or DataKind.Url or DataKind.CurrencyCode or DataKind.CountryCode => Required(line, column),
            not null when column.Encrypted => Required(line, column),
            _ => null,
        };
    }

    /// <summary>The type's own check says what is valid; the line adds that the value is there.</summary>
    private static Reading Required(RuleLine line, Column column)
    {
        return KeyMoment.Of(line, column) is { } rule ? Reading.Of(rule) : RequiresListed.WithoutMoment(line, column);
    }

    private static Column? Phone(RuleLine line)
    {
        if (!Phrase.Has(line.Whole, "phone", "mobile", "telephone", "cell"))
        {
            return null;
        }

        var own = line.Subject?.Columns.FirstOrDefault(column => column.Type.Kind == DataKind.Phone);
        var phones = own is null ? line.Vocabulary.All.SelectMany(terms => terms.Columns).Where(column => column.Type.Kind == DataKind.Phone).ToArray() : [own];
        return phones.Length == 1 ? phones[0] : null;
    }
}
