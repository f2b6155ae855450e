using Schemawright.Domain.Rules.Clauses;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// A field named as the label of a line within a list of required fields: "Required fields / For orders / - Tax ID: verified".
/// </summary>
internal sealed class RequiresListed : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        if (!line.Fact.Keys.Any(IsList))
        {
            return null;
        }

        if (line.Label.Count == 0 && Phrase.Has(line.Tokens, "required"))
        {
            return null;
        }

        var words = line.Label.Count > 0 ? line.Label : line.Tokens;
        if (Phrase.Has(line.Tokens, "optional") || line.Label.Count == 0 && line.Tokens.Count > 5)
        {
            return null;
        }

        if (line.Speech.At(words, 0) is not { } operand || operand.End < words.Count)
        {
            return line.Subject is null ? null : Reading.Unclear($"no field of {line.Subject.Name} or of what it refers to holds “{string.Join(' ', words.Select(word => word.Text))}”");
        }

        return Phrase.Has(line.Tokens, "if", "when") ? null
            : KeyMoment.Of(line, operand.Column) is { } rule ? Reading.Of(rule) : WithoutMoment(line, operand.Column);
    }

    /// <summary>"Required fields", "Mandatory for checkout"; not "approval required".</summary>
    private static bool IsList(string key) =>
        Naming.Words(key) is { Count: > 0 } words
        && (words[0] is "required" or "mandatory" || words.Any(word => word is "required" or "mandatory") && words.Any(word => word is "fields" or "information" or "data" or "attributes"));

    public static Reading WithoutMoment(RuleLine line, Column column) =>
        Reading.Unclear($"{column.Entity}.{column.Name} is needed “{line.Fact.Keys[^1]}”, and nothing in the model is made or done at that moment");
}
