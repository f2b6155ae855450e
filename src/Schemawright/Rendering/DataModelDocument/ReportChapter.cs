using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Domain;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>The reports the documents ask for: what each holds, how old it may be, who reads it, and its statements.</summary>
internal static class ReportChapter
{
    public static void Write(DocumentSource source, MarkdownText text)
    {
        var models = source.Design.ReadModels;
        if (models.Count == 0 && source.Schema.Searches.Count > 0)
        {
            WriteSearches(source, text);
            text.Sql(source.Placement.Sql(Place.Reports));
            return;
        }

        if (models.Count == 0)
        {
            text.Bullets(DecisionList.Of(source.Decisions(5).Where(decision => decision.Id.StartsWith("D05-report-", StringComparison.Ordinal))));
            return;
        }

        var kept = models.Count(model => model.Every is not null);
        text.Paragraph($"The documents ask for {English.Count(models.Count, "report")}, {(kept == models.Count ? "kept in materialised views" : kept == 0 ? "computed when read" : $"{English.Figure(kept)} kept in materialised views and the others computed when read")}:");
        text.Table(["Report", "Figures", "For each", "Made anew", "Read by", "Source"], models.Select(model => (string[])
        [
            MarkdownEscape.Code(model.Name), MarkdownEscape.Text(string.Join(", ", model.Figures.Select(figure => figure.Words))), For(model),
            model.Every is { } every ? $"every {Operations.ShellScript.Each(every)}" : "when read", Readers(source, model), Phrases.Source(model.Origin),
        ]));
        text.Bullets(DecisionList.Of(source.Decisions(5).Where(decision => decision.Id is "D05-reporter" || decision.Id.StartsWith("D05-report-", StringComparison.Ordinal) || models.Any(model => model.Origin.Decision == decision.Id))));
        WriteSearches(source, text);
        text.Sql(source.Placement.Sql(Place.Reports));
    }

    private static void WriteSearches(DocumentSource source, MarkdownText text)
    {
        if (source.Schema.Searches.Count > 0)
        {
            text.Paragraph($"Words are searched through {English.List(source.Schema.Searches.Select(search => MarkdownEscape.Code($"SELECT … FROM {search.Function.Name}('text') JOIN {Postgres.Lowering.Target.NameOf(search.Table)} USING (id)")).ToSeq())}; each answers with keys{(source.Schema.Searches.Any(search => search.Function.SecurityDefiner) ? ", of a tenant's table with those of the session's tenant alone, through the index that a policy would put out of reach" : "")}.");
            text.Bullets(DecisionList.Of(source.Decisions(6).Where(decision => decision.Id == "D06-search")));
        }
    }

    private static string For(ReadModelDesign model)
    {
        var keys = model.Keys.Select(key => MarkdownEscape.Code(key.Name)).ToArray();
        var top = model.Top is { } first ? $" (the first {English.Figure(first)})" : "";
        return (keys.Length == 0 ? "all rows" : string.Join(", ", keys)) + (model.TenantColumn is null ? "" : $" within {MarkdownEscape.Code(model.TenantColumn)}") + top;
    }

    private static string Readers(DocumentSource source, ReadModelDesign model)
    {
        var shown = source.Schema.ReadModels.FirstOrDefault(known => known.Shown.Name.Name.Text == model.Name)?.Shown;
        var roles = shown is null ? [] : source.Schema.ReadModels.First(known => known.Shown == shown).Grants.Where(grant => grant.Object.Text == $"TABLE {shown.Name}").Select(grant => MarkdownEscape.Code(grant.Role.Text)).ToArray();
        return roles.Length == 0 ? "nobody may read all of its rows" : string.Join(", ", roles);
    }
}
