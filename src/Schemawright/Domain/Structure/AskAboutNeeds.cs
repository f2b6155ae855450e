using System.Text.RegularExpressions;
using Schemawright.Domain.Demands;
using Schemawright.Domain.Merging;

namespace Schemawright.Domain.Structure;

/// <summary>Asks where a rule takes an attribute for given that another place lets be empty.</summary>
internal static partial class AskAboutNeeds
{
    public static void Run(DomainDraft domain, EntityWords words, AttributeWords attributes)
    {
        foreach (var fact in domain.Facts.Rules.Where(fact => fact.Text.Length < 200))
        {
            var match = Demanded().Match(fact.Text);
            if (!match.Success || (words.Find(fact.Subject) ?? words.Find(fact.Title)) is not { } entity || attributes.Find(entity, match.Groups["attribute"].Value) is not { } name)
            {
                continue;
            }

            if (entity.Find(name) is { Required: false } attribute && attribute.Origin.Sources.Any(source => source.Document != fact.Source.Document))
            {
                domain.Findings.Contradiction(
                    "required", $"{entity.Name}.{name}", $"Must every {entity.Name} have {Words.Article(name)}, or may it be left empty?",
                    [new("may be empty", [Place(entity, name) ?? attribute.Origin.Sources[0]]), new($"needed: \"{fact.Text}\"", [fact.Source])],
                    $"{entity.Name}.{name} may be empty; a given value must keep the rule.", impact: 2, uncertainty: 3);
            }
        }
    }

    /// <summary>The strongest place that states the attribute.</summary>
    private static Diagnostics.SourceSpan? Place(EntityDraft entity, string name) =>
        entity.Stated.Where(fact => AttributeNames.Of(fact.Name) == name && fact.Required != true).MaxBy(Strength.Of)?.Source;

    [GeneratedRegex(@"^(?:the\s+)?(?<attribute>[a-zA-Z_]+(?: [a-z]+)?)\s+(?:must be (?:>|greater|positive|at least|provided|given|set|present)|is (?:required|mandatory)|required\b|cannot be (?:empty|null|blank|missing)|must not be (?:empty|null|blank))", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 200)]
    private static partial Regex Demanded();
}
