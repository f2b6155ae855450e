using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain.Merging;
using Schemawright.Facts;
using Schemawright.Terms;

namespace Schemawright.Domain.Structure;

/// <summary>Makes the state machines, and the attributes that they need and no other place states.</summary>
internal static class MergeStates
{
    private static readonly HashSet<string> Beginnings = new(StringComparer.Ordinal) { "draft", "new", "pending", "open", "created", "active", "planned", "requested", "scheduled" };

    public static void Run(DomainDraft domain)
    {
        foreach (var states in domain.States.Values.OrderBy(states => states.All[0].Source))
        {
            if (states.Machine.Count > 0)
            {
                AddMachine(domain, states);
            }
            else if (states.Entity.Find(states.Attribute) is null)
            {
                AddList(states);
            }
            else
            {
                Support(states);
            }
        }

        EndsByMoment.Run(domain);
        FlagBesideState.Ask(domain);
    }

    /// <summary>States that an attribute lists already say once more which values it has.</summary>
    private static void Support(StateSet set)
    {
        var known = set.Entity.Find(set.Attribute)!;
        foreach (var place in set.All.SelectMany(fact => fact.States.Select(state => state.Source).Prepend(fact.Source)))
        {
            known = known with { Origin = known.Origin.And(Origin.At(place)) };
        }

        if (set.Values.SelectMany(list => list.Values).All(value => known.Type.Values.Any(listed => string.Equals(ValueSets.Normal(listed), value, StringComparison.Ordinal))))
        {
            set.Entity.Replace(known);
        }
    }

    private static void AddMachine(DomainDraft domain, StateSet set)
    {
        var kept = domain.AnsweredValues.GetValueOrDefault((set.Entity.Key, set.Attribute)).ToHashSet(StringComparer.Ordinal);
        var names = set.Values.SelectMany(values => values.Values).Distinct(StringComparer.Ordinal).Where(name => kept.Count == 0 || kept.Contains(name)).ToList();
        if (names.Count == 0)
        {
            return;
        }

        var transitions = set.Machine.SelectMany(fact => fact.Transitions).Where(step => !StateSets.IsMark(step.From) && !StateSets.IsMark(step.To))
            .Select(step => new Transition(ValueSets.Normal(step.From), ValueSets.Normal(step.To), step.Trigger, Origin.At(step.Source)))
            .Where(step => names.Contains(step.From, StringComparer.Ordinal) && names.Contains(step.To, StringComparer.Ordinal))
            .GroupBy(step => (step.From, step.To)).Select(same => same.First() with { Origin = same.Select(step => step.Origin).Aggregate((one, other) => one.And(other)) }).ToSeq();
        var initial = Initial(set, names, transitions);
        var states = names.Select(name => State(set, name, transitions)).ToSeq();
        var origin = set.Machine.Select(fact => Origin.At(fact.Source)).Aggregate((one, other) => one.And(other));
        SetAttribute(domain, set, names, initial, origin);
        var begins = set.Entity.Find(set.Attribute)?.Default is Literal start && !initial.Contains(start.Text, StringComparer.Ordinal) ? initial.Prepend(start.Text).ToSeq() : initial;
        domain.Machines.Add(new(set.Entity.Name, set.Attribute, states, begins, transitions, origin));
        AddNeeds(domain, set);
    }

    private static Seq<string> Initial(StateSet set, List<string> names, Seq<Transition> transitions)
    {
        var stated = set.Machine.SelectMany(fact => fact.Initial.Concat(fact.Transitions.Where(step => StateSets.IsMark(step.From)).Select(step => step.To)))
            .Select(ValueSets.Normal).Where(names.Contains).Distinct(StringComparer.Ordinal).ToSeq();
        if (stated.Count > 0)
        {
            return stated;
        }

        var reached = transitions.Where(step => step.From != step.To).Select(step => step.To).ToHashSet(StringComparer.Ordinal);
        var roots = names.Where(name => !reached.Contains(name)).ToSeq();
        return roots.Count > 0 ? roots : [names[0]];
    }

    private static State State(StateSet set, string name, Seq<Transition> transitions)
    {
        var facts = set.Machine.SelectMany(fact => fact.States).Where(state => ValueSets.Normal(state.Name) == name).ToList();
        var timeout = facts.Find(state => state.TimeoutAfter is not null);
        var origin = facts.Count > 0 ? new Origin(facts.Select(state => state.Source).Distinct().Order().ToSeq()) : Origin.At(set.Machine[0].Source);
        return new(name, facts.Select(state => state.Description).FirstOrDefault(words => words is not null) ?? "", transitions.Count > 0 && transitions.All(step => step.From != name), origin)
        {
            TimeoutAfter = timeout?.TimeoutAfter,
            TimeoutTo = timeout?.TimeoutTo is { } to ? ValueSets.Normal(to) : null,
            TimeoutSince = timeout?.TimeoutSince,
        };
    }

    private static void SetAttribute(DomainDraft domain, StateSet set, List<string> names, Seq<string> initial, Origin origin)
    {
        var known = set.Entity.Find(set.Attribute) ?? new EntityAttribute(set.Attribute, DataType.Of(DataKind.Enumeration), Required: true, origin);
        var keeps = known.Default is Literal literal && names.Contains(literal.Text, StringComparer.Ordinal) && !BeginsElsewhere(domain, set, literal.Text, initial, known);
        set.Entity.Replace(known with
        {
            Type = new DataType(DataKind.Enumeration, Values: names.ToSeq()),
            Required = true,
            Default = keeps ? known.Default : initial.Count == 1 ? Literal.String(initial[0]) : null,
            Origin = known.Origin.And(origin),
        });
    }

    private static Seq<SourceSpan>? DefaultPlace(StateSet set) =>
        set.Entity.Stated.Where(fact => fact.Default is not null && AttributeNames.Of(fact.Name) == set.Attribute).MaxBy(Strength.Of) is { } stated ? [stated.Source] : null;

    /// <summary>A default that the machine does not let rows begin in: one of the two is wrong.</summary>
    private static bool BeginsElsewhere(DomainDraft domain, StateSet set, string value, Seq<string> initial, EntityAttribute known)
    {
        if (initial.Count == 0 || initial.Contains(value, StringComparer.Ordinal))
        {
            return false;
        }

        var path = $"{set.Entity.Name}.{set.Attribute}";
        Side[] sides = [new(initial.Count == 1 ? initial[0] : Words.List([.. initial]), [set.Machine[0].Source]), new(value, DefaultPlace(set) ?? known.Origin.Sources.Take(1).ToSeq())];
        domain.Findings.Contradiction(
            "initial state", path, $"In which state does a new {Words.Plain(set.Entity.Key)} begin: {sides[0].Words}, as the transitions say, or {value}, as the default says?",
            sides, $"It begins in {sides[0].Words}, because the transitions say more than a default.", impact: 2, uncertainty: 3);
        return !domain.Findings.Declined("initial state", path, sides);
    }

    /// <summary>States that name a needed attribute or a time to keep their rows.</summary>
    private static void AddNeeds(DomainDraft domain, StateSet set)
    {
        foreach (var state in set.Machine.SelectMany(fact => fact.States))
        {
            foreach (var name in state.Requires.Select(AttributeNames.Of).Where(name => name.Length is > 0 and <= 60 && set.Entity.Find(name) is null && domain.Links.TrueForAll(link => link.Child != set.Entity || (link.Role != name && link.ForeignKey != name))))
            {
                set.Entity.Attributes.Add(new(name, AssumedTypes.Of(name), Required: false, Origin.At(state.Source)) { TypeAssumed = true, Description = $"Needed in the state {ValueSets.Normal(state.Name)}." });
            }

            if (state.Retention is { } period)
            {
                var where = new Compare(CompareOp.Equal, Ref.To(set.Attribute), Literal.String(ValueSets.Normal(state.Name)));
                domain.Retention.Add(new(set.Entity.Name, period, Minimum: true, Anchor: null, where, "delete", $"{set.Entity.Name} in state {ValueSets.Normal(state.Name)}: {period}", Origin.At(state.Source)));
            }
        }
    }

    /// <summary>States without transitions are only the values of an attribute.</summary>
    private static void AddList(StateSet set)
    {
        var values = set.Values.SelectMany(list => list.Values).Distinct(StringComparer.Ordinal).ToSeq();
        var first = values.FirstOrDefault(Beginnings.Contains);
        var origin = new Origin(set.All.Select(fact => fact.Source).Distinct().Order().ToSeq());
        set.Entity.Attributes.Add(new(set.Attribute, new DataType(DataKind.Enumeration, Values: values), Required: first is not null, origin)
        {
            Default = first is null ? null : Literal.String(first),
        });
    }
}
