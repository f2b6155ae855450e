using Schemawright.Facts.Language;
using Schemawright.Facts.Structure.Calls;
using Schemawright.Facts.Structure.Code;

namespace Schemawright.Facts.Structure.Classes;

/// <summary>Finds Go's structs: <c>Name string `json:"name" gorm:"size:80;not null"`</c>; a pointer may be absent.</summary>
internal static class GoStructs
{
    public static List<ClassModel> In(CodeText code)
    {
        var models = new List<ClassModel>();
        var text = code.Text;
        for (var at = text.IndexOf("type ", StringComparison.Ordinal); at >= 0; at = text.IndexOf("type ", at + 5, StringComparison.Ordinal))
        {
            var open = text.IndexOf('{', at);
            var words = open < 0 ? [] : text[at..open].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            var close = words is ["type", _, "struct"] ? TextScan.Closing(text, open) : -1;
            if (close > 0)
            {
                models.Add(new(words[1], null, code.RemarkAbove(at), code.Place(at, open), text[at..open].Trim(), [], text[open..close].Contains("gorm:", StringComparison.Ordinal), Members(code, open + 1, close)));
            }
        }

        return models;
    }

    private static List<ClassMember> Members(CodeText code, int start, int end)
    {
        var members = new List<ClassMember>();
        foreach (var line in code.Text[start..end].Split('\n'))
        {
            if (Member(code, line, start) is { } member)
            {
                members.Add(member);
            }

            start += line.Length + 1;
        }

        return members;
    }

    private static ClassMember? Member(CodeText code, string line, int start)
    {
        var tick = line.IndexOf('`', StringComparison.Ordinal);
        var words = (tick < 0 ? line : line[..tick]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length != 2 || !EntityNames.IsPlain(words[0]) || !char.IsUpper(words[0][0]))
        {
            return null;
        }

        var type = words[1];
        var spelled = type.StartsWith("[]", StringComparison.Ordinal) ? type is "[]byte" ? "bytes" : Bare(type[2..]) + "[]" : Bare(type);
        return new(words[0], spelled, type[0] == '*' ? false : null, Tags(tick < 0 ? "" : line[tick..]), code.RemarkAfter(start), code.Place(start, start + line.Length), line.Trim());
    }

    private static string Bare(string type) => type.TrimStart('*') switch
    {
        "time.Time" => "timestamp",
        "uuid.UUID" => "UUID",
        "decimal.Decimal" => "decimal",
        "sql.NullString" => "string",
        "json.RawMessage" => "json",
        var other => other[(other.LastIndexOf('.') + 1)..],
    };

    /// <summary>GORM's words and the validator's.</summary>
    private static List<CodeCall> Tags(string tags)
    {
        var marks = new List<CodeCall>();
        foreach (var tag in (string[])["gorm:\"", "validate:\"", "binding:\""])
        {
            var at = tags.IndexOf(tag, StringComparison.Ordinal);
            var close = at < 0 ? -1 : tags.IndexOf('"', at + tag.Length);
            foreach (var word in close < 0 ? [] : tags[(at + tag.Length)..close].Split(';', ','))
            {
                var parts = word.Split([':', '='], 2);
                marks.Add(new(parts[0].Trim().Replace(" ", "", StringComparison.Ordinal), parts.Length > 1 ? [new(null, parts[1].Trim())] : []));
            }
        }

        return marks;
    }
}
