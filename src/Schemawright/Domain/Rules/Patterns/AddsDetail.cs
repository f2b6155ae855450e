using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"… between 10 and 120 minutes, in steps of 5 minutes", "… up to 14, with two decimals": a bound and how finely the same number is counted.</summary>
internal sealed class AddsDetail : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var comma = Enumerable.Range(2, Math.Max(0, words.Count - 4)).FirstOrDefault(at => words[at].Is(",") && words[at + 1].IsAny("in", "with", "rounded", "to"), -1);
        if (comma < 0 || Detail(words, comma + 1) is not var (step, decimals) || RulePatterns.Read(line.With([.. words.Take(comma)])) is not { Fate: null } reading)
        {
            return null;
        }

        var bounded = reading.Rules.Select(rule => rule.Demand is Holds holds ? (rule.Entity, Number: holds.Condition.Refs().FirstOrDefault(reference => reference.IsOwn)) : (rule.Entity, null)).FirstOrDefault(one => one.Number is not null);
        if (bounded.Number is not { } number || line.Vocabulary.Of(bounded.Entity).Columns.FirstOrDefault(column => column.Name == number.Attribute) is not { IsNumber: true })
        {
            return null;
        }

        var counted = step > 0 ? new Arithmetic(ArithmeticOp.Divide, number, Literal.Number(step)) : (Expr)number;
        var name = step > 0 ? $"{number.Attribute} a multiple of {step}" : $"{number.Attribute} at most {decimals} decimals";
        return reading with { Rules = [.. reading.Rules, line.Must(bounded.Entity, name, new Compare(CompareOp.LessOrEqual, new DecimalPlaces(counted), Literal.Number(step > 0 ? 0 : decimals)))] };
    }

    /// <summary>"in steps of 5 (minutes)", "with two decimals".</summary>
    private static (decimal Step, decimal Decimals)? Detail(Seq<Token> words, int at)
    {
        if (words[at].Is("in") && at + 3 < words.Count && words[at + 1].IsAny("steps", "increments", "multiples") && words[at + 2].Is("of") && Figures.At(words, at + 3) is > 0 and { } step)
        {
            return at + 4 >= Rewording.End(words) || at + 5 >= Rewording.End(words) && words[at + 4].Kind == TokenKind.Word ? (step, 0) : null;
        }

        var start = words[at].Is("rounded") ? at + 2 : at + 1;
        start += start < words.Count && Phrase.At(words, start, "at", "most") ? 2 : 0;
        return start + 1 < words.Count && Figures.At(words, start) is >= 0 and <= 12 and { } digits && words[start + 1].IsAny("decimals", "decimal") && words.Skip(start + 2).All(word => word.IsAny("places", "place", "digits", ".")) ? (0, digits) : null;
    }
}
