namespace Schemawright.Domain.Rules.Clauses;

/// <summary>Units behind a figure: "between 2 and 40 kg" of an attribute that is counted in that unit.</summary>
internal static class Measures
{
    private static readonly string[] Units =
        ["mg", "g", "kg", "t", "mm", "cm", "m", "km", "ml", "cl", "l", "kw", "kwh", "w", "v", "stars", "star", "points", "point", "pieces", "units", "sqm", "m2", "percent", "items", "people", "persons", "places"];

    private static readonly string[] Times = ["seconds", "minutes", "hours", "days", "weeks", "months", "years"];

    private static readonly string[] Currencies = ["dollars", "euros", "euro", "dollar", "pounds", "francs", "usd", "eur", "gbp", "chf", "cents", "€", "$", "£"];

    private static readonly Dictionary<string, string> Short = new(StringComparer.Ordinal)
    {
        ["kilogram"] = "kg", ["kilogramme"] = "kg", ["kilo"] = "kg", ["gram"] = "g", ["gramme"] = "g", ["tonne"] = "t", ["ton"] = "t", ["metre"] = "m", ["meter"] = "m", ["kilometre"] = "km", ["kilometer"] = "km",
        ["centimetre"] = "cm", ["centimeter"] = "cm", ["millimetre"] = "mm", ["millimeter"] = "mm", ["litre"] = "l", ["liter"] = "l", ["millilitre"] = "ml", ["milliliter"] = "ml", ["watt"] = "w", ["kilowatt"] = "kw", ["volt"] = "v",
    };

    /// <summary>The place behind the unit, where the attribute's name ends in the same unit or in none; else the place itself.</summary>
    public static int After(IReadOnlyList<Token> tokens, int at, Column column)
    {
        if (at >= tokens.Count || !column.IsNumber)
        {
            return at;
        }

        var square = tokens[at].IsAny("square", "cubic") && at + 1 < tokens.Count ? 1 : 0;
        var said = tokens[at + square].Lower;
        var unit = Short.GetValueOrDefault(said.TrimEnd('s'), said);
        unit = square == 0 ? unit : unit is "m" ? "sqm" : unit;
        var own = column.Words[^1];
        var same = unit == own || unit + "s" == own;
        var counts = Times.Contains(unit, StringComparer.Ordinal) || Times.Contains(unit + "s", StringComparer.Ordinal);
        return (same && (Units.Contains(unit, StringComparer.Ordinal) || Times.Contains(own, StringComparer.Ordinal)))
            || (Units.Contains(unit, StringComparer.Ordinal) && !Units.Contains(own, StringComparer.Ordinal) && !Times.Contains(own, StringComparer.Ordinal))
            || (counts && column.Words.Any(word => word is "duration" or "length" or "time" or "period" or "age" || word == unit || word == unit + "s"))
            || (column.Words.Any(word => word is "capacity" or "max" or "maximum" or "min" or "minimum" or "limit" or "size" or "count" or "number" or "seats" or "places") && at + 1 >= tokens.Count - (tokens[^1].Is(".") ? 1 : 0) && tokens[at].Kind == TokenKind.Word && (unit.EndsWith('s') || unit is "people" or "children" or "men" or "women"))
            || Currencies.Contains(unit, StringComparer.Ordinal) ? at + square + 1 : at;
    }
}
