using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"The alarm level rises by one step at a time", "the grade goes up one by one": a number changes to the next one only.</summary>
internal sealed class StepsByOne : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var end = Rewording.End(words);
        if (end is < 4 or > 16 || line.Speech.At(words, 0)?.AtHome is not { IsOwn: true, Column: { IsNumber: true, IsForeignKey: false } } operand || operand.End >= end)
        {
            return null;
        }

        var at = operand.End;
        while (at < end && words[at].IsAny("may", "must", "can", "only", "always", "never", "is"))
        {
            at++;
        }

        var up = at < end && words[at].IsAny("rises", "rise", "increases", "increase", "raised", "goes", "go", "grows", "climbs", "incremented");
        Token[] rest = [.. words.Skip(at + 1).Take(Math.Max(0, end - at - 1)).Where(word => !word.IsAny("only", "by", "up", "at", "a", "time", "step", "steps", "every", "per", "change", "level"))];
        if (!up || !rest.All(word => word.IsAny("one", "1", "single")) || rest.Length is 0 or > 2 || !words.Skip(at).Any(word => word.IsAny("time", "step", "by")))
        {
            return null;
        }

        var next = new Arithmetic(ArithmeticOp.Add, new Ref([operand.Column.Name], Old: true), Literal.Number(1));
        return Reading.Of(new RuleDraft(operand.Entity, $"{operand.Column.Name} rises by one", new(TriggerKind.OnChange, [operand.Column.Name]), new Holds(new Compare(CompareOp.Equal, operand.Column.Ref, next))));
    }
}
