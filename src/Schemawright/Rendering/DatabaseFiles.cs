using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Rendering.Migrations;

namespace Schemawright.Rendering;

/// <summary>The files below <c>db/</c>: migrations, seeds, operations, tests.</summary>
internal static class DatabaseFiles
{
    public static Seq<Artifact> Render(DataDesign design, PgSchema schema) => Render(design, schema, MigrationLayouts.Default);

    /// <param name="layout">The migrations', by its name.</param>
    public static Seq<Artifact> Render(DataDesign design, PgSchema schema, string layout)
    {
        var migrations = MigrationLayouts.Of(layout);
        Seq<Artifact> files =
        [
            .. MigrationLayouts.Render(design, schema, migrations),
            .. SeedFiles.Render(design, schema),
            .. OperationFiles.Render(design, schema),
            .. DatabaseTestFiles.Render(design, schema),
        ];
        return [DatabaseGuide.Render(design, schema, migrations, files), .. files];
    }
}
