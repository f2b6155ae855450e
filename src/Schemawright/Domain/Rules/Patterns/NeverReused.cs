namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"A berth number is never reused in the harbour", "codes are not given again": no two rows have the same, within what is named.</summary>
internal sealed class NeverReused : IRulePattern
{
    private static readonly string[] Again = ["reused", "re-used", "repeated", "reassigned", "recycled", "reissued"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Whole;
        var at = Phrase.IndexOf(words, 2, Again);
        var verb = at < 0 ? Enumerable.Range(2, Math.Max(0, words.Count - 3)).FirstOrDefault(index => words[index].IsAny("used", "given", "issued", "assigned") && words[index + 1].IsAny("again", "twice"), -1) : at;
        if (verb < 0 || words.Count > 16 || !words.Take(verb).Any(word => word.IsAny("never", "not", "cannot", "no")) || Phrase.Has(words, "if", "when", "unless", "until", "while", "within", "days", "months", "years"))
        {
            return null;
        }

        var end = verb;
        while (end > 0 && words[end - 1].IsAny("be", "is", "are", "never", "not", "cannot", "may", "must", "can", "shall", "will", "ever", "and"))
        {
            end--;
        }

        var start = Speech.SkipDeterminers(words, 0);
        if (line.Speech.At(words, start) is not { IsOwn: true, Column: { IsForeignKey: false } column } named || named.End != end || column.Type.IsArray || column == line.Vocabulary.Of(column.Entity).State)
        {
            return null;
        }

        var terms = line.Vocabulary.Of(named.Entity);
        var from = verb + (at < 0 ? 2 : 1);
        var last = Rewording.End(words);
        var comma = Phrase.IndexOf(words, from, ",");
        last = comma >= 0 ? Math.Min(comma, last) : last;
        var scope = from < last && words[from].IsAny("in", "for", "per", "on", "under", "throughout") ? KeyNames.Read(terms, line.Vocabulary, words, from + 1, last) : [];
        return from < last && scope.Count == 0 ? null : new() { Keys = [new(terms.Name, [.. scope, column.Name], RequiresUniqueness.SaysIgnoreCase(line.Fact.Text))] };
    }
}
