using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Mileage may only increase", "the counter never decreases", "bids must be higher than the one before": a value against its former one.</summary>
internal sealed class OnlyGrows : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var last = words.Count - 1;
        while (last > 0 && words[last].Kind == TokenKind.Mark)
        {
            last--;
        }

        if (last < 2 || words.Count > 9)
        {
            return null;
        }

        var denied = Phrase.Has(words, "never", "cannot", "not", "can't", "no");
        var only = Phrase.Has(words, "only");
        CompareOp? op = (words[last].Lower, denied, only) switch
        {
            ("increase" or "increases" or "grow" or "grows" or "rise", false, true) => CompareOp.GreaterOrEqual,
            ("decrease" or "decreases" or "shrink" or "drop" or "reduced" or "decreased" or "lowered", true, false) => CompareOp.GreaterOrEqual,
            ("decrease" or "decreases" or "shrink", false, true) => CompareOp.LessOrEqual,
            ("increase" or "increases" or "grow" or "increased" or "raised", true, false) => CompareOp.LessOrEqual,
            _ => null,
        };
        if (op is null || line.Speech.At(words, Speech.SkipDeterminers(words, 0))?.AtHome is not { IsOwn: true, Column.IsNumber: true } named || !IsVerb(words, named.End, last))
        {
            return null;
        }

        var grown = new Compare(op.Value, named.Ref, new Ref([named.Column.Name], true));
        return Reading.Of(new RuleDraft(named.Column.Entity, $"{named.Column.Name} only {(op == CompareOp.GreaterOrEqual ? "grows" : "falls")}", new(TriggerKind.OnChange, [named.Column.Name]), new Holds(grown)));
    }

    private static bool IsVerb(IReadOnlyList<Token> words, int from, int to) =>
        words.Skip(from).Take(to - from).All(word => word.IsAny("may", "can", "must", "should", "shall", "only", "never", "cannot", "not", "be", "can't"));
}
