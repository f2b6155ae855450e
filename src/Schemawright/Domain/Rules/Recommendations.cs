using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Facts;
using Schemawright.Facts.Language;

namespace Schemawright.Domain.Rules;

/// <summary>
/// Asks how strictly statements are meant that do not say must: "should" is taken as a demand in one question for all, "usually" as
/// a habit that refuses nothing, in a question for each.
/// </summary>
internal sealed class Recommendations(Findings findings)
{
    private static readonly string[] Strict = ["must", "shall", "cannot", "can't", "never", "may not", "mustn't", "not allowed", "not permitted", "required", "forbidden", "prohibited", "mandatory", "always"];
    private static readonly string[] Habits = ["typically", "usually", "normally", "generally", "ideally", "preferably", "is recommended", "are recommended", "recommended to", "as a rule of thumb", "where possible", "if possible", "most of the time", "in most cases"];
    private static readonly string[] Wishes = ["should", "ought to", "shouldn't"];

    private static readonly string WishId = ClarificationId.From("should", "*");
    private static readonly Seq<string> WishAnswers = ["They must hold: what contradicts them is refused", "They are recommendations: nothing refuses what contradicts them"];

    private readonly List<(RuleFact Fact, string Entity)> _wishes = [];

    /// <summary>The reading as it holds: a recommendation makes neither rule nor key.</summary>
    public Reading Weigh(RuleLine line, Reading reading)
    {
        var text = line.Fact.Text;
        var entity = reading.Rules.Count > 0 ? reading.Rules[0].Entity : reading.Keys.Count > 0 ? reading.Keys[0].Entity : null;
        if (entity is null || line.Fact.Document == Documents.DocumentKind.Answers || text.Says(Strict))
        {
            return reading;
        }

        if (text.Says(Habits))
        {
            return Habit(line, reading, entity);
        }

        if (!text.Says(Wishes))
        {
            return reading;
        }

        _wishes.Add((line.Fact, entity));
        return findings.Choice(WishId, [.. WishAnswers]) == 1 ? Reading.Context($"The author answered {WishId}: it is a recommendation.") : reading;
    }

    /// <summary>Once for all statements with "should", when there are any.</summary>
    public void Ask()
    {
        if (_wishes.Count == 0)
        {
            return;
        }

        findings.Ask(new(
            WishId, ClarificationReason.Assumption,
            _wishes.Count == 1 ? $"Does \"{Questions.Quote(_wishes[0].Fact)}\" have to hold, or is it a recommendation?" : $"Do the {_wishes.Count} statements that say \"should\" have to hold, or are they recommendations?",
            WishAnswers, "They must hold.", _wishes.Select(wish => wish.Fact.Source).Distinct().Order().ToSeq(), _wishes.Select(wish => wish.Entity).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToSeq(), 2, 2));
    }

    private Reading Habit(RuleLine line, Reading reading, string entity)
    {
        var question = new Clarification(
            ClarificationId.From("habit", line.Fact.Text), ClarificationReason.Assumption,
            $"Does \"{Questions.Quote(line.Fact)}\" have to hold, or is it only what happens as a rule?",
            ["It happens as a rule: nothing refuses what differs", "It must hold: what contradicts it is refused"],
            "Nothing refuses what differs.", [line.Fact.Source], [entity], 1, 3);
        return findings.Choice(question.Id, [.. question.Alternatives]) == 1 ? reading with { Questions = [.. reading.Questions, question] }
            : Reading.Unclear("it says what happens as a rule, not what must be") with { Questions = [question] };
    }
}
