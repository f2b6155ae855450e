using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"A ticket is scanned at most once", "a badge may be printed only once": the moment of the deed stays once it is told.</summary>
internal sealed class DoneOnce : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var end = Rewording.End(words);
        if (end is < 4 or > 10 || !words[end - 1].Is("once") || SubjectPhrase.At(line.Vocabulary, words, 0, end) is not { Which: null, Only: false, None: false } phrase)
        {
            return null;
        }

        var said = words.Skip(phrase.End).Take(end - 1 - phrase.End).Where(word => !word.IsAny("is", "are", "can", "may", "must", "be", "only", "at", "most", "just", "exactly", "ever")).ToArray();
        return said is [var verb] && Moments.DoneAt(phrase.Terms, verb.Lower) is { IsForeignKey: false, Required: false } done && Moments.StatesOf(phrase.Terms, verb.Lower).Count == 0
            ? Reading.Of(new RuleDraft(phrase.Terms.Name, $"{done.Name} stays", new(TriggerKind.OnChange, [done.Name]), new Unchangeable([done.Name], new IsPresent(done.Ref)))) : null;
    }
}
