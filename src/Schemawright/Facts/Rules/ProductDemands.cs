using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;

namespace Schemawright.Facts.Rules;

/// <summary>Tells demands on the product as a whole ("must run on old phones", "complies with the Act") from demands on its data.</summary>
internal static class ProductDemands
{
    private static readonly string[] Verbs =
        ["must integrate", "must work", "must support", "must run", "must be compatible", "must be accessible", "must use", "must comply", "cannot require", "cannot disrupt", "cannot depend", "should integrate", "should work", "should support", "limited to"];

    /// <summary>Why the line demands nothing of the data; null when it may.</summary>
    public static string? Reason(OutlineLine line)
    {
        if (line.Form is not (OutlineForm.Bullet or OutlineForm.Sentence))
        {
            return null;
        }

        var isConstraint = line.StandsUnder("constraint", "constraints", "assumptions", "compatibility");
        return isConstraint && line.Label is null && line.Text.Opens(Verbs) ? "a demand on how the product is built, not on its data"
            : isConstraint && line.Text.Says("must comply with", "compliance with", "must be accommodated") ? "a law or standard to comply with; it names no data"
            : null;
    }
}
