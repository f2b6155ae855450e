using Schemawright.Diagnostics;
using Schemawright.Facts;

namespace Schemawright.Coverage;

/// <summary>
/// A block that lists states also holds lines that are none: what is announced, who may look, how a state is called in words.
/// What the whole block made is enforced only by the lines that name a state or a way between two; the others keep what they say themselves.
/// </summary>
internal sealed class StateBlocks(FactBase facts, StatementIndex places)
{
    private readonly HashSet<SourceSpan> _blocks = [.. facts.StateMachines.Select(machine => machine.Source)];

    private readonly HashSet<int> _stating = [.. facts.StateMachines.SelectMany(Stating).SelectMany(places.Touched)];

    public void Narrow(List<Consequence>[] caused)
    {
        var inside = _blocks.SelectMany(places.Touched).Distinct();
        foreach (var index in inside.Where(index => !_stating.Contains(index)))
        {
            caused[index] = Narrowed(caused[index]);
        }
    }

    private static IEnumerable<SourceSpan> Stating(StateMachineFact machine) =>
    [
        .. machine.States.Select(state => state.Source),
        .. machine.States.Where(state => state.RequiresAt is not null).Select(state => state.RequiresAt!),
        .. machine.Transitions.Select(transition => transition.Source),
        .. machine.Stated,
    ];

    private List<Consequence> Narrowed(List<Consequence> caused)
    {
        var own = caused.Where(consequence => !_blocks.Contains(consequence.Source)).ToList();
        return own.Exists(consequence => consequence.Strength > Strength.Asked)
            ? own
            : [.. own, .. caused.Where(consequence => _blocks.Contains(consequence.Source)).Where(consequence => consequence.Strength < Strength.Enforced)];
    }
}
