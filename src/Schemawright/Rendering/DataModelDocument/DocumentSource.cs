using Schemawright.Collections;
using Schemawright.Coverage;
using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Postgres.Ddl;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>What the sections of the document read.</summary>
internal sealed class DocumentSource(DomainModel domain, DataDesign design, PgSchema schema, CoverageLedger ledger, Seq<Clarification> questions)
{
    public ModelTables Model { get; } = new(domain, design, schema);

    public DomainModel Domain => domain;

    public DataDesign Design => design;

    public PgSchema Schema => schema;

    public CoverageLedger Ledger => ledger;

    public Seq<Clarification> Questions => questions;

    public StatementPlacement Placement { get; } = new(schema, SchemaDdl.Write(schema));

    /// <summary>The tables of the model with their design; technical tables of the schema have none.</summary>
    public IEnumerable<TablePair> Tables => Model.Tables;

    public TablePair? Find(string table) => Model.Find(table);

    public Relationship? LinkOf(TableDesign table, ForeignKeyDesign key) => Model.LinkOf(table, key);

    /// <summary>All schemas the model lives in, as the server compares them: <c>ANY (ARRAY['app', 'audit']::regnamespace[])</c>.</summary>
    public SqlText AnySchema => SqlText.Of($"ANY (ARRAY[{SqlText.Join(", ", Namespaces)}]::regnamespace[])");

    private IEnumerable<SqlText> Namespaces => schema.Tables.Select(table => table.Name.Schema).Append(schema.SchemaName).Distinct()
        .Select(name => SqlText.Of($"{SqlLiteral.String(name.ToString())}"));

    public IEnumerable<Decision> Decisions(int checklistItem) => design.Decisions.Where(decision => decision.ChecklistItem == checklistItem);
}
