using Schemawright.Collections;

namespace Schemawright.Rendering.Migrations;

/// <summary>golang-migrate: <c>000001_name.up.sql</c> and <c>000001_name.down.sql</c>, with transactions of their own, since it opens none.</summary>
internal sealed class GolangMigrateLayout : IMigrationLayout
{
    private const int Digits = 6;

    public string Name => "golang-migrate";

    public IEnumerable<Artifact> Files(Seq<string> about, Migration migration)
    {
        var (up, down) = ($"{migration.Padded(Digits)}_{migration.Name}.up.sql", $"{migration.Padded(Digits)}_{migration.Name}.down.sql");
        Seq<string> Head(string name, string verb) => [$"Migration: {name}", .. about, $"Run: migrate {verb}, as a superuser or as the database's owner with CREATEROLE."];
        yield return new(MigrationText.Folder + up, MigrationText.Up(Head(up, "up"), migration));
        yield return new(MigrationText.Folder + down, MigrationText.Down(Head(down, "down"), migration));
    }

    public Instructions Explain(Seq<Artifact> files) => new(
        "bash", "migrate -path db/migrations -database \"postgres://USER@localhost/DATABASE?sslmode=disable\" up", "`migrate down 1` takes the last migration back.");
}
