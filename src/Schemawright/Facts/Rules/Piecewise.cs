using Schemawright.Documents;

namespace Schemawright.Facts.Rules;

/// <summary>Formulas whose cases go on in the next lines: "fee = 25 % of total if …," and below it "50 % if …". One case alone would hold where another does.</summary>
internal static class Piecewise
{
    /// <summary>The line with those that go on with it.</summary>
    public static string Whole(IReadOnlyList<CodeLine> lines, CodeLine line)
    {
        var text = line.Text.Trim();
        for (var at = lines.ToList().IndexOf(line) + 1; at < lines.Count && Indent(lines[at]) > Indent(line) && (text.EndsWith(',') || lines[at].Text.TrimStart().StartsWith('=')); at++)
        {
            text = $"{text} {lines[at].Text.Trim()}";
        }

        return text;
    }

    private static int Indent(CodeLine line) => line.Text.Length - line.Text.TrimStart().Length;
}
