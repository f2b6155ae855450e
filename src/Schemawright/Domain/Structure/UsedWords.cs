using Schemawright.Facts;
using Schemawright.Facts.Language;

namespace Schemawright.Domain.Structure;

/// <summary>How often the documents use a word or a pair of words, for deciding whether a value is known elsewhere.</summary>
internal sealed class UsedWords
{
    private readonly Dictionary<string, int> _statements = new(StringComparer.Ordinal);

    public UsedWords(FactBase facts)
    {
        foreach (var statement in facts.Statements)
        {
            var words = Naming.Words(statement.Statement.Text);
            foreach (var use in words.Concat(words.Zip(words.Skip(1), (first, second) => $"{first}_{second}")).ToHashSet(StringComparer.Ordinal))
            {
                _statements[use] = _statements.GetValueOrDefault(use) + 1;
            }
        }
    }

    /// <summary>Two statements or more use it: the list it stands in and another one.</summary>
    public bool IsUsedElsewhere(string value) => _statements.GetValueOrDefault(value) >= 2;
}
