using Schemawright.Facts.Language;

namespace Schemawright.Domain.Rules;

/// <summary>Short names of entities: the head of a longer name ("entries" for time entries) where it can mean only one of them.</summary>
internal sealed class PartNames
{
    // What a two-word name may end in without saying more than its first word does: a leave request is a leave.
    private static readonly string[] Plain = ["request", "record", "entry", "item", "order", "detail", "document", "account", "application", "instance"];

    private readonly Dictionary<string, EntityTerms?> _heads = new(StringComparer.Ordinal);

    public PartNames(IEnumerable<EntityTerms> all)
    {
        var attributes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var terms in all)
        {
            var words = Naming.Words(terms.Name);
            if (words.Count > 1 && words[^1].Length > 2 && !_heads.TryAdd(Nouns.Singular(words[^1]), terms))
            {
                _heads[Nouns.Singular(words[^1])] = null;
            }

            if (words.Count == 2 && words[0].Length > 3 && Plain.Contains(words[1], StringComparer.Ordinal) && !_heads.TryAdd(Nouns.Singular(words[0]), terms))
            {
                _heads[Nouns.Singular(words[0])] = null;
            }

            attributes.UnionWith(terms.Columns.Where(column => !column.IsForeignKey).Select(column => Nouns.Singular(column.Words[^1])));
        }

        foreach (var terms in all)
        {
            // A member is who a membership is of, where nothing else is called so.
            if (Naming.Words(terms.Name) is [{ Length: > 7 } name] && name.EndsWith("ship", StringComparison.Ordinal) && terms.References.Any(link => link.Required))
            {
                _heads.TryAdd(name[..^4], terms);
            }
        }

        // A word that ends an attribute's name means the attribute.
        foreach (var word in attributes)
        {
            _heads.Remove(word);
        }
    }

    public EntityTerms? Find(string word) => _heads.GetValueOrDefault(word);

    /// <summary>"Loan", where there are boat loans and book loans.</summary>
    public bool IsShared(string word) => _heads.TryGetValue(word, out var terms) && terms is null;
}
