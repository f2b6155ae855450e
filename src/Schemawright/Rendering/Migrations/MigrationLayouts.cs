using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Model;

namespace Schemawright.Rendering.Migrations;

/// <summary>The tools whose file layout the migrations can be written in; the statements are the same in all.</summary>
public static class MigrationLayouts
{
    private static readonly IMigrationLayout[] All = [new DefaultLayout(), new FlywayLayout(), new DbmateLayout(), new GolangMigrateLayout(), new DbUpLayout()];

    public static string Default => All[0].Name;

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(layout => layout.Name)];

    /// <summary>A run's files, with the migrations and the page that explains them in another layout.</summary>
    public static Seq<Artifact> Apply(Compilation compilation, string layout)
    {
        if (string.Equals(layout, Default, StringComparison.Ordinal))
        {
            return compilation.Artifacts;
        }

        var database = DatabaseFiles.Render(compilation.Design, compilation.Schema, layout);
        var kept = database.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return [.. compilation.Artifacts.Where(file => !kept.Contains(file.Path) && !file.Path.StartsWith(MigrationText.Folder, StringComparison.Ordinal)), .. database];
    }

    internal static IMigrationLayout Of(string name) => All.First(layout => string.Equals(layout.Name, name, StringComparison.Ordinal));

    internal static IEnumerable<Artifact> Render(DataDesign design, PgSchema schema, IMigrationLayout layout) =>
        MigrationList.Of(schema).SelectMany(migration => layout.Files([$"Product: {design.Domain.AppName}"], migration));
}
