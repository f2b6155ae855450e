using Schemawright.Collections;
using Schemawright.Domain;
using Schemawright.Terms;

namespace Schemawright.Tests.Gold;

/// <summary>Relationships of a product against its gold: who is joined with whom, and how many of each.</summary>
internal sealed class RelationshipScore
{
    private readonly ProductPairs _pairs;
    private readonly List<Relationship> _left;
    private readonly HashSet<string> _junctions = new(StringComparer.Ordinal);
    private readonly List<string> _details = [];
    private int _found;
    private int _right;

    public RelationshipScore(ProductPairs pairs)
    {
        _pairs = pairs;
        _left = [.. pairs.Read.Relationships.Where(IsJudged)];
        var wanted = pairs.Gold.Relationships.Where(link => !Optional(link.Left) && !Optional(link.Right)).ToList();
        // Those that fit in every respect go first, so that two links of one pair do not take each other's place.
        var open = wanted.Where(link => !TakeDirect(link, exact: true)).ToList();
        open = [.. open.Where(link => !TakeJunction(link))];
        open = [.. open.Where(link => !TakeDirect(link, exact: false))];
        _details.AddRange(open.Select(link => $"missed relationship {Text(link)}"));
        var invented = _left.Where(link => !_junctions.Contains(link.Child)).ToList();
        _details.AddRange(invented.Select(link => $"invented relationship {link.Child} -> {link.Parent} ({link.ForeignKey})"));
        Pairs = new(_found, wanted.Count, _found + invented.Count);
        Cardinalities = new(_right, _found, _found);
    }

    public Tally Pairs { get; }

    /// <summary>Of the relationships found, those with both sides right.</summary>
    public Tally Cardinalities { get; }

    /// <summary>The compiler's tables that resolve a many-to-many relationship of the gold.</summary>
    public IReadOnlySet<string> Junctions => _junctions;

    public Seq<string> Details => _details.ToSeq();

    private bool IsJudged(Relationship link) => _pairs.GoldOf(link.Child) is { Optional: false } && _pairs.GoldOf(link.Parent) is { Optional: false };

    private bool Optional(string entity) => _pairs.Gold.Find(entity)!.Optional;

    private bool TakeDirect(GoldRelationship wanted, bool exact)
    {
        var (left, right) = (_pairs.ReadOf(wanted.Left)?.Name, _pairs.ReadOf(wanted.Right)?.Name);
        var link = _left.Find(link => Joins(link, left, right) && (!exact || Fits(link, wanted, left!)));
        if (link is null)
        {
            return false;
        }

        _left.Remove(link);
        _found++;
        _right += exact ? 1 : 0;
        if (!exact)
        {
            _details.Add($"wrong cardinality {Text(wanted)}: {link.Child} {Side(link.Children)} -- {Side(link.Parents)} {link.Parent}");
        }

        return true;
    }

    private static bool Joins(Relationship link, string? left, string? right) =>
        left is not null && right is not null && ((link.Child == left && link.Parent == right) || (link.Child == right && link.Parent == left));

    private static bool Fits(Relationship link, GoldRelationship wanted, string left)
    {
        var (leftSide, rightSide) = link.Child == left ? (link.Children, link.Parents) : (link.Parents, link.Children);
        return wanted.LeftSides.Contains(Side(leftSide), StringComparer.Ordinal) && wanted.RightSides.Contains(Side(rightSide), StringComparer.Ordinal);
    }

    private bool TakeJunction(GoldRelationship wanted)
    {
        if (!wanted.LeftSides.Any(IsMany) || !wanted.RightSides.Any(IsMany))
        {
            return false;
        }

        var (left, right) = (_pairs.ReadOf(wanted.Left)?.Name, _pairs.ReadOf(wanted.Right)?.Name);
        var junction = _pairs.Read.Entities.FirstOrDefault(entity =>
            _pairs.GoldOf(entity.Name) is null or { Optional: true } && !_junctions.Contains(entity.Name) && Refers(entity, left, 1) && Refers(entity, right, left == right ? 2 : 1));
        if (junction is null)
        {
            return false;
        }

        _junctions.Add(junction.Name);
        _found++;
        _right++;
        return true;
    }

    private bool Refers(Entity entity, string? parent, int times) => _pairs.Read.ParentsOf(entity.Name).Count(link => link.Parent == parent) >= times;

    private static bool IsMany(string side) => side.EndsWith('n');

    private static string Side(Cardinality side) => (side.Min, side.Max) switch
    {
        (0, 1) => "0..1",
        (1, 1) => "1",
        (0, _) => "n",
        _ => "1..n",
    };

    private static string Text(GoldRelationship link) => $"{link.Left} {string.Join('|', link.LeftSides)} -- {string.Join('|', link.RightSides)} {link.Right}";
}
