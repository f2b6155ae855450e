using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Postgres.Ddl;
using Schemawright.Postgres.Model;
using Schemawright.Terms;

namespace Schemawright.Reports.Explanations;

/// <summary>All objects of a schema, each joined to the part of the design it was made from.</summary>
internal sealed class SchemaElements
{
    private readonly PgSchema _schema;
    private readonly DataDesign _design;
    private readonly ILookup<string, PgStatement> _statements;
    private readonly ILookup<string, PgTrigger> _triggers;

    public SchemaElements(DataDesign design, PgSchema schema)
    {
        (_design, _schema) = (design, schema);
        _statements = SchemaDdl.Write(schema).Where(statement => statement.Kind is not ("comment" or "grant")).ToLookup(statement => $"{statement.Kind} {statement.Name}", StringComparer.Ordinal);
        _triggers = schema.Triggers.ToLookup(trigger => trigger.Table.Name.Text, StringComparer.Ordinal);
        All = [.. schema.Tables.SelectMany(OfTable), .. Routines(), .. Others()];
    }

    public IReadOnlyList<SchemaElement> All { get; }

    private IEnumerable<SchemaElement> OfTable(PgTable table)
    {
        var name = table.Name.Name.Text;
        var design = _design.Find(name);
        yield return new("table", name, name, design?.Comment ?? table.Comment, design?.Origin ?? table.Origin, [], null, [TableDdl.Write(table).Text]);
        foreach (var column in table.Columns)
        {
            var designed = design?.Find(column.Name.Text);
            yield return new("column", column.Name.Text, name, designed?.Comment ?? column.Comment, designed?.Origin ?? column.Origin, [column.Name.Text], null, [TableDdl.Column(column).Text]);
        }

        var constraints = TableDdl.Constraints(table).ToDictionary(pair => pair.Name.Text, pair => pair.Sql.Text, StringComparer.Ordinal);
        if (table.PrimaryKey is { } primary)
        {
            yield return new("primary key", primary.Name.Text, name, $"identifies a row of {name}", Origin.Decided($"D03-{name}-key"), Names(primary.Columns), null, [constraints[primary.Name.Text]]);
        }

        foreach (var element in design is null ? [] : Constraints(design, constraints).Concat(Rules(design)).Concat(Indexes(design)))
        {
            yield return element;
        }
    }

    private IEnumerable<SchemaElement> Constraints(TableDesign table, Dictionary<string, string> sql) =>
    [
        .. table.Uniques.Select(key => new SchemaElement(key.IsConstraint ? "unique" : "unique index", key.Name, table.Name, $"no two rows share {string.Join(", ", key.Columns)}", key.Origin, [.. key.Columns, .. Own(key.Where)], null, SqlOf(key.Name, sql, "index"))),
        .. table.ForeignKeys.Select(key => new SchemaElement("foreign key", key.Name, table.Name, key.Description, key.Origin, key.Columns, null, SqlOf(key.Name, sql, "foreignKey"))),
        .. table.Checks.Select(check => new SchemaElement("check", check.Name, table.Name, check.Description, check.Origin, [.. Own(check.Condition)], check.RuleId, SqlOf(check.Name, sql, "table"))),
        .. table.Exclusions.Select(rule => new SchemaElement("exclusion", rule.Name, table.Name, rule.Description, rule.Origin, [.. rule.Keys, rule.Start, rule.End], rule.RuleId, SqlOf(rule.Name, sql, "table"))),
    ];

    private IEnumerable<SchemaElement> Rules(TableDesign table) =>
    [
        .. table.Transitions.Select(rule => Carried(table, rule.Name, rule.Description, rule.Origin, [rule.Column], null)),
        .. table.RowRules.Select(rule => Carried(table, rule.Name, rule.Description, rule.Origin, [.. rule.OnUpdateOf, .. Own(rule.Must), .. Own(rule.When)], rule.RuleId)),
        .. table.Quotas.Select(rule => Carried(table, rule.Name, rule.Description, rule.Origin, rule.Per, rule.RuleId)),
        .. table.Minimums.Select(rule => Carried(table, rule.Name, rule.Description, rule.Origin, [], rule.RuleId)),
        .. table.Balances.Select(rule => Carried(table, rule.Name, rule.Description, rule.Origin, [.. Own(rule.Must)], rule.RuleId)),
        .. table.DeletedAlong.Select(rule => Carried(table, rule.Name, rule.Description, rule.Origin, [SoftDeletion.Column], null)),
        .. table.Cycles.Select(rule => Carried(table, rule.Name, rule.Description, rule.Origin, [rule.Column], rule.RuleId)),
        .. table.Numberings.Select(rule => Carried(table, rule.Name, rule.Description, rule.Origin, [.. rule.Per, rule.Column], rule.RuleId)),
        .. table.Immutables.Select(rule => Carried(table, rule.Name, rule.Description, rule.Origin, rule.Columns, rule.RuleId)),
        .. table.DeleteGuards.Select(rule => Carried(table, rule.Name, rule.Description, rule.Origin, [.. Own(rule.When)], rule.RuleId)),
    ];

    private IEnumerable<SchemaElement> Indexes(TableDesign table) => table.Indexes.Select(index => new SchemaElement(
        "index", index.Name, table.Name, index.Purpose, index.Origin, [.. index.Columns.Select(column => column.Name), .. index.Include], null, SqlOf(index.Name, [], "index")));

    /// <summary>A rule of triggers: they bear its name, some with a word at the end, and call a function each.</summary>
    private SchemaElement Carried(TableDesign table, string name, string words, Origin origin, Seq<string> columns, string? rule)
    {
        var triggers = _schema.Triggers.Where(trigger => trigger.Name.Text == name || trigger.Name.Text.StartsWith(name + "_", StringComparison.Ordinal)).ToArray();
        var functions = triggers.Select(trigger => trigger.Function.Name.Text).Distinct(StringComparer.Ordinal).SelectMany(function => _statements[$"function {function}"]);
        var statements = functions.Concat(triggers.SelectMany(trigger => _statements[$"trigger {trigger.Name.Text}"].Where(statement => statement.Table == trigger.Table.Name.Text)));
        return new("trigger", name, table.Name, words, origin, columns, rule, [.. statements.Select(statement => statement.Sql.Text)]);
    }

    private IEnumerable<SchemaElement> Routines()
    {
        var carried = _design.Tables.SelectMany(table => Rules(table)).Select(rule => rule.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var trigger in _triggers.SelectMany(group => group).Where(trigger => !carried.Contains(trigger.Name.Text)))
        {
            var table = trigger.Table.Name.Text;
            yield return new("trigger", trigger.Name.Text, table, trigger.Comment, trigger.Origin, [], null, [.. _statements[$"trigger {trigger.Name.Text}"].Where(statement => statement.Table == table).Select(statement => statement.Sql.Text)]);
        }

        foreach (var function in _schema.Functions)
        {
            yield return new("function", function.Name.Name.Text, "", function.Comment, function.Origin, [], null, SqlOf(function.Name.Name.Text, [], "function"));
        }
    }

    private IEnumerable<SchemaElement> Others()
    {
        foreach (var policy in _schema.Policies)
        {
            var table = policy.Table.Name.Text;
            var scope = _design.RowScopes.FirstOrDefault(known => known.Name == policy.Name.Text && known.Table == table);
            var origin = scope?.Origin ?? _design.Tenancy.Origin with { Decision = _design.Tenancy.Origin.Decision ?? $"D10-{table}-tenant" };
            yield return new("policy", policy.Name.Text, table, scope?.Description ?? policy.Comment, origin, [], null, [.. _statements[$"policy {policy.Name.Text}"].Where(statement => statement.Table == table).Select(statement => statement.Sql.Text)]);
        }

        foreach (var view in _schema.Views)
        {
            yield return new("view", view.Name.Name.Text, "", view.Comment, view.Origin, [], null, SqlOf(view.Name.Name.Text, [], "view"));
        }

        foreach (var view in _schema.ReadModels.Select(model => model.Shown))
        {
            yield return new("view", view.Name.Name.Text, "", view.Comment, view.Origin, [], null, SqlOf(view.Name.Name.Text, [], "readModel"));
        }

        foreach (var role in _schema.Roles)
        {
            var designed = _design.Roles.FirstOrDefault(known => role.Name.Text.EndsWith("_" + known.Name, StringComparison.Ordinal));
            yield return new("role", role.Name.Text, "", role.Comment, designed?.Origin ?? new Origin([]), [], null, [.. _statements[$"role {role.Name.Text}"].Take(1).Select(statement => statement.Sql.Text)]);
        }
    }

    private Seq<string> SqlOf(string name, Dictionary<string, string> constraints, string kind) =>
        constraints.TryGetValue(name, out var sql) ? [sql] : [.. _statements[$"{kind} {name}"].Select(statement => statement.Sql.Text)];

    private static Seq<string> Names(Seq<Postgres.Sql.Identifier> columns) => columns.Select(column => column.Text).ToSeq();

    private static IEnumerable<string> Own(Expr? expr) => expr is null ? [] : expr.Refs().Select(reference => reference.Path[0]).Distinct(StringComparer.Ordinal);
}
