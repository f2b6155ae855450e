using Schemawright.Collections;

namespace Schemawright.Rendering.Migrations;

/// <summary>Flyway: <c>V1__name.sql</c> and its undo <c>U1__name.sql</c>, each with the script configuration that keeps its text as it is.</summary>
internal sealed class FlywayLayout : IMigrationLayout
{
    public string Name => "flyway";

    public IEnumerable<Artifact> Files(Seq<string> about, Migration migration)
    {
        var (up, down) = ($"V{migration.Number}__{migration.Name}.sql", $"U{migration.Number}__{migration.Name}.sql");
        Seq<string> Head(string name) => [$"Migration: {name}", .. about, "Run: flyway migrate, as a superuser or as the database's owner with CREATEROLE."];
        return
        [
            .. Script(up, MigrationText.UpWithin(Head(up), migration), MigrationText.Up(Head(up), migration)),
            .. Script(down, MigrationText.DownWithin(Head(down), migration), MigrationText.Down(Head(down), migration)),
        ];
    }

    public Instructions Explain(Seq<Artifact> files) => new(
        "bash", "flyway -url=jdbc:postgresql://localhost/DATABASE -user=USER -locations=filesystem:db/migrations migrate",
        "`flyway undo` runs the files that begin with U, where the edition of Flyway has it. The `.conf` beside each file switches placeholders off: `${…}` in a comment or text is meant as it stands.");

    private static IEnumerable<Artifact> Script(string name, string? within, string own)
    {
        yield return new(MigrationText.Folder + name, within ?? own);
        yield return new(MigrationText.Folder + name + ".conf", $"placeholderReplacement=false\n{(within is null ? "executeInTransaction=false\n" : "")}");
    }
}
