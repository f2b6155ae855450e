using Schemawright.Design;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>How tenants are kept apart, with every policy as it runs.</summary>
internal sealed class TenancyApproach : IDocumentSection
{
    public int Level => 3;

    public string Heading(DocumentSource source) => $"Approach: {MarkdownEscape.Text(source.Design.Tenancy.Approach)}";

    public void Write(DocumentSource source, MarkdownText text)
    {
        var tenancy = source.Design.Tenancy;
        var origin = Phrases.Source(tenancy.Origin);
        text.Paragraph($"{MarkdownEscape.LineStart(English.Sentence(English.Capital(tenancy.Reason)))}{(origin.Length > 0 ? $" ({origin})" : "")}");
        text.Bullets(DecisionList.Of(source.Decisions(10)));
        if (tenancy.TenantColumn is not null)
        {
            text.Bullets(Scopes(source));
        }

        if (source.Design.Distribution is { } plan)
        {
            text.Paragraph($"Over several servers (`db/operations/citus.sql`, optional and not applied): {English.Count(plan.Tables.Count, "table")} by the tenant's key, each tenant's rows on one server; copies of {(plan.Copied.Count == 0 ? "no table" : Phrases.Names(plan.Copied))} on every server. What is then no longer kept:");
            text.Bullets(plan.Lost.Select(MarkdownEscape.Text));
        }

        var policies = source.Placement.At(Place.Policies).ToArray();
        if (policies.Length > 0)
        {
            text.Paragraph($"A session without a tenant sees no row and can write none. {English.Capital(English.Count(policies.Length, "statement"))} keep the rows apart, policies before they are switched on:");
            text.Sql(policies.Select(statement => statement.Sql));
        }
    }

    private static IEnumerable<string> Scopes(DocumentSource source)
    {
        var scopes = source.Design.Tables.ToLookup(table => table.Scope);
        foreach (var (scope, words) in new[] { (TenantScope.TenantRoot, "The tenants themselves"), (TenantScope.Scoped, "Rows of one tenant each"), (TenantScope.Global, "Shared by all tenants") })
        {
            if (scopes[scope].Any())
            {
                yield return $"{words}: {Phrases.Names(scopes[scope].Select(table => table.Name))}";
            }
        }
    }
}
