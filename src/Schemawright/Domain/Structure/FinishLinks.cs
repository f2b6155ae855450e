using Schemawright.Diagnostics;
using Schemawright.Domain.Merging;
using Schemawright.Facts;

namespace Schemawright.Domain.Structure;

/// <summary>Settles what the documents leave open about references: need, deletion, unique role names, keys by role.</summary>
internal static class FinishLinks
{
    public static void Run(DomainDraft domain)
    {
        foreach (var entity in domain.Entities.All)
        {
            var links = domain.LinksOf(entity).ToList();
            GiveUniqueRoles(entity, links);
            foreach (var link in links)
            {
                AskAboutDrawnOnly(domain, link);
                SettleDeletions.Run(domain, link);
                Settle(link);
            }

            NameKeysByRole(entity, links);
        }

        AskAboutNeeds(domain);
    }

    private static void GiveUniqueRoles(EntityDraft entity, List<LinkDraft> links)
    {
        var taken = new HashSet<string>(entity.Attributes.Select(attribute => attribute.Name), StringComparer.Ordinal);
        foreach (var link in links)
        {
            while (!taken.Add(link.Role))
            {
                link.Role += "_ref";
            }
        }
    }

    /// <summary>A line that the child's written attributes do not have cannot be taken for required.</summary>
    private static void AskAboutDrawnOnly(DomainDraft domain, LinkDraft link)
    {
        if (link.DrawnOnly is { } drawn && link.Parent != domain.Tenant && link.Child.Kind != EntityKind.Junction)
        {
            Side[] sides = [new("it may be empty", [drawn]), new("it is required", [])];
            link.Required = domain.Findings.Declined("drawn reference", link.Path, sides);
            link.Decision = domain.Findings.Assumption(
                "drawn reference", link.Path, $"Must every {link.Child.Name} have {Words.Article(link.Role)}, which is drawn but not among the attributes of {link.Child.Name}?",
                sides, $"{link.Path} may be empty.", impact: 2, uncertainty: 3);
        }
    }

    private static void Settle(LinkDraft link)
    {
        if (IsPartOf(link))
        {
            link.Identifying = true;
            link.Child.Kind = link.Child.Kind == EntityKind.Core ? EntityKind.Child : link.Child.Kind;
        }

        link.OnDelete ??= link.Identifying && !StatedInSql(link) ? DeleteRule.Cascade : DeleteRule.Restrict;
        if (link is { OnDelete: DeleteRule.SetNull, Required: true })
        {
            link.OnDelete = DeleteRule.Restrict;
        }
    }

    /// <summary><c>OrderLine</c> is part of <c>Order</c>.</summary>
    private static bool IsPartOf(LinkDraft link) =>
        link.Parent != link.Child && link.Role == link.Parent.Key && link.Required != false
        && link.Child.Key.StartsWith(link.Parent.Key + "_", StringComparison.Ordinal);

    /// <summary>SQL without a delete clause means that the parent cannot go.</summary>
    private static bool StatedInSql(LinkDraft link) => link.StatedByAttribute && link.Strength >= Strength.Of(FactForm.Sql, Documents.DocumentKind.Other);

    private static void NameKeysByRole(EntityDraft entity, List<LinkDraft> links)
    {
        entity.StatedPrimaryKey = [.. entity.StatedPrimaryKey.Select(ByRole).Distinct(StringComparer.Ordinal).Where(Exists)];
        for (var index = 0; index < entity.Keys.Count; index++)
        {
            var key = entity.Keys[index];
            entity.Keys[index] = key with { Attributes = Collections.Seq.ToSeq(key.Attributes.Select(ByRole)) };
        }

        string ByRole(string name) => links.Find(link => link.ForeignKey == name)?.Role ?? name;
        bool Exists(string name) => entity.Find(name) is not null || links.Exists(link => link.Role == name);
    }

    /// <summary>A reference of which nothing says whether it may be empty is required, unless it names who did something later.</summary>
    private static void AskAboutNeeds(DomainDraft domain)
    {
        var open = domain.Links.FindAll(link => link.Required is null);
        foreach (var link in open)
        {
            link.Required = !IsLater(link);
        }

        var required = open.FindAll(link => link.Required == true);
        if (required.Count == 0)
        {
            return;
        }

        Side[] sides = [new("yes, all of them", Collections.Seq.ToSeq(required.SelectMany(link => link.Sources).Distinct().Order())), new("no, each of them may be empty", []), new("all but those the answer names", [])];
        domain.Findings.Assumption(
            "required references", "*", $"Must these references always be filled: {Words.Some([.. required.Select(link => link.Path)])}?",
            sides, "They are required.", impact: 2, uncertainty: 2, affects: required.Select(link => link.Path));
        foreach (var link in MayBeEmpty(domain, required, sides))
        {
            link.Required = false;
        }
    }

    /// <summary>The references that the answer names, or all of them.</summary>
    private static List<LinkDraft> MayBeEmpty(DomainDraft domain, List<LinkDraft> required, Side[] sides)
    {
        var named = domain.Findings.AnswerTo(ClarificationId.From("required references", "*")) is { } answer
            ? required.FindAll(link => NamedWords.Has(answer.Text, link.Path) || NamedWords.Has(answer.Text, $"{link.Child.Name}.{link.ForeignKey}")) : [];
        if (named.Count > 0)
        {
            domain.Findings.Followed("required references", "*");
            return named;
        }

        return domain.Findings.Chosen("required references", "*", sides.Take(2)) == 1 ? required : [];
    }

    private static bool IsLater(LinkDraft link) =>
        link.Parent == link.Child
        || (AttributeNames.IsPerson(link.ForeignKey) && link.ForeignKey is not ("created_by" or "uploaded_by" or "submitted_by" or "requested_by" or "owner_id" or "author_id"));
}
