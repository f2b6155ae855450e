namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"All required fields completed", "every mandatory field is filled": what NOT NULL keeps at all times.</summary>
internal sealed class RequiresAllFields : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Tokens;
        if (line.Subject is not { } terms || words.Count > 9 || !Phrase.Has(words, "all", "every", "each") || !Phrase.Has(words, "required", "mandatory") || !Phrase.Has(words, "field", "fields", "information", "data"))
        {
            return null;
        }

        var required = terms.Columns.Where(column => column.Required).Select(column => column.Name).ToArray();
        return required.Length == 0 ? null : Reading.Enforced($"the required attributes of {terms.Name} are never empty: {string.Join(", ", required)}");
    }
}
