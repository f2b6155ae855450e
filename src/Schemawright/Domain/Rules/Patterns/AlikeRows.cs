using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "Row and number identify a seat within its hall", "an owner cannot register two animals with the same name and species", "a mail address can be used by one
/// employee only": what no two rows have alike.
/// </summary>
internal sealed class AlikeRows : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        return words.Count is < 5 or > 26 ? null : Identified(line, words) ?? WithTheSame(line, words) ?? HadByOne(line, words);
    }

    private static Reading? Identified(RuleLine line, Seq<Token> words)
    {
        var verb = Phrase.IndexOf(words, 1, "identify", "identifies");
        var open = verb < 1 ? -1 : verb + (verb + 1 < words.Count && words[verb + 1].IsAny("uniquely", "unambiguously", "together") ? 2 : 1);
        var noun = open < 0 || open >= words.Count || !words[open].IsAny("a", "an", "each", "every", "exactly", "the") ? -1 : Speech.SkipDeterminers(words, open) is var start && start < words.Count && words[start].Is("one") ? start + 1 : Speech.SkipDeterminers(words, open);
        if (noun < 0 || noun >= words.Count || line.Vocabulary.EntityAt(words, noun, out var width) is not { } terms)
        {
            return null;
        }

        var end = words[verb - 1].IsAny("uniquely", "together") ? verb - 1 : verb;
        var keys = Keys(line, terms, words, 0, end);
        return keys is null || Scope(line, terms, words, noun + width) is not { } scope ? null : new() { Keys = [new(terms.Name, [.. scope.Concat(keys).Distinct(StringComparer.Ordinal)], false)] };
    }

    /// <summary>Within what: nothing, or what the rows refer to; null when more is said.</summary>
    private static Seq<string>? Scope(RuleLine line, EntityTerms terms, Seq<Token> words, int at)
    {
        if (at >= Rewording.End(words))
        {
            return [];
        }

        var start = Speech.SkipDeterminers(words, at + 1);
        start += start < words.Count && words[start].IsAny("same", "one", "single") ? 1 : 0;
        return words[at].IsAny("within", "of", "in", "per") && start < words.Count && new Speech(line.Vocabulary, terms).ReferenceAt(words, start, out var width) is { Role: { } role } && start + width >= Rewording.End(words) ? [role] : null;
    }

    private static Reading? WithTheSame(RuleLine line, Seq<Token> words)
    {
        var two = Phrase.IndexOf(words, 0, "two", "several", "multiple");
        var same = two < 0 ? -1 : Phrase.IndexOf(words, two + 2, "same");
        if (same < 0 || same > two + 5 || !words[same - 1].Is("the") || !words[same - 2].IsAny("with", "of", "have", "having", "has", "share") || line.Vocabulary.EntityAt(words, two + 1, out var width) is not { } terms || two + 1 + width > same - 2)
        {
            return null;
        }

        var then = Phrase.IndexOf(words, same, "then");
        var refused = then > 0 && words.Skip(then).Any(word => word.IsAny("reject", "refuse", "rejected", "refused", "deny", "block", "error")) && words[0].IsAny("if", "when");
        var denied = words.Take(two).Any(word => word.IsAny("cannot", "can't", "not", "never", "no", "nobody"));
        var end = then > 0 ? then : Rewording.End(words);
        if (denied == refused || Keys(line, terms, words, same + 1, end) is not { } keys)
        {
            return null;
        }

        var first = Speech.SkipDeterminers(words, 0);
        var owner = first < two && line.Vocabulary.EntityAt(words, first, out _) is { } named && named != terms ? new Speech(line.Vocabulary, terms).ReferenceTo(named) : null;
        if (first < two && owner is null && denied && line.Vocabulary.EntityAt(words, first, out _) is { } other && other != terms)
        {
            return null;
        }

        return new() { Keys = [new(terms.Name, owner?.Role is { } role && !keys.Contains(role, StringComparer.Ordinal) ? [role, .. keys] : keys, false)] };
    }

    /// <summary>"An employee's mail address can be used by one employee only".</summary>
    private static Reading? HadByOne(RuleLine line, Seq<Token> words)
    {
        var by = Phrase.IndexOf(words, 2, "by");
        if (by < 3 || by + 2 >= words.Count || !words[by - 1].IsAny("used", "held", "carried", "had", "borne") || !words.Skip(by - 3).Any(word => word.Is("only")) || Phrase.IndexOf(words, by + 1, "one", "a", "single") != by + (words[by + 1].Is("only") ? 2 : 1))
        {
            return null;
        }

        var noun = Phrase.IndexOf(words, by + 1, "one", "a", "single") + 1;
        if (noun >= words.Count || line.Vocabulary.EntityAt(words, noun, out var width) is not { } terms || words.Skip(noun + width).Any(word => !word.IsAny("only", "at", "a", "time", ".")))
        {
            return null;
        }

        var start = Speech.SkipDeterminers(words, 0);
        var modal = Phrase.IndexOf(words, 1, "can", "may", "must", "is", "are");
        start += line.Vocabulary.EntityAt(words, start, out var owner) == terms && words[start + owner - 1].Text.EndsWith("'s", StringComparison.Ordinal) ? owner : 0;
        return modal > start && new Speech(line.Vocabulary, terms).At(words, start) is { IsOwn: true, Column.IsForeignKey: false } operand && operand.Entity == terms.Name && operand.End == modal
            ? new() { Keys = [new(terms.Name, [operand.Column.Name], operand.Column.Type.Kind == Schemawright.Terms.DataKind.Email)] } : null;
    }

    private static Seq<string>? Keys(RuleLine line, EntityTerms terms, Seq<Token> words, int from, int to)
    {
        var fields = FieldLists.Read(new Speech(line.Vocabulary, terms), words, from, to);
        return fields.Count == 0 || fields.Any(field => !field.IsOwn || field.Entity != terms.Name) ? null : fields.Select(field => field.Column.Role ?? field.Column.Name).ToSeq();
    }
}
