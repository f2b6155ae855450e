using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain.Merging;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Structure;

/// <summary>Asks where one place lets a row go with several others and another place with one at most.</summary>
internal static class OneOrSeveral
{
    /// <summary>The lines of a pair as they hold after the question: one-to-one lines give way until the author decides for them.</summary>
    public static List<Line> Settle(List<Line> lines, Findings findings)
    {
        var one = lines.FindAll(line => line is { Kind: LineKind.OneToOne, Fact.Role: null });
        var several = lines.FindAll(line => line.Fact.Role is null && SaysSeveral(line));
        if (one.Count == 0 || several.Count == 0 || several.Exists(line => line.Parent != several[0].Parent))
        {
            return lines;
        }

        var (parent, child) = (several[0].Parent, several[0].Child);
        var subject = $"{parent.Name}–{child.Name}";
        Side[] sides =
        [
            new("several", several.Select(line => line.Fact.Source).Distinct().Order().ToSeq()),
            new("at most one", one.Select(line => line.Fact.Source).Distinct().Order().ToSeq()),
        ];
        findings.Contradiction(
            "one or several", subject, $"How many {Words.Plain(Naming.Table(child.Key))} can one {parent.Name} have: several, or one at most?", sides,
            $"One {parent.Name} may have several.", impact: 3, uncertainty: 3, affects: [$"{child.Name}.{several[0].ParentName}", parent.Name, child.Name]);
        return findings.Declined("one or several", subject, sides)
            ? lines.ConvertAll(line => SaysSeveral(line) ? Turned(line, LineKind.OneToOne, parent, child) : line)
            : lines.ConvertAll(line => line.Kind == LineKind.OneToOne ? Turned(line, LineKind.OneToMany, parent, child) : line);
    }

    /// <summary>"Belongs to one" says nothing of how many belong; "has many" does.</summary>
    private static bool SaysSeveral(Line line) =>
        line.Kind == LineKind.OneToMany && (line.Parent == line.Child ? line.Fact.ToCardinality : line.Fact.FromCardinality is { IsMany: true } many ? many : line.Fact.ToCardinality) is { IsMany: true };

    private static Line Turned(Line line, LineKind kind, EntityDraft parent, EntityDraft child) =>
        line.Parent == parent ? line with { Kind = kind }
        : line with { Kind = kind, Parent = parent, Child = child, ParentName = line.ChildName, ChildName = line.ParentName, ParentNeeded = line.ChildNeeded, ChildNeeded = line.ParentNeeded };
}
