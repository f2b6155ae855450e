using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Postgres.Lowering;

/// <summary>Expressions over a table's own columns; one that names what does not exist is reported and left out.</summary>
internal static class Expressions
{
    private static readonly DiagnosticKind SpeaksOfUnknown = new(
        "SW5001", Severity.Warning, "A rule speaks of something its table does not have",
        "{0} cannot be enforced by the database: {1} has no {2}",
        "The database cannot check a condition over a column or a reference that does not exist, so nothing refuses the rows the rule forbids.",
        "name {2} as an attribute or a relationship of {1} in the documents, or word the rule with attributes that exist");

    public static Condition? Condition(Target target, TableDesign table, Expr expr, Origin origin, string name) =>
        Value(target, table, expr, origin, name) is { } sql ? new Condition(sql) : null;

    public static SqlText? Value(Target target, TableDesign table, Expr expr, Origin origin, string name) =>
        Try(target, origin, name, () => new ExprSql(new ColumnScope(target, table)).Write(expr));

    public static T? Try<T>(Target target, Origin origin, string name, Func<T> write)
        where T : class
    {
        try
        {
            return write();
        }
        catch (UnknownReferenceException unknown)
        {
            target.Findings.Report(SpeaksOfUnknown, origin.Sources.Count > 0 ? origin.Sources[0] : null, name, unknown.Table, unknown.What);
            return null;
        }
    }
}
