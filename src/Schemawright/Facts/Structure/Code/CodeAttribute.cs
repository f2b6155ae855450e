using Schemawright.Collections;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure.Code;

/// <summary>What a member's type says of the attribute: scalar, union, list, or another type of the code.</summary>
internal sealed class CodeAttribute(IReadOnlyDictionary<string, Seq<string>> unions)
{
    /// <summary>What programs exchange as text because JSON has no type for it.</summary>
    private static readonly DataKind[] Carried = [DataKind.Date, DataKind.Timestamp, DataKind.Time, DataKind.Money, DataKind.Uuid];

    private static readonly string[] Wrappers =
        ["Array<", "List<", "Set<", "ReadonlyArray<", "ICollection<", "IEnumerable<", "IList<", "HashSet<", "IReadOnlyList<", "IReadOnlyCollection<", "Collection<", "MutableList<", "MutableSet<", "ArrayList<", "SortedSet<", "Iterable<", "Relation<"];

    public AttributeFact Complete(AttributeFact blank, CodeMember member, string? remark)
    {
        var (text, nullable) = WithoutNull(Plain(member.Type));
        var fact = blank with { TypeText = member.Type.Trim(), Required = member.Optional || nullable ? false : blank.Required };
        var typed = Typed(fact, text, member.Name);
        return remark is null ? typed : AttributeNotes.Apply(typed, remark);
    }

    /// <summary>The other type a member holds, and whether it holds many of them.</summary>
    public static (string Name, bool Many)? Held(string type)
    {
        var text = WithoutNull(Plain(type)).Text;
        var many = text.EndsWith("[]", StringComparison.Ordinal);
        var name = many ? text[..^2] : text;
        foreach (var wrapper in Wrappers)
        {
            if (name.StartsWith(wrapper, StringComparison.Ordinal) && name.EndsWith('>'))
            {
                (name, many) = (name[wrapper.Length..^1], true);
            }
        }

        return name.Length > 1 && char.IsUpper(name[0]) && EntityNames.IsPlain(name) && TypeVocabulary.KindOf(name) is null ? (name, many) : null;
    }

    private AttributeFact Typed(AttributeFact fact, string text, string name)
    {
        var bare = text.EndsWith("[]", StringComparison.Ordinal) ? text[..^2] : text;
        if (unions.TryGetValue(bare, out var values) && values.Count > 0)
        {
            return fact with { Type = new DataType(DataKind.Enumeration, Values: values, IsArray: bare.Length < text.Length) };
        }

        if (text.Equals("Date", StringComparison.Ordinal))
        {
            // A JavaScript Date is an instant; a name that ends in "date" still means a day.
            return fact with { Type = DataType.Of(HeadNounTypes.Guess(name)?.Kind == DataKind.Date ? DataKind.Date : DataKind.Timestamp) };
        }

        if (text is "string" && ReferenceWords.Stem(name) is not null)
        {
            return fact; // what it refers to tells what it is
        }

        if (TypeWords.Read(text, name) is { } reading)
        {
            var specific = reading.Type is { Kind: DataKind.ShortText, IsArray: false, Length: null } && HeadNounTypes.Guess(name) is { } guess && (guess.Kind is DataKind.Email or DataKind.Url or DataKind.Phone or DataKind.IpAddress || (text is "string" && guess is { IsArray: false } && Carried.Contains(guess.Kind))) ? guess : reading.Type;
            return AttributeNotes.Apply(fact with { Type = specific }, reading.Rest);
        }

        return Held(text) is var (other, many) && !IsValueType(other) ? fact with { References = other, Type = many ? new DataType(DataKind.Unknown, IsArray: true) : null } : fact;
    }

    /// <summary>A type called OrderStatus that the code does not show holds values, not rows.</summary>
    private static bool IsValueType(string name) =>
        Naming.Words(name) is [.., "status" or "state" or "type" or "role" or "category" or "kind" or "level" or "priority" or "enum" or "mode"];

    /// <summary>Prose may follow a type in a document: <c>string (unique)</c> stays, a trailing comma goes.</summary>
    private static string Plain(string type) => type.Trim().TrimEnd(';', ',').Replace('\n', ' ').Trim().TrimStart('|').Trim();

    private static (string Text, bool Nullable) WithoutNull(string type)
    {
        if (!type.Contains('|'))
        {
            return (type, false);
        }

        var parts = TextScan.Split(type, '|').Select(part => part.Trim()).ToList();
        var kept = parts.Where(part => part is not ("null" or "undefined")).ToList();
        return (string.Join(" | ", kept), kept.Count < parts.Count);
    }
}
