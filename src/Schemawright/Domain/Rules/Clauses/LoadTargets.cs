namespace Schemawright.Domain.Rules.Clauses;

/// <summary>"The platform shall handle at least 200 concurrent visitors per shop": how much the running system carries, which refuses no row.</summary>
internal static class LoadTargets
{
    private static readonly string[] Carrying = ["handle", "handles", "support", "supports", "serve", "serves", "sustain", "sustains", "accommodate", "accommodates", "withstand", "tolerate", "scale", "scales"];
    private static readonly string[] Together = ["concurrent", "concurrently", "simultaneous", "simultaneously", "parallel"];
    private static readonly string[] Machines = ["system", "platform", "application", "app", "service", "server", "servers", "backend", "api", "database", "infrastructure", "architecture", "solution", "software"];

    public static Reading? Read(RuleLine line)
    {
        var words = line.Whole;
        var verb = Phrase.IndexOf(words, 0, Carrying);
        if (verb < 0 || verb > 6)
        {
            return null;
        }

        IReadOnlyList<Token> before = [.. words.Take(verb)];
        IReadOnlyList<Token> after = [.. words.Skip(verb + 1)];
        var carried = after.Any(word => word.Kind == TokenKind.Number) && line.Vocabulary.EntitiesIn(before).FirstOrDefault() is null
            && (Phrase.Has(after, Together) || Phrase.Has(before, Machines));
        return carried ? Reading.Elsewhere("a load that the running system has to carry; no row is refused because of it") : null;
    }
}
