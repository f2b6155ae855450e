using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "Page count: greater than 0, at most 20,000", "rate: > 0, 2 decimals", "email | required, valid, unique", "the amount must be greater than
/// zero and at most 500": several demands on one attribute, each read by itself.
/// </summary>
internal sealed class ListsDemands : IRulePattern
{
    private static readonly string[] Modals = ["must", "shall", "should", "has", "have", "be", "is", "are", "to", "always"];
    private static readonly string[] Neutral = ["optional", "nullable", "text", "string", "integer", "number", "decimal", "numeric", "boolean", "date", "free", "whole", "may", "be", "empty", "an", "a", "field", "value", "positive"];
    private static readonly string[] Openers = ["unique", "required", "mandatory", "not", "at", "no", "consist", "consists", "numeric", "alphanumeric", "in", "contain", "positive", "non-negative", "maximum", "minimum", "max", "min", "less", "greater", "valid", "rounded", "between", "up", "matches", "multiple", "a", "case-insensitive", "immutable", "optional", "nullable", "limited", "come", "comes"];

    public Reading? Read(RuleLine line)
    {
        if (Demanded(line) is not var (name, rest) || Phrase.Has(rest, "if", "when", "unless", "or", "one", "once", "while", "where", "per") || Shared(Parts(rest)) is not { Count: > 1 } parts)
        {
            return null;
        }

        var together = new Reading();
        var unread = new List<string>();
        foreach (var part in parts)
        {
            if (Part(line, name, part) is { Fate: null or Domain.Fate.Enforced } reading)
            {
                together = together.And(reading);
            }
            else if (!part.All(word => word.IsAny(Neutral) && !word.Is("positive")))
            {
                unread.Add(string.Join(' ', part.Select(word => word.Text)));
            }
        }

        return together.Rules.Count + together.Keys.Count == 0 ? null
            : unread.Count == 0 ? together
            : together with { Questions = [.. together.Questions, Rules.Questions.NotUnderstood(line, $"“{unread[0]}” is in no known form; the rest of the line is kept")] };
    }

    private static Reading? Part(RuleLine line, Seq<Token> name, Seq<Token> part) =>
        part is [var only] && only.IsAny("positive", "negative", "required", "mandatory", "unique", "non-negative")
            ? RulePatterns.Read(line.With([.. name, new Token(TokenKind.Word, "must", "must", 0), new Token(TokenKind.Word, "be", "be", 0), only]))
            : RulePatterns.Read(line.With([.. name, .. part])) ?? RulePatterns.Read(line.With([.. name, new Token(TokenKind.Word, "must", "must", 0), new Token(TokenKind.Word, "be", "be", 0), .. part]));

    /// <summary>The attribute's name and what is said of it: the label and the text, or the words before and after "must be".</summary>
    private static (Seq<Token> Name, Seq<Token> Said)? Demanded(RuleLine line)
    {
        if (line.Label.Count > 0)
        {
            return line.Speech.At(line.Label, 0) is { } named && named.End == line.Label.Count ? (line.Label, line.Tokens) : null;
        }

        var start = Speech.SkipDeterminers(line.Tokens, 0);
        if (start >= line.Tokens.Count || line.Speech.At(line.Tokens, start) is not { } operand)
        {
            return null;
        }

        var rest = operand.End;
        while (rest < line.Tokens.Count && line.Tokens[rest].IsAny(Modals))
        {
            rest++;
        }

        return rest == operand.End ? null : ([.. line.Tokens.Take(operand.End)], [.. line.Tokens.Skip(rest)]);
    }

    /// <summary>The demands between commas, and between "and" where the next word opens a demand; empty when it is a list of values.</summary>
    private static List<Seq<Token>> Parts(Seq<Token> words)
    {
        var parts = new List<Seq<Token>>();
        var start = 0;
        for (var at = 0; at <= words.Count; at++)
        {
            if (at < words.Count && !words[at].IsAny(",", ";") && !(words[at].IsAny("and", "&&") && at + 1 < words.Count && Opens(words, at + 1)))
            {
                continue;
            }

            var from = start < at && words[start].Is("and") ? start + 1 : start;
            if (from < at && !(at - from == 1 && words[from].Kind == TokenKind.Mark))
            {
                parts.Add([.. words.Skip(from).Take(at - from)]);
            }

            start = at + 1;
        }

        return parts.TrueForAll(part => Opens(part, 0)) ? parts : [];
    }

    /// <summary>"at least 30 minutes and at most 10 hours after the start": what the last is measured from, the others are, too.</summary>
    private static List<Seq<Token>> Shared(List<Seq<Token>> parts)
    {
        var tail = parts.Count < 2 ? -1 : Phrase.IndexOf(parts[^1], 2, "after", "before");
        return tail < 0 || Figures.PeriodAt(parts[^1], tail - 2, out _) is null ? parts
            : [.. parts.Select(part => part.Count > 2 && Figures.PeriodAt(part, part.Count - 2, out var end) is not null && end == part.Count ? (Seq<Token>)[.. part, .. parts[^1].Skip(tail)] : part)];
    }

    private static bool Opens(IReadOnlyList<Token> words, int at) =>
        words[at].IsAny(Openers) || words[at].Kind is TokenKind.Number or TokenKind.Pattern || Relation.At(words, at) is not null || words[at].IsAny("letters", "integer", "decimal", "exactly", "optional", "text", "string", "number", "one");
}
