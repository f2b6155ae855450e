using System.Text.RegularExpressions;
using Schemawright.Diagnostics;
using Schemawright.Domain.Demands;
using Schemawright.Domain.Merging;
using Schemawright.Facts;

namespace Schemawright.Domain.Structure;

/// <summary>Asks where a rule takes an attribute for given that another place lets be empty.</summary>
internal static class AskAboutNeeds
{
    private static readonly Regex Demanded = new(
        @"^(?:the\s+)?(?<attribute>[a-zA-Z_]+(?: [a-z]+)?)\s+(?:must be (?:(?<bound>(?:>|greater than|at least)\s*=?\s*[\d.$]|positive)|provided|given|set|present)|is (?:required|mandatory)|required\b|cannot be (?:empty|null|blank|missing)|must not be (?:empty|null|blank))",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);

    public static void Run(DomainDraft domain, EntityWords words, AttributeWords attributes)
    {
        foreach (var fact in domain.Facts.Rules.Where(fact => fact.Text.Length < 200))
        {
            var match = Demanded.Match(fact.Text);
            if (!match.Success || (words.Find(fact.Subject) ?? words.Find(fact.Title)) is not { } entity || attributes.Find(entity, match.Groups["attribute"].Value) is not { } name)
            {
                continue;
            }

            if (match.Groups["bound"].Success && !IsRequirement(fact))
            {
                continue;
            }

            if (entity.Find(name) is { Required: false } attribute && StatedOptional(entity, name) is { } place && attribute.Origin.Sources.Any(source => source.Document != fact.Source.Document))
            {
                Side[] sides = [new("may be empty", [place]), new($"needed: \"{fact.Text}\"", [fact.Source])];
                if (domain.Findings.Declined("required", $"{entity.Name}.{name}", sides))
                {
                    entity.Replace(attribute with { Required = true });
                }

                domain.Findings.Contradiction(
                    "required", $"{entity.Name}.{name}", $"Must every {entity.Name} have {Words.Value(name)}, or may it be left empty?", sides,
                    $"{entity.Name}.{name} may be empty; a given value must keep the rule.", impact: 2, uncertainty: 3);
            }
        }
    }

    /// <summary>A bound alone says nothing of empty values; under "requirements" or "conditions" it does.</summary>
    private static bool IsRequirement(RuleFact fact) =>
        fact.Keys.Append(fact.Title ?? "").Any(words => words.Contains("require", StringComparison.OrdinalIgnoreCase) || words.Contains("condition", StringComparison.OrdinalIgnoreCase) || words.Contains("mandatory", StringComparison.OrdinalIgnoreCase));

    /// <summary>The strongest place that lets the attribute be empty: "optional", or SQL without NOT NULL.</summary>
    private static SourceSpan? StatedOptional(EntityDraft entity, string name) =>
        entity.Stated.Where(fact => AttributeNames.Of(fact.Name) == name && (fact.Required == false || (fact.Required is null && fact.Form == FactForm.Sql))).MaxBy(Strength.Of)?.Source;
}
