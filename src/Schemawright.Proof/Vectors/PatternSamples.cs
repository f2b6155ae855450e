using System.Text;
using System.Text.RegularExpressions;

namespace Schemawright.Proof.Vectors;

/// <summary>Texts that match a pattern, found by walking its grammar, and near misses of them.</summary>
internal static class PatternSamples
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <param name="ordinary">A valid text of the column, which the match may have to be a part of.</param>
    /// <param name="number">Tells rows apart, whose texts may have to differ.</param>
    public static IEnumerable<string> Of(string pattern, string ordinary = "", int number = 0)
    {
        var samples = new[] { Sample(pattern, more: 0), Sample(pattern, more: 1) }.Distinct(StringComparer.Ordinal)
            .Where(sample => Regex.IsMatch(sample, pattern, RegexOptions.CultureInvariant, Patience)).ToArray();
        var within = samples.Select(sample => ordinary + sample).Concat(samples.Select(sample => sample + ordinary))
            .Where(text => ordinary.Length > 0 && Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, Patience));
        var apart = samples.Select(sample => Varied(sample, number)).Where(text => Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, Patience));
        return within.Concat(apart).Concat(samples).Concat(samples.SelectMany(NearMisses)).Append("?").Append("no match: \t").Distinct(StringComparer.Ordinal);
    }

    /// <summary>The last digits hold the number, or where there are none, the last letter is so many further.</summary>
    private static string Varied(string sample, int number)
    {
        var text = sample.ToCharArray();
        var hasDigits = Array.Exists(text, char.IsAsciiDigit);
        for (var at = text.Length - 1; at >= 0 && number > 0; at--)
        {
            if (hasDigits && char.IsAsciiDigit(text[at]))
            {
                text[at] = (char)('0' + (number % 10));
                number /= 10;
            }
            else if (!hasDigits && char.IsAsciiLetter(text[at]))
            {
                var first = char.IsAsciiLetterUpper(text[at]) ? 'A' : 'a';
                text[at] = (char)(first + ((text[at] - first + number) % 26));
                number /= 26;
            }
        }

        return new(text);
    }

    private static IEnumerable<string> NearMisses(string sample)
    {
        yield return sample + "!";
        yield return "!" + sample;
        if (sample.Length > 0)
        {
            yield return sample[..^1];
            yield return sample.ToLowerInvariant();
            yield return sample.ToUpperInvariant();
        }
    }

    private static string Sample(string pattern, int more)
    {
        var text = new StringBuilder();
        var reader = new PatternReader(pattern, more);
        reader.Alternatives(text);
        return text.ToString();
    }
}
