using Schemawright.Diagnostics;
using Schemawright.Facts.Structure.Calls;

namespace Schemawright.Facts.Structure.Classes;

/// <summary>A class of a program that holds data.</summary>
/// <param name="Marks">What annotates it: <c>@Entity</c>, <c>[Table("boats")]</c>.</param>
/// <param name="Stored">The code itself says that rows of it are kept.</param>
internal sealed record ClassModel(string Name, string? Base, string? Remark, SourceSpan Place, string Words, List<CodeCall> Marks, bool Stored, List<ClassMember> Members);

/// <summary>A field or property of a class.</summary>
/// <param name="Type">The type's text, in the spelling of TypeScript and C#: <c>Trip[]</c>, <c>decimal?</c>; empty when the marks tell it.</param>
/// <param name="Required">What the language itself says of null; null when it says nothing.</param>
internal sealed record ClassMember(string Name, string Type, bool? Required, List<CodeCall> Marks, string? Remark, SourceSpan Place, string Words)
{
    public string? Default { get; init; }

    public bool Calculated { get; init; }
}
