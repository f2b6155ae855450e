using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules;

/// <summary>An attribute or reference as a sentence names it.</summary>
/// <param name="Entity">The entity whose rows the path starts at.</param>
/// <param name="Path">Roles and the attribute's name.</param>
/// <param name="Column">What the path ends in.</param>
/// <param name="End">The place after the last token of the name.</param>
/// <param name="Implicit">True when the sentence does not name the parent the path walks to.</param>
internal sealed record Operand(string Entity, Seq<string> Path, Column Column, int End, bool Implicit = false)
{
    public Ref Ref => new(Path);

    public bool IsOwn => Path.Count == 1;

    /// <summary>The same attribute seen from the row that has it, when the sentence did not mean to walk there.</summary>
    public Operand AtHome => Implicit && !IsOwn ? new(Column.Entity, [Column.Name], Column, End) : this;
}
