namespace Schemawright.Facts.Language.Grammar;

/// <summary>Nouns that name or count within something, and the units amounts are told in.</summary>
internal static class MeasureNouns
{
    public static readonly HashSet<string> Names = new(StringComparer.Ordinal) { "number", "name", "code", "letter", "position", "rank", "label", "id", "key", "title" };

    /// <summary>"kilos", and what is written like "kW" or "mmHg".</summary>
    public static bool IsUnit(string name) => Units.Contains(name.ToLowerInvariant()) || (name.Length is > 1 and < 5 && char.IsLower(name[0]) && name.Any(char.IsUpper) && name.All(char.IsLetter));

    private static readonly HashSet<string> Units = new(StringComparer.Ordinal)
    {
        "grams", "kilos", "kilograms", "kg", "tonnes", "tons", "litres", "liters", "millilitres", "metres", "meters", "centimetres", "centimeters", "millimetres", "kilometres", "kilometers", "km", "cm", "mm", "m", "miles", "feet", "inches",
        "hectares", "acres", "minutes", "hours", "days", "weeks", "months", "years", "seconds", "percent", "euros", "dollars", "pounds", "cents", "degrees", "square metres", "square meters", "cubic metres", "watts", "kilowatts", "volts", "points", "words", "pages",
    };
}
