using Schemawright.Design;
using Schemawright.Domain;
using Schemawright.Postgres.Model;

namespace Schemawright.Rendering.Exports;

/// <summary>The formats of other tools the model can be written in.</summary>
public static class SchemaExports
{
    private static readonly ISchemaExport[] All = [new DbmlExport(), new MermaidExport(), new PlantUmlExport(), new PrismaExport(), new EfCoreExport(), new JsonSchemaExport(), new SvgExport()];

    public static IReadOnlyList<string> Formats { get; } = [.. All.Select(export => export.Format)];

    public static string Write(string format, DomainModel domain, DataDesign design, PgSchema schema) =>
        All.First(export => string.Equals(export.Format, format, StringComparison.Ordinal)).Write(new(domain, design, schema));
}
