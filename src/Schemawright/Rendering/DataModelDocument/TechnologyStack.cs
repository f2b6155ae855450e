using Schemawright.Domain;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>The stores the documents name, each with its purpose and its source.</summary>
internal sealed class TechnologyStack : IDocumentSection
{
    private static readonly (TechnologyRole Role, string Label, string Otherwise)[] Lines =
    [
        (TechnologyRole.Database, "Primary Database", "PostgreSQL 15 or newer; the documents name no database, and this one holds every rule below"),
        (TechnologyRole.Cache, "Cache Layer", "none named in the documents; the design relies on no cache"),
        (TechnologyRole.Search, "Search Engine", "none named in the documents; what is searched is served by PostgreSQL's own indexes"),
        (TechnologyRole.FileStorage, "File Storage", "none named in the documents; the model stores no file contents, only where files are"),
        (TechnologyRole.Warehouse, "Data Warehouse", "none named in the documents; reports read the primary database"),
    ];

    public int Level => 3;

    public string Heading(DocumentSource source) => "Technology Stack";

    public void Write(DocumentSource source, MarkdownText text)
    {
        var known = source.Domain.Technologies.ToLookup(technology => technology.Role);
        text.Bullets(
        [
            .. Lines.Select(line => $"**{line.Label}**: {(known[line.Role].Any() ? Products(known[line.Role]) : line.Otherwise)}"),
            .. known[TechnologyRole.Queue].Any() ? new[] { $"**Queue**: {Products(known[TechnologyRole.Queue])}" } : [],
            .. known[TechnologyRole.Other].Any() ? new[] { $"**Also named**: {Products(known[TechnologyRole.Other])}" } : [],
        ]);
        StackTables.Write(source, text);
    }

    private static string Products(IEnumerable<Technology> technologies) => string.Join("; ", technologies.Select(Product));

    private static string Product(Technology technology)
    {
        var purpose = technology.Purpose is { Length: > 0 } words ? $", {MarkdownEscape.Text(words)}" : "";
        return $"{MarkdownEscape.Text($"{technology.Product} {technology.Version}".TrimEnd())}{purpose} ({Phrases.Source(technology.Origin)})";
    }
}
