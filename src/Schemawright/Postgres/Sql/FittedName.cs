using System.Globalization;
using System.Text;

namespace Schemawright.Postgres.Sql;

/// <summary>Names made from parts: joined by underscores and, when too long, cut and made unique by a hash of the whole.</summary>
internal static class FittedName
{
    private const int HashBytes = 9;

    public static Identifier Of(params ReadOnlySpan<string> parts) => Fit(string.Join('_', parts));

    public static Identifier Fit(string name)
    {
        var clean = name.Replace("\0", "", StringComparison.Ordinal);
        return Encoding.UTF8.GetByteCount(clean) <= Identifier.MaxBytes
            ? new Identifier(clean.Length == 0 ? "_" : clean)
            : new Identifier(Cut(clean, Identifier.MaxBytes - HashBytes) + "_" + Hash(clean));
    }

    private static string Cut(string name, int bytes)
    {
        var cut = new StringBuilder();
        var used = 0;
        foreach (var rune in name.EnumerateRunes())
        {
            used += rune.Utf8SequenceLength;
            if (used > bytes)
            {
                break;
            }

            cut.Append(rune.ToString());
        }

        return cut.ToString();
    }

    /// <summary>FNV-1a: the same on every machine.</summary>
    private static string Hash(string name)
    {
        var hash = 2166136261u;
        foreach (var part in Encoding.UTF8.GetBytes(name))
        {
            hash = unchecked((hash ^ part) * 16777619u);
        }

        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
