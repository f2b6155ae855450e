using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Facts.Language;
using static Schemawright.Coverage.Strength;

namespace Schemawright.Coverage;

/// <summary>What the requirements of the domain lead back to, where no element of the design stands for them.</summary>
internal static class DomainConsequences
{
    public static IEnumerable<Consequence> Of(DomainModel domain, DataDesign design) =>
    [
        .. Consequence.Of(domain.AppNameOrigin, Modelled, $"product name {domain.AppName}"),
        .. domain.Entities.SelectMany(entity => OfEntity(entity, design)),
        .. domain.Relationships.SelectMany(link => OfRelationship(link, design)),
        .. domain.StateMachines.SelectMany(machine => OfMachine(machine, design)),
        .. domain.Actors.SelectMany(actor => Consequence.Of(actor.Origin, Modelled, $"actor {actor.Name}")),
        .. domain.Zone is { } zone ? Consequence.Of(zone.Origin, Modelled, $"time zone {zone.Name}") : [],
        .. domain.Technologies.SelectMany(technology => Consequence.Of(technology.Origin, Modelled, $"technology {technology.Product}")),
        .. domain.Scale.SelectMany(figure => Consequence.Of(figure.Origin, Modelled, $"figure {Figure(figure)}")),
        .. domain.Skews.SelectMany(skew => Consequence.Of(skew.Origin, Modelled, $"spread of {(skew.Entity is null ? "all rows" : TableOf(skew.Entity, design))}")),
        .. domain.AccessPaths.SelectMany(path => Consequence.Of(path.Origin, Modelled, $"access path of {TableOf(path.Entity, design)}")),
        .. domain.Reports.SelectMany(report => Consequence.Of(report.Origin, Modelled, $"report over {string.Join(", ", report.Figures.Select(figure => TableOf(figure.Entity, design)).Distinct(StringComparer.Ordinal))}")),
        .. domain.Recovery.SelectMany(target => Consequence.Of(target.Origin, Modelled, $"recovery target {Words(target.Kind.ToString())}")),
        .. domain.Retention.SelectMany(kept => Consequence.Of(kept.Origin, Modelled, $"retention of {TableOf(kept.Entity, design)}, {kept.Period}")),
        .. domain.Privacy.SelectMany(demand => Consequence.Of(demand.Origin, Modelled, $"privacy demand {Demand(demand)}")),
        .. domain.Audit.SelectMany(demand => Consequence.Of(demand.Origin, Modelled, $"audit log {design.Audit.Table}")),
        .. Consequence.Of(domain.Tenancy.Origin, Modelled, $"tenancy {design.Tenancy.Approach}"),
    ];

    private static string TableOf(string entity, DataDesign design) => design.OfEntity(entity)?.Name ?? (entity is "*audit" ? design.Audit.Table : entity);

    private static string Figure(ScaleFigure figure) => figure.Entity is null ? Words(figure.Kind.ToString()) : $"{Words(figure.Kind.ToString())} of {figure.Entity}";

    /// <summary><c>RowsPerYear</c> as <c>rows per year</c>.</summary>
    private static string Words(string name) => string.Join(' ', Naming.Words(name));

    private static string Demand(PrivacyDemand demand) =>
        string.Join(' ', new[] { demand.Kind.ToString().ToLowerInvariant(), demand.Attribute is null ? demand.Entity : $"{demand.Entity}.{demand.Attribute}" }.Where(word => word is not null));

    private static IEnumerable<Consequence> OfEntity(Entity entity, DataDesign design)
    {
        var table = entity.Kind == EntityKind.AuditTrail ? design.Audit.Table : TableOf(entity.Name, design);
        return
        [
            .. Consequence.Of(entity.Origin, Modelled, $"table {table}"),
            .. entity.Attributes.SelectMany(attribute => Consequence.Of(attribute.Origin, Modelled, $"column {table}.{attribute.Name}")),
            .. entity.Keys.SelectMany(key => Consequence.Of(key.Origin, Modelled, $"key of {table} ({string.Join(", ", key.Attributes)})")),
        ];
    }

    private static IEnumerable<Consequence> OfRelationship(Relationship link, DataDesign design) =>
        Consequence.Of(link.Origin, Modelled, $"relationship {TableOf(link.Parent, design)} to {TableOf(link.Child, design)}");

    private static IEnumerable<Consequence> OfMachine(StateMachine machine, DataDesign design)
    {
        var column = $"states of {TableOf(machine.Entity, design)}.{machine.Attribute}";
        return
        [
            .. Consequence.Of(machine.Origin, Modelled, column),
            .. machine.States.SelectMany(state => Consequence.Of(state.Origin, Modelled, column)),
            .. machine.Transitions.SelectMany(transition => Consequence.Of(transition.Origin, Modelled, column)),
        ];
    }
}
