using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Postgres.Lowering;

/// <summary>A restrictive policy for each limit of an actor's role; without a person in the session such a role sees nothing of its own.</summary>
internal static class RowScopeLowering
{
    public static IEnumerable<PgPolicy> Lower(Target target) => target.Design.RowScopes
        .Where(scope => target.Table(scope.Table) is not null)
        .Select(scope => Lower(target, scope, target.Table(scope.Table)!));

    private static PgPolicy Lower(Target target, RowScopeDesign scope, TableDesign table)
    {
        var owned = scope.Owner is { } owner ? Owned(target, table, owner, FittedName.Fit(table.Name)) : null;
        var both = Both(owned, Stated(target, scope, table));

        // A draft may be changed into what is no draft, so the new row answers for its owner alone.
        var written = scope.Verb switch { "insert" => both, "update" => owned ?? new(SqlText.Of($"true")), _ => null };
        return new(
            FittedName.Fit(scope.Name), Target.NameOf(table.Name), false, scope.Verb.ToUpperInvariant(), [target.Role(scope.Role)],
            scope.Verb == "insert" ? null : both, written, Sourced.Comment(scope.Description, scope.Origin));
    }

    /// <summary>
    /// A view that runs as the owner is not reached by the policies of its readers, so it narrows them itself; null where no role is
    /// limited.
    /// </summary>
    public static SqlText? InView(Target target, TableDesign table, Identifier row)
    {
        var limits = target.Design.RowScopes.Where(scope => scope.Table == table.Name && scope.Verb == "select").Select(scope =>
        {
            var owned = scope.Owner is { } owner ? Owned(target, table, owner, row) : null;
            return SqlText.Of($"(NOT (SELECT pg_has_role(CURRENT_USER, {SqlLiteral.String(target.Role(scope.Role).Text)}, 'USAGE')) OR ({Both(owned, Stated(target, scope, table)).Sql}))");
        }).ToList();
        return limits.Count == 0 ? null : SqlText.Join("\nAND ", limits);
    }

    private static Condition? Stated(Target target, RowScopeDesign scope, TableDesign table) =>
        scope.Where is { } where ? Expressions.Condition(target, table, where, scope.Origin, scope.Name) : null;

    private static Condition Both(Condition? owned, Condition? stated) => (owned, stated) switch
    {
        ({ } left, { } right) => new(SqlText.Of($"{left} AND {right}")),
        ({ } left, null) => left,
        (null, { } right) => right,
        _ => throw new InvalidOperationException("a row scope limits nothing"),
    };

    private static Condition Owned(Target target, TableDesign table, OwnerPath owner, Identifier row)
    {
        var person = SqlText.Of($"(SELECT {BaseFunctions.UserId}())");
        if (owner.Through is null)
        {
            return new(SqlText.Of($"{new Identifier(owner.PersonColumn)} = {person}"));
        }

        var other = FittedName.Fit(owner.Through);
        var link = (owner.LinkIsOwn ? table : target.Table(owner.Through)!).ForeignKeys.Single(key => key.Name == owner.Link);
        var pairs = link.Columns.Zip(link.ReferencedColumns, (from, to) => owner.LinkIsOwn
            ? SqlText.Of($"{other}.{new Identifier(to)} = {row}.{new Identifier(from)}")
            : SqlText.Of($"{other}.{new Identifier(from)} = {row}.{new Identifier(to)}"));
        return new(SqlText.Of($"EXISTS (SELECT FROM {Target.NameOf(owner.Through)} WHERE {SqlText.Join(" AND ", pairs)} AND {other}.{new Identifier(owner.PersonColumn)} = {person})"));
    }
}
