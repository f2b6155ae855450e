using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules.Access;

/// <summary>Finds the role whose rights another takes over: "everything a clerk can do, plus …", "all rights of the clerk", "same as clerk".</summary>
/// <param name="Role">The role taken over, as written.</param>
/// <param name="Rest">What is said besides.</param>
internal sealed record RoleInclusion(string Role, string Rest)
{
    private const int LongestName = 40;

    private static readonly string[] Openers =
    [
        "all the rights of", "all rights of", "all the permissions of", "all permissions of", "all privileges of", "all abilities of", "all capabilities of", "the same rights as", "same rights as", "the same permissions as", "same permissions as", "the same access as", "same access as",
        "inherits all permissions from", "inherits all rights from", "inherits permissions from", "inherits from", "inherits the rights of", "inherits", "same as", "everything that", "everything", "all that", "anything that", "whatever",
    ];

    private static readonly string[] Closers = [" can do", " can see", " can", " may do", " may", " does", " has", " is allowed to do", "'s permissions", "'s rights", "’s permissions", "’s rights", " permissions", " rights", " plus ", " and ", ",", ".", ";", " ("];

    public static RoleInclusion? Find(string text, Func<string, bool> isRole)
    {
        foreach (var opener in Openers)
        {
            var at = text.Find(opener);
            if (at < 0)
            {
                continue;
            }

            var after = text[(at + opener.Length)..].TrimStart();
            var (name, rest) = Cut(after);
            var needsVerb = opener.StartsWith("every", StringComparison.Ordinal) || opener is "all that" or "anything that" or "whatever";
            if (name is { Length: > 1 and <= LongestName } && (!needsVerb || after[name.Length..].TrimStart().Opens("can", "may", "does", "has", "is")) && AccessClause.Names(name).ToArray() is [var role] && isRole(role))
            {
                return new(role, $"{WithoutHave(text[..at])} {rest}".Trim(' ', ','));
            }
        }

        return null;
    }

    /// <summary>The name up to the words that end it, and what follows these.</summary>
    private static (string? Name, string After) Cut(string after)
    {
        var (end, next) = (after.Length, after.Length);
        foreach (var closer in Closers)
        {
            if (after.Seek(closer) is > 0 and var at && (at < end || (at == end && at + closer.Length > next)))
            {
                (end, next) = (at, at + closer.Length);
            }
        }

        var rest = after[next..].Trim(' ', ',', '.');
        foreach (var word in (ReadOnlySpan<string>)["do", "plus", "and also", "and", "as well as"])
        {
            rest = rest.Opens(word) ? rest[word.Length..].Trim(' ', ',') : rest;
        }

        return (after[..end].Trim(), rest);
    }

    private static string WithoutHave(string before)
    {
        var text = before.TrimEnd();
        foreach (var verb in (ReadOnlySpan<string>)["has", "have", "includes", "include", "gets", "can do", "can", "may", "may do"])
        {
            text = text.EndsWith(" " + verb, StringComparison.OrdinalIgnoreCase) ? text[..^(verb.Length + 1)] : text.Equals(verb, StringComparison.OrdinalIgnoreCase) ? "" : text;
        }

        return text;
    }
}
