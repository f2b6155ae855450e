namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"One badge, one guest, per hotel": an attribute tells the rows apart, within what is named.</summary>
internal sealed class OneOfOne : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Whole;
        var comma = words.Count > 4 && words[0].Is("one") ? Phrase.IndexOf(words, 1, ",", "=", "means") : -1;
        if (comma < 2 || comma > 4 || comma + 2 >= words.Count || !words[comma + 1].Is("one") || line.Vocabulary.EntityAt(words, comma + 2, out var width) is not { } terms
            || KeyNames.At(terms, new Speech(line.Vocabulary, terms), words, 1) is not var (name, end) || end != comma)
        {
            return null;
        }

        var from = comma + 2 + width;
        from += from < words.Count && words[from].Is(",") ? 1 : 0;
        var last = from;
        while (last < words.Count && words[last].Kind != TokenKind.Mark)
        {
            last++;
        }

        var scope = from < last && words[from].IsAny("per", "in", "within", "for") ? KeyNames.Read(terms, line.Vocabulary, words, from + 1, last) : [];
        return from < last && words[from].IsAny("per", "in", "within", "for") && scope.Count == 0 ? null : new() { Keys = [new(terms.Name, [.. scope, name], RequiresUniqueness.SaysIgnoreCase(line.Fact.Text))] };
    }
}
