using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure;

/// <summary>Tells a name that can stand for an entity from other text.</summary>
internal static class EntityNames
{
    private const int Longest = 200;
    private const int MostWords = 4;

    /// <summary>Words of documents, programs and pages that head lists without naming an entity.</summary>
    private static readonly HashSet<string> NoEntities = new(StringComparer.OrdinalIgnoreCase)
    {
        "attributes", "fields", "properties", "columns", "example", "examples", "rules", "relationships", "overview", "summary",
        "purpose", "constraints", "entities", "core entities", "parameters", "body", "headers", "payload",
        "validation", "validations", "metadata", "required", "optional", "indexes", "types", "type",
        "returns", "description", "details", "acceptance criteria", "legend",
        "data model", "database schema", "schema", "tables", "logic", "priority", "key attributes", "required fields", "optional fields",
        "primary key", "foreign keys", "unique constraints", "todo", "tbd", "api", "ui", "general", "common", "miscellaneous", "other", "and", "or", "if", "then",
        "when", "given", "the", "entity", "entity attributes", "data models", "environment variables", "configuration", "settings example", "columns and types",
        "concepts", "core concepts", "key concepts", "terminology", "definitions", "core objects", "notes on data", "introduction", "conclusion", "glossary", "appendix", "background", "database",
        "entity relationships", "relationship", "relations", "relation", "associations", "unique", "unique constraint", "junction tables", "table of contents", "query parameters",
        "data", "core", "main", "key", "base", "important", "primary", "logical", "physical", "conceptual", "high level", "initial", "proposed", "simplified", "full", "complete", "new", "existing", "modified",
        "key entities", "main entities", "important attributes", "main attributes", "key fields", "common fields", "shared fields", "base fields", "audit fields", "standard fields", "common attributes", "standard columns", "common columns",
    };

    /// <summary>Words over remarks of any kind; over fields with their types they are the names of tables.</summary>
    private static readonly HashSet<string> Remarks = new(StringComparer.OrdinalIgnoreCase)
    {
        "notes", "terms", "goals", "steps", "features", "requirements", "assumptions", "references", "conditions", "actions", "errors", "objects", "states", "scenarios", "triggers", "success", "failure", "strengths", "weaknesses", "advantages", "disadvantages", "pros", "cons",
    };

    /// <summary>Up to four words of letters and digits, beginning with a letter, none of them a heading word.</summary>
    public static bool IsName(string text) => IsNameOverFields(text) && !Remarks.Contains(text.Trim());

    /// <summary>A name where what stands below can be nothing but fields: "Notes" may be a table there.</summary>
    public static bool IsNameOverFields(string text) => IsPlain(text) && !NoEntities.Contains(text.Trim());

    /// <summary>Up to four words of letters and digits, whatever they mean.</summary>
    public static bool IsPlain(string text)
    {
        var name = text.Trim();
        if (name.Length is 0 or > Longest || !(char.IsLetter(name[0]) || name[0] == '_'))
        {
            return false;
        }

        var spaces = 0;
        foreach (var character in name)
        {
            spaces += character == ' ' ? 1 : 0;
            if (!char.IsLetterOrDigit(character) && character is not ('_' or ' ' or '-' or '.') && !char.IsSurrogate(character))
            {
                return false;
            }
        }

        return spaces < MostWords && !name.EndsWith('.');
    }

    /// <summary>A name in capitals, snake_case or one word: what people write as the title of an entity.</summary>
    public static bool IsTitle(string text) =>
        IsName(text) && (!text.Trim().Contains(' ') || text.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => char.IsUpper(word[0]) || char.IsDigit(word[0]) || word is "of" or "the"));

    /// <summary>A name a program gives to what it passes around: kept only when something else confirms it.</summary>
    public static bool IsTransient(string name)
    {
        var words = name.Contains(' ', StringComparison.Ordinal) ? [] : Naming.Words(name); // programs write their names as one word
        return words.Count > 1 && words[^1] is "service" or "props" or "request" or "response" or "dto" or "state" or "config" or "token" or "data" or "options" or "filter"
            or "filters" or "params" or "args" or "context" or "payload" or "result" or "input" or "output" or "handler" or "controller" or "repository" or "manager" or "client"
            or "provider" or "factory" or "event" or "error" or "exception" or "metrics" or "submission" or "update" or "query" or "command" or "view" or "model";
    }

    /// <summary>The name without decoration: number, emoji, backticks, quotes, a remark in brackets, a colon.</summary>
    public static string Undecorated(string text)
    {
        var plain = text.Replace("`", "", StringComparison.Ordinal).Replace("**", "", StringComparison.Ordinal).Trim();
        var start = 0;
        while (start < plain.Length && !char.IsLetter(plain[start]) && plain[start] != '_')
        {
            start++;
        }

        plain = plain[start..].TrimEnd(':', ' ', '.', '-', '–', '—');
        var bracket = plain.IndexOf('(', StringComparison.Ordinal);
        return bracket > 0 && plain.EndsWith(')') ? plain[..bracket].Trim() : plain.Trim().Trim('"', '\'');
    }
}
