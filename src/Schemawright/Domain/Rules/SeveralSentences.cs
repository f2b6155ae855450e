using Schemawright.Collections;

namespace Schemawright.Domain.Rules;

/// <summary>Several sentences in one statement: those that demand something must be read, or the author is asked about them.</summary>
internal static class SeveralSentences
{
    private const int Most = 6;

    private static readonly string[] Pronouns = ["it", "they", "its", "their", "his", "her", "this", "these", "one", "both", "he", "she"];

    public static Reading? Read(RuleLine line, Func<RuleLine, Reading?> read)
    {
        var parts = ClauseCuts.Sentences(line.Demand);
        if (parts.Count is < 2 or > Most)
        {
            return null;
        }

        if (parts[0].Any(word => word.Is("only")) && parts.Skip(1).Any(AllowsMore))
        {
            return Reading.Unclear("a later sentence allows more than the first");
        }

        var (together, unread) = (new Reading(), 0);
        EntityTerms? before = null;
        foreach (var part in parts)
        {
            if (LaterSentences.Read(line, part, together, read) is { } whole)
            {
                if (whole.Fate is not null)
                {
                    return whole;
                }

                together = whole;
                continue;
            }

            var plain = line.With(Ones(Asides.Without(Unlabelled(part)), before ?? line.Subject));
            var said = before is not null && (IsOfTheSame(line, part) || !line.Vocabulary.EntitiesIn(part).Any()) ? line.About(before, plain.Tokens) : plain;
            before = line.Vocabulary.EntityAt(plain.Tokens, Speech.SkipDeterminers(plain.Tokens, 0), out _) ?? before;
            if ((read(said) ?? SaidInTurn.Read(said, read)) is { Fate: null } reading)
            {
                together = together.And(reading);
            }
            else if (Demands(part) || Does(line, part))
            {
                unread++;
            }
        }

        return Told(line, together, unread);
    }

    private static Reading? Told(RuleLine line, Reading together, int unread) =>
        together.Rules.Count + together.Keys.Count + together.Defaults.Count == 0 ? null
        : unread == 0 ? together
        : together with { Questions = [.. together.Questions, Questions.NotUnderstood(line, "only some of its sentences are in a known form; those are kept")] };

    private static bool AllowsMore(Seq<Token> part) => part.Any(word => word.IsAny("too", "also", "exception", "exceptions")) && !part.Any(word => word.IsAny("must", "cannot", "needs", "never"));

    /// <summary>"They …", "His …": of what the sentence before spoke of.</summary>
    private static bool IsOfTheSame(RuleLine line, Seq<Token> part) => part[0].IsAny(Pronouns) && line.Vocabulary.EntityAt(part, 0, out _) is null;

    /// <summary>"Approved ones": those that the sentence before spoke of.</summary>
    public static Seq<Token> Ones(Seq<Token> words, EntityTerms? about) =>
        about is null || !words.Any(word => word.Is("ones")) ? words : [.. words.Select(word => word.Is("ones") ? Rewording.Word(about.Name) : word)];

    /// <summary>"Description: at most 90 characters": the name before the colon is what is spoken of.</summary>
    private static Seq<Token> Unlabelled(Seq<Token> part) =>
        Phrase.IndexOf(part, 1, ":") is var colon and > 0 and < 4 && colon + 1 < part.Count && !(colon == 1 && part[0].Lower.EndsWith("ing", StringComparison.Ordinal)) ? [.. part.Take(colon), .. part.Skip(colon + 1)] : part;

    /// <summary>"Every day of delay costs 2.00", "all its paid orders are refunded": a figure that is charged, or what becomes of rows.</summary>
    private static bool Does(RuleLine line, Seq<Token> part) =>
        part.Any(word => word.Kind == TokenKind.Number) && part.Any(word => word.IsAny("costs", "cost", "pays", "pay", "charged", "added", "deducted", "back", "refunded", "reduced"))
        || part[0].IsAny("all", "every", "each") && line.Vocabulary.EntitiesIn(part).Any() && Enumerable.Range(1, part.Count - 1).Any(at => part[at - 1].IsAny("is", "are") && part[at].Lower.EndsWith("ed", StringComparison.Ordinal) && Rewording.End(part) == at + 1);

    private static bool Demands(Seq<Token> part) => ClauseCuts.Demands(part) || part.Any(word => word.IsAny("only", "no", "not", "least", "most", "isn't", "aren't", "won't", "between", "exactly", "reason", "needs", "need", "requires", "after", "before", "later", "earlier", "than") || word.Kind is TokenKind.Operator && !word.IsAny("-", "->"));
}
