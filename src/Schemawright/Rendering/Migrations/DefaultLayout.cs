using Schemawright.Collections;

namespace Schemawright.Rendering.Migrations;

/// <summary>Plain files in the order of their names, for psql and for tools that run what they find.</summary>
internal sealed class DefaultLayout : IMigrationLayout
{
    public string Name => "default";

    public IEnumerable<Artifact> Files(Seq<string> about, Migration migration)
    {
        var name = $"{migration.Padded(3)}_{migration.Name}.sql";
        yield return new(MigrationText.Folder + name, MigrationText.Up(
            [
                $"Migration: {name}", .. about,
                $"Run: psql -X -v ON_ERROR_STOP=1 -f {MigrationText.Folder}{name}, in the order of the names, as a superuser or as the database's owner with CREATEROLE.",
            ],
            migration));
    }

    public Instructions Explain(Seq<Artifact> files) => new("bash", string.Join('\n', files.Select(file => $"psql -X -v ON_ERROR_STOP=1 -f {file.Path}")), null);
}
