using Schemawright.Design;
using Schemawright.Postgres.Model;

namespace Schemawright.Proof.Vectors;

/// <summary>Turns goals about a row into scenes: it is created, changed or deleted.</summary>
/// <param name="isRelaxed">Only what is to be shown counts; what the tables demand besides is set aside on the server.</param>
/// <param name="without">A rule that counts for nothing; null: all count.</param>
internal sealed class Staging(DataDesign design, PgSchema schema, ServerClock clock, bool isRelaxed = false, string? without = null)
{
    /// <summary>So many different solutions of the same goals are tried before giving up.</summary>
    private const int Alternatives = 12;

    public DataDesign Design => design;

    public PgSchema Schema => schema;

    public ServerClock Clock => clock;

    public RowSql Sql { get; } = new(schema, clock);

    /// <summary>The same, as if this rule were not there.</summary>
    public Staging Without(string rule) => new(design, schema, clock, isRelaxed, rule);

    public PlannedWorld World(int firstNumber = 1) => new(design, clock, firstNumber) { IsRelaxed = isRelaxed };

    public IEnumerable<Scene> Insert(PlannedWorld world, PlannedRow row, IEnumerable<Goal> goals) =>
        Solve(world, goals).Select(choices => new Scene(
            [.. Sql.ParentsOf(row)], Sql.Insert(row), RowSql.TenantKey(world.Tenant), Wording.Of("insert", row, choices, clock)));

    /// <param name="children">Rows that refer to this one and stand before the change.</param>
    public IEnumerable<Scene> Update(PlannedWorld world, PlannedRow row, IEnumerable<Goal> goals, params PlannedRow[] children) =>
        Standing(world, goals).Select(choices => new Scene(
            [.. Sql.All([row, .. children, .. world.Grown])], Sql.Update(row), RowSql.TenantKey(world.Tenant), Wording.Of("update", row, choices, clock)));

    public IEnumerable<Scene> Delete(PlannedWorld world, PlannedRow row, IEnumerable<Goal> goals, params PlannedRow[] children) =>
        Standing(world, goals).Select(choices => new Scene(
            [.. Sql.All([row, .. children, .. world.Grown])], Sql.Delete(row), RowSql.TenantKey(world.Tenant), Wording.Of("delete", row, choices, clock)));

    /// <summary>Solutions in which further rows may refer to those that stand; whoever writes them stores <see cref="PlannedWorld.Grown"/> too.</summary>
    public IEnumerable<Collections.Seq<Choice>> Standing(PlannedWorld world, IEnumerable<Goal> goals)
    {
        world.MayGrow = true;
        return Solve(world, goals);
    }

    /// <summary>Lets these columns change; at first they hold the same before and after.</summary>
    public static PlannedRow Changing(PlannedRow row, IEnumerable<string> columns)
    {
        foreach (var column in columns.Where(row.Values.ContainsKey))
        {
            row.Before.TryAdd(column, row[column]);
        }

        return row;
    }

    /// <summary>Each solution stands in the world only until the next is asked for.</summary>
    public IEnumerable<Collections.Seq<Choice>> Solve(PlannedWorld world, IEnumerable<Goal> goals) =>
        new Solver(world).Solve([.. goals.Where(goal => !(isRelaxed && goal.IsBackground) && goal.Rule != without)]).Take(Alternatives);
}
