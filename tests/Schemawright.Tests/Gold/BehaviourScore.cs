using Schemawright.Collections;

namespace Schemawright.Tests.Gold;

/// <summary>Life cycles and rules of a product against its gold.</summary>
internal sealed class BehaviourScore(ProductPairs pairs)
{
    private readonly Seq<Carrier> _carriers = Carrier.Of(pairs.Read);
    private readonly List<string> _details = [];

    public Seq<string> Details => _details.ToSeq();

    public Tally Transitions()
    {
        var wanted = pairs.Gold.Transitions.Select(change => (change.Entity, From: Spelling.Key(change.From), To: Spelling.Key(change.To))).ToHashSet();
        var given = pairs.Read.StateMachines.Where(machine => pairs.GoldOf(machine.Entity) is not { Optional: true })
            .SelectMany(machine => machine.Transitions.Select(change => (Entity: pairs.GoldOf(machine.Entity)?.Name ?? machine.Entity, From: Spelling.Key(change.From), To: Spelling.Key(change.To)))).ToHashSet();
        _details.AddRange(wanted.Except(given).Select(change => $"missed transition {change.Entity}: {change.From} > {change.To}").Order(StringComparer.Ordinal));
        _details.AddRange(given.Except(wanted).Select(change => $"invented transition {change.Entity}: {change.From} > {change.To}").Order(StringComparer.Ordinal));
        return new(wanted.Intersect(given).Count(), wanted.Count, given.Count);
    }

    /// <summary>Statements something of the right entity was made of.</summary>
    public Tally RulesHeard()
    {
        var wanted = pairs.Gold.Rules.Where(rule => !rule.Optional).ToList();
        return new(wanted.Count(rule => rule.Entities.Any(entity => At(rule, entity).Any())), wanted.Count, wanted.Count);
    }

    /// <summary>Statements whose every named attribute stands in what was made of them; given: the compiler's rules that the gold knows.</summary>
    public Tally Rules()
    {
        var wanted = pairs.Gold.Rules.Where(rule => !rule.Optional).ToList();
        var missed = wanted.Where(rule => !rule.Entities.Any(entity => Holds(rule, entity))).ToList();
        _details.AddRange(missed.Select(rule => $"missed rule {rule.Document}:{rule.Line} {string.Join('|', rule.Entities)}: {rule.Demand}"));
        return new(wanted.Count - missed.Count, wanted.Count, wanted.Count);
    }

    /// <summary>The compiler's rules whose place the gold names.</summary>
    public Tally RulesFounded()
    {
        var given = pairs.Read.Rules.Where(rule => rule.Origin.Sources.Count > 0).ToList();
        var invented = given.Where(rule => !pairs.Gold.Rules.Any(new Carrier(rule.Origin, rule.Entity, [], false).IsAt)).ToList();
        _details.AddRange(invented.Select(rule => $"invented rule {rule.Origin.Sources[0].Document}:{rule.Origin.Sources[0].Line} {rule.Entity}: {rule.Name}"));
        return new(given.Count - invented.Count, given.Count, given.Count);
    }

    private bool Holds(GoldRule rule, string entity)
    {
        var held = At(rule, entity).SelectMany(carrier => carrier.Attributes).ToHashSet();
        return At(rule, entity).Any() && pairs.Gold.NamedBy(rule, entity).All(names => names.Any(attribute => IsAmong(held, attribute)));
    }

    /// <summary>By the name that stands for it, or by any name the gold allows.</summary>
    private bool IsAmong(HashSet<(string Entity, string Attribute)> held, GoldAttribute attribute)
    {
        var entity = pairs.ReadOf(attribute.Entity)?.Name;
        return held.Any(name => name.Entity == entity && (name.Attribute == pairs.ReadOf(attribute) || attribute.Is(name.Attribute)));
    }

    private IEnumerable<Carrier> At(GoldRule rule, string entity)
    {
        var read = pairs.ReadOf(entity)?.Name;
        return read is null ? [] : _carriers.Where(carrier => carrier.Entity == read && !(carrier.Plain && rule.Compares) && carrier.IsAt(rule));
    }
}
