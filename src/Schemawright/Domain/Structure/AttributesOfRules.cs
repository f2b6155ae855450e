using System.Text.RegularExpressions;
using Schemawright.Diagnostics;
using Schemawright.Domain.Demands;
using Schemawright.Domain.Merging;
using Schemawright.Facts;
using Schemawright.Terms;

namespace Schemawright.Domain.Structure;

/// <summary>
/// Adds attributes that only the conditions of rules name, as <c>booking.is_prepaid</c> in a guard, and asks about each: a rule
/// over an attribute that is nowhere stored could not be kept.
/// </summary>
internal static partial class AttributesOfRules
{
    private static readonly HashSet<string> Members = new(StringComparer.Ordinal) { "length", "count", "size", "type", "name", "id", "date", "total", "value", "role", "permissions" };

    public static void Run(DomainDraft domain, EntityWords words, AttributeWords attributes)
    {
        foreach (var fact in domain.Facts.Rules.Where(fact => IsCondition(fact.Text)))
        {
            foreach (Match match in Dotted().Matches(fact.Text))
            {
                var name = AttributeNames.Of(match.Groups["attribute"].Value);
                if (words.Named(match.Groups["entity"].Value) is { } entity && IsNew(entity, name, attributes))
                {
                    Add(domain, entity, name, TypeOf(name, match), fact);
                }
            }
        }
    }

    private static bool IsCondition(string text) =>
        text.Length < 400 && !text.Contains('→', StringComparison.Ordinal) && !text.Contains("->", StringComparison.Ordinal)
        && (text.Contains("if ", StringComparison.OrdinalIgnoreCase) || text.Contains("if(", StringComparison.Ordinal) || text.Contains("==", StringComparison.Ordinal) || text.Contains("!=", StringComparison.Ordinal)
            || text.Contains("&&", StringComparison.Ordinal) || text.Contains(" < ", StringComparison.Ordinal) || text.Contains(" > ", StringComparison.Ordinal) || text.Contains('!', StringComparison.Ordinal));

    private static bool IsNew(EntityDraft entity, string name, AttributeWords attributes) =>
        name.Length is > 2 and < 60 && !Members.Contains(name) && !AttributeNames.IsAudit(name) && AttributeNames.WithoutId(name) is null && attributes.Find(entity, name) is null;

    private static DataType TypeOf(string name, Match match)
    {
        var compared = match.Groups["value"].Value;
        var guess = AssumedTypes.Of(name);
        return compared.StartsWith('\'') || compared.StartsWith('"') ? guess.Kind is DataKind.Boolean ? DataType.Of(DataKind.ShortText) : guess
            : compared is "true" or "false" || compared.Length == 0 ? guess.Kind == DataKind.ShortText ? DataType.Of(DataKind.Boolean) : guess
            : char.IsAsciiDigit(compared[0]) ? guess.Kind is DataKind.Money or DataKind.Decimal or DataKind.Percentage or DataKind.BigInteger ? guess : DataType.Of(DataKind.Integer)
            : guess;
    }

    private static void Add(DomainDraft domain, EntityDraft entity, string name, DataType type, RuleFact fact)
    {
        var id = domain.Findings.Assumption(
            "attribute of a rule", $"{entity.Name}.{name}", $"Where does the {Words.Plain(name)} of {Words.Article(entity.Key)} come from, which a rule asks about and no document stores?",
            [new($"it is stored as {entity.Name}.{name}", [fact.Source]), new("it is found elsewhere, and the rule with it", [])],
            $"{entity.Name} has an attribute {name}, which may be empty.", impact: 2, uncertainty: 3);
        entity.Attributes.Add(new(name, type, Required: false, Origin.At(fact.Source) with { Decision = id }) { TypeAssumed = true, Privacy = PrivacyWords.Of(name, entity == domain.User) });
    }

    [GeneratedRegex(@"\b(?<entity>[a-zA-Z]\w*)\.(?<attribute>[a-z]\w*)\b(?!\s*\(|\.)(?:\s*(?:===?|!==?|<=?|>=?)\s*(?<value>'[^']*'|""[^""]*""|true|false|\d+))?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Dotted();
}
