using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Clauses;

/// <summary>Which rows are going on "at a time": those in no last state, or those whose end is not told yet.</summary>
internal static class StillGoing
{
    /// <summary>Null when nothing tells when a row is over.</summary>
    public static Expr? Of(EntityTerms terms)
    {
        if (terms is { State: { } state, Machine: { Transitions.Count: > 0 } machine })
        {
            var going = state.Type.Values.Where(value => machine.Transitions.Any(step => step.From == value)).ToArray();
            return going.Length == 0 || going.Length == state.Type.Values.Count ? null : Logic.In(state, going);
        }

        return terms.State is null && Ended(terms) is { } end ? new Not(new IsPresent(end.Ref)) : null;
    }

    /// <summary>The moment that is filled when the thing is over: optional, and named for what has been done.</summary>
    private static Column? Ended(EntityTerms terms) =>
        terms.Columns.Where(column => (column.IsDate || column.IsMoment) && !column.Required && column.Words[0] is "returned" or "arrived" or "ended" or "finished" or "closed" or "completed" or "left").Take(2).ToArray() is [var only] ? only : null;
}
