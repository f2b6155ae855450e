using System.Text.RegularExpressions;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Pattern: /^[A-Z]{3}-\d+$/": a regular expression for the attribute that the label, the line or the title names.</summary>
internal sealed class MatchesFormat : IRulePattern
{
    // What PostgreSQL and .NET do not both know, or read differently.
    private static readonly string[] Foreign = ["\\b", "\\B", "\\p", "\\P", "\\u", "\\x", "(?<", "(?i", "(?m", "\\1", "\\2", "\\k", "\\Z", "\\z", "\\A"];

    public Reading? Read(RuleLine line)
    {
        var patterns = line.Tokens.Where(token => token.Kind == TokenKind.Pattern).ToArray();
        if (patterns.Length == 0)
        {
            return null;
        }

        var columns = Columns(line);
        if (columns.Count == 0)
        {
            return null;
        }

        if (columns[0].Encrypted || columns[0].IsHash)
        {
            return Reading.Elsewhere($"{columns[0].Name} is encrypted by the application before it is stored, so the database never sees the characters this pattern is about");
        }

        var alternatives = Alternatives(line, patterns);
        if (columns.All(column => column.IsNumber))
        {
            return Numeric(line, columns, alternatives[0]);
        }

        return Translated(alternatives) is { } pattern
            ? Reading.Of(columns.Where(column => column.IsText).Select(column => line.Must(column.Entity, $"{column.Name} well formed", new Matches(column.Ref, pattern))))
            : Reading.Unclear("its regular expression uses something that PostgreSQL does not know");
    }

    private static IReadOnlyList<Column> Columns(RuleLine line)
    {
        var before = line.Whole.TakeWhile(token => token.Kind != TokenKind.Pattern).ToArray();
        return line.Speech.Within(before, 0, before.Length) is { } named ? [named.AtHome.Column] : TitleColumns.Of(line);
    }

    /// <summary>Several patterns under one label ("Types: A: /…/, B: /…/") are alternatives of one format.</summary>
    private static string[] Alternatives(RuleLine line, Token[] own)
    {
        if (line.Fact.Keys.Count == 0 || line.Fact.Label is null)
        {
            return [.. own.Select(token => token.Text)];
        }

        return [.. line.Block.Where(other => other.Keys == line.Fact.Keys)
            .SelectMany(other => Lexer.Read(other.Text).Where(token => token.Kind == TokenKind.Pattern).Select(token => token.Text)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>A pattern over the digits of a number says how many decimals it has and that it has no sign.</summary>
    private static Reading? Numeric(RuleLine line, IReadOnlyList<Column> columns, string pattern)
    {
        var point = pattern.IndexOf("\\.", StringComparison.Ordinal);
        var digits = point < 0 ? Match.Empty : Regex.Match(pattern[point..], @"\{(?:[0-9]+,)?([0-9]{1,2})\}", RegexOptions.NonBacktracking);
        var places = point < 0 ? 0 : digits.Success ? int.Parse(digits.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : -1;
        if (places < 0)
        {
            return null;
        }

        var signed = pattern.Contains('-', StringComparison.Ordinal);
        return Reading.Of(columns.SelectMany(column => Numeric(line, column, places, signed)));
    }

    private static IEnumerable<RuleDraft> Numeric(RuleLine line, Column column, int places, bool signed)
    {
        yield return line.Must(column.Entity, $"{column.Name} at most {places} decimals", new Compare(CompareOp.LessOrEqual, new DecimalPlaces(column.Ref), Literal.Number(places)));
        if (!signed)
        {
            yield return line.Must(column.Entity, $"{column.Name} not negative", Logic.Compare(column, CompareOp.GreaterOrEqual, 0));
        }
    }

    private static string? Translated(string[] alternatives)
    {
        var inner = alternatives.Select(pattern => pattern.TrimStart('^').TrimEnd('$').Replace("\\d", "[0-9]", StringComparison.Ordinal)).ToArray();
        var joined = inner.Length == 1 ? $"^{inner[0]}$" : $"^(?:{string.Join('|', inner)})$";
        joined = inner.Length == 1 && inner[0].Contains('|', StringComparison.Ordinal) ? $"^(?:{inner[0]})$" : joined;
        return Foreign.Any(part => joined.Contains(part, StringComparison.Ordinal)) || !Compiles(joined) ? null : joined;
    }

    private static bool Compiles(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.None, TimeSpan.FromMilliseconds(100));
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
