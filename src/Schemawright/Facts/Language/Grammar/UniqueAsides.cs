namespace Schemawright.Facts.Language.Grammar;

/// <summary>Reads what says in passing that no two things share a value: "no two alike", "each number only once", "all different".</summary>
internal static class UniqueAsides
{
    private static readonly string[][] Forms = [.. """
        it is unique
        that is unique
        this is unique
        no two alike
        no two the same
        no two are alike
        no two are the same
        no two of them alike
        no two of which are alike
        no two of which are the same
        all different
        all of them different
        each different
        each one different
        every one different
        never repeated
        never reused
        never used twice
        never used again
        never given twice
        never given again
        never the same
        used only once
        given only once
        issued only once
        each only once
        every one only once
        there is only one of each
        """.Split('\n').Select(line => line.Trim().Split(' '))];

    /// <returns>How many tokens from the place say it; zero when they do not.</returns>
    public static int Length(List<Token> tokens, int at)
    {
        if (at >= tokens.Count || tokens[at].Lower is not ("no" or "all" or "each" or "every" or "never" or "used" or "given" or "issued" or "there" or "it" or "that" or "this"))
        {
            return 0;
        }

        foreach (var form in Forms)
        {
            var end = End(tokens, at, form);
            if (end > 0 && (end == tokens.Count || tokens[end].Kind == TokenKind.Mark || tokens[end].Is(WordClass.Conjunction | WordClass.Preposition)))
            {
                return end - at;
            }
        }

        return 0;
    }

    /// <summary>A word of the form may be part of a fixed phrase that is one token: "only once".</summary>
    private static int End(List<Token> tokens, int at, string[] form)
    {
        for (var index = 0; index < form.Length; at++)
        {
            if (at >= tokens.Count)
            {
                return 0;
            }

            var joined = index + 1 < form.Length && tokens[at].Lower == $"{form[index]} {form[index + 1]}";
            if (!joined && tokens[at].Lower != form[index])
            {
                return 0;
            }

            index += joined ? 2 : 1;
        }

        return at;
    }
}
