using System.Text;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>Names and labels as Mermaid's entity diagrams take them: letters, digits and underscores, each name once.</summary>
internal sealed class MermaidNames
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    public MermaidNames(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            var plain = Plain(name, "entity");
            var unique = plain;
            for (var number = 2; !_taken.Add(unique); number++)
            {
                unique = $"{plain}_{number}";
            }

            _names.TryAdd(name, unique);
        }
    }

    public string Table(string name) => _names.TryGetValue(name, out var known) ? known : Plain(name, "entity");

    /// <summary>A type's short form: <c>timestamptz</c>, <c>numeric</c>, <c>text_array</c>.</summary>
    public static string Type(string type)
    {
        var isArray = type.EndsWith("[]", StringComparison.Ordinal);
        var bare = (isArray ? type[..^2] : type).Split('(')[0].Trim();
        var plain = bare switch
        {
            "timestamp with time zone" => "timestamptz",
            "timestamp without time zone" => "timestamp",
            "time without time zone" => "time",
            "character varying" => "varchar",
            "double precision" => "double",
            _ => Plain(bare[(bare.LastIndexOf('.') + 1)..], "type"),
        };
        return isArray ? plain + "_array" : plain;
    }

    /// <summary>Inside double quotes: no quote, no line end, nothing a page could take for markup.</summary>
    public static string Label(string words)
    {
        var label = new StringBuilder();
        foreach (var character in MarkdownEscape.OneLine(words))
        {
            label.Append(character is '"' or '<' or '>' or '&' or '#' or ';' or '`' or '%' or '\\' ? ' ' : character);
        }

        var text = label.ToString().Trim();
        return text.Length == 0 ? "refers to" : text.Length <= 60 ? text : text[..60].TrimEnd();
    }

    private static string Plain(string name, string otherwise)
    {
        var plain = new StringBuilder();
        foreach (var character in name)
        {
            plain.Append(char.IsAsciiLetterOrDigit(character) || character == '_' ? character : '_');
        }

        var text = plain.ToString();
        if (!text.Any(char.IsAsciiLetterOrDigit))
        {
            return otherwise;
        }

        return char.IsAsciiLetter(text[0]) ? text : otherwise + "_" + text.TrimStart('_');
    }
}
