using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Entries are accepted only between the opening and the closing of the contest": rows are made between two moments of what they refer to.</summary>
internal sealed class OnlyBetween : IRulePattern
{
    private const int Longest = 20;

    private static readonly string[] Making = ["accepted", "made", "placed", "created", "possible", "taken", "submitted", "entered", "allowed", "added", "booked", "sold"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var end = Rewording.End(words);
        var between = end is < 8 or > Longest ? -1 : Phrase.IndexOf(words, 2, "between");
        var and = between < 0 ? -1 : Phrase.IndexOf(words, between, "and");
        if (and < between + 2 || SubjectPhrase.At(line.Vocabulary, words, 0, between) is not { Which: null, None: false } rows)
        {
            return null;
        }

        var said = words.Skip(rows.End).Take(between - rows.End).ToArray();
        if (!(rows.Only || said.Any(word => word.Is("only"))) || !said.All(word => word.IsAny("are", "is", "can", "may", "must", "be", "only") || word.IsAny(Making)) || !said.Any(word => word.IsAny(Making)))
        {
            return null;
        }

        var speech = new Speech(line.Vocabulary, rows.Terms);
        if (speech.At(words, and + 1) is not { Path.Count: 2 } until || until.End < end || Moment(line, rows.Terms, until, [.. words.Skip(between + 1).Take(and - between - 1)]) is not { } from || from.IsDate != until.Column.IsDate || from == until.Column || !from.IsDate && !from.IsMoment)
        {
            return null;
        }

        var now = new Clock(from.IsDate ? ClockKind.Today : ClockKind.Now);
        return Reading.Of(new RuleDraft(rows.Terms.Name, $"made between {until.Path[0]} {from.Name} and {until.Column.Name}", RuleTrigger.OnInsert,
            new Holds(new And([new Compare(CompareOp.GreaterOrEqual, now, new Ref([until.Path[0], from.Name])), new Compare(CompareOp.LessOrEqual, now, until.Ref)]))));
    }

    /// <summary>The first moment, of the same thing as the second.</summary>
    private static Column? Moment(RuleLine line, EntityTerms rows, Operand until, Collections.Seq<Token> words) =>
        rows.References.FirstOrDefault(link => link.Role == until.Path[0]) is { Parent: { } parent } && new Speech(line.Vocabulary, line.Vocabulary.Of(parent)).At(words, 0) is { IsOwn: true } own && own.Entity == parent && own.End >= words.Count ? own.Column : null;
}
