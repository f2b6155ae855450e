using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Facts;
using Schemawright.Terms;

namespace Schemawright.Domain.Merging;

/// <summary>All places that state one attribute, the strongest first.</summary>
internal sealed class AttributeGroup(string name, IEnumerable<AttributeFact> facts)
{
    public string Name { get; init; } = name;

    public IReadOnlyList<AttributeFact> Facts { get; } = [.. facts.OrderByDescending(Strength.Of).ThenByDescending(fact => fact.Source)];

    public Origin Origin => new(Facts.Select(fact => fact.Source).Distinct().Order().ToSeq());

    /// <summary>The type of the strongest written place; a drawing's type only when nothing else has one.</summary>
    public DataType? Type =>
        Typed.FirstOrDefault(fact => !Strength.IsDrawing(fact.Form))?.Type ?? Typed.FirstOrDefault()?.Type;

    public IEnumerable<AttributeFact> Typed => Facts.Where(fact => fact.Type is { Kind: not DataKind.Unknown });

    /// <summary>A written place (not a drawing) gives it a type of text.</summary>
    public bool IsWrittenText => Typed.FirstOrDefault(fact => !Strength.IsDrawing(fact.Form)) is { Type: { IsArray: false } type }
        && type.Kind is DataKind.ShortText or DataKind.LongText && !IsWrittenUuid;

    public bool IsArray => Facts.Any(fact => fact.Type?.IsArray == true || IsList(fact.TypeText));

    public bool IsUnique => Facts.Any(fact => fact.Unique == true);

    public bool HasMark(string mark) => Facts.Any(fact => fact.Marks.Any(known => known.Contains(mark, StringComparison.OrdinalIgnoreCase)));

    public string? Note => Facts.Select(fact => fact.Note).FirstOrDefault(note => !string.IsNullOrWhiteSpace(note));

    private static bool IsList(string? type) =>
        type is not null && (type.EndsWith("[]", StringComparison.Ordinal) || type.Contains("array", StringComparison.OrdinalIgnoreCase) || type.StartsWith("list", StringComparison.OrdinalIgnoreCase) || type.StartsWith("set<", StringComparison.OrdinalIgnoreCase));

    private bool IsWrittenUuid => Typed.Any(fact => fact.Type!.Kind == DataKind.Uuid);
}
