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
            Empty(domain, link);
            return;
        }

        Side[] sides = [.. stated.Select(rule => new Side(Worded(rule.Key, link), Collections.Seq.ToSeq(rule.Select(entry => entry.Source).Distinct().Order())))];
        domain.Findings.Contradiction(
            "deletion", link.Path, $"What becomes of the {Words.Plain(Naming.Table(link.Child.Key))} when their {Words.Plain(link.Role)} is deleted?",
            sides, $"{Words.Capital(sides[0].Words)}, because nothing is lost by it.", impact: 3, uncertainty: 3);
        link.OnDelete = stated[domain.Findings.Chosen("deletion", link.Path, sides)].Key;
    }

    /// <summary>What is emptied when the parent goes may be empty, whatever else is said of it.</summary>
    private static void Empty(DomainDraft domain, LinkDraft link)
    {
        if (link.OnDelete != DeleteRule.SetNull || link.Required == false)
        {
            return;
        }

        if (link.Required is null)
        {
            link.Required = false;
            return;
        }

        var emptied = link.Deletions.Select(entry => entry.Source).Distinct().Order().ToArray();
        Side[] sides =
        [
            new("it is emptied and may be empty", Collections.Seq.Create(emptied)),
            new($"it is always filled, and the {Words.Plain(link.Role)} cannot be deleted before", Collections.Seq.ToSeq(link.Sources.Except(emptied).Distinct().Order())),
        ];
        domain.Findings.Contradiction(
            "emptied", link.Path, $"Is {link.Path} emptied when the {Words.Plain(link.Role)} is deleted, though it must be filled?",
            sides, $"{link.Path} is emptied, for what happens on deletion was said of it by itself.", impact: 3, uncertainty: 2);
        link.Required = domain.Findings.Declined("emptied", link.Path, sides);
        link.OnDelete = link.Required == true ? DeleteRule.Restrict : DeleteRule.SetNull;
    }

    private static int Order(DeleteRule rule) => rule switch { DeleteRule.Restrict => 0, DeleteRule.SetNull => 1, _ => 2 };

    private static string Worded(DeleteRule rule, LinkDraft link) => rule switch
    {
        DeleteRule.Restrict => $"the deletion is refused while there are {Words.Plain(Naming.Table(link.Child.Key))}",
        DeleteRule.SetNull => $"they stay without {Words.Article(link.Role)}",
        _ => "they are deleted with it",
    };
}
