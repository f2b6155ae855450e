using System.Text.Json.Serialization;
using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules;

public enum TriggerKind
{
    /// <summary>Holds for every stored row at all times.</summary>
    Always,

    /// <summary>Holds at the moment a row is created.</summary>
    OnInsert,

    /// <summary>Holds at the moment the named attributes are given or changed (insert included).</summary>
    OnChange,

    /// <summary>Holds at the moment the state attribute takes one of the named values (insert included).</summary>
    OnEnter,

    /// <summary>Holds at the moment a row is deleted.</summary>
    OnDelete,
}

/// <param name="Attributes">For OnChange: which. For OnEnter: the state attribute alone.</param>
/// <param name="States">For OnEnter: the states entered.</param>
/// <param name="FromStates">For OnEnter: only when coming from one of these; empty for any.</param>
public sealed record RuleTrigger(TriggerKind Kind, Seq<string> Attributes = default, Seq<string> States = default, Seq<string> FromStates = default)
{
    public static RuleTrigger Always { get; } = new(TriggerKind.Always);

    public static RuleTrigger OnInsert { get; } = new(TriggerKind.OnInsert);
}

/// <summary>A business rule about the rows of one entity.</summary>
/// <param name="Id">Stable and unique: the document's code and the line's place in it (<c>BR001.3</c>), or made from entity and demand.</param>
/// <param name="Name">snake_case, at most 40 characters, says what is demanded: <c>end_date_after_start_date</c>. Unique within the entity.</param>
/// <param name="Words">The sentence as the documents have it.</param>
public sealed record Rule(string Id, string Name, string Entity, RuleTrigger Trigger, Demand Demand, string Words, Origin Origin);

/// <summary>What a rule asks for; each kind has its own mechanism in the database.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "demand")]
[JsonDerivedType(typeof(Holds), "holds")]
[JsonDerivedType(typeof(NoOverlap), "noOverlap")]
[JsonDerivedType(typeof(AtMost), "atMost")]
[JsonDerivedType(typeof(AtLeast), "atLeast")]
[JsonDerivedType(typeof(Unchangeable), "unchangeable")]
[JsonDerivedType(typeof(NotDeletable), "notDeletable")]
[JsonDerivedType(typeof(NoCycle), "noCycle")]
[JsonDerivedType(typeof(Gapless), "gapless")]
[JsonDerivedType(typeof(Determines), "determines")]
public abstract record Demand;

/// <summary>The condition must not be false. Unknown (null) passes, unless the condition says IsPresent.</summary>
public sealed record Holds(Expr Condition) : Demand;

/// <summary>No two rows with equal keys overlap in [start, end).</summary>
/// <param name="Keys">Attributes or roles.</param>
public sealed record NoOverlap(Seq<string> Keys, string Start, string End, Expr? Where) : Demand;

/// <summary>At most so many rows of this entity per parent role (or per attributes), counted where the condition holds.</summary>
/// <param name="Per">Roles or attributes that form the group; empty for the whole tenant.</param>
/// <param name="Sum">The attribute whose sum is limited; null for a count of rows.</param>
/// <param name="Window">Counted for each day, week, month … of an attribute; null: at all times.</param>
public sealed record AtMost(Seq<string> Per, decimal Limit, string? Sum, Expr? Where, RuleWindow? Window = null) : Demand;

/// <summary>The stretch of time a row falls into: the day, month or year of one of its moments.</summary>
public sealed record RuleWindow(string Attribute, PeriodUnit Unit);

/// <summary>At least so many rows of the child entity per row of this entity, from a state on.</summary>
public sealed record AtLeast(string ChildEntity, string Role, int Count, Seq<string> States) : Demand;

/// <summary>The attributes (empty: the whole row) may not change while the condition holds for the row before the change.</summary>
public sealed record Unchangeable(Seq<string> Attributes, Expr? When) : Demand;

/// <summary>The row may not be deleted while the condition holds; null: never.</summary>
public sealed record NotDeletable(Expr? When) : Demand;

/// <summary>Nobody is reached by going up the reference from him: a hierarchy.</summary>
/// <param name="Role">The reference of an entity to itself.</param>
/// <param name="DirectOnly">Only the row itself may not be its own parent.</param>
public sealed record NoCycle(string Role, bool DirectOnly) : Demand;

/// <summary>The rows are numbered one after the other, and no number is left out.</summary>
/// <param name="Per">Roles or attributes that have numbers of their own.</param>
/// <param name="Anew">Numbers begin again with each year, month or day.</param>
public sealed record Gapless(string Attribute, Seq<string> Per, PeriodUnit? Anew) : Demand;

/// <summary>Rows alike in the first attributes are alike in the others: a functional dependency.</summary>
public sealed record Determines(Seq<string> Determinant, Seq<string> Dependent) : Demand;
