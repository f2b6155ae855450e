using Schemawright.Facts.Structure.Calls;
using Schemawright.Facts.Structure.Code;

namespace Schemawright.Facts.Structure.Classes;

/// <summary>Finds classes whose members stand between braces: C#, Java, and the bodies of Kotlin's.</summary>
internal static class BraceClasses
{
    private static readonly string[] StoredMarks = ["entity", "table", "document", "collection", "mappedsuperclass", "bsoncollection", "index"];

    public static IEnumerable<ClassModel> In(CodeText code, ClassLanguage language)
    {
        foreach (var type in CodeTypes.In(code.Text).Where(type => type.BodyEnd > type.BodyStart && !IsInterface(code.Text, type)))
        {
            var marks = MarksAbove(code.Text, type.Start);
            var members = Declarations.In(code.Text, type.BodyStart, type.BodyEnd).Select(declaration => Member(code, declaration, language)).OfType<ClassMember>().ToList();
            var place = code.Place(type.Start, Math.Max(type.Start + 1, type.BodyStart - 1));
            yield return new(type.Name, type.Base, code.RemarkAbove(type.Start), place, code.Text[type.Start..Math.Max(type.Start + 1, type.BodyStart - 1)].Trim(), marks, marks.Exists(mark => StoredMarks.Contains(mark.Key, StringComparer.Ordinal)), members);
        }
    }

    /// <summary>An interface of these languages says what a program can do.</summary>
    private static bool IsInterface(string text, CodeType type) => string.CompareOrdinal(text, type.Start, "interface", 0, 9) == 0 || string.CompareOrdinal(text, type.Start, "type ", 0, 5) == 0;

    /// <summary>The annotations between the end of what stands before and the class.</summary>
    private static List<CodeCall> MarksAbove(string text, int start)
    {
        var from = start;
        while (from > 0 && text[from - 1] is not (';' or '}' or '{') && start - from < 600)
        {
            from--;
        }

        return Declarations.Marks(text[from..start], 0).Marks;
    }

    private static ClassMember? Member(CodeText code, Declaration declaration, ClassLanguage language)
    {
        var words = declaration.Header.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || declaration.Header.Contains('(', StringComparison.Ordinal) || Array.Exists(words, word => word is "static" or "const" or "class" or "enum" or "interface" or "record" or "return" or "event" or "delegate" or "using" or "import" or "package" or "fun" or "companion"))
        {
            return null;
        }

        var (name, type) = language == ClassLanguage.Kotlin || declaration.Header.Contains(':', StringComparison.Ordinal) ? KotlinNames(declaration.Header) : (words[^1], string.Join(' ', words[..^1].SkipWhile(IsModifier)));
        if (type.Length == 0 || !EntityNames.IsPlain(name) || (declaration.Block is { } block && language == ClassLanguage.CSharp && !block.Contains("get", StringComparison.Ordinal)))
        {
            return null;
        }

        return new(name, type, Required(type, words, language), declaration.Marks, code.RemarkAfter(declaration.End - 1), code.Place(declaration.Start, declaration.End), code.Text[declaration.Start..declaration.End].Trim())
        {
            Default = DefaultOf(declaration.Initial), Calculated = declaration.IsCalculated,
        };
    }

    private static (string Name, string Type) KotlinNames(string header)
    {
        var colon = header.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? ("", "") : (header[..colon].Trim().Split(' ')[^1], header[(colon + 1)..].Trim());
    }

    private static bool IsModifier(string word) =>
        word is "public" or "private" or "protected" or "internal" or "final" or "readonly" or "virtual" or "required" or "override" or "sealed" or "abstract" or "volatile" or "lateinit" or "open" or "partial" or "new" or "val" or "var";

    /// <summary>C# and Kotlin mark what may be null; in Java only the primitives cannot be.</summary>
    public static bool? Required(string type, string[] words, ClassLanguage language) => language switch
    {
        _ when type.EndsWith('?') || type.StartsWith("Optional<", StringComparison.Ordinal) => false,
        ClassLanguage.Java => type is "int" or "long" or "double" or "float" or "boolean" or "short" ? true : null,
        _ => Array.Exists(words, word => word is "required") || language == ClassLanguage.Kotlin || type.Length > 0 ? true : null,
    };

    public static string? DefaultOf(string? initial)
    {
        var value = initial?.Trim() ?? "";
        var plain = value.Trim('"');
        return value.Length is > 0 and < 40 && (char.IsDigit(value[0]) || value is "true" or "false" || (value[0] == '"' && plain.Length > 0)) ? plain.TrimEnd('m', 'L', 'f') : null;
    }
}
