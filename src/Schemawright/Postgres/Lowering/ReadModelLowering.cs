using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Postgres.Lowering;

/// <summary>
/// Reports as materialised views out of everybody's reach, each with the function that makes it anew and the view through which a
/// tenant reads its own rows; a report that must be up to date is a plain view of its reader's.
/// </summary>
internal static class ReadModelLowering
{
    public static readonly Identifier Schema = new("report");

    public static Seq<PgReadModel> Lower(Target target) => target.Design.ReadModels
        .Select(model => Expressions.Try(target, model.Origin, model.Name, () => Lower(target, model))).OfType<PgReadModel>().ToSeq();

    private static PgReadModel Lower(Target target, ReadModelDesign model)
    {
        var query = new ReadModelQuery(target, model);
        var (sql, shown, comment) = (query.Write(), Target.NameOf(model.Name), Sourced.Comment(model.Comment, model.Origin));
        var readers = Readers(target, query).Select(role => new PgGrant("SELECT", SqlText.Of($"TABLE {shown}"), role)).ToSeq();
        if (model.Every is null)
        {
            return new(null, [], null, new(shown, sql, "security_invoker = true, security_barrier = true", false, comment, model.Origin), readers);
        }

        var kept = new QualifiedName(Schema, FittedName.Fit(model.Name));
        var refresh = Refresh(model, kept);
        var view = new PgView(shown, Own(query, model, kept), "security_barrier = true", false, comment, model.Origin);
        var filler = target.RolesFor(RolePurpose.Reporter).FirstOrDefault() is { } reporter ? target.Role(reporter.Name) : null;
        return new(new(kept, sql, "", true, comment, model.Origin), Indexes(query, model, kept), refresh, view, [.. Jobs(target, refresh), .. filler is null ? Seq<PgGrant>.Empty : [new PgGrant("SELECT", SqlText.Of($"TABLE {kept}"), target.Owner)], .. readers])
        {
            Needs = filler is null ? [] : query.Columns.Select(read => new PgGrant("SELECT", SqlText.Of($"TABLE {Target.NameOf(read.Key)}"), filler) { Columns = read.Value.Order(StringComparer.Ordinal).Select(column => new Identifier(column)).ToSeq() }).ToSeq(),
        };
    }

    private static IEnumerable<Identifier> Readers(Target target, ReadModelQuery query) =>
        query.Columns.Select(read => GrantLowering.ReadersOf(target, read.Key, read.Value)).Aggregate((one, other) => one.Intersect(other)).Distinct();

    private static IEnumerable<PgGrant> Jobs(Target target, PgFunction refresh) =>
        target.RolesFor(RolePurpose.JobRunner).Select(role => new PgGrant("EXECUTE", SqlText.Of($"FUNCTION {refresh.Name}()"), target.Role(role.Name)));

    /// <summary>A materialised view has no policies, so the view before it says whose rows are seen: none without a tenant.</summary>
    private static SqlText Own(ReadModelQuery query, ReadModelDesign model, QualifiedName kept)
    {
        var columns = SqlText.Join(", ", query.Names.Select(name => SqlText.Of($"{name}")));
        return model.TenantColumn is not { } tenant
            ? SqlText.Of($"SELECT {columns}\nFROM {kept}")
            : SqlText.Of($"SELECT {columns}\nFROM {kept}\nWHERE {new Identifier(tenant)} = (SELECT {BaseFunctions.TenantId}())");
    }

    private static Seq<PgIndex> Indexes(ReadModelQuery query, ReadModelDesign model, QualifiedName kept)
    {
        var tenant = model.TenantColumn is null ? [] : new[] { SqlText.Of($"{new Identifier(model.TenantColumn)}") };
        var unique = new PgIndex(new Identifier(model.KeyName), true, "btree", query.KeyNames.Select(name => SqlText.Of($"{name}")).ToSeq(), [], null, Sourced.Comment($"One row for each group of {kept}, so that it can be made anew while it is read", model.Origin), model.Origin);
        return model.Top is null ? [unique] : [unique, unique with
        {
            Name = FittedName.Of(model.Name, "top", "idx"), Unique = false,
            Columns = [.. tenant, SqlText.Of($"{new Identifier(model.Figures.First().Name)} DESC")], Purpose = Sourced.Comment($"The first {model.Top} of {kept}", model.Origin),
        }];
    }

    private static PgFunction Refresh(ReadModelDesign model, QualifiedName kept) => new(
        new(Schema, FittedName.Of("refresh", model.Name)), "", "void", "plpgsql", "VOLATILE",
        SqlText.Of(
            $"""
            BEGIN
                REFRESH MATERIALIZED VIEW CONCURRENTLY {kept};
            END
            """),
        true, true, Sourced.Comment($"Makes {kept} anew while others read it, every {model.Every?.Each()}", model.Origin), model.Origin)
    {
        JobsOnly = true,
    };
}
