using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Deeds;

/// <summary>How a deed shows in the stored rows.</summary>
internal enum DeedKind
{
    /// <summary>A row is made that refers to the thing.</summary>
    Making,

    /// <summary>A row takes a state.</summary>
    Entering,

    /// <summary>Attributes of a row change.</summary>
    Changing,

    /// <summary>The moment at which it is done is entered into a row.</summary>
    Filling,

    /// <summary>A row is deleted.</summary>
    Deleting,
}

/// <summary>Something that is done with a thing, as the stored rows tell it.</summary>
/// <param name="Rows">The rows on which it shows: the thing's own, or those made for it.</param>
/// <param name="Roles">From those rows to the thing; empty when they are its own.</param>
/// <param name="Names">The states entered, or the attributes changed; empty for all of them.</param>
/// <param name="Toward">The quality of what it is done with, over the rows; null when none is said.</param>
internal sealed record Deed(DeedKind Kind, EntityTerms Rows, Seq<string> Roles, Seq<string> Names, Expr? Toward, string Said);
