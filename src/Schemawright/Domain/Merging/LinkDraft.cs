using Schemawright.Diagnostics;

namespace Schemawright.Domain.Merging;

/// <summary>A reference of a child to its parent while it is being merged from several places.</summary>
internal sealed class LinkDraft(EntityDraft parent, EntityDraft child, string role, string foreignKey)
{
    public EntityDraft Parent { get; } = parent;

    public EntityDraft Child { get; } = child;

    public string Role { get; set; } = role;

    public string ForeignKey { get; set; } = foreignKey;

    /// <summary>Stated NOT NULL, optional, or not said.</summary>
    public bool? Required { get; set; }

    /// <summary>At most one child for each parent.</summary>
    public bool Unique { get; set; }

    /// <summary>Each parent has at least one child.</summary>
    public bool ParentNeedsChild { get; set; }

    public DeleteRule? OnDelete { get; set; }

    /// <summary>Every place that says what becomes of the children when their parent goes.</summary>
    public List<(DeleteRule Rule, SourceSpan Source)> Deletions { get; } = [];

    public bool Identifying { get; set; }

    public string? Label { get; set; }

    /// <summary>An attribute of the child states it, rather than a line between two boxes.</summary>
    public bool StatedByAttribute { get; set; }

    /// <summary>Only a drawing states it, while written attributes of the child leave it out.</summary>
    public SourceSpan? DrawnOnly { get; set; }

    /// <summary>The weight of the strongest place that states it.</summary>
    public int Strength { get; set; }

    public List<SourceSpan> Sources { get; } = [];

    public string? Decision { get; set; }

    /// <summary>How the document calls it: <c>Order.customer</c>.</summary>
    public string Path => $"{Child.Name}.{Role}";
}
