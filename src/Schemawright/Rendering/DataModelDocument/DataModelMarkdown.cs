using Schemawright.Collections;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>DATA_MODEL.md: the headings of the template, in its order, none added and none left out.</summary>
internal static class DataModelMarkdown
{
    private static readonly Seq<IDocumentSection> Sections =
    [
        new Overview(),
        new Group("Database Architecture"),
        new TechnologyStack(),
        new DesignPrinciples(),
        new Group("Entity Relationship Diagram"),
        new HighLevelErd(),
        new RelationshipDefinitions(),
        new DetailedSchemaDesign(),
        new CoreEntities(),
        new SupportingTables(),
        new JunctionTables(),
        new Group("Data Types & Constraints"),
        new StandardDataTypes(),
        new ConstraintPatterns(),
        new Group("Indexing Strategy"),
        new PrimaryIndexes(),
        new PerformanceIndexes(),
        new Group("Data Integrity Rules"),
        new ReferentialIntegrity(),
        new DataValidationFunctions(),
        new Group("Audit & Versioning"),
        new AuditStrategy(),
        new VersioningImplementation(),
        new Group("Migration Strategy"),
        new InitialSchemaCreation(),
        new SchemaEvolution(),
        new Group("Data Seeding"),
        new DevelopmentSeedData(),
        new Group("Performance Optimization"),
        new QueryOptimization(),
        new PartitioningStrategy(),
        new Group("Multi-Tenancy Design"),
        new TenancyApproach(),
        new Group("Backup & Recovery"),
        new BackupStrategy(),
        new RecoveryProcedures(),
        new Group("Data Privacy & Security"),
        new PiiHandling(),
        new DataMasking(),
        new Group("Monitoring & Maintenance"),
        new KeyMetrics(),
        new MaintenanceTasks(),
        new Group("Schema Documentation"),
        new TableDocumentation(),
        new DataDictionary(),
        new ClarificationRequests(),
    ];

    public static string Render(DocumentSource source)
    {
        var text = new MarkdownText();
        text.Heading(1, $"Data Model & Database Design: {MarkdownEscape.Text(source.Domain.AppName)}");
        foreach (var section in Sections)
        {
            text.Heading(section.Level, section.Heading(source));
            section.Write(source, text);
        }

        return text.ToString();
    }
}
