using System.Globalization;
using Schemawright.Collections;
using Schemawright.Design.Seeding;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>Finds checks that another check of the table includes: whatever breaks the narrower breaks the wider one too.</summary>
internal static class ImpliedChecks
{
    private const int MostChecks = 80;
    private const int MostCases = 5000;

    /// <summary>The checks that need not stand, each with the one that includes it.</summary>
    public static IEnumerable<(CheckDesign Implied, CheckDesign By)> Of(TableDesign table)
    {
        var kept = table.Checks.Where(check => IsPlain(table, check.Condition)).ToList();
        if (kept.Count is < 2 or > MostChecks)
        {
            yield break;
        }

        foreach (var check in Enumerable.Reverse(kept).Where(check => check.RuleId is not null).ToList())
        {
            var wider = kept.Find(other => !ReferenceEquals(other, check) && Includes(table, other.Condition, check.Condition));
            if (wider is not null)
            {
                kept.Remove(check);
                yield return (check, wider);
            }
        }
    }

    private static bool Includes(TableDesign table, Expr stricter, Expr wider)
    {
        var (mine, others) = (Columns(stricter), Columns(wider));
        if (!mine.Overlaps(others))
        {
            return false;
        }

        var columns = mine.Union(others, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(name => table.Find(name)!).ToList();
        var cases = columns.Select(column => Cases(column, [stricter, wider]).ToList()).ToList();
        if (cases.Aggregate(1L, (product, list) => product * list.Count) > MostCases)
        {
            return false;
        }

        return Combinations(cases).All(values =>
        {
            var row = new SeedRow(table, 0);
            for (var place = 0; place < columns.Count; place++)
            {
                row.Values[columns[place].Name] = values[place];
            }

            return !SeedCondition.Accepts(row, stricter) || SeedCondition.Accepts(row, wider);
        });
    }

    /// <summary>One value for each way the conditions can tell apart: each one named, those between, another, none.</summary>
    private static IEnumerable<Literal> Cases(ColumnDesign column, Seq<Expr> conditions)
    {
        var named = conditions.SelectMany(condition => condition.Nodes()).SelectMany(node => node switch
        {
            Compare { Left: Ref left, Right: Literal right } when left.Attribute == column.Name => [right],
            OneOf { Term: Ref term } choice when term.Attribute == column.Name => choice.Values,
            _ => Seq<Literal>.Empty,
        }).Distinct().ToList();
        if (named.Exists(literal => literal.Kind == LiteralKind.Number))
        {
            named.AddRange(Between(named));
        }
        else if (column.Type.Kind == DataKind.Boolean)
        {
            named = [Literal.Bool(true), Literal.Bool(false)];
        }
        else
        {
            named.Add(Literal.String("any other value"));
            // A required text can still be blank, which counts as not given.
            named.AddRange(column.Type.Kind is DataKind.ShortText or DataKind.LongText or DataKind.Unknown ? [Literal.String("")] : []);
        }

        return column.Nullable ? named.Append(SeedRow.Null) : named;
    }

    private static List<Literal> Between(List<Literal> named)
    {
        var bounds = named.Where(literal => literal.Kind == LiteralKind.Number).Select(literal => decimal.Parse(literal.Text, CultureInfo.InvariantCulture)).Order().ToList();
        return [.. bounds.Zip(bounds.Skip(1), (low, high) => (low + high) / 2).Prepend(bounds[0] - 1).Append(bounds[^1] + 1).Select(Literal.Number)];
    }

    private static IEnumerable<List<Literal>> Combinations(List<List<Literal>> cases) => cases.Aggregate(
        (IEnumerable<List<Literal>>)[[]], (rows, values) => rows.SelectMany(row => values.Select(value => new List<Literal>(row) { value })));

    private static HashSet<string> Columns(Expr condition) => condition.Refs().Select(reference => reference.Attribute).ToHashSet(StringComparer.Ordinal);

    /// <summary>Built of comparisons with constants and of presence alone, over columns that the same row holds.</summary>
    private static bool IsPlain(TableDesign table, Expr condition) => condition.IsSameRow() && condition.Nodes().All(node => node switch
    {
        And or Or or Not or Implies or Literal => true,
        Ref reference => table.Find(reference.Attribute) is { Type: { IsArray: false, Kind: not (DataKind.Date or DataKind.Timestamp or DataKind.LocalTimestamp) } },
        IsPresent present => present.Term is Ref,
        Compare compare => compare is { Left: Ref, Right: Literal },
        OneOf choice => choice.Term is Ref,
        _ => false,
    });
}
