using Schemawright.Domain.Rules.Clauses;
using Schemawright.Domain.Rules.Deeds;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"A ticket cannot be scanned before the doors open", "a loan may only be returned after it was lent": the moment of a deed against another moment.</summary>
internal sealed class NotDoneBefore : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var end = Rewording.End(words);
        var joint = Phrase.IndexOf(words, 3, "before", "after");
        if (end is < 6 or > 20 || joint < 3 || joint + 1 >= end || Enumerable.Range(0, joint).Any(at => Figures.PeriodAt(words, at, out _) is not null && words[at].Kind == TokenKind.Number) || SubjectPhrase.At(line.Vocabulary, words, 0, joint) is not { Which: null, Only: false } phrase)
        {
            return null;
        }

        var only = words[joint - 1].Is("only");
        var last = only ? joint - 1 : joint;
        var modal = words.Skip(phrase.End).Take(last - phrase.End - 1).ToArray();
        var denied = phrase.None || modal.Any(word => word.IsAny("cannot", "can't", "not", "never"));
        only |= modal.Any(word => word.Is("only"));
        if (only == denied || modal.Length == 0 || modal.Any(word => !word.IsAny("can", "cannot", "can't", "may", "must", "not", "never", "be", "only", "ever")) || Moments.DoneAt(phrase.Terms, words[last - 1].Lower) is not { IsForeignKey: false } done
            || MomentPhrases.Read(line.Vocabulary, phrase.Terms, words, joint + 1, end, early: words[joint].Is("before")) is not { } anchor || anchor.Column == done || anchor.Column.IsDate != done.IsDate)
        {
            return null;
        }

        var later = words[joint].Is("before") == denied;
        return Reading.Of(line.Must(phrase.Terms.Name, $"{done.Name} {(only ? later ? "after" : "before" : later ? "not before" : "not after")} {anchor.Column.Name}", new Compare(only ? later ? CompareOp.Greater : CompareOp.Less : later ? CompareOp.GreaterOrEqual : CompareOp.LessOrEqual, done.Ref, anchor.Ref)));
    }
}
