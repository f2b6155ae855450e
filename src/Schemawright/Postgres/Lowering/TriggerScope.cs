using Schemawright.Design;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Postgres.Lowering;

/// <summary>References as NEW and OLD of a row trigger; a row walked to is read once, locked, into a variable.</summary>
internal sealed class TriggerScope(Target target, TableDesign table, bool deleting = false) : RowScope(target, table)
{
    private readonly List<Lookup> _lookups = [];

    private sealed record Lookup(string Path, Identifier Variable, TableDesign Table, SqlText Tie, SqlText Link);

    private static readonly Identifier LocalZone = new("local_zone");

    private SqlText? _zone;

    /// <summary>Other rows are read: those walked to, and the one that names the time zone.</summary>
    public bool ReadsOthers => HasLookups || _zone is not null;

    private bool HasLookups => _lookups.Count > 0;

    /// <summary>Read once and not locked: a place keeps its zone, and everybody who books there would wait for each other.</summary>
    public override SqlText Zone
    {
        get
        {
            if (!LocalDays.IsElsewhere(Table))
            {
                return base.Zone;
            }

            _zone ??= SqlText.Of($"{LocalZone} := {new ColumnScope(Target, Table, SqlText.Words(deleting ? "OLD" : "NEW")).Zone};");
            return SqlText.Of($"{LocalZone}");
        }
    }

    public SqlText Declarations => RuleFunctions.Lines(
        [.. _zone is null ? [] : new[] { SqlText.Of($"{LocalZone} text;") }, .. _lookups.Select(lookup => SqlText.Of($"{lookup.Variable} {Target.NameOf(lookup.Table.Name)}%ROWTYPE;")), HasLookups ? SqlText.Of($"missing boolean := false;") : SqlText.Empty]);

    /// <summary>True for a reference to a row that is not there: its foreign key refuses it, so the rule has nothing to say.</summary>
    public SqlText UnlessMissing => HasLookups ? SqlText.Of($"NOT missing AND ") : SqlText.Empty;

    /// <summary>Locked until commit, so that what was compared stays true as long as this row is being written.</summary>
    public SqlText Reads => RuleFunctions.Lines([_zone ?? SqlText.Empty, .. _lookups.Select(lookup => SqlText.Of(
        $"SELECT looked_up.* INTO {lookup.Variable} FROM {Target.NameOf(lookup.Table.Name)} AS looked_up WHERE {lookup.Tie} FOR SHARE;\nmissing := missing OR (NOT FOUND AND {lookup.Link} IS NOT NULL);"))]);

    public override TypedSql Resolve(Ref reference)
    {
        var row = reference.Old || deleting ? "OLD" : "NEW";
        if (reference.IsOwn)
        {
            return OwnColumn(ColumnOf(Table, reference.Attribute), row);
        }

        var from = Table;
        var own = SqlText.Words(row);
        var path = row;
        foreach (var role in reference.Path.Take(reference.Path.Count - 1))
        {
            path += "." + role;
            (from, own) = Step(path, from, own, LinkOf(from, role));
        }

        var column = ColumnOf(from, reference.Attribute);
        return new(SqlText.Of($"{own}.{new Identifier(column.Name)}"), column.Type);
    }

    public override SqlText Own(string column) => SqlText.Of($"{SqlText.Words(deleting ? "OLD" : "NEW")}.{new Identifier(column)}");

    /// <summary>A BEFORE trigger runs before generated columns have their values, so their expression stands for them.</summary>
    private TypedSql OwnColumn(ColumnDesign column, string row) => column.Generated is not null && row == "NEW"
        ? new(SqlText.Of($"({new ExprSql(this).Write(column.Generated)})"), column.Type)
        : new(SqlText.Of($"{SqlText.Words(row)}.{new Identifier(column.Name)}"), column.Type);

    private (TableDesign Table, SqlText Own) Step(string path, TableDesign from, SqlText own, ForeignKeyDesign link)
    {
        if (_lookups.FirstOrDefault(known => known.Path == path) is not { } lookup)
        {
            var tie = SqlText.Join(" AND ", link.Columns.Zip(link.ReferencedColumns, (mine, theirs) => SqlText.Of($"looked_up.{new Identifier(theirs)} = {own}.{new Identifier(mine)}")));
            lookup = new(path, new Identifier($"ref_{_lookups.Count + 1}"), Referenced(link), tie, SqlText.Of($"{own}.{new Identifier(link.Column)}"));
            _lookups.Add(lookup);
        }

        return (lookup.Table, SqlText.Of($"{lookup.Variable}"));
    }
}
