using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Clauses;

/// <summary>
/// What is said of rows behind their noun, read to its last word: "is still a draft or was cancelled", "has no owner", "was weighed on a scale", "has not
/// been thrown away".
/// </summary>
internal static class VerbPhrase
{
    private const int Longest = 14;

    private static readonly string[] Helping = ["is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "still", "already", "yet", "currently", "ever", "a", "an", "the", "either", "both", "now"];
    private static readonly string[] Denials = ["not", "never", "no", "neither"];
    private static readonly string[] Having = ["has", "have", "with", "having", "bears", "carries", "names", "holds", "had"];
    private static readonly string[] Joints = ["on", "in", "by", "with", "at", "for", "from", "to", "under"];

    public static Clause? Read(RuleLine line, EntityTerms terms, Seq<Token> words)
    {
        Seq<Token> said = words.Count > 0 && words[^1].IsAny(".", ",") ? [.. words.Take(words.Count - 1)] : words;
        return said.Count is 0 or > Longest ? null : One(line, terms, said) ?? Joined(line, terms, said, "or") ?? Joined(line, terms, said, "and");
    }

    private static Clause? One(RuleLine line, EntityTerms terms, Seq<Token> said) =>
        Had(line, terms, said) ?? Kind(terms, said) ?? Quality(terms, said) ?? Done(line, terms, said) ?? Compared(line, terms, said);

    private static Clause? Joined(RuleLine line, EntityTerms terms, Seq<Token> said, string word)
    {
        for (var at = 1; at + 1 < said.Count; at++)
        {
            if (said[at].Is(word) && One(line, terms, [.. said.Take(at)]) is { } first && Read(line, terms, Continued(said, at)) is { } rest)
            {
                return new(terms.Name, word == "or" ? new Or([first.Condition, rest.Condition]) : new And([first.Condition, rest.Condition]), $"{first.Name} {word} {rest.Name}");
            }
        }

        return null;
    }

    /// <summary>"has a name and a date": the verb goes on.</summary>
    private static Seq<Token> Continued(Seq<Token> said, int at) =>
        said[0].IsAny(Having) && !said[at + 1].IsAny(Helping.AsSpan(0, 11)) ? [said[0], .. said.Skip(at + 1)] : [.. said.Skip(at + 1)];

    /// <summary>"has a licence number", "has no owner", "without a date".</summary>
    private static Clause? Had(RuleLine line, EntityTerms terms, Seq<Token> said)
    {
        var without = said[0].Is("without");
        if (!without && !said[0].IsAny(Having) || said.Count < 2)
        {
            return null;
        }

        var denied = without || said[1].IsAny("no", "not");
        Seq<Token> rest = [.. said.Skip(without || !denied ? 1 : 2)];
        if (rest.Count == 0 || FieldPhrase.Read(line.Vocabulary, terms, rest, []) is not { IsOwn: true } field || field.Column == terms.State)
        {
            return null;
        }

        Expr given = field.Column.Type.Kind == DataKind.Boolean ? new Compare(CompareOp.Equal, field.Ref, Literal.Bool(true)) : new IsPresent(field.Ref);
        return new(terms.Name, denied ? Logic.Opposite(given) : given, $"{(denied ? "without" : "with")} {field.Column.Name}");
    }

    /// <summary>"is a break", "are not breaks" of what has a flag of that noun.</summary>
    private static Clause? Kind(EntityTerms terms, Seq<Token> said)
    {
        var denied = said.Count > 2 && said[1].Is("not");
        var at = denied ? 2 : 1;
        at += at < said.Count && said[at].IsAny("a", "an") ? 1 : 0;
        return said[0].IsAny("is", "are") && at == said.Count - 1 && said[at].Kind == TokenKind.Word && terms.Exact("is_" + Facts.Language.Nouns.Singular(said[at].Lower)) is { Type.Kind: DataKind.Boolean } flag
            ? new(terms.Name, new Compare(CompareOp.Equal, flag.Ref, Literal.Bool(!denied)), $"{(denied ? "not " : "")}{said[at].Lower}") : null;
    }

    /// <summary>"is active", "has not been paid or waived", "was thrown away" of what knows the state.</summary>
    private static Clause? Quality(EntityTerms terms, Seq<Token> said)
    {
        var (at, denied) = (0, false);
        while (at < said.Count - 1 && (said[at].IsAny(Helping) || said[at].IsAny(Denials)))
        {
            denied |= said[at].IsAny(Denials);
            at++;
        }

        var end = said.Count > at + 1 && said[^1].IsAny("of", "yet", "away", "anymore", "already", "out", "up", "off", "back", "through", "down", "over") ? said.Count - 1 : said.Count;
        foreach (var last in end == said.Count ? (int[])[end] : [said.Count, end])
        {
            if (StateLists.At(terms, said, at, last) is { } quality && quality.End == last)
            {
                return new(terms.Name, denied ? Logic.Opposite(quality.Which) : quality.Which, $"{(denied ? "not " : "")}{quality.Name}");
            }
        }

        return null;
    }

    /// <summary>"was weighed on a scale": it refers to one, where it need not.</summary>
    private static Clause? Done(RuleLine line, EntityTerms terms, Seq<Token> said)
    {
        var at = 0;
        while (at < said.Count && said[at].IsAny("is", "are", "was", "were", "has", "have", "been", "be"))
        {
            at++;
        }

        if (at + 2 >= said.Count || said[at].Kind != TokenKind.Word || !said[at].Lower.EndsWith("ed", StringComparison.Ordinal) && !said[at].IsAny("made", "done", "sold", "taken", "sent", "run") || !said[at + 1].IsAny(Joints))
        {
            return null;
        }

        var noun = Speech.SkipDeterminers(said, at + 2);
        var links = noun < said.Count && line.Vocabulary.EntityAt(said, noun, out var width) is { } named && noun + width == said.Count ? terms.References.Where(link => link.Parent == named.Name).Take(2).ToArray() : [];
        return links is [{ Required: false } only] ? new(terms.Name, new IsPresent(only.Ref), $"with {only.Role}") : null;
    }

    /// <summary>"costs more than 40", "is over 10 kg heavy" need an attribute: "whose weight is above 10".</summary>
    private static Clause? Compared(RuleLine line, EntityTerms terms, Seq<Token> said) =>
        said[0].Is("whose") && said.Count > 3 && Circumstance.OfField(line, terms, [.. said.Skip(1)]) is { } told ? told
        : said.Count > 2 && Patterns.MeasuresByVerb.Of(terms, said[0].Lower) is { } measured && Relation.At(said, 1) is { } relation && relation.End + 1 >= said.Count && relation.End < said.Count && Figures.At(said, relation.End) is { } figure
            ? new(terms.Name, Logic.Compare(measured, relation.Op, figure), $"{measured.Name} {said[relation.End].Text}") : null;
}
