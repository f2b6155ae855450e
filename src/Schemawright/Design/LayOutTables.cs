using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Domain.Rules;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>The step before the checklist's passes: one table per entity, one column per attribute and reference.</summary>
internal static class LayOutTables
{
    public const string TimestampsDecision = "D08-timestamps";
    public const string VersionDecision = "D08-version";

    public static DataDesign Of(DomainModel domain)
    {
        var children = domain.Relationships.Select(link => link.Parent).ToHashSet(StringComparer.Ordinal);
        var keys = domain.Entities.Where(HasTable).DistinctBy(entity => entity.Name, StringComparer.Ordinal).ToDictionary(
            entity => entity.Name, entity => EntityKey.Of(domain, entity, children.Contains(entity.Name)), StringComparer.Ordinal);
        var links = domain.Relationships.ToLookup(link => link.Child, StringComparer.Ordinal);
        var machines = domain.StateMachines.ToLookup(machine => machine.Entity, StringComparer.Ordinal);
        var unchanging = domain.Rules.Where(rule => rule.Demand is Unchangeable { Attributes.Count: 0, When: null }).Select(rule => rule.Entity).ToHashSet(StringComparer.Ordinal);
        var tables = domain.Entities.Where(HasTable).DistinctBy(entity => entity.Name, StringComparer.Ordinal)
            .Select(entity => TableOf(entity, links[entity.Name].Where(link => keys.ContainsKey(link.Parent)), machines[entity.Name], keys, unchanging, domain));
        return Encryption.Applied(new DataDesign
        {
            Domain = domain,
            Tables = InDependencyOrder(WithOwnNames(tables), links, keys.Keys.ToHashSet(StringComparer.Ordinal)),
            Tenancy = new(domain.Tenancy.Model, null, null, "", domain.Tenancy.Reason, domain.Tenancy.Origin),
            Audit = new("", null, null, [], [], "", Origin.Decided("D08-audit-log")),
            Recovery = PlaceholderRecovery,
        });
    }

    /// <summary>Two entities whose plural is the same word are still two tables.</summary>
    private static List<TableDesign> WithOwnNames(IEnumerable<TableDesign> tables)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var named = new List<TableDesign>();
        foreach (var table in tables)
        {
            var name = table.Name;
            for (var turn = 2; !taken.Add(name); turn++)
            {
                name = ObjectNames.Shortened(table.Name, FormattableString.Invariant($"_{turn}"));
            }

            named.Add(table with { Name = name });
        }

        return named;
    }

    public static bool HasTable(Entity entity) => entity.Kind != EntityKind.AuditTrail;

    private static RecoveryDesign PlaceholderRecovery { get; } = new(
        new(0, PeriodUnit.Minute), new(0, PeriodUnit.Minute), new(0, PeriodUnit.Day), 0, new(0, PeriodUnit.Day), new(0, PeriodUnit.Day),
        new(0, PeriodUnit.Day), false, 0, [], Origin.Decided("D15-recovery"));

    private static TableDesign TableOf(
        Entity entity, IEnumerable<Relationship> links, IEnumerable<StateMachine> machines, Dictionary<string, EntityKey> keys, HashSet<string> unchanging, DomainModel domain)
    {
        var key = keys[entity.Name];
        var states = machines.DistinctBy(machine => machine.Attribute, StringComparer.Ordinal).ToDictionary(machine => machine.Attribute, StringComparer.Ordinal);
        var columns = new List<ColumnDesign>();
        if (key.Surrogate is not null)
        {
            columns.Add(new("id", key.Surrogate, false, ColumnRole.Key, $"Identifies the {Words(entity.Name)}.", entity.Origin with { Decision = $"D03-{entity.TableName}-key" }));
        }

        var kept = links.Select(link => ForeignKeyColumn(link, keys[link.Parent], domain)).Concat(entity.Attributes.Select(attribute => ColumnOf(attribute, entity, states)));
        columns.AddRange(kept.Where(column => column.Name != "id" || key.Surrogate is null));
        columns = [.. columns.DistinctBy(column => column.Name, StringComparer.Ordinal).Select(column => MarkKey(column, key))];
        var table = new TableDesign(ObjectNames.Shortened(entity.TableName), entity.Name, KindOf(entity.Kind), entity.Description, entity.Origin)
        {
            PrimaryKey = new("", key.Columns),
        };
        return AuditColumns.AddTo(table.WithColumns(columns), entity, unchanging.Contains(entity.Name));
    }

    private static ColumnDesign MarkKey(ColumnDesign column, EntityKey key) =>
        key.Columns.Has(column.Name) ? column with { Nullable = false, Role = column.Role == ColumnRole.Attribute ? ColumnRole.Key : column.Role } : column;

    private static ColumnDesign ForeignKeyColumn(Relationship link, EntityKey key, DomainModel domain)
    {
        var natural = key.Surrogate is null ? domain.Find(link.Parent)?.Find(key.Columns[0])?.Type : null;
        var type = natural ?? DataType.Of(key.Surrogate?.Kind == DataKind.Identity ? DataKind.BigInteger : DataKind.Uuid);
        return new(ObjectNames.Shortened(link.ForeignKey), type, link.Parents.Min == 0, ColumnRole.ForeignKey, Comment(link), link.Origin);
    }

    private static string Comment(Relationship link) => $"The {Words(link.Parent)} of the {Words(link.Child)}{(link.Role == Snake(link.Parent) ? "" : $", as {link.Role.Replace('_', ' ')}")}.";

    private static ColumnDesign ColumnOf(EntityAttribute attribute, Entity entity, Dictionary<string, StateMachine> machines)
    {
        var machine = machines.GetValueOrDefault(attribute.Name);
        var initial = machine is { Initial.Count: 1 } && attribute.Default is null ? Literal.String(machine.Initial[0]) : attribute.Default;
        return new(ObjectNames.Shortened(attribute.Name), attribute.Type, !attribute.Required && machine is null && !HasTwoValues(attribute),
            machine is null ? ColumnRole.Attribute : ColumnRole.State, ColumnComments.Of(attribute, entity), attribute.Origin)
        {
            Default = initial,
            Privacy = attribute.Privacy,
        };
    }

    /// <summary>Yes or no with a stated default: a third value would only be a row somebody forgot.</summary>
    private static bool HasTwoValues(EntityAttribute attribute) => attribute is { Type: { Kind: DataKind.Boolean, IsArray: false }, Default: Literal { Kind: LiteralKind.Boolean } };

    private static TableKind KindOf(EntityKind kind) => kind switch
    {
        EntityKind.Junction => TableKind.Junction,
        EntityKind.Reference => TableKind.Reference,
        EntityKind.Child => TableKind.Supporting,
        _ => TableKind.Core,
    };

    private static Seq<TableDesign> InDependencyOrder(List<TableDesign> tables, ILookup<string, Relationship> links, HashSet<string> known)
    {
        var waiting = tables.OrderBy(table => table.Name, StringComparer.Ordinal).ToList();
        var placed = new HashSet<string>(StringComparer.Ordinal);
        var ordered = new List<TableDesign>();
        while (waiting.Count > 0)
        {
            var ready = waiting.Where(table => Blockers(table, requiredOnly: false) == 0).ToList();
            // A cycle: the table with the fewest required parents goes first, its foreign keys are added afterwards.
            ready = ready.Count > 0 ? ready : [waiting.MinBy(table => (Blockers(table, requiredOnly: true), Blockers(table, requiredOnly: false)))!];
            ordered.AddRange(ready);
            placed.UnionWith(ready.Select(table => table.Entity!));
            waiting.RemoveAll(ready.Contains);
        }

        return ordered.ToSeq();

        int Blockers(TableDesign table, bool requiredOnly) => links[table.Entity!].Count(link =>
            link.Parent != table.Entity && known.Contains(link.Parent) && !placed.Contains(link.Parent) && (!requiredOnly || link.Parents.Min == 1));
    }

    /// <summary><c>OrderItem</c> as words: "order item".</summary>
    public static string Words(string name) => Snake(name).Replace('_', ' ');

    /// <summary><c>OrderItem</c> as a column's beginning: <c>order_item</c>.</summary>
    public static string Snake(string name)
    {
        var text = new System.Text.StringBuilder();
        for (var place = 0; place < name.Length; place++)
        {
            var starts = char.IsUpper(name[place]) && place > 0 && (char.IsLower(name[place - 1]) || (place + 1 < name.Length && char.IsLower(name[place + 1])));
            text.Append(starts ? "_" : "").Append(char.ToLowerInvariant(name[place]));
        }

        return text.ToString();
    }
}
