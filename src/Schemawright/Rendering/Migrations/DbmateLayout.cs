using Schemawright.Collections;

namespace Schemawright.Rendering.Migrations;

/// <summary>dbmate: one file with both directions, told apart by marks, named by a version of fourteen digits.</summary>
internal sealed class DbmateLayout : IMigrationLayout
{
    /// <summary>As many digits as the time stamps of later migrations have, so that these stay first.</summary>
    private const int Digits = 14;

    public string Name => "dbmate";

    public IEnumerable<Artifact> Files(Seq<string> about, Migration migration)
    {
        var name = $"{migration.Padded(Digits)}_{migration.Name}.sql";
        Seq<string> head = [$"Migration: {name}", .. about, "Run: dbmate up, as a superuser or as the database's owner with CREATEROLE."];
        var (up, down) = (MigrationText.UpWithin(head, migration), MigrationText.DownWithin([], migration));
        yield return new(MigrationText.Folder + name,
            $"{Mark("up", up)}{up ?? MigrationText.Up(head, migration)}\n{Mark("down", down)}{down ?? MigrationText.Down([], migration)}");
    }

    public Instructions Explain(Seq<Artifact> files) => new(
        "bash", "dbmate --url \"postgres://USER@localhost/DATABASE?sslmode=disable\" --migrations-dir db/migrations --no-dump-schema up", "`dbmate down` takes the last migration back.");

    private static string Mark(string direction, string? within) => $"-- migrate:{direction}{(within is null ? " transaction:false" : "")}\n";
}
