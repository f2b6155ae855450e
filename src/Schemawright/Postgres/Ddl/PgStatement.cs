using Schemawright.Postgres.Sql;

namespace Schemawright.Postgres.Ddl;

/// <summary>One SQL statement of the schema, with what it is about, so that document and files print the same text.</summary>
/// <param name="Kind">extension, schema, role, domain, function, table, foreignKey, index, trigger, policy, view, grant, readModel, comment, seed.</param>
/// <param name="Table">The table it belongs to; null for none.</param>
/// <param name="Sql">Complete, ending in a semicolon.</param>
public sealed record PgStatement(string Kind, string Name, string? Table, SqlText Sql);
