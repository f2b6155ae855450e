using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;

namespace Schemawright.Facts.Structure.States;

/// <summary>States and transitions while they are collected, in the order they are met.</summary>
internal sealed class StateMachineDraft
{
    private readonly Dictionary<string, int> _places = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<StateFact> _states = [];
    private readonly List<TransitionFact> _transitions = [];
    private readonly List<string> _initial = [];
    private readonly List<SourceSpan> _stated = [];

    public int States => _states.Count;

    public IEnumerable<string> Names => _states.Select(state => state.Name);

    public int Transitions => _transitions.Count;

    public void Know(string name, SourceSpan place) => Describe(name, place, state => state);

    public void Describe(string name, SourceSpan place, Func<StateFact, StateFact> change)
    {
        if (_places.TryAdd(name, _states.Count))
        {
            _states.Add(new(name, null, TransitionsListed: false, null, null, [], null, [], place));
        }

        _states[_places[name]] = change(_states[_places[name]]);
    }

    public void Start(string name) => _initial.Add(name);

    /// <summary>The line states the machine, though it is neither a state nor a transition.</summary>
    public void State(SourceSpan place) => _stated.Add(place);

    /// <summary>Conditions found later for a transition already known are added to it.</summary>
    public void Move(TransitionFact move)
    {
        var known = _transitions.FindIndex(other => Same(other.From, move.From) && Same(other.To, move.To));
        if (known < 0)
        {
            _transitions.Add(move);
            return;
        }

        var old = _transitions[known];
        _transitions[known] = old with { Trigger = old.Trigger ?? move.Trigger, Conditions = [.. old.Conditions, .. move.Conditions], Actions = [.. old.Actions, .. move.Actions] };
    }

    /// <summary>Says what brings rows into the state, where nothing else does.</summary>
    public void Trigger(string into, string trigger)
    {
        for (var index = 0; index < _transitions.Count; index++)
        {
            var move = _transitions[index];
            _transitions[index] = Same(move.To, into) && move.Trigger is null ? move with { Trigger = trigger } : move;
        }
    }

    /// <summary>An arrow list gives each state's successors; a state at the end of an arrow only is terminal.</summary>
    public void Move(StateArrow arrow, SourceSpan place)
    {
        Describe(arrow.From, place, state => state with { TransitionsListed = true });
        foreach (var to in arrow.To)
        {
            Know(to, place);
            Move(new(arrow.From, to, arrow.Trigger, [], [], place));
        }
    }

    /// <summary>Once transitions are given at all, a state without any is terminal.</summary>
    public StateMachineFact Fact(string? entity, FactForm form, DocumentKind document, SourceSpan place, string words, bool complete) => new(
        entity, null, (complete ? _states.ConvertAll(state => state with { TransitionsListed = true }) : _states).ToSeq(), _transitions.ToSeq(),
        _initial.ToSeq(), form, document, place, words)
    {
        Stated = _stated.ToSeq(),
    };

    private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);
}
