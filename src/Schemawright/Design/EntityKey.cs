using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>What identifies an entity's rows within their tenant: a surrogate, a natural key, or the parents of a junction.</summary>
/// <param name="Columns">The columns without the tenant's.</param>
/// <param name="Surrogate">The type of <c>id</c>; null when the table has none.</param>
/// <param name="Reason">Why, one clause.</param>
internal sealed record EntityKey(Seq<string> Columns, DataType? Surrogate, string Reason)
{
    private const decimal ManyRowsPerYear = 5_000_000;
    private const decimal ManyRows = 20_000_000;

    /// <summary>The figures the choice follows from.</summary>
    public Seq<SourceSpan> Sources { get; init; }

    public static EntityKey Of(DomainModel domain, Entity entity, bool referenced)
    {
        var stated = Stated(domain, entity);
        if (stated.Count == 1 && entity.Kind != EntityKind.Junction)
        {
            return new(stated, null, $"the documents make {stated[0]} the primary key");
        }

        if (stated.Count > 0 && !referenced && entity.StatedKey is null)
        {
            return new(stated, null, $"the documents name the key ({string.Join(", ", stated)}) and nothing refers to the rows");
        }

        var ends = entity.Kind == EntityKind.Junction && entity.StatedKey is null && !referenced ? JunctionEnds(domain, entity) : [];
        return ends.Count > 1 ? new(ends, null, "a pair of parents is linked once, and nothing refers to the link") : Surrogated(domain, entity);
    }

    /// <summary>The foreign keys that a junction links, when it has at least two.</summary>
    public static Seq<string> JunctionEnds(DomainModel domain, Entity entity)
    {
        var required = domain.ParentsOf(entity.Name).Where(link => link.Parents.Min == 1).ToList();
        var ends = required.Where(link => link.Identifying).ToList() is { Count: > 1 } identifying ? identifying : required.Take(2);
        return ends.Select(link => ObjectNames.Shortened(link.ForeignKey)).Distinct(StringComparer.Ordinal).ToSeq();
    }

    private static EntityKey Surrogated(DomainModel domain, Entity entity) => entity.StatedKey switch
    {
        DataKind.Identity or DataKind.BigInteger or DataKind.Integer =>
            new(["id"], DataType.Of(DataKind.Identity), "the documents ask for a numeric key"),
        DataKind.Uuid => new(["id"], DataType.Of(DataKind.Uuid), "the documents ask for a UUID; version 7 keeps new rows side by side in the index"),
        _ when Many(domain, entity) is { Count: > 0 } figures => Internal(domain, entity)
            ? new(["id"], DataType.Of(DataKind.Identity), $"its rows are many ({figures[0].Words.Trim()}), no interface finds one of them, and none leaves by its age: eight bytes in order take little more than half the room of a UUID in each index and reference") { Sources = figures[0].Origin.Sources }
            : new(["id"], DataType.Of(DataKind.Uuid), $"its rows are many ({figures[0].Words.Trim()}), but the key leaves the database or tells a row's age: a UUID of version 7 cannot be guessed, and its time cuts the table into months") { Sources = figures[0].Origin.Sources },
        _ => new(["id"], DataType.Of(DataKind.Uuid), "the key leaves the database in links and interfaces, so it must not be guessable or countable"),
    };

    /// <summary>The stated figures that make the table's indexes large.</summary>
    private static Seq<ScaleFigure> Many(DomainModel domain, Entity entity) => domain.Scale
        .Where(figure => figure.Entity == entity.Name && ((figure.Kind == ScaleKind.RowsPerYear && figure.Value >= ManyRowsPerYear) || (figure.Kind == ScaleKind.Rows && figure.Value >= ManyRows)))
        .OrderByDescending(figure => figure.Value).ToSeq();

    /// <summary>Rows that belong to another row and that nobody asks for one by one, kept for good or as long as their parent.</summary>
    private static bool Internal(DomainModel domain, Entity entity) =>
        !domain.AccessPaths.Any(path => path.Entity == entity.Name && path.Kind is not AccessPathKind.Report)
        && !domain.Retention.Any(need => need.Entity == entity.Name && !need.Minimum)
        && domain.ParentsOf(entity.Name).Any(link => link.Parents.Min == 1)
        && entity.Attributes.All(attribute => attribute.Privacy == PrivacyClass.None);

    private static Seq<string> Stated(DomainModel domain, Entity entity)
    {
        var columns = new List<string>();
        foreach (var part in entity.StatedPrimaryKey)
        {
            var link = domain.ParentsOf(entity.Name).FirstOrDefault(link => link.Role == part || link.ForeignKey == part);
            if (link is null && entity.Find(part) is null)
            {
                return [];
            }

            columns.Add(ObjectNames.Shortened(link?.ForeignKey ?? part));
        }

        return columns.ToSeq();
    }
}
