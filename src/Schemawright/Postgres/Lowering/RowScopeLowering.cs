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
        var owned = scope.Owner is { } owner ? Owned(target, table, owner) : null;
        var stated = scope.Where is { } where ? Expressions.Condition(target, table, where, scope.Origin, scope.Name) : null;
        var both = Both(owned, stated);

        // A draft may be changed into what is no draft, so the new row answers for its owner alone.
        var written = scope.Verb switch { "insert" => both, "update" => owned ?? new(SqlText.Of($"true")), _ => null };
        return new(
            FittedName.Fit(scope.Name), Target.NameOf(table.Name), false, scope.Verb.ToUpperInvariant(), [target.Role(scope.Role)],
            scope.Verb == "insert" ? null : both, written, Sourced.Comment(scope.Description, scope.Origin));
    }

    private static Condition Both(Condition? owned, Condition? stated) => (owned, stated) switch
    {
        ({ } left, { } right) => new(SqlText.Of($"{left} AND {right}")),
        ({ } left, null) => left,
        (null, { } right) => right,
        _ => throw new InvalidOperationException("a row scope limits nothing"),
    };

    private static Condition Owned(Target target, TableDesign table, OwnerPath owner)
    {
        var person = SqlText.Of($"(SELECT {BaseFunctions.UserId}())");
        if (owner.Through is null)
        {
            return new(SqlText.Of($"{new Identifier(owner.PersonColumn)} = {person}"));
        }

        var row = FittedName.Fit(table.Name);
        var other = FittedName.Fit(owner.Through);
        var link = (owner.LinkIsOwn ? table : target.Table(owner.Through)!).ForeignKeys.Single(key => key.Name == owner.Link);
        var pairs = link.Columns.Zip(link.ReferencedColumns, (from, to) => owner.LinkIsOwn
            ? SqlText.Of($"{other}.{new Identifier(to)} = {row}.{new Identifier(from)}")
            : SqlText.Of($"{other}.{new Identifier(from)} = {row}.{new Identifier(to)}"));
        return new(SqlText.Of($"EXISTS (SELECT FROM {Target.NameOf(owner.Through)} WHERE {SqlText.Join(" AND ", pairs)} AND {other}.{new Identifier(owner.PersonColumn)} = {person})"));
    }
}
