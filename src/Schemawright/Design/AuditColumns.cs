using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>The bookkeeping every entity table carries: when it was made and changed, and which version it is.</summary>
internal static class AuditColumns
{
    /// <param name="unchanging">No row may ever be changed, so there is nothing to count and no last change.</param>
    public static TableDesign AddTo(TableDesign table, Entity entity, bool unchanging)
    {
        var linkOnly = unchanging || (entity.Kind == EntityKind.Junction && entity.Attributes.Count == 0);
        var columns = table.Columns.Select(Adopt).ToList();
        var versioned = !linkOnly && !columns.Exists(column => column is { Name: "version", Role: not ColumnRole.Version });
        Add(Time("created_at", ColumnRole.CreatedAt, "When the row was created."));
        if (!linkOnly)
        {
            Add(Time("updated_at", ColumnRole.UpdatedAt, "When the row was last changed."));
        }

        if (versioned)
        {
            Add(new("version", DataType.Of(DataKind.Integer), false, ColumnRole.Version, "Counts the changes; an update with another version is refused.", Origin.Decided(LayOutTables.VersionDecision)) { Default = Literal.Number(1) });
        }

        return table.WithColumns(columns) with { OptimisticLock = versioned };

        void Add(ColumnDesign column)
        {
            if (!columns.Exists(known => known.Name == column.Name))
            {
                columns.Add(column);
            }
        }
    }

    /// <summary>A stated column of the same meaning keeps its source and takes the bookkeeping role.</summary>
    private static ColumnDesign Adopt(ColumnDesign column) => column.Name switch
    {
        "created_at" => Adopted(column, Time(column.Name, ColumnRole.CreatedAt, "When the row was created.")),
        "updated_at" => Adopted(column, Time(column.Name, ColumnRole.UpdatedAt, "When the row was last changed.")),
        "version" when column.Type.Kind is DataKind.Integer or DataKind.BigInteger or DataKind.Unknown =>
            Adopted(column, new(column.Name, DataType.Of(DataKind.Integer), false, ColumnRole.Version, "Counts the changes.", column.Origin) { Default = Literal.Number(1) }),
        _ => column,
    };

    private static ColumnDesign Adopted(ColumnDesign stated, ColumnDesign form) =>
        form with { Comment = stated.Comment.Length > 0 ? stated.Comment : form.Comment, Origin = stated.Origin };

    private static ColumnDesign Time(string name, ColumnRole role, string comment) =>
        new(name, DataType.Of(DataKind.Timestamp), false, role, comment, Origin.Decided(LayOutTables.TimestampsDecision)) { Default = new Clock(ClockKind.Now) };
}
