using Schemawright.Domain.Merging;
using Schemawright.Facts.Language;

namespace Schemawright.Domain.Structure;

/// <summary>Decides what becomes of the rows that refer to a deleted one, and asks where places disagree: refusing is taken, for it loses nothing.</summary>
internal static class SettleDeletions
{
    public static void Run(DomainDraft domain, LinkDraft link)
    {
        var stated = link.Deletions.GroupBy(entry => entry.Rule).OrderBy(rule => Order(rule.Key)).ToList();
        if (stated.Count == 0)
        {
            return;
        }

        link.OnDelete = stated[0].Key;
        if (stated.Count == 1)
        {
            return;
        }

        Side[] sides = [.. stated.Select(rule => new Side(Worded(rule.Key, link), Collections.Seq.ToSeq(rule.Select(entry => entry.Source).Distinct().Order())))];
        domain.Findings.Contradiction(
            "deletion", link.Path, $"What becomes of the {Words.Plain(Naming.Table(link.Child.Key))} when their {Words.Plain(link.Role)} is deleted?",
            sides, $"{Words.Capital(sides[0].Words)}, because nothing is lost by it.", impact: 3, uncertainty: 3);
        link.OnDelete = stated[domain.Findings.Chosen("deletion", link.Path, sides)].Key;
    }

    private static int Order(DeleteRule rule) => rule switch { DeleteRule.Restrict => 0, DeleteRule.SetNull => 1, _ => 2 };

    private static string Worded(DeleteRule rule, LinkDraft link) => rule switch
    {
        DeleteRule.Restrict => $"the deletion is refused while there are {Words.Plain(Naming.Table(link.Child.Key))}",
        DeleteRule.SetNull => $"they stay without {Words.Article(link.Role)}",
        _ => "they are deleted with it",
    };
}
