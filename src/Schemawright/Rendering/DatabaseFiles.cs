using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Ddl;
using Schemawright.Postgres.Model;

namespace Schemawright.Rendering;

/// <summary>The files below <c>db/</c>: migrations, seeds, operations, tests.</summary>
internal static class DatabaseFiles
{
    public static Seq<Artifact> Render(DataDesign design, PgSchema schema)
    {
        Seq<Artifact> files =
        [
            .. MigrationFiles.Render(design, schema, SchemaDdl.Write(schema)),
            .. SeedFiles.Render(design, schema),
            .. OperationFiles.Render(design, schema),
            .. DatabaseTestFiles.Render(design, schema),
        ];
        return [DatabaseGuide.Render(design, schema, files), .. files];
    }
}
