using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Deeds;

/// <summary>A moment as a sentence names it, seen from some rows.</summary>
/// <param name="Path">Roles and the attribute.</param>
internal sealed record MomentPhrase(Seq<string> Path, Column Column)
{
    public Ref Ref => new(Path);
}

/// <summary>Finds the moment that words mean: "its departure", "it was issued", "the course starts", "the hearing", of the rows or of what they belong to.</summary>
internal static class MomentPhrases
{
    private static readonly string[] Small = ["the", "a", "an", "its", "their", "his", "her", "it", "they", "was", "were", "is", "are", "be", "been", "being", "has", "have", "had", "date", "time", "day", "of", "for", "on", "which", "must", "may", "can", "cannot", "not", "never", "should", "shall", "to", "take", "takes", "place"];

    /// <param name="early">Of what lasts, its beginning is meant; else its end.</param>
    public static MomentPhrase? Read(Vocabulary vocabulary, EntityTerms rows, Seq<Token> words, int from, int to, bool early)
    {
        if (from >= to)
        {
            return null;
        }

        if (new Speech(vocabulary, rows).At(words, from) is { } operand && operand.Entity == rows.Name && operand.End >= to && IsTime(operand.Column))
        {
            return new(operand.Path, operand.Column);
        }

        var owner = Enumerable.Range(from, to - from).Select(at => vocabulary.EntityAt(words, at, out _)).FirstOrDefault(named => named is not null);
        Token[] said = [.. words.Skip(from).Take(to - from).Where((word, at) => word.Kind == TokenKind.Word && !word.IsAny(Small) && vocabulary.EntityAt(words, from + at, out _) is null)];
        if (said.Length > 2)
        {
            return null;
        }

        if (said.Length == 2 && OfPart(rows, said) is { } part)
        {
            return new([part.Name], part);
        }

        var places = Paths.Above(vocabulary, rows).Prepend((Terms: rows, Roles: [])).Where(place => owner is null || place.Terms == owner);
        if (said.Length == 0)
        {
            // "after the loan", of the loan itself, is when it was lent.
            return owner == rows ? words.Skip(from).Take(to - from).Where(word => !word.IsAny(Small)).Select(word => Bynames.Moment(rows, word.Lower)).FirstOrDefault() is { } done ? new([done.Name], done) : null
                : owner is null ? null : places.Select(place => Whole(place.Terms, early) is { } own ? new MomentPhrase([.. place.Roles, own.Name], own) : null).FirstOrDefault();
        }

        return places.Select(place => Named(place.Terms, said) is { } own ? new MomentPhrase([.. place.Roles, own.Name], own) : null).FirstOrDefault(found => found is not null)
            ?? (owner is null || said.Length > 1 ? null : Named(rows, said) is { } mine ? new([mine.Name], mine) : null);
    }

    /// <summary>"gates open" is gates_at: the time that is named for what opens, where there is no other of it.</summary>
    private static Column? OfPart(EntityTerms rows, Token[] said) =>
        said[1].IsAny("open", "opens", "close", "closes", "start", "starts", "begin", "begins") && rows.Columns.Where(column => IsTime(column) && column.Words.Count > 1 && Facts.Language.Nouns.Singular(column.Words[0]) == Facts.Language.Nouns.Singular(said[0].Lower)).Take(2).ToArray() is [{ Words: [_, "at" or "on" or "time"] } only]
            ? only : null;

    /// <summary>Each of the words must be one of the moment's: "the pickup is cancelled" tells two deeds.</summary>
    private static Column? Named(EntityTerms terms, Token[] said) =>
        said.Select(word => Moments.DoneAt(terms, word.Lower) ?? Bynames.Moment(terms, word.Lower)).FirstOrDefault(column => column is not null && IsTime(column)) is { } found
        && said.All(word => Moments.DoneAt(terms, word.Lower) == found || Bynames.Moment(terms, word.Lower) == found || found.Words.Any(part => Stems.Same(part, word.Lower) || Bynames.SameMoment(part, word.Lower))) ? found : null;

    /// <summary>When a thing is: it lasts from here to there, or has one time of its own.</summary>
    private static Column? Whole(EntityTerms terms, bool early)
    {
        if (Spans.Of(terms) is var (start, end))
        {
            return (early ? terms.Own("start") is { } begun && IsTime(begun) ? begun : null : terms.Own("end") is { } over && IsTime(over) ? over : null) ?? (early ? start : end);
        }

        if (early && terms.Own("start") is { } own && IsTime(own))
        {
            return own;
        }

        var times = terms.Columns.Where(column => IsTime(column) && !(column.Words[0] is "created" or "updated" or "deleted" or "cancelled" or "canceled")).ToArray();
        return times.Length == 1 ? times[0] : null;
    }

    public static bool IsTime(Column column) => column.IsDate || column.IsMoment;
}
