using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;

namespace Schemawright.Facts.Rules.Protection;

/// <summary>Reads whose data is kept apart: "multi-tenant", "branch-based isolation", <c>user.branch_id !== resource.branch_id</c>.</summary>
internal sealed class TenancyReader : IFactReader
{
    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        foreach (var line in facts.OutlineOf(document).Where(line => line.Form != OutlineForm.Program && !(line.Form == OutlineForm.Entry && line.Topic == HeadingTopic.Infrastructure)))
        {
            foreach (var (kind, entity) in TenancyPhrases.Read(line.Whole))
            {
                facts.Add(new TenancyFact(kind, entity, line.Span, line.Words));
                facts.Classify(line.Span, StatementClass.Rule, "says whose data is kept apart");
            }
        }

        foreach (var fence in document.Blocks.OfType<CodeFence>().Where(fence => !HeadingTopics.StatesNoData(fence)))
        {
            ReadCode(fence, facts);
        }
    }

    private static void ReadCode(CodeFence fence, FactCollector facts)
    {
        foreach (var line in fence.Lines)
        {
            if (TenancyPhrases.ComparedOwner(line.Text) is { } entity)
            {
                facts.Add(new TenancyFact(TenancyKind.Isolation, entity, line.Span, line.Text.Trim()));
                facts.Classify(line.Span, StatementClass.Rule, $"keeps the rows of one {entity} apart from another's");
            }
            else if (TenancyPhrases.OfComment(line.Text) is { } named)
            {
                facts.Add(new TenancyFact(TenancyKind.TenantEntity, named, line.Span, line.Text.Trim()));
            }
        }
    }
}
