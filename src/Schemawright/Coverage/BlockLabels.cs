using Schemawright.Facts;

namespace Schemawright.Coverage;

/// <summary>Lines that only name the lines below them: a rule's title, a key of a rule block without a value of its own.</summary>
internal sealed class BlockLabels
{
    private readonly HashSet<(string Document, string Label)> _labels = [];

    public BlockLabels(FactBase facts)
    {
        foreach (var rule in facts.Rules)
        {
            foreach (var label in rule.Keys.Append(rule.Title ?? "").Where(label => label.Length > 0))
            {
                _labels.Add((rule.Source.Document, Plain(label)));
            }
        }
    }

    public bool IsLabel(ClassifiedStatement statement)
    {
        var text = Plain(statement.Statement.Text);
        var document = statement.Statement.Span.Document;
        if (EndsOpen(statement.Statement.Text) || _labels.Contains((document, text)))
        {
            return true;
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && _labels.Contains((document, text[(colon + 1)..].Trim()));
    }

    /// <summary><c>Conditions:</c> and <c>Logic: |</c> leave everything to the lines below.</summary>
    private static bool EndsOpen(string text) => text.TrimEnd() is { Length: > 0 } line && (line[^1] == ':' || line.EndsWith(": |", StringComparison.Ordinal));

    private static string Plain(string text) => text.Trim().TrimStart('-', '*', '+', ' ').TrimEnd(':', ' ', '|').ToLowerInvariant();
}
