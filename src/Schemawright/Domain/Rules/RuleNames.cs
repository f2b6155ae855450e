using Schemawright.Facts.Language;

namespace Schemawright.Domain.Rules;

/// <summary>Names of rules: snake_case, at most 40 characters, cut between words.</summary>
internal static class RuleNames
{
    private const int Longest = 40;

    public static string From(string words)
    {
        var name = "";
        foreach (var word in Naming.Words(words))
        {
            var longer = name.Length == 0 ? word : $"{name}_{word}";
            if (longer.Length > Longest)
            {
                break;
            }

            name = longer;
        }

        return name.Length == 0 ? Naming.Snake(words) is { Length: > 0 } whole ? whole[..Math.Min(Longest, whole.Length)] : "rule" : name;
    }

    /// <summary>The name, or the name with a number when the entity has a rule of that name.</summary>
    public static string Unique(string name, ISet<string> taken)
    {
        var unique = name;
        for (var number = 2; !taken.Add(unique); number++)
        {
            var suffix = $"_{number}";
            unique = name[..Math.Min(name.Length, Longest - suffix.Length)].TrimEnd('_') + suffix;
        }

        return unique;
    }
}
