using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure.Mermaid;

/// <summary>An attribute in a Mermaid block: <c>string email UK "login name"</c>.</summary>
internal sealed record MermaidAttribute(string Type, string Name, string Keys, string? Comment)
{
    public static MermaidAttribute? Parse(string text)
    {
        var quote = text.IndexOf('"', StringComparison.Ordinal);
        var comment = quote < 0 ? null : text[(quote + 1)..].TrimEnd().TrimEnd('"').Trim();
        var words = (quote < 0 ? text : text[..quote]).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2)
        {
            return null;
        }

        var keys = string.Concat(words.Skip(2)).ToUpperInvariant();
        return new(words[0], words[1].TrimEnd(',', ';'), keys, string.IsNullOrEmpty(comment) ? null : comment);
    }

    public AttributeFact Complete(AttributeFact fact)
    {
        var keys = Keys.Split(',');
        var typed = fact with
        {
            TypeText = Type,
            Type = TypeWords.Read(Type, Name)?.Type,
            PrimaryKey = keys.Contains("PK", StringComparer.Ordinal) ? true : null,
            Unique = keys.Contains("UK", StringComparer.Ordinal) ? true : null,
            References = keys.Contains("FK", StringComparer.Ordinal) ? ReferenceWords.Stem(Name) : null,
        };
        return Comment is null ? typed : AttributeNotes.Apply(typed, Comment);
    }
}
