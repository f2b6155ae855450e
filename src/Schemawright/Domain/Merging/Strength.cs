using Schemawright.Documents;
using Schemawright.Facts;

namespace Schemawright.Domain.Merging;

/// <summary>How much a place of the input weighs when places disagree.</summary>
internal static class Strength
{
    public static int Of(AttributeFact fact) => Of(fact.Form, fact.Document);

    /// <summary>Business rules stand above the technical specification's SQL, that above entity blocks, drawings come last.</summary>
    public static int Of(FactForm form, DocumentKind document) => OfForm(form) + OfDocument(form, document);

    /// <summary>Drawings name attributes with careless types; they never overrule a written type.</summary>
    public static bool IsDrawing(FactForm form) => form is FactForm.Diagram or FactForm.Box;

    private static int OfForm(FactForm form) => form switch
    {
        FactForm.Sql => 70,
        FactForm.EntityBlock => 50,
        FactForm.Interface or FactForm.Table => 45,
        FactForm.List => 40,
        FactForm.Sentence => 30,
        FactForm.Diagram => 20,
        _ => 10,
    };

    private static int OfDocument(FactForm form, DocumentKind document) => document switch
    {
        DocumentKind.Answers => 1000,
        DocumentKind.BusinessRules when !IsDrawing(form) => 40,
        DocumentKind.TechnicalSpec => 5,
        _ => 0,
    };
}
