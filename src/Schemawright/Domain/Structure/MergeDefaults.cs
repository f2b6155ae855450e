using System.Globalization;
using Schemawright.Domain.Merging;
using Schemawright.Terms;

namespace Schemawright.Domain.Structure;

/// <summary>Decides an attribute's default from all places that state one.</summary>
internal static class MergeDefaults
{
    public static Expr? Of(DomainDraft domain, EntityDraft entity, AttributeGroup group, string name, DataType type)
    {
        var stated = group.Facts.Where(fact => !string.IsNullOrWhiteSpace(fact.Default))
            .Select(fact => (Fact: fact, Value: Parse(fact.Default!, type))).Where(entry => entry.Value is not null).ToList();
        if (stated.Count == 0)
        {
            return null;
        }

        var different = stated.DistinctBy(entry => entry.Value).ToList();
        if (different.Count > 1)
        {
            Side[] sides = [.. different.Select(entry => new Side(entry.Fact.Default!, [entry.Fact.Source]))];
            domain.Findings.Contradiction(
                "default", $"{entity.Name}.{name}", $"What is the default of {entity.Name}.{name}: {string.Join(" or ", different.Select(entry => entry.Fact.Default))}?",
                sides, $"The default of {entity.Name}.{name} is {different[0].Fact.Default}{Precedence.Because(different[0].Fact, different[1].Fact)}.", impact: 1, uncertainty: 2);
            return domain.Findings.Read("default", $"{entity.Name}.{name}", sides, words => Parse(words.TrimEnd('.'), type)) ?? different[domain.Findings.Chosen("default", $"{entity.Name}.{name}", sides)].Value;
        }

        return different[0].Value;
    }

    public static Expr? Parse(string written, DataType type)
    {
        var text = Unquoted(written);
        if (type.IsArray)
        {
            return null;
        }

        return type.Kind switch
        {
            DataKind.Boolean => text.ToLowerInvariant() switch { "true" or "yes" or "1" or "t" or "on" => Literal.Bool(true), "false" or "no" or "0" or "f" or "off" => Literal.Bool(false), _ => null },
            DataKind.Integer or DataKind.BigInteger or DataKind.Decimal or DataKind.Money or DataKind.Percentage =>
                decimal.TryParse(text.TrimEnd('%'), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? Literal.Number(number) : null,
            DataKind.Timestamp or DataKind.LocalTimestamp => IsNow(text) ? new Clock(ClockKind.Now) : null,
            DataKind.Date => IsNow(text) || IsToday(text) ? new Clock(ClockKind.Today) : null,
            DataKind.Enumeration => Value(text, type),
            DataKind.Json => text is "{}" or "[]" ? Literal.String(text) : null,
            DataKind.CurrencyCode or DataKind.CountryCode => text.Length is 2 or 3 ? Literal.String(text.ToUpperInvariant()) : null,
            DataKind.Uuid or DataKind.Identity => null,
            _ => text.Contains('(', StringComparison.Ordinal) || text.Equals("null", StringComparison.OrdinalIgnoreCase) ? null : Literal.String(text),
        };
    }

    private static Literal? Value(string text, DataType type) =>
        type.Values.FirstOrDefault(value => value == text || value == ValueSets.Normal(text)) is { } known ? Literal.String(known) : null;

    private static string Unquoted(string written)
    {
        var text = written.Trim();
        var cast = text.IndexOf("::", StringComparison.Ordinal);
        return (cast > 0 ? text[..cast] : text).Trim().Trim('\'', '"', '`');
    }

    private static bool IsNow(string text) => text.ToLowerInvariant() is "now" or "now()" or "current_timestamp" or "getdate()" or "current timestamp" or "current time" or "localtimestamp" or "sysdate";

    private static bool IsToday(string text) => text.ToLowerInvariant() is "today" or "current_date" or "current date" or "curdate()";
}
