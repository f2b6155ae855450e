using Schemawright.Domain.Rules.Clauses;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Payment must arrive within 14 days": the time limit that a state of the subject's life has.</summary>
internal sealed class LimitsTime : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Whole;
        var period = words.Select((_, at) => Figures.PeriodAt(words, at, out var end) is { } found ? (Period: found, At: at, End: end) : default).FirstOrDefault(found => found.Period is not null);
        if (Dated(line, words) is { } dated)
        {
            return dated;
        }

        if (period.Period is null || !Phrase.Has(words, "within", "after", "timeout", "elapsed", "expires", "expire", "window", "timer"))
        {
            return null;
        }

        foreach (var terms in Candidates(line, words))
        {
            var state = terms.Machine?.States.FirstOrDefault(state => state.TimeoutAfter is { } after && after.ApproximateSeconds == period.Period.ApproximateSeconds);
            if (state is not null)
            {
                return Reading.Enforced($"a job moves {terms.Name} from {state.Name} to {state.TimeoutTo} after {state.TimeoutAfter}, and the state machine refuses what {state.TimeoutTo} does not allow");
            }
        }

        return null;
    }

    /// <summary>"An open bill becomes overdue on the day after its due date": a state that ends with a date, told by this very statement.</summary>
    private static Reading? Dated(RuleLine line, IReadOnlyList<Token> words) =>
        Candidates(line, words).Select(terms => (terms.Name, State: terms.Machine?.States.FirstOrDefault(state => state.TimeoutSince is not null && state.Origin.Sources.Contains(line.Fact.Source)))).FirstOrDefault(found => found.State is not null) is (var name, { } timed)
            ? Reading.Enforced($"a job moves {name} from {timed.Name} to {timed.TimeoutTo} on the day after {timed.TimeoutSince}") : null;

    private static IEnumerable<EntityTerms> Candidates(RuleLine line, IReadOnlyList<Token> words)
    {
        var named = line.Vocabulary.EntitiesIn(words).Concat(line.Vocabulary.EntitiesIn(line.Title)).ToList();
        if (line.Subject is not null)
        {
            named.Add(line.Subject);
        }

        // A part of a thing speaks of the thing's life: a parcel of its order's.
        return named.Concat(named.SelectMany(terms => terms.References.Select(link => line.Vocabulary.Of(link.Parent!)))).Distinct();
    }
}
