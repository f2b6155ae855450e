using Schemawright.Facts.Language;

namespace Schemawright.Domain.Rules;

/// <summary>How an entity records that somebody approved it: who, and the states of an approved row.</summary>
internal sealed record Approvals(Column By, IReadOnlyList<string> States)
{
    private static readonly string[] Actions = ["approve", "authorize", "authorise", "review", "confirm"];
    private static readonly string[] Amounts = ["amount", "total_amount", "total", "total_cost", "cost", "value", "sum", "price", "fee", "net_amount", "gross_amount"];

    public static Approvals? Of(EntityTerms terms)
    {
        foreach (var action in Actions)
        {
            if (Moments.DoneBy(terms, action) is { } by && Named(terms, action) is { Count: > 0 } states)
            {
                return new(by, states);
            }
        }

        return null;
    }

    /// <summary>The attribute an approval limit is about.</summary>
    public static Column? Amount(EntityTerms terms) =>
        Amounts.Select(terms.Exact).FirstOrDefault(column => column is { IsNumber: true })
        ?? terms.Columns.FirstOrDefault(column => column.IsNumber && column.Words[^1] is "amount" or "total" or "cost");

    private static IReadOnlyList<string> Named(EntityTerms terms, string action) =>
        terms.State is not { } state ? [] : [.. state.Type.Values.Where(value => Naming.Words(value) is [var only] && Stems.Same(only, action))];
}
