using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>A cell of a table of plans, "at most 3 boards" under the plan "free": a limit for those whose plan attribute has that value.</summary>
internal sealed class LimitsByPlan : IRulePattern
{
    private const int Largest = 2000;

    public Reading? Read(RuleLine line)
    {
        if (line.Fact is not { Label: "plan limit", Keys: [var plan] } || line.Tokens.Count < 4 || Figures.At(line.Tokens, 2) is not { } limit)
        {
            return null;
        }

        var named = line.Vocabulary.EntityAt(line.Tokens, 3, out var width);
        var phrase = named is null ? SubjectPhrase.At(line.Vocabulary, line.Tokens, 3, line.Tokens.Count) : null;
        width = phrase is null ? width : phrase.End - 3;
        if ((named ?? phrase?.Terms) is not { } counted)
        {
            return Reading.Elsewhere("a limit of a plan on something the database does not count; the application keeps to it");
        }

        if (limit < 1 || limit > Largest)
        {
            return Reading.Elsewhere($"counting up to {limit} rows of {counted.Name} at every change costs more than it protects; the application keeps the figure");
        }

        if (Qualities(line.Tokens, 3 + width, counted) is not { } qualities)
        {
            return Reading.Unclear($"which rows of {counted.Name} count is not told in words that the model has");
        }

        qualities.AddRange(phrase?.Which is { } which ? [which] : Array.Empty<Expr>());
        var owner = line.Tokens.Count > 4 + width && line.Tokens[3 + width].IsAny("per", "in", "each") ? line.Vocabulary.EntityAt(line.Tokens, 4 + width, out _) : null;
        foreach (var link in counted.References)
        {
            var parent = line.Vocabulary.Of(link.Parent!);
            if ((owner is null || owner == parent) && Plan(parent, plan) is { } own)
            {
                return Limited(counted, link, Logic.All([own.From(link.Role!), .. qualities]), limit, plan);
            }

            if (owner == parent && parent.References.Select(above => (above, Where: Plan(line.Vocabulary.Of(above.Parent!), plan))).FirstOrDefault(pair => pair.Where is not null) is { Where: { } where } holder)
            {
                return Limited(counted, link, Logic.All([where.From(holder.above.Role!).From(link.Role!), .. qualities]), limit, plan);
            }
        }

        return Reading.Unclear($"{counted.Name} does not refer to anything that has the plan {plan}");
    }

    /// <summary>"(active)", "not archived" behind the name; null when a word there means nothing.</summary>
    private static List<Expr>? Qualities(IReadOnlyList<Token> words, int from, EntityTerms counted)
    {
        var found = new List<Expr>();
        for (var at = from; at < words.Count && !words[at].IsAny("per", "in", "each"); at++)
        {
            if (words[at].IsAny("(", ")", ",", "and", "not", "only"))
            {
                continue;
            }

            if (Adjectives.Denied(counted, words[at].Lower) is not { } quality)
            {
                return null;
            }

            found.Add(words[at - 1].Is("not") ? Logic.Opposite(quality) : quality);
        }

        return found;
    }

    private static Reading Limited(EntityTerms counted, Column link, Expr where, decimal limit, string plan) =>
        Reading.Of(new RuleDraft(counted.Name, $"at most {limit} per {link.Role} on {plan}", RuleTrigger.Always, new AtMost([link.Role!], limit, null, where)));

    /// <summary>The attribute plan or tier has this value.</summary>
    private static Expr? Plan(EntityTerms terms, string plan) =>
        terms.Columns.FirstOrDefault(column => !column.IsForeignKey && column.Words.Any(word => word is "plan" or "tier" or "subscription" or "package") && Values.Enumerated(plan, column) is not null) is { } column
            ? Logic.In(column, [Values.Enumerated(plan, column)!]) : null;
}
