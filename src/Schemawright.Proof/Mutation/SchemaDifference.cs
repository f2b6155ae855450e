using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Ddl;
using Schemawright.Postgres.Model;

namespace Schemawright.Proof.Mutation;

/// <summary>The statements that turn one schema's rules into another's, run as their owner.</summary>
internal static class SchemaDifference
{
    public static Seq<string> Between(PgSchema before, PgSchema after)
    {
        Seq<string> changes = [.. after.Tables.Zip(before.Tables).SelectMany(pair => OfTable(pair.Second, pair.First)), .. OfRoutines(before, after)];
        return changes.Count == 0 || before.Roles.FirstOrDefault(role => role.Purpose == RolePurpose.Owner) is not { } owner
            ? changes
            : [$"SET ROLE {owner.Name}", .. changes, "RESET ROLE"];
    }

    private static IEnumerable<string> OfTable(PgTable before, PgTable after) =>
    [
        .. after.Checks.Except(before.Checks).Where(check => before.Checks.Any(known => known.Name == check.Name))
            .Select(check => $"ALTER TABLE {after.Name} DROP CONSTRAINT {check.Name}, ADD CONSTRAINT {check.Name} CHECK {check.Condition}"),
        .. after.ForeignKeys.Except(before.ForeignKeys).Where(link => before.ForeignKeys.Any(known => known.Name == link.Name))
            .SelectMany(link => new[] { $"ALTER TABLE {after.Name} DROP CONSTRAINT {link.Name}", ForeignKeyDdl.Write(after, link).Text }),
    ];

    /// <summary>A function goes with its triggers, so those are made anew too.</summary>
    private static IEnumerable<string> OfRoutines(PgSchema before, PgSchema after)
    {
        var functions = after.Functions.Except(before.Functions).ToList();
        var renewed = functions.Select(function => function.Name).ToHashSet();
        var triggers = after.Triggers.Where(trigger => renewed.Contains(trigger.Function) || !before.Triggers.Contains(trigger)).ToList();
        return
        [
            .. functions.Select(function => $"DROP FUNCTION IF EXISTS {FunctionDdl.Identity(function)} CASCADE"),
            .. functions.Select(function => FunctionDdl.Write(function).Text),
            .. triggers.Select(trigger => $"DROP TRIGGER IF EXISTS {trigger.Name} ON {trigger.Table}"),
            .. triggers.Select(trigger => TriggerDdl.Write(trigger).Text),
        ];
    }
}
