using Schemawright.Diagnostics;

namespace Schemawright.Documents;

/// <summary>Tells which of the product's documents a text is: by its file name, else by its headings.</summary>
internal static class DocumentKinds
{
    private static readonly (string Word, DocumentKind Kind)[] NameWords =
    [
        ("app_details", DocumentKind.AppDetails), ("app_name", DocumentKind.AppDetails),
        ("answers", DocumentKind.Answers),
        ("business_rules", DocumentKind.BusinessRules), ("business_logic", DocumentKind.BusinessRules), ("rules", DocumentKind.BusinessRules),
        ("scale", DocumentKind.ScaleRequirements), ("performance", DocumentKind.ScaleRequirements), ("nfr", DocumentKind.ScaleRequirements),
        ("technical", DocumentKind.TechnicalSpec), ("tech_spec", DocumentKind.TechnicalSpec), ("architecture", DocumentKind.TechnicalSpec),
        ("data_model", DocumentKind.TechnicalSpec), ("schema", DocumentKind.TechnicalSpec), ("models", DocumentKind.TechnicalSpec),
        ("prd", DocumentKind.ProductRequirements), ("product_requirements", DocumentKind.ProductRequirements),
        ("requirements", DocumentKind.ProductRequirements), ("spec", DocumentKind.ProductRequirements), ("srs", DocumentKind.ProductRequirements),
    ];

    private static readonly (string Word, DocumentKind Kind)[] TitleWords =
    [
        ("business rules", DocumentKind.BusinessRules), ("business logic", DocumentKind.BusinessRules),
        ("scale requirements", DocumentKind.ScaleRequirements), ("scalability", DocumentKind.ScaleRequirements), ("non-functional", DocumentKind.ScaleRequirements),
        ("technical specification", DocumentKind.TechnicalSpec), ("technical spec", DocumentKind.TechnicalSpec), ("architecture", DocumentKind.TechnicalSpec),
        ("product requirements", DocumentKind.ProductRequirements), ("requirements", DocumentKind.ProductRequirements),
    ];

    private static readonly DiagnosticKind KindIsUnknown = new(
        "SW1004", Severity.Info, "A document is read as additional material",
        "{0} is read as additional material: neither its name nor its title says which document it is",
        "Where documents disagree, their kind decides which one wins; this one's kind is not known.",
        "rename it to PRD.md, TECHNICAL_SPEC.md, BUSINESS_RULES.md or SCALE_REQUIREMENTS.md if it is one of them");

    public static DocumentKind Of(string name, string title, Findings findings)
    {
        var file = name[(name.LastIndexOf('/') + 1)..];
        if (IsSchemaFile(file))
        {
            return DocumentKind.TechnicalSpec;
        }

        var stem = file.Split('.')[0].Replace('-', '_').Replace(' ', '_').ToLowerInvariant();
        var byName = ByName(stem);
        if (byName is not null)
        {
            return byName.Value;
        }

        var byTitle = TitleWords.Where(entry => title.Contains(entry.Word, StringComparison.OrdinalIgnoreCase)).Select(entry => (DocumentKind?)entry.Kind).FirstOrDefault();
        if (byTitle is null)
        {
            findings.Report(KindIsUnknown, null, name);
        }

        return byTitle ?? DocumentKind.Other;
    }

    public static bool IsSchemaFile(string name) => LanguageOf(name) is not null;

    /// <summary>The language of a file that is code, not Markdown; null for Markdown.</summary>
    public static string? LanguageOf(string name) => name[(name.LastIndexOf('.') + 1)..].ToLowerInvariant() switch
    {
        "sql" => "sql",
        "prisma" => "prisma",
        "dbml" => "dbml",
        _ => null,
    };

    /// <summary>The whole stem names the document, or one of its words does: PRD, PRD_v2, my_business_rules.</summary>
    private static DocumentKind? ByName(string stem)
    {
        foreach (var (word, kind) in NameWords)
        {
            if (("_" + stem + "_").Contains("_" + word + "_", StringComparison.Ordinal))
            {
                return kind;
            }
        }

        return null;
    }
}
