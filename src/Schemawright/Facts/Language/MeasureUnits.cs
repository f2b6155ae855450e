namespace Schemawright.Facts.Language;

/// <summary>The units in which people say a measure is kept: "size in m²", "weight → kg".</summary>
internal static class MeasureUnits
{
    private static readonly HashSet<string> Words = new(
        "m² m2 m³ m3 km² km2 km cm mm kg tonnes tons litres liters ml hours minutes seconds days weeks months years euros euro eur dollars usd pounds gbp percent metres meters kilometres grams hectares degrees km/h mph m/s kwh kw ppm".Split(' '),
        StringComparer.OrdinalIgnoreCase);

    public static bool IsOne(string word) => Words.Contains(word);
}
