using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"A shipment is delivered only if there is a proof of delivery", "a claim can only be approved once it has a document": a state needs a part of another kind.</summary>
internal sealed class NeedsPart : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        if (words.Count is < 7 or > 24 || Sentences.Cut(words) is not { Condition: { Count: > 2 } condition, Exceptions.Count: 0, Opener: "if" or "when" or "once" or "after" } cut
            || !(cut.Only || cut.Body.Any(word => word.Is("only"))) || cut.Body.Any(word => word.IsAny("not", "cannot", "never", "no")) || SubjectPhrase.At(line.Vocabulary, cut.Body, 0, cut.Body.Count) is not { Which: null } whole)
        {
            return null;
        }

        var states = cut.Body.Skip(whole.End).Select(word => Moments.StatesOf(whole.Terms, word.Lower)).FirstOrDefault(found => found.Count > 0);
        return states is null || Part(line, whole.Terms, condition) is not var (link, count) ? null
            : Reading.Of(new RuleDraft(whole.Terms.Name, $"at least {count} {link.Child} when {states[0]}", RuleTrigger.Always, new AtLeast(link.Child, link.Role, count, [.. states])));
    }

    /// <summary>"there is a photo", "it has at least two lines".</summary>
    private static (Relationship Link, int Count)? Part(RuleLine line, EntityTerms whole, Seq<Token> words)
    {
        var opens = Phrase.At(words, 0, "there", "is") || Phrase.At(words, 0, "there", "are") || words[0].IsAny("it", "they") && words[1].IsAny("has", "have");
        var start = words.Count > 2 && Phrase.At(words, 2, "at", "least") ? 4 : 2;
        var figure = start < words.Count ? Figures.At(words, start) : null;
        start = figure is null ? Speech.SkipDeterminers(words, start) : start + 1;
        if (!opens || start >= words.Count || line.Vocabulary.EntityAt(words, start, out var width) is not { } part || start + width < Rewording.End(words) || figure is < 1 or > 1000)
        {
            return null;
        }

        var links = line.Vocabulary.Children(whole.Name).Where(link => link.Child == part.Name && link.Child != whole.Name).ToArray();
        return links.Length == 1 ? (links[0], (int)(figure ?? 1)) : null;
    }
}
