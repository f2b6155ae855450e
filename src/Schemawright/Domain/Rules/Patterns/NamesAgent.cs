using Schemawright.Collections;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "The system shall reject …", "…, then the application must ensure that …": who carries a rule out says nothing of the rows, so what is
/// left is read without.
/// </summary>
internal sealed class NamesAgent : IRulePattern
{
    private static readonly string[] Agents = ["system", "application", "app", "platform", "service", "backend", "database", "software", "api"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var agent = Agent(line, words);
        if (agent < 0)
        {
            return null;
        }

        var start = agent > 0 && words[agent - 1].IsAny("the", "our") ? agent - 1 : agent;
        var modal = agent + 1;
        var denied = modal + 1 < words.Count && words[modal + 1].IsAny("not", "never") || words[modal].IsAny("cannot", "mustn't");
        var verb = modal + 1 + (modal + 1 < words.Count && words[modal + 1].IsAny("not", "never", "always") ? 1 : 0);
        if (verb >= words.Count || Rest(words, verb, denied) is not { } rest)
        {
            return null;
        }

        return RulePatterns.Read(line.With([.. words.Take(start), .. rest]));
    }

    private static int Agent(RuleLine line, IReadOnlyList<Token> words)
    {
        for (var at = 0; at + 2 < words.Count; at++)
        {
            if (words[at].IsAny(Agents) && words[at + 1].IsAny("shall", "must", "should", "will", "may", "cannot", "rejects", "prevents", "ensures", "enforces", "requires", "refuses")
                && line.Vocabulary.EntityAt(words, at, out _) is null && (at == 0 || words[at - 1].IsAny("the", "our", ",", "then")))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>What is demanded once the agent is taken away; null where the agent itself does the work.</summary>
    private static IEnumerable<Token>? Rest(IReadOnlyList<Token> words, int verb, bool denied)
    {
        var refusing = words[verb - 1].IsAny("rejects", "prevents", "refuses") ? verb - 1 : verb;
        if (denied)
        {
            return words[verb].IsAny("allow", "accept", "permit", "let", "create", "process", "store", "save") ? [Word("reject"), .. words.Skip(verb + 1)] : null;
        }

        return words[verb - 1].IsAny("ensures", "enforces") ? Ensured(words, verb)
            : words[verb - 1].Is("requires") ? words.Skip(verb - 1)
            : words[verb].IsAny("ensure", "enforce", "guarantee", "validate", "verify", "check") ? Ensured(words, verb + 1)
            : words[refusing].IsAny("reject", "rejects", "refuse", "refuses", "prevent", "prevents", "block", "deny", "disallow", "forbid", "require") ? words.Skip(refusing) : null;
    }

    private static IEnumerable<Token>? Ensured(IReadOnlyList<Token> words, int from) =>
        from < words.Count && words[from].Is("that") ? words.Skip(from + 1) : from < words.Count ? words.Skip(from) : null;

    private static Token Word(string word) => new(TokenKind.Word, word, word, 0);
}
