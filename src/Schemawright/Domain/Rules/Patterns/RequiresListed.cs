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
        if (!line.Fact.Keys.Any(key => Naming.Words(key) is var words && words.Contains("required", StringComparer.Ordinal) || Naming.Words(key).Contains("mandatory", StringComparer.Ordinal)))
        {
            return null;
        }

        var words = line.Label.Count > 0 ? line.Label : line.Tokens;
        return line.Speech.At(words, 0) is { } operand && operand.End >= words.Count && !Phrase.Has(line.Tokens, "if", "when", "optional")
            ? Reading.Of(KeyMoment.Of(line, operand.Column))
            : null;
    }
}
