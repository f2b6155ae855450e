using System.Globalization;

namespace Schemawright.Tests.Gold;

/// <summary>Each figure as it was when it was measured for the first time: tests/gold/first-measured.txt, only ever added to.</summary>
internal static class FirstMeasured
{
    private static string File => Repository.PathOf("tests", "gold", "first-measured.txt");

    public static Dictionary<string, double> Read() => System.IO.File.Exists(File)
        ? System.IO.File.ReadLines(File).Select(line => line.Split(": ", 2)).Where(parts => parts.Length == 2)
            .ToDictionary(parts => parts[0], parts => double.Parse(parts[1], CultureInfo.InvariantCulture), StringComparer.Ordinal)
        : new(StringComparer.Ordinal);

    /// <summary>Notes the figures that were never measured before.</summary>
    public static void Note(Dictionary<string, double> figures)
    {
        var known = Read();
        foreach (var (name, value) in figures)
        {
            known.TryAdd(name, value);
        }

        System.IO.File.WriteAllText(File, string.Concat(known.OrderBy(figure => figure.Key, StringComparer.Ordinal)
            .Select(figure => string.Create(CultureInfo.InvariantCulture, $"{figure.Key}: {figure.Value:0.0}\n"))));
    }
}
