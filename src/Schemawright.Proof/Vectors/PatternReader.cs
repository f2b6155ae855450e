using System.Text;

namespace Schemawright.Proof.Vectors;

/// <summary>Reads the pattern from left to right and writes the first text each part allows.</summary>
internal sealed class PatternReader(string pattern, int more)
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
