namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Name and version together are unique in a shop", "(town, street) is unique": attributes that form a key together.</summary>
internal sealed class UniqueTogether : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var unique = Phrase.IndexOf(words, 3, "unique");
        var listed = unique > 0 && words[0].Is("(") ? Phrase.IndexOf(words, 1, ")") : -1;
        var end = unique;
        while (end > 1 && words[end - 1].IsAny("is", "are", "must", "be", "together", "combined", "jointly", "taken", "always"))
        {
            end--;
        }

        var together = unique > 0 && words.Skip(end).Take(unique - end).Any(word => word.IsAny("together", "combined", "jointly"));
        var after = unique + 1 < words.Count && words[unique + 1].IsAny("together", "combined", "jointly");
        together |= after;
        if (unique < 0 || !together && listed != end - 1 || (line.Subject ?? Owner(line, words, listed)) is not { } terms)
        {
            return null;
        }

        var subject = KeyNames.Read(terms, line.Vocabulary, words, listed > 0 ? 1 : 0, listed > 0 ? listed : end);
        var stop = Phrase.IndexOf(words, unique, ";", ".", ",");
        var to = stop < 0 ? words.Count : stop;
        var from = after ? unique + 2 : unique + 1;
        var scope = from < to && words[from].IsAny("in", "within", "per", "for", "inside") ? KeyNames.Read(terms, line.Vocabulary, words, from + 1, to) : [];
        var keys = scope.Concat(subject).Distinct(StringComparer.Ordinal).ToArray();
        return subject.Count < 2 || scope.Count == 0 && from < to ? null : new() { Keys = [new(terms.Name, [.. keys], false)] };
    }

    /// <summary>The only thing that has all the attributes in the brackets.</summary>
    private static EntityTerms? Owner(RuleLine line, Collections.Seq<Token> words, int close) =>
        close < 0 ? null : line.Vocabulary.All.Where(terms => KeyNames.Read(terms, line.Vocabulary, words, 1, close).Count > 1).Take(2).ToArray() is [var only] ? only : null;
}
