namespace Schemawright.Facts.Language;

/// <summary>Takes a heading's name out of its code, number and lead word.</summary>
internal static class HeadingNames
{
    /// <summary>"3.2 Feature 3: Order entry" is named "Order entry", "BR001: Late returns" is named "Late returns".</summary>
    public static string Of(string heading) => Names.Of(heading);

    private static readonly Remembered<string> Names = new(Read);

    private static string Read(string heading)
    {
        var name = WithoutNumber(WithoutCode(RuleCodes.Split(heading).Title));
        var colon = name.IndexOf(": ", StringComparison.Ordinal);
        return colon is > 0 and < 24 && name.Opens("feature", "story", "epic", "module", "section", "entity", "use case", "requirement", "step", "rule") ? name[(colon + 2)..].Trim() : name;
    }

    /// <summary>"F3 Permits": a capital with figures before a word that begins with a capital counts chapters; "B2B customers" is a name.</summary>
    private static string WithoutCode(string heading)
    {
        var space = heading.IndexOf(' ', StringComparison.Ordinal);
        return space is > 1 and < 6 && char.IsAsciiLetterUpper(heading[0]) && heading.AsSpan(1, space - 1).TrimEnd(".:)").IndexOfAnyExcept("0123456789.") < 0 && space + 1 < heading.Length && char.IsUpper(heading[space + 1]) ? heading[(space + 1)..].Trim() : heading;
    }

    private static string WithoutNumber(string heading)
    {
        var at = 0;
        while (at < heading.Length && !char.IsLetter(heading[at]) && heading[at] is not ('$' or '(' or '"'))
        {
            at++;
        }

        return heading[at..].Trim();
    }
}
