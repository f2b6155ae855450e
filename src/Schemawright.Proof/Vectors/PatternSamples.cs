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

    /// <summary>Reads the pattern from left to right and writes the first text each part allows.</summary>
    private sealed class PatternReader(string pattern, int more)
    {
        private int _place;

        public void Alternatives(StringBuilder text)
        {
            Sequence(text);
            while (_place < pattern.Length && pattern[_place] == '|')
            {
                _place++;
                Sequence(new StringBuilder()); // Later alternatives are read and dropped.
            }
        }

        private void Sequence(StringBuilder text)
        {
            while (_place < pattern.Length && pattern[_place] is not ('|' or ')'))
            {
                var piece = new StringBuilder();
                Atom(piece);
                var (least, most) = Quantifier();
                var times = Math.Min(most, least + more);
                text.Insert(text.Length, piece.ToString(), times);
            }
        }

        private void Atom(StringBuilder piece)
        {
            var character = pattern[_place++];
            switch (character)
            {
                case '^' or '$':
                    break;
                case '(':
                    Group(piece);
                    break;
                case '[':
                    piece.Append(Set());
                    break;
                case '\\' when _place < pattern.Length:
                    piece.Append(Escape(pattern[_place++]));
                    break;
                case '.':
                    piece.Append('a');
                    break;
                default:
                    piece.Append(character);
                    break;
            }
        }

        private void Group(StringBuilder piece)
        {
            if (pattern.AsSpan(_place).StartsWith("?:"))
            {
                _place += 2;
            }

            Alternatives(piece);
            _place++;
        }

        private static string Escape(char character) => character switch
        {
            'd' => "1",
            'w' => "a",
            's' => " ",
            'm' or 'M' or 'y' or 'A' or 'Z' or 'b' => "",
            _ => character.ToString(),
        };

        private char Set()
        {
            var negated = pattern[_place] == '^';
            var end = pattern.IndexOf(']', _place + (negated ? 2 : 1));
            end = end < 0 ? pattern.Length - 1 : end;
            var set = pattern[_place..end];
            _place = end + 1;
            return negated ? Array.Find(['a', 'A', '1', '-', '~'], candidate => !set.Contains(candidate, StringComparison.Ordinal)) : First(set);
        }

        private static char First(string set) => set switch
        {
            ['\\', 'd', ..] => '1',
            ['\\', 'w', ..] => 'a',
            ['\\', var escaped, ..] => escaped,
            _ when set.StartsWith("[:digit:", StringComparison.Ordinal) => '1',
            _ when set.StartsWith("[:space:", StringComparison.Ordinal) => ' ',
            _ when set.StartsWith("[:upper:", StringComparison.Ordinal) => 'A',
            _ when set.StartsWith("[:", StringComparison.Ordinal) => 'a',
            [var first, ..] => first,
            _ => 'a',
        };

        private (int Least, int Most) Quantifier()
        {
            if (_place >= pattern.Length)
            {
                return (1, 1);
            }

            var range = pattern[_place] switch
            {
                '?' => (0, 1),
                '*' => (0, int.MaxValue),
                '+' => (1, int.MaxValue),
                '{' => Counted(),
                _ => (-1, -1),
            };
            if (range.Item1 < 0)
            {
                return (1, 1);
            }

            _place++;
            if (_place < pattern.Length && pattern[_place] == '?')
            {
                _place++; // A lazy quantifier counts the same.
            }

            return range;
        }

        private (int Least, int Most) Counted()
        {
            var end = pattern.IndexOf('}', _place);
            var parts = pattern[(_place + 1)..end].Split(',');
            _place = end;
            var least = int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture);
            return (least, parts.Length == 1 ? least : parts[1].Length == 0 ? int.MaxValue : int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
