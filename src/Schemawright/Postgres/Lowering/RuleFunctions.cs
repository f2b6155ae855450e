using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Postgres.Lowering;

/// <summary>The parts that functions enforcing a rule share.</summary>
internal static class RuleFunctions
{
    public static QualifiedName NameOf(TableDesign table, string rule) => new(
        Target.App, rule.StartsWith(table.Name, StringComparison.Ordinal) ? FittedName.Of("enforce", rule) : FittedName.Of("enforce", table.Name, rule));

    /// <summary>A broken rule answers with SQLSTATE 23514, its name as the constraint, and its words.</summary>
    public static SqlText Raise(TableDesign table, Identifier constraint, string words) => SqlText.Of(
        $"""
        RAISE EXCEPTION USING
            ERRCODE    = '23514',
            MESSAGE    = {Words(words)},
            SCHEMA     = 'app',
            TABLE      = {SqlLiteral.String(Target.NameOf(table.Name).Name.Text)},
            CONSTRAINT = {SqlLiteral.String(constraint.Text)};
        """);

    /// <summary>The rule's words on one line, without the mark of the list they stood in.</summary>
    public static SqlLiteral Words(string words) =>
        SqlLiteral.String(string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimStart('-', '*', '+', '•', ' '));

    /// <summary>
    /// Runs as the owner, because who writes a row need not be allowed to lock the rows it refers to; the owner is bound by row
    /// security like everybody else.
    /// </summary>
    public static PgFunction Make(QualifiedName name, SqlText declarations, SqlText body, string comment, Origin origin, bool definer = true) => new(
        name, "", "trigger", "plpgsql", "VOLATILE",
        declarations.Text.Length == 0
            ? SqlText.Of(
                $"""
                BEGIN
                    {body}
                END
                """)
            : SqlText.Of(
                $"""
                DECLARE
                    {declarations}
                BEGIN
                    {body}
                END
                """),
        true, definer, Sourced.Comment(comment, origin), origin);

    public static PgTrigger Trigger(Identifier name, TableDesign table, string timing, SqlText events, string level, string? referencing, Condition? when, QualifiedName function, Seq<SqlLiteral> arguments, string comment, Origin origin) =>
        new(name, Target.NameOf(table.Name), timing, events, level, referencing, when, function, arguments, false, Sourced.Comment(comment, origin), origin);

    public static SqlText Lines(params IEnumerable<SqlText> lines) => SqlText.Join("\n", lines.Where(line => line.Text.Length > 0));
}
