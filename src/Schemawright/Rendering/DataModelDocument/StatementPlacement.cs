using Schemawright.Collections;
using Schemawright.Postgres.Ddl;
using Schemawright.Postgres.Lowering;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>The part of the document that prints a statement.</summary>
internal enum Place { Foundation, Table, References, AuditTriggers, Validation, Partitions, Jobs, Policies, Views, Grants, Reports, Comments, Closing }

/// <summary>
/// Gives each statement of the schema one place in the document, so that the document, run from top to bottom on an empty
/// server, builds the schema: whatever a statement needs is printed above it.
/// </summary>
internal sealed class StatementPlacement
{
    private readonly ILookup<Place, PgStatement> _places;
    private readonly ILookup<string, PgStatement> _tables;

    public StatementPlacement(PgSchema schema, Seq<PgStatement> statements)
    {
        var beforeTables = statements.TakeWhile(statement => !string.Equals(statement.Kind, "table", StringComparison.Ordinal)).ToHashSet();
        var rules = new Routines(schema);
        var placed = statements.Select(statement => (Statement: statement, Place: beforeTables.Contains(statement) ? Place.Foundation : rules.PlaceOf(statement))).ToArray();
        Statements = statements;
        _places = placed.ToLookup(pair => pair.Place, pair => pair.Statement);
        _tables = _places[Place.Table].ToLookup(statement => statement.Table ?? statement.Name, StringComparer.Ordinal);
    }

    public Seq<PgStatement> Statements { get; }

    public IEnumerable<PgStatement> At(Place place) => _places[place];

    public IEnumerable<SqlText> Sql(Place place) => At(place).Select(statement => statement.Sql);

    public IEnumerable<PgStatement> OfTable(string table) => _tables[table];

    /// <summary>Where triggers and functions go depends on which function a trigger calls.</summary>
    private sealed class Routines
    {
        private readonly Dictionary<string, PgTrigger> _triggers;
        private readonly Dictionary<string, PgFunction> _functions;
        private readonly HashSet<string> _auditFunctions;
        private readonly HashSet<string> _triggerFunctions;
        private readonly HashSet<string> _partitioned;
        private readonly HashSet<string> _jobGrants;

        public Routines(PgSchema schema)
        {
            _triggers = schema.Triggers.GroupBy(KeyOf, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
            _functions = schema.Functions.GroupBy(function => function.Name.Name.Text, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
            _triggerFunctions = schema.Triggers.Select(trigger => trigger.Function.Name.Text).ToHashSet(StringComparer.Ordinal);
            _auditFunctions = schema.Triggers.Where(IsAudit).Select(trigger => trigger.Function.Name.Text).ToHashSet(StringComparer.Ordinal);
            _jobGrants = JobGrants(schema);
            _partitioned = schema.Tables.Where(table => table.Partitioning is not null).Select(table => table.Name.Name.Text).ToHashSet(StringComparer.Ordinal);
        }

        public Place PlaceOf(PgStatement statement) => statement.Kind switch
        {
            "table" or "index" => Place.Table,
            "partition" => Place.Partitions,
            "foreignKey" => Place.References,
            "trigger" => OfTrigger(statement),
            "function" => OfFunction(statement),
            // A partition takes over its parent's row security when it is made.
            "policy" => _partitioned.Contains(statement.Table ?? "") ? Place.Partitions : Place.Policies,
            "view" => Place.Views,
            "readModel" => Place.Reports,
            "grant" => _jobGrants.Contains(statement.Sql.Text) ? Place.Jobs : Place.Grants,
            // After the tables comes only the way back from the owner's role, which ends the script.
            "comment" or "role" => Place.Comments,
            _ => Place.Closing,
        };

        /// <summary>The right to call a job is given where the job is shown.</summary>
        private static HashSet<string> JobGrants(PgSchema schema)
        {
            var jobs = schema.Functions.Where(function => function.JobsOnly).Select(function => $"FUNCTION {FunctionDdl.Identity(function)}").ToHashSet(StringComparer.Ordinal);
            return schema.Grants.Where(grant => jobs.Contains(grant.Object.Text)).Select(grant => GrantDdl.Write(grant).Text).ToHashSet(StringComparer.Ordinal);
        }

        private static string KeyOf(PgTrigger trigger) => $"{trigger.Table.Name.Text}.{trigger.Name.Text}";

        /// <summary>The triggers of the audit log read the changed rows as transition tables, or say so in their name.</summary>
        private static bool IsAudit(PgTrigger trigger) =>
            trigger.Function.Name.Text.StartsWith("audit", StringComparison.Ordinal) || trigger.Name.Text.Contains("audit", StringComparison.Ordinal);

        private Place OfTrigger(PgStatement statement)
        {
            if (!_triggers.TryGetValue($"{statement.Table}.{statement.Name}", out var trigger))
            {
                return Place.Validation;
            }

            if (_auditFunctions.Contains(trigger.Function.Name.Text))
            {
                return Place.AuditTriggers;
            }

            var isBuiltIn = !_functions.TryGetValue(trigger.Function.Name.Text, out var function);
            return isBuiltIn || function is { NeedsTables: false } ? Place.Table : Place.Validation;
        }

        private Place OfFunction(PgStatement statement)
        {
            if (_auditFunctions.Contains(statement.Name))
            {
                return Place.AuditTriggers;
            }

            if (string.Equals(statement.Name, PartitionFunctions.Ensure.Name.Text, StringComparison.Ordinal) || string.Equals(statement.Name, PartitionFunctions.Drop.Name.Text, StringComparison.Ordinal))
            {
                return Place.Partitions;
            }

            return _functions.GetValueOrDefault(statement.Name) is { JobsOnly: true } && !_triggerFunctions.Contains(statement.Name) ? Place.Jobs : Place.Validation;
        }
    }
}
