using Schemawright.Collections;

namespace Schemawright.Reports.Comparison;

/// <summary>A model as a list of things said about it, each in words: what two models are compared by.</summary>
/// <param name="Product">The product's name.</param>
/// <param name="Entities">The names of the entities in the order of the model.</param>
public sealed record ModelPicture(string Product, Seq<string> Entities, Seq<PicturedThing> Things);

/// <summary>One thing a model says.</summary>
/// <param name="Entity">Whom it belongs to; empty for the product as a whole.</param>
/// <param name="Kind">attribute, reference, key, state, transition, rule, permission, retention, …; for objects of the database: table, column, index, ….</param>
/// <param name="Name">What tells it from others of its kind and entity.</param>
/// <param name="Words">What it is; two versions of it differ in these.</param>
/// <param name="InDatabase">An object of the database, which follows from the rest.</param>
public sealed record PicturedThing(string Entity, string Kind, string Name, string Words, bool InDatabase = false);
