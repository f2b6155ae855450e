using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;

namespace Schemawright.Facts.Rules.Access;

/// <summary>Reads which role takes over another's rights from bullets and sentences: "Owner: everything a clerk can do", "Owners have all rights of clerks".</summary>
internal sealed class RoleInclusionReader : IFactReader
{
    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var roles = new KnownRoles(facts);
        if (!roles.Any)
        {
            return;
        }

        foreach (var line in facts.OutlineOf(document).Where(line => line.Form is not OutlineForm.Program && line.Text.Length > 0))
        {
            if (RoleInclusion.Find(line.Text, roles.Contains) is { } below && Senior(line, roles, below.Role) is { } senior)
            {
                facts.Add(new RoleFact(senior, null, [below.Role], line.Span, line.Words) { TakesOver = true });
                facts.Classify(line.Span, StatementClass.Access, $"says that {senior} may do what {below.Role} may");
            }
        }
    }

    /// <summary>The label, the role above, or the subject of the sentence.</summary>
    private static string? Senior(OutlineLine line, KnownRoles roles, string below)
    {
        var subject = line.Text.Split([" has ", " have ", " can ", " includes ", " include ", " inherits ", " inherit ", " may ", " gets "], 2, StringSplitOptions.None)[0];
        string?[] candidates = [line.Label, line.Key, subject.Length < line.Text.Length && AccessClause.Names(subject).ToArray() is [var named] ? named : null];
        return Array.Find(candidates, candidate => candidate is { Length: > 1 } && roles.Contains(candidate) && Naming.EntityKey(candidate) != Naming.EntityKey(below));
    }
}
