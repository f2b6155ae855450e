using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Postgres;

/// <summary>Turns the design into PostgreSQL's objects.</summary>
public static class PostgresLowering
{
    public static PgSchema Lower(DataDesign design, Findings findings) => new() { Product = "product", SchemaName = new Identifier("app") };
}
