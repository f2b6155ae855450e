using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Default: USD" below a label that names an attribute: the default that attribute has.</summary>
internal sealed class StatesDefault : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        if (!line.LabelIs("default") || line.Tokens.Count is 0 or > 2)
        {
            return null;
        }

        var value = line.Tokens[0].Text;
        var column = line.Fact.Keys.Reverse().SelectMany(key => Naming.Words(key)).Select(Nouns.Singular)
            .SelectMany(word => line.Vocabulary.All.SelectMany(terms => terms.Entity.Attributes.Where(attribute => attribute.Name == word && attribute.Default is Literal known && known.Text == value).Select(attribute => $"{terms.Name}.{attribute.Name}")))
            .ToArray();
        return column.Length == 0 ? null : Reading.Modelled($"{value} is the default of {string.Join(" and ", column)}");
    }
}
