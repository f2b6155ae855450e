using Schemawright.Collections;
using Schemawright.Postgres.Sql;

namespace Schemawright.Rendering.Migrations;

/// <summary>The statements of a migration as a file.</summary>
internal static class MigrationText
{
    public const string Folder = "db/migrations/";

    /// <summary>With transactions of its own, for tools that bring none.</summary>
    public static string Up(Seq<string> about, Migration migration) =>
        migration.EachAlone ? SqlFile.Statements(Head(about, migration), migration.Up) : SqlFile.Transaction(Head(about, migration), migration.Up);

    public static string Down(Seq<string> about, Migration migration) => SqlFile.Transaction(BackHead(about, migration), migration.Down);

    /// <summary>Without transactions, for tools that open one around each file. Null when one transaction would need too many locks.</summary>
    public static string? UpWithin(Seq<string> about, Migration migration) => Within(Head(about, migration), migration.Up);

    public static string? DownWithin(Seq<string> about, Migration migration) => Within(BackHead(about, migration), migration.Down);

    private static string? Within(Seq<string> about, Seq<SqlText> statements) =>
        SqlFile.FitsOneTransaction(statements.Count) ? SqlFile.Statements(about, [SqlText.Of($"SET LOCAL lock_timeout = '5s';"), .. statements]) : null;

    private static Seq<string> Head(Seq<string> about, Migration migration) => [.. about, migration.What];

    private static Seq<string> BackHead(Seq<string> about, Migration migration) =>
        migration.Warning is { } warning ? [.. about, $"The way back of {migration.Name}.", warning] : [.. about, $"The way back of {migration.Name}."];
}
