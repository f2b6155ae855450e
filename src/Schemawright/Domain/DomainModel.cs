using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain.Rules;
using Schemawright.Terms;

namespace Schemawright.Domain;

/// <summary>
/// What the business means: one entry per thing, contradictions decided (and asked), references resolved.
/// Many-to-many relationships have become junction entities; every reference is an entity name of this model.
/// </summary>
public sealed record DomainModel
{
    public required string AppName { get; init; }
    public required Origin AppNameOrigin { get; init; }
    public Seq<Entity> Entities { get; init; }
    public Seq<Relationship> Relationships { get; init; }
    public Seq<StateMachine> StateMachines { get; init; }
    public Seq<Rule> Rules { get; init; }
    public Seq<Actor> Actors { get; init; }
    public Seq<Permission> Permissions { get; init; }
    public required Tenancy Tenancy { get; init; }
    public Seq<RetentionRequirement> Retention { get; init; }
    public Seq<LegalHold> Holds { get; init; }
    public Seq<ScaleFigure> Scale { get; init; }
    public Seq<Skew> Skews { get; init; }
    public Seq<Technology> Technologies { get; init; }

    /// <summary>Where the documents name one for the whole product; null: universal time.</summary>
    public ProductZone? Zone { get; init; }

    public Seq<AccessPath> AccessPaths { get; init; }
    public Seq<Report> Reports { get; init; }
    public Seq<RecoveryTarget> Recovery { get; init; }
    public Seq<PrivacyDemand> Privacy { get; init; }
    public Seq<AuditDemand> Audit { get; init; }

    /// <summary>What became of the rule-like statements that no rule came of: answered elsewhere, context, or unclear.</summary>
    public Seq<Disposition> Dispositions { get; init; }

    public Entity? Find(string entity) => Entities.FirstOrDefault(known => string.Equals(known.Name, entity, StringComparison.Ordinal));

    /// <summary>The relationships in which the entity is the child: its foreign keys.</summary>
    public IEnumerable<Relationship> ParentsOf(string entity) => Relationships.Where(link => string.Equals(link.Child, entity, StringComparison.Ordinal));
}

public enum EntityKind
{
    Core,

    /// <summary>Resolves a many-to-many relationship.</summary>
    Junction,

    /// <summary>Lives and dies with its parent.</summary>
    Child,

    /// <summary>A list of values that users or the law maintain.</summary>
    Reference,

    /// <summary>The documents' own audit trail: realised by the generic audit log.</summary>
    AuditTrail,
}

/// <param name="Name">Singular, PascalCase: <c>OrderItem</c>.</param>
/// <param name="TableName">Plural, snake_case: <c>order_items</c>.</param>
/// <param name="Description">One sentence from the documents, or made from what is known.</param>
/// <param name="Aliases">Other names the documents use for it, roles included.</param>
public sealed record Entity(string Name, string TableName, EntityKind Kind, string Description, Origin Origin)
{
    /// <summary>Own attributes in document order; foreign keys are relationships, not attributes. A surrogate key <c>id</c> is not listed.</summary>
    public Seq<EntityAttribute> Attributes { get; init; }

    public Seq<NaturalKey> Keys { get; init; }

    public Seq<string> Aliases { get; init; }

    /// <summary>How the documents identify it: "uuid", "bigint", or null when they do not say; never both id and natural.</summary>
    public DataKind? StatedKey { get; init; }

    /// <summary>Attributes of a composite or natural primary key the documents state; empty for a surrogate key.</summary>
    public Seq<string> StatedPrimaryKey { get; init; }

    public EntityAttribute? Find(string attribute) => Attributes.FirstOrDefault(known => string.Equals(known.Name, attribute, StringComparison.Ordinal));
}

public enum PrivacyClass { None, Personal, Sensitive, Secret }

/// <param name="Name">snake_case.</param>
/// <param name="TypeAssumed">True when the head noun or a decision gave the type, not the documents.</param>
/// <param name="Default">A literal, or a Clock for "now"; null when none is stated.</param>
/// <param name="Derived">How it is computed, when the documents say so.</param>
public sealed record EntityAttribute(string Name, DataType Type, bool Required, Origin Origin)
{
    public bool TypeAssumed { get; init; }
    public bool Immutable { get; init; }
    public Expr? Default { get; init; }
    public Expr? Derived { get; init; }
    public PrivacyClass Privacy { get; init; }
    public bool Encrypted { get; init; }
    public bool Hashed { get; init; }
    public string Description { get; init; } = "";
}

/// <summary>A stated uniqueness: UNIQUE (attributes) within the tenant unless Global.</summary>
/// <param name="Attributes">Attribute names; a role name stands for its foreign key.</param>
/// <param name="Where">Only among rows for which this holds ("one active per").</param>
public sealed record NaturalKey(Seq<string> Attributes, bool IgnoreCase, bool Global, Expr? Where, Origin Origin);

public enum DeleteRule { Restrict, Cascade, SetNull }

/// <summary>Each Child refers to Parent through a foreign key.</summary>
/// <param name="Role">The foreign key's name without <c>_id</c>: <c>customer</c>, <c>approved_by</c>. Unique within the child.</param>
/// <param name="ForeignKey">The column: as the documents name it (<c>approved_by</c>), else role + <c>_id</c>.</param>
/// <param name="Parents">How many parents a child has: 0..1 or 1.</param>
/// <param name="Children">How many children a parent has; a most of 1 makes the foreign key unique.</param>
/// <param name="Identifying">The child is part of its parent: deleted with it unless stated otherwise.</param>
public sealed record Relationship(
    string Parent, string Child, string Role, string ForeignKey, Cardinality Parents, Cardinality Children,
    DeleteRule OnDelete, bool Identifying, string Label, Origin Origin)
{
    /// <summary>The documents say what becomes of the child when its parent is deleted.</summary>
    public bool DeletionStated { get; init; }
}

/// <param name="Attribute">The state attribute of the entity; it is in the entity's attributes with these values.</param>
/// <param name="Initial">The states a new row may have.</param>
public sealed record StateMachine(string Entity, string Attribute, Seq<State> States, Seq<string> Initial, Seq<Transition> Transitions, Origin Origin);

/// <param name="Terminal">No way leads out.</param>
public sealed record State(string Name, string Description, bool Terminal, Origin Origin)
{
    public Period? TimeoutAfter { get; init; }
    public string? TimeoutTo { get; init; }

    /// <summary>The attribute from which the time limit counts; null: from when the state began.</summary>
    public string? TimeoutSince { get; init; }
}

public sealed record Transition(string From, string To, string? Trigger, Origin Origin);

/// <summary>A role of the product's users.</summary>
/// <param name="Name">snake_case: <c>production_manager</c>, never a word of PostgreSQL.</param>
/// <param name="RoleValue">The value of the user entity's role attribute that stands for it; null when there is none.</param>
public sealed record Actor(string Name, string Description, string? RoleValue, Origin Origin);

public enum AccessKind { Create, Read, Update, Delete, Approve }

public enum AccessReach { All, Own, Assigned }

/// <param name="Entity">An entity, or null where the resource is no entity.</param>
/// <param name="Where">Only rows for which this holds (drafts); null: all within reach.</param>
public sealed record Permission(string Actor, AccessKind Kind, string Entity, AccessReach Reach, bool Allowed, string Words, Origin Origin, Expr? Where = null)
{
    /// <summary>The one attribute that may, or may not, be changed; null for the row as a whole.</summary>
    public string? Attribute { get; init; }
}
