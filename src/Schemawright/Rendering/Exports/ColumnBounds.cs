using System.Globalization;
using System.Text.Json;
using Schemawright.Design;
using Schemawright.Terms;

namespace Schemawright.Rendering.Exports;

/// <summary>What the checks of a table say about one column alone, as figures.</summary>
/// <param name="Pattern">An anchored regular expression.</param>
internal sealed record ColumnBounds(decimal? Least, bool LeastExcluded, decimal? Most, bool MostExcluded, int? Shortest, int? Longest, string? Pattern)
{
    public static ColumnBounds None { get; } = new(null, false, null, false, null, null, null);

    public static ColumnBounds Of(TableDesign? table, string column)
    {
        if (table?.Find(column) is not { } design)
        {
            return None;
        }

        var ofType = design.Type is { Length: > 0, IsArray: false } type && type.Kind != DataKind.Enumeration ? None with { Longest = type.Length } : None;
        return table.Checks.SelectMany(check => Parts(check.Condition)).Aggregate(ofType, (bounds, part) => bounds.With(part, column));
    }

    public void Write(Utf8JsonWriter json)
    {
        if (Least is { } least)
        {
            json.WriteNumber(LeastExcluded ? "exclusiveMinimum" : "minimum", least);
        }

        if (Most is { } most)
        {
            json.WriteNumber(MostExcluded ? "exclusiveMaximum" : "maximum", most);
        }

        if (Shortest is { } shortest)
        {
            json.WriteNumber("minLength", shortest);
        }

        if (Longest is { } longest)
        {
            json.WriteNumber("maxLength", longest);
        }

        if (Pattern is { } pattern)
        {
            json.WriteString("pattern", pattern);
        }
    }

    private static IEnumerable<Expr> Parts(Expr condition) => condition is And and ? and.Terms.SelectMany(Parts) : [condition];

    private ColumnBounds With(Expr part, string column) => part switch
    {
        Compare { Left: Ref own, Right: Literal { Kind: LiteralKind.Number } limit } compare when Is(own, column) && Number(limit) is { } figure => Value(compare.Op, figure),
        Compare { Left: LengthOf { Term: Ref own }, Right: Literal { Kind: LiteralKind.Number } limit } compare when Is(own, column) && Number(limit) is { } figure && decimal.IsInteger(figure) => Length(compare.Op, (int)figure),
        Matches { Term: Ref own, IgnoreCase: false } matches when Is(own, column) && IsEcmaScript(matches.Pattern) => this with { Pattern = matches.Pattern },
        _ => this,
    };

    private ColumnBounds Value(CompareOp op, decimal figure) => op switch
    {
        CompareOp.Greater when Least is null || figure >= Least => this with { Least = figure, LeastExcluded = true },
        CompareOp.GreaterOrEqual when Least is null || figure > Least => this with { Least = figure, LeastExcluded = false },
        CompareOp.Less when Most is null || figure <= Most => this with { Most = figure, MostExcluded = true },
        CompareOp.LessOrEqual when Most is null || figure < Most => this with { Most = figure, MostExcluded = false },
        _ => this,
    };

    private ColumnBounds Length(CompareOp op, int figure) => op switch
    {
        CompareOp.Equal => this with { Shortest = figure, Longest = figure },
        CompareOp.Greater => this with { Shortest = Math.Max(Shortest ?? 0, figure + 1) },
        CompareOp.GreaterOrEqual => this with { Shortest = Math.Max(Shortest ?? 0, figure) },
        CompareOp.Less => this with { Longest = Math.Min(Longest ?? int.MaxValue, figure - 1) },
        CompareOp.LessOrEqual => this with { Longest = Math.Min(Longest ?? int.MaxValue, figure) },
        _ => this,
    };

    private static bool Is(Ref reference, string column) => reference is { IsOwn: true, Old: false } && string.Equals(reference.Attribute, column, StringComparison.Ordinal);

    private static decimal? Number(Literal literal) => decimal.TryParse(literal.Text, NumberStyles.Number, CultureInfo.InvariantCulture, out var figure) ? figure : null;

    /// <summary>Bracket classes such as [:alpha:] mean something else in ECMAScript.</summary>
    private static bool IsEcmaScript(string pattern) => !pattern.Contains("[:", StringComparison.Ordinal) && !pattern.Contains("\\A", StringComparison.Ordinal) && !pattern.Contains("(?", StringComparison.Ordinal);
}
