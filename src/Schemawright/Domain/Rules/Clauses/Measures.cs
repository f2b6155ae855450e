namespace Schemawright.Domain.Rules.Clauses;

/// <summary>Units behind a figure: "between 2 and 40 kg" of an attribute that is counted in that unit.</summary>
internal static class Measures
{
    private static readonly string[] Units =
        ["mg", "g", "kg", "t", "mm", "cm", "m", "km", "ml", "cl", "l", "kw", "kwh", "w", "v", "stars", "star", "points", "point", "pieces", "units"];

    private static readonly string[] Times = ["seconds", "minutes", "hours", "days", "weeks", "months", "years"];

    /// <summary>The place behind the unit, where the attribute's name ends in the same unit or in none; else the place itself.</summary>
    public static int After(IReadOnlyList<Token> tokens, int at, Column column)
    {
        if (at >= tokens.Count || !column.IsNumber)
        {
            return at;
        }

        var (unit, own) = (tokens[at].Lower, column.Words[^1]);
        var same = unit == own || unit + "s" == own;
        return (same && (Units.Contains(unit, StringComparer.Ordinal) || Times.Contains(own, StringComparer.Ordinal)))
            || (Units.Contains(unit, StringComparer.Ordinal) && !Units.Contains(own, StringComparer.Ordinal)) ? at + 1 : at;
    }
}
