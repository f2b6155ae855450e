using Schemawright.Design;
using Schemawright.Domain;
using Schemawright.Postgres.Model;

namespace Schemawright.Rendering;

/// <summary>The tables of the schema beside what the design and the domain say of them.</summary>
internal sealed class ModelTables(DomainModel domain, DataDesign design, PgSchema schema)
{
    private readonly Dictionary<string, TableDesign> _designs = design.Tables.ToDictionary(table => table.Name, StringComparer.Ordinal);
    private readonly Dictionary<string, PgTable> _tables = schema.Tables.ToDictionary(table => table.Name.Name.Text, StringComparer.Ordinal);
    private readonly ILookup<string, Relationship> _links = domain.Relationships.ToLookup(link => link.Child, StringComparer.Ordinal);

    public DomainModel Domain => domain;

    public DataDesign Design => design;

    public PgSchema Schema => schema;

    /// <summary>The tables of the model with their design; technical tables of the schema have none.</summary>
    public IEnumerable<TablePair> Tables => schema.Tables.Select(table => new TablePair(table, _designs.GetValueOrDefault(table.Name.Name.Text)));

    public TablePair? Find(string table) =>
        _tables.TryGetValue(table, out var known) ? new(known, _designs.GetValueOrDefault(table)) : null;

    public Relationship? LinkOf(TableDesign table, ForeignKeyDesign key) =>
        table.Entity is null ? null : _links[table.Entity].FirstOrDefault(link => string.Equals(link.Role, key.Role, StringComparison.Ordinal));
}

/// <summary>A table as the server will hold it and as it was designed.</summary>
internal sealed record TablePair(PgTable Table, TableDesign? Design)
{
    public string Name => Table.Name.Name.Text;

    public TableKind Kind => Design?.Kind ?? TableKind.Supporting;

    /// <summary>The columns with their design, in the order of the table.</summary>
    public IEnumerable<ColumnPair> Columns => Table.Columns.Select(column => new ColumnPair(column, Design?.Find(column.Name.Text)));

    public ForeignKeyDesign? DesignOf(PgForeignKey key) =>
        Design?.ForeignKeys.FirstOrDefault(known => string.Equals(known.Name, key.Name.Text, StringComparison.Ordinal));
}

internal sealed record ColumnPair(PgColumn Column, ColumnDesign? Design)
{
    public string Name => Column.Name.Text;
}
