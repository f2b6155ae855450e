using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Reviews can be edited for 14 days", "an author may change his note within 15 minutes": after that time the row stays as it is.</summary>
internal sealed class EditableFor : IRulePattern
{
    private static readonly string[] Changing = ["edit", "edited", "change", "changed", "modify", "modified", "editable", "update", "updated", "correct", "corrected", "changeable", "amended", "amend"];

    private static readonly string[] Made = ["created", "sent", "posted", "written", "given", "submitted", "recorded", "entered", "placed", "reported", "published", "opened"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var verb = Phrase.IndexOf(words, 1, Changing);
        var opener = verb < 0 ? -1 : Phrase.IndexOf(words, verb, "for", "within", "until", "during", "in");
        if (words.Count > 24 || opener < 0 || Phrase.Has([.. words.Take(opener)], "cannot", "not", "never", "no", "must") || !Phrase.Has([.. words.Take(verb + 1)], "can", "may", "is", "are", "editable"))
        {
            return null;
        }

        var start = opener + 1;
        start += Phrase.At(words, start, "the", "first") ? 2 : words.Count > start && words[start].IsAny("the", "up", "only") ? 1 : 0;
        if (Figures.PeriodAt(words, start, out var end) is not { } period || Subject(line, words, verb) is not { } terms || Open(terms).Count == 0 || Moment(terms, words, end) is not { } moment)
        {
            return null;
        }

        var over = new Compare(CompareOp.Greater, new Clock(ClockKind.Now), new Arithmetic(ArithmeticOp.Add, Ref.To(moment), new Interval(period)));
        return Reading.Of(new RuleDraft(terms.Name, $"no change after {period}", new(TriggerKind.OnChange, Open(terms)), new Unchangeable(Open(terms), over)));
    }

    /// <summary>What people write themselves: the state and the moments of later steps go on.</summary>
    private static Seq<string> Open(EntityTerms terms) =>
        [.. terms.Columns.Where(column => !column.IsForeignKey && !column.IsMoment && !column.IsDate && column != terms.State && column.Type.Kind != DataKind.Boolean).Select(column => column.Name)];

    private static EntityTerms? Subject(RuleLine line, Seq<Token> words, int verb)
    {
        var start = Speech.SkipDeterminers(words, 0);
        var named = line.Vocabulary.EntityAt(words, start, out var width);
        return named is not null && start + width < verb + 1 && !words.Take(verb).Any(word => word.IsAny("his", "her", "their", "its", "it")) ? named : line.Depth > 0 || named is not null ? line.Subject : null;
    }

    /// <summary>After "after it was sent" that moment, else the row's beginning.</summary>
    private static string? Moment(EntityTerms terms, Seq<Token> words, int from)
    {
        var said = words.Skip(from).Where(word => word.Kind == TokenKind.Word).Select(word => Moments.DoneAt(terms, word.Lower)).FirstOrDefault(column => column is not null);
        var told = words.Skip(from).Any(word => word.IsAny("after", "from", "since", "of"));
        var begun = Made.Select(verb => terms.Columns.FirstOrDefault(column => (column.IsMoment || column.IsDate) && column.Words.Count == 2 && column.Words[0] == verb)).FirstOrDefault(column => column is not null);
        return said?.Name ?? (told && !words.Skip(from).Any(word => word.IsAny("creation", "created", "submission", "sending", "posting", "writing")) ? null : begun?.Name);
    }
}
