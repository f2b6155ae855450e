using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Store as cents to avoid float issues", "never use floating point": money must be exact, and it is.</summary>
internal sealed class StatesStorage : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        if (!line.Has("float", "floats", "floating", "floating-point", "cents", "pence", "integers") || !line.Has("store", "stored", "storage", "use", "as"))
        {
            return null;
        }

        var money = TitleColumns.Of(line).Where(column => column.IsNumber).ToArray();
        money = money.Length > 0 ? money : [.. line.Vocabulary.All.SelectMany(terms => terms.Columns).Where(column => column.Type.Kind == DataKind.Money)];
        return money.Length == 0 ? null
            : Reading.Modelled($"amounts such as {money[0].Entity}.{money[0].Name} are exact decimal numbers, so no binary fraction is rounded");
    }
}
