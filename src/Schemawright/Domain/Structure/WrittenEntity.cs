using Schemawright.Diagnostics;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Structure;

/// <summary>An entity as an author names it in an answer: "Enrolment with grade (text) and enrolled_on (date)".</summary>
internal sealed record WrittenEntity(string Key, IReadOnlyList<string> Items)
{
    private const int MostWords = 3;

    private static readonly string[] Links = [" with ", " has ", " having ", " holds ", " records "];

    /// <summary>Null when the words are no name, or a name with no list of attributes after it.</summary>
    public static WrittenEntity? Read(string words)
    {
        var text = words.Trim().TrimEnd('.');
        var link = Links.Select(link => (link, At: text.IndexOf(link, StringComparison.OrdinalIgnoreCase))).Where(found => found.At > 0).OrderBy(found => found.At).FirstOrDefault();
        var name = link.link is null ? text : text[..link.At];
        name = name.Trim().Trim('`', '"', '\'', ',');
        if (name.Length == 0 || !char.IsLetter(name[0]) || name.Split(' ').Length > MostWords || !name.All(character => char.IsLetterOrDigit(character) || character is ' ' or '_' or '-'))
        {
            return null;
        }

        return new(Naming.EntityKey(name), link.link is null ? [] : [.. ItemLists.Split(text[(link.At + link.link.Length)..])]);
    }

    /// <summary>Each item's name, with the type in its brackets or after its colon, or the one its name suggests.</summary>
    public IEnumerable<EntityAttribute> Attributes(Answer answer) =>
        Items.Select(item => Attribute(item, Origin.At(answer.Source))).OfType<EntityAttribute>();

    private static EntityAttribute? Attribute(string item, Origin origin)
    {
        var cut = item.IndexOfAny(['(', ':']);
        var name = AttributeNames.Of(cut < 0 ? item : item[..cut]);
        if (name.Length is 0 or > 60 || AttributeNames.IsKey(name))
        {
            return null;
        }

        var type = cut < 0 ? null : TypeWords.Read(item[(cut + 1)..].TrimEnd(')').Trim(), name)?.Type;
        return new(name, type ?? AssumedTypes.Of(name), Required: false, origin) { TypeAssumed = type is null };
    }
}
