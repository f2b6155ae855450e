using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Terms;

namespace Schemawright.Facts;

/// <summary>The form a fact was read from; more specific forms win over vaguer ones where two disagree.</summary>
public enum FactForm { Sentence, List, Table, Diagram, Box, EntityBlock, Interface, Sql }

/// <param name="Name">As written (<c>Users</c>, <c>order_items</c>, <c>LineItem</c>).</param>
/// <param name="Weak">The form may also describe something that is no stored entity (a service's request type, say):
/// the domain keeps it only when something else confirms it.</param>
public sealed record EntityFact(
    string Name, string? Description, FactForm Form, DocumentKind Document, SourceSpan Source, string Words, bool Weak = false) : Fact(Source, Words);

/// <summary>An attribute as one place of the input states it.</summary>
/// <param name="Entity">The entity's name as written there.</param>
/// <param name="Name">As written (<c>firstName</c>, <c>tax_id</c>, <c>Order date</c>).</param>
/// <param name="Type">What the type words mean; null when none were given.</param>
/// <param name="References">The entity a foreign key names, as written.</param>
/// <param name="Required">Stated NOT NULL or optional; null when not said.</param>
/// <param name="Default">As written, without quotes.</param>
/// <param name="Check">A CHECK or range in the same place, as a tree over this entity's attributes.</param>
/// <param name="Marks">Words that ask for protection or derivation: encrypted, hashed, masked, calculated, immutable, unique-lower.</param>
public sealed record AttributeFact(
    string Entity, string Name, FactForm Form, DocumentKind Document, SourceSpan Source, string Words) : Fact(Source, Words)
{
    public string? TypeText { get; init; }
    public DataType? Type { get; init; }
    public bool? Required { get; init; }
    public bool? Unique { get; init; }

    /// <summary>The thing within which alone it is unique ("unique per branch"), as written.</summary>
    public string? UniqueWithin { get; init; }
    public bool? PrimaryKey { get; init; }
    public string? Default { get; init; }
    public string? References { get; init; }
    public string? OnDelete { get; init; }
    public Expr? Check { get; init; }
    public Seq<string> Marks { get; init; }
    public string? Note { get; init; }
}

/// <summary>Two names that the documents give one thing.</summary>
/// <param name="Name">The name explained, as written, with up to two words before its noun.</param>
/// <param name="Alias">The other name, as written.</param>
/// <param name="Stated">Said in so many words ("also called"); a bare name in brackets only suggests it.</param>
public sealed record SynonymFact(string Name, string Alias, bool Stated, SourceSpan Source, string Words) : Fact(Source, Words);

/// <summary>A key over several attributes: PRIMARY KEY (a, b), UNIQUE (a, b), "no two Xs of the same Y share an A".</summary>
public sealed record KeyFact(
    string Entity, Seq<string> Attributes, bool Primary, bool IgnoreCase, Expr? Where, SourceSpan Source, string Words) : Fact(Source, Words);

/// <summary>A relationship as one place states it. A side's cardinality is null when that place does not say it.</summary>
/// <param name="From">Left entity as written.</param>
/// <param name="To">Right entity as written.</param>
/// <param name="FromCardinality">How many of From go with one To.</param>
/// <param name="ToCardinality">How many of To go with one From.</param>
/// <param name="Label">The verb or label, as written.</param>
/// <param name="Role">The foreign key or role named, when one is.</param>
/// <param name="OnDelete">cascade, restrict, set null; null when not said.</param>
public sealed record RelationshipFact(
    string From, string To, Cardinality? FromCardinality, Cardinality? ToCardinality, string? Label, string? Role,
    string? OnDelete, FactForm Form, DocumentKind Document, SourceSpan Source, string Words) : Fact(Source, Words);

/// <param name="Entity">As written in the heading or title ("Order State Machine" gives <c>Order</c>); null when unknown.</param>
/// <param name="Attribute">The state attribute when named; else null (usually becomes status).</param>
public sealed record StateMachineFact(
    string? Entity, string? Attribute, Seq<StateFact> States, Seq<TransitionFact> Transitions, Seq<string> Initial,
    FactForm Form, DocumentKind Document, SourceSpan Source, string Words) : Fact(Source, Words)
{
    /// <summary>Lines that state the machine beside the states and transitions: where it starts and ends, what takes how long.</summary>
    public Seq<SourceSpan> Stated { get; init; } = [];
}

/// <param name="TransitionsListed">True when the state lists its successors, be it an empty list: then it is terminal.</param>
/// <param name="TimeoutAfter">"30 days → expired": after this long …</param>
/// <param name="TimeoutTo">… the state becomes this.</param>
/// <param name="Requires">Attributes that must be filled in this state, as written.</param>
/// <param name="Retention">How long rows in this state are kept.</param>
public sealed record StateFact(
    string Name, string? Description, bool TransitionsListed, Period? TimeoutAfter, string? TimeoutTo,
    Seq<string> Requires, Period? Retention, Seq<string> Permissions, SourceSpan Source)
{
    /// <summary>The line that names what the state requires, when it is a line of its own.</summary>
    public SourceSpan? RequiresAt { get; init; }

    /// <summary>The date from which the time limit counts; null: from when the state began.</summary>
    public string? TimeoutSince { get; init; }
}

/// <param name="Conditions">What must hold for the transition, each with its place.</param>
/// <param name="Actions">What is done on it, each with its place.</param>
public sealed record TransitionFact(
    string From, string To, string? Trigger, Seq<PlacedText> Conditions, Seq<PlacedText> Actions, SourceSpan Source);

/// <summary>Words with their place.</summary>
public sealed record PlacedText(string Text, SourceSpan Source);
