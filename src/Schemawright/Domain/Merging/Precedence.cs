using Schemawright.Documents;
using Schemawright.Facts;

namespace Schemawright.Domain.Merging;

/// <summary>Says why one of two places that disagree was taken. The order itself is in <see cref="Strength"/> and docs/precedence.md.</summary>
internal static class Precedence
{
    /// <summary>", because SQL weighs more than an entity block".</summary>
    public static string Because(AttributeFact kept, AttributeFact dropped)
    {
        var (one, other) = (Strength.Of(kept), Strength.Of(dropped));
        return one == other ? ", because it stands later"
            : one < other ? ""
            : kept.Document == DocumentKind.BusinessRules && dropped.Document != DocumentKind.BusinessRules ? ", because business rules weigh more than other documents"
            : Form(kept.Form) != Form(dropped.Form) ? $", because {Form(kept.Form)} weighs more than {Form(dropped.Form)}"
            : ", because the technical specification is the more specific document";
    }

    private static string Form(FactForm form) => form switch
    {
        FactForm.Sql => "SQL",
        FactForm.EntityBlock => "an entity block",
        FactForm.Interface => "a type in code",
        FactForm.Table => "a table",
        FactForm.List => "a list",
        FactForm.Sentence => "a sentence",
        _ => "a drawing",
    };
}
