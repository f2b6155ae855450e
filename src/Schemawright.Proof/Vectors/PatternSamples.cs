using System.Text;
using System.Text.RegularExpressions;

namespace Schemawright.Proof.Vectors;

/// <summary>Texts that match a pattern, found by walking its grammar, and near misses of them.</summary>
internal static class PatternSamples
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <param name="ordinary">A valid text of the column, which the match may have to be a part of.</param>
    public static IEnumerable<string> Of(string pattern, string ordinary = "")
    {
        var samples = new[] { Sample(pattern, more: 0), Sample(pattern, more: 1) }.Distinct(StringComparer.Ordinal)
            .Where(sample => Regex.IsMatch(sample, pattern, RegexOptions.CultureInvariant, Patience)).ToArray();
        var within = samples.Select(sample => ordinary + sample).Concat(samples.Select(sample => sample + ordinary))
            .Where(text => ordinary.Length > 0 && Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, Patience));
        return within.Concat(samples).Concat(samples.SelectMany(NearMisses)).Append("?").Append("no match: \t").Distinct(StringComparer.Ordinal);
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
