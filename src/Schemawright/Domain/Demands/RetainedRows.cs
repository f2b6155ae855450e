using Schemawright.Domain.Merging;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Demands;

/// <summary>Finds which rows of an entity the words before its name mean: "rejected applications", "inactive workers".</summary>
internal sealed class RetainedRows(EntityDraft entity)
{
    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "all", "old", "the", "record", "records", "data", "detail", "details", "information", "entry", "entries", "history", "past", "every", "stored", "of", "for", "their", "personal", "profile", "profiles", "account", "accounts", "any", "file", "files", "documents", "and", "in", "a", "an", "each", "our", "s", "list", "lists", "overview", "table",
    };

    /// <summary>The state or flag that the words name; null when they name none.</summary>
    public Expr? Condition(string subject) =>
        Qualifiers(subject, "").Select(Said).FirstOrDefault(condition => condition is not null);

    /// <param name="noun">The words by which the entity was found, as a key.</param>
    /// <returns>True when every word that narrows the subject is a state or a flag of the entity.</returns>
    public bool IsUnderstood(string subject, string noun) => Qualifiers(subject, noun).All(word => Said(word) is not null);

    /// <summary>For each word that narrows the subject the attribute that tells it: "unpaid" is told by the state that may be "paid". Null for a word that nothing tells.</summary>
    public IEnumerable<string?> Told(string subject, string noun) =>
        Qualifiers(subject, noun).Select(word => Attribute(Said(word)) ?? (word.StartsWith("un", StringComparison.Ordinal) || word.StartsWith("in", StringComparison.Ordinal) ? Attribute(Said(word[2..])) : null));

    private static string? Attribute(Expr? condition) => condition switch
    {
        OneOf { Term: Ref state } => state.Attribute,
        Compare { Left: Ref flag } => flag.Attribute,
        _ => null,
    };

    private List<string> Qualifiers(string subject, string noun)
    {
        var named = entity.Key.Split('_').Concat(noun.Split('_')).ToHashSet(StringComparer.Ordinal);
        return Naming.Words(subject).Where(word => !Fillers.Contains(word) && !named.Contains(word) && !named.Contains(Nouns.Singular(word))).ToList();
    }

    private Expr? Said(string word)
    {
        var state = entity.Attributes.Find(attribute => attribute.Type.Values.Contains(word, StringComparer.OrdinalIgnoreCase));
        if (state is not null)
        {
            return new OneOf(Ref.To(state.Name), [Literal.String(state.Type.Values.First(value => value.Equals(word, StringComparison.OrdinalIgnoreCase)))]);
        }

        var flags = entity.Attributes.Where(attribute => attribute.Type.Kind == DataKind.Boolean).ToList();
        var flag = flags.Find(attribute => attribute.Name == word || attribute.Name == "is_" + word);
        var opposite = flags.Find(attribute => word.StartsWith("in", StringComparison.Ordinal) && (attribute.Name == word[2..] || attribute.Name == "is_" + word[2..]));
        return (flag ?? opposite) is { } found ? new Compare(CompareOp.Equal, Ref.To(found.Name), Literal.Bool(flag is not null)) : null;
    }
}
