using Schemawright.Diagnostics;
using Schemawright.Domain.Demands;
using Schemawright.Domain.Merging;
using Schemawright.Facts;
using Schemawright.Facts.Language;

namespace Schemawright.Domain.Structure;

/// <summary>Asks where a rule takes an attribute for given that another place lets be empty.</summary>
internal static class AskAboutNeeds
{
    private static readonly string[] Filled =
    [
        "must be provided", "must be given", "must be set", "must be present", "is required", "is mandatory", "required",
        "cannot be empty", "cannot be null", "cannot be blank", "cannot be missing", "must not be empty", "must not be null", "must not be blank",
    ];

    private static readonly string[] Bounds = ["must be >=", "must be >", "must be greater than", "must be at least"];

    public static void Run(DomainDraft domain, EntityWords words, AttributeWords attributes)
    {
        foreach (var fact in domain.Facts.Rules.Where(fact => fact.Text.Length < 200))
        {
            if (Demanded(fact.Text) is not { } demand || (words.Find(fact.Subject) ?? words.Find(fact.Title)) is not { } entity || attributes.Find(entity, demand.Attribute) is not { } name)
            {
                continue;
            }

            if (demand.Bound && !IsRequirement(fact))
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

    /// <summary>The one or two words before what demands them to be filled: "the opening hours must be given".</summary>
    private static (string Attribute, bool Bound)? Demanded(string text)
    {
        var words = text.Split((char[]?)null, 5, StringSplitOptions.RemoveEmptyEntries);
        var start = words is ["the" or "The", ..] ? 1 : 0;
        foreach (var end in Enumerable.Range(1, 2).Select(taken => start + taken).Where(end => end < words.Length && words[start..end].All(IsName)))
        {
            var rest = string.Join(' ', words[end..]);
            if (Filled.Any(need => TextScan.StartsWithWord(rest, need)))
            {
                return (string.Join(' ', words[start..end]), false);
            }

            if (TextScan.StartsWithWord(rest, "must be positive") || Bounds.Any(bound => rest.StartsWith(bound, StringComparison.OrdinalIgnoreCase) && IsFigure(rest[bound.Length..].TrimStart())))
            {
                return (string.Join(' ', words[start..end]), true);
            }
        }

        return null;
    }

    private static bool IsFigure(string text) => text.Length > 0 && (char.IsAsciiDigit(text[0]) || text[0] is '$' or '.');

    private static bool IsName(string word) => word.All(letter => char.IsAsciiLetter(letter) || letter == '_');

    /// <summary>A bound alone says nothing of empty values; under "requirements" or "conditions" it does.</summary>
    private static bool IsRequirement(RuleFact fact) =>
        fact.Keys.Append(fact.Title ?? "").Any(words => words.Contains("require", StringComparison.OrdinalIgnoreCase) || words.Contains("condition", StringComparison.OrdinalIgnoreCase) || words.Contains("mandatory", StringComparison.OrdinalIgnoreCase));

    /// <summary>The strongest place that lets the attribute be empty: "optional", or SQL without NOT NULL.</summary>
    private static SourceSpan? StatedOptional(EntityDraft entity, string name) =>
        entity.Stated.Where(fact => AttributeNames.Of(fact.Name) == name && (fact.Required == false || (fact.Required is null && fact.Form == FactForm.Sql))).MaxBy(Strength.Of)?.Source;
}
