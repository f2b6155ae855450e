using Schemawright.Facts.Language;

namespace Schemawright.Facts.Outlines;

/// <summary>Recognises the line that gives a rule its title: "Rule: …", "Workflow: …", "Function: …".</summary>
internal static class RuleTitles
{
    private static readonly string[] TitleLabels =
        ["rule", "rule name", "business rule", "function", "workflow", "event", "scenario", "metric", "policy", "constraint", "invariant", "calculation", "validation"];

    public static bool IsTitle(string line) => Labels.Split(line) is { Label: { } label, Text.Length: > 0 } && IsTitleLabel(label);

    public static bool IsTitleLabel(string label) => Array.Exists(TitleLabels, known => known.Equals(label, StringComparison.OrdinalIgnoreCase));
}
