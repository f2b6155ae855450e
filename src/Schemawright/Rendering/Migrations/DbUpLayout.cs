using Schemawright.Collections;

namespace Schemawright.Rendering.Migrations;

/// <summary>DbUp: scripts in the order of their names, forward only, with transactions of their own.</summary>
internal sealed class DbUpLayout : IMigrationLayout
{
    private const int Digits = 4;

    public string Name => "dbup";

    public IEnumerable<Artifact> Files(Seq<string> about, Migration migration)
    {
        var name = $"Script{migration.Padded(Digits)}_{migration.Name}.sql";
        yield return new(MigrationText.Folder + name, MigrationText.Up([$"Migration: {name}", .. about, "Run: by DbUp, as a superuser or as the database's owner with CREATEROLE."], migration));
    }

    public Instructions Explain(Seq<Artifact> files) => new(
        "csharp",
        """
        DeployChanges.To.PostgresqlDatabase(connectionString)
            .WithScriptsFromFileSystem("db/migrations")
            .WithVariablesDisabled()
            .Build()
            .PerformUpgrade();
        """,
        "Variables are switched off because DbUp takes `$function$`, PostgreSQL's quotation mark, for one. DbUp goes forward only: what a later script changes, another script changes back.");
}
