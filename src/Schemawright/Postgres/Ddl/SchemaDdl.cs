using Schemawright.Collections;
using Schemawright.Postgres.Model;

namespace Schemawright.Postgres.Ddl;

/// <summary>Writes the whole schema as statements, in the order in which an empty server takes them.</summary>
public static class SchemaDdl
{
    public static Seq<PgStatement> Write(PgSchema schema) => [];
}
