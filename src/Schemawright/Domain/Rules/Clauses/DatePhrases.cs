using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Clauses;

/// <summary>A day or moment as sentences name it: an attribute, "the decision", "filing", "the trip being closed", "the day it begins", and the place after it.</summary>
internal static class DatePhrases
{
    public static (Expr Date, Column Column, int End)? At(RuleLine line, EntityTerms terms, IReadOnlyList<Token> words, int at)
    {
        var start = Speech.SkipDeterminers(words, at);
        if (start >= words.Count)
        {
            return null;
        }

        return OfDay(line, terms, words, start) ?? OfThing(line, terms, words, start) ?? Named(line, terms, words, start) ?? Nominal(line, terms, words, start);
    }

    private static (Expr, Column, int)? Named(RuleLine line, EntityTerms terms, IReadOnlyList<Token> words, int at) =>
        new Speech(line.Vocabulary, terms).At(words, at) is { } operand && operand.Entity == terms.Name && (operand.Column.IsDate || operand.Column.IsMoment) ? (operand.Ref, operand.Column, operand.End) : null;

    /// <summary>"the day (on which) it begins", "the moment of sale".</summary>
    private static (Expr, Column, int)? OfDay(RuleLine line, EntityTerms terms, IReadOnlyList<Token> words, int at)
    {
        if (!words[at].IsAny("day", "date", "moment", "time") || at + 1 >= words.Count)
        {
            return null;
        }

        var next = at + 1;
        while (next < words.Count && words[next].IsAny("of", "on", "which", "when", "that", "the"))
        {
            next++;
        }

        return next >= words.Count || next == at + 1 && !words[next].IsAny("it", "they") && line.Vocabulary.EntityAt(words, next, out _) is null ? null
            : words[next].IsAny("it", "they") && next + 1 < words.Count && Bynames.Moment(terms, words[next + 1].Lower) is { } own ? (own.Ref, own, next + 2)
            : OfThing(line, terms, words, next) ?? Nominal(line, terms, words, next);
    }

    /// <summary>"the trip being closed", "the trip is closed", "the call closes".</summary>
    private static (Expr, Column, int)? OfThing(RuleLine line, EntityTerms terms, IReadOnlyList<Token> words, int at)
    {
        var speech = new Speech(line.Vocabulary, terms);
        var reference = speech.ReferenceAt(words, at, out var width);
        var named = reference is null ? line.Vocabulary.EntityAt(words, at, out width) : null;
        if (reference is null && named != terms)
        {
            return named is null || Paths.To(line.Vocabulary, terms, named) is not { Count: > 1 } roles || Done(words, at + width) is not var (place, said) || Bynames.Moment(named, said) is not { } further ? null
                : (roles.Reverse().Aggregate((Expr)further.Ref, (inner, role) => inner.From(role)), further, place + 1);
        }

        return Done(words, at + width) is not var (verb, deed) || Bynames.Moment(reference is null ? terms : line.Vocabulary.Of(reference.Parent!), deed) is not { } moment ? null
            : (reference is null ? moment.Ref : moment.Ref.From(reference.Role!), moment, verb + 1);
    }

    /// <summary>"being closed", "was closed", "closes".</summary>
    private static (int At, string Word)? Done(IReadOnlyList<Token> words, int at)
    {
        while (at < words.Count && words[at].IsAny("being", "is", "was", "has", "been", "are", "were"))
        {
            at++;
        }

        return at < words.Count && words[at].Kind == TokenKind.Word ? (at, words[at].Lower) : null;
    }

    /// <summary>"filing", "the decision", "approval": the one moment of the row, else of what it refers to, that is named for the deed.</summary>
    private static (Expr, Column, int)? Nominal(RuleLine line, EntityTerms terms, IReadOnlyList<Token> words, int at)
    {
        if (words[at].Kind != TokenKind.Word || words[at].Lower.Length < 4 || line.Vocabulary.EntityAt(words, at, out _) is { } named && named != terms)
        {
            return null;
        }

        if (Bynames.Moment(terms, words[at].Lower) is { } own)
        {
            return (own.Ref, own, at + 1);
        }

        var above = terms.References.Where(link => link.Required && link.Parent != terms.Name).Select(link => (Link: link, Moment: Bynames.Moment(line.Vocabulary.Of(link.Parent!), words[at].Lower))).Where(pair => pair.Moment is not null).Take(2).ToArray();
        return above is [var only] ? (only.Moment!.Ref.From(only.Link.Role!), only.Moment!, at + 1) : null;
    }
}
