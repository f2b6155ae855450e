using Schemawright.Collections;
using Schemawright.Domain.Rules.Deeds;
using Schemawright.Facts.Language;

namespace Schemawright.Domain.Rules.Clauses;

/// <summary>
/// An attribute as a noun phrase names it, read to its last word: "the reporting time", "why it was cancelled", "the person packing it", "the day its
/// trip was booked", "the least weight of the crate".
/// </summary>
internal static class FieldPhrase
{
    private const int Longest = 10;

    private static readonly string[] Small = ["the", "a", "an", "its", "their", "his", "her", "also", "both", "some", "own"];
    private static readonly string[] People = ["person", "people", "employee", "user", "somebody", "someone", "member", "name"];
    private static readonly string[] Helping = ["it", "they", "was", "were", "is", "are", "has", "have", "been", "had", "this", "that", "which", "who", "why", "the", "on", "of"];
    private static readonly string[] Reasons = ["reason", "explanation", "justification", "comment", "remark", "note", "notes"];
    private static readonly string[] Dates = ["time", "date", "day", "moment", "timestamp"];

    /// <param name="quality">What the rows are or undergo; it tells one date or reason from another.</param>
    public static Operand? Read(Vocabulary vocabulary, EntityTerms rows, Seq<Token> words, IReadOnlyList<string> quality)
    {
        Seq<Token> said = Trimmed(words);
        return said.Count is 0 or > Longest || said.Any(word => word.Kind != TokenKind.Word || word.IsAny("no", "not", "never", "without", "neither", "none")) ? null
            : Named(vocabulary, rows, said) ?? Asked(rows, said) ?? Doer(rows, said, quality) ?? Listed(vocabulary, rows, said, quality) ?? Time(vocabulary, rows, said) ?? OfWhole(vocabulary, rows, said);
    }

    public static Seq<Token> Trimmed(Seq<Token> words)
    {
        var (from, to) = (0, words.Count);
        while (from < to && words[from].IsAny(Small))
        {
            from++;
        }

        while (to > from && words[to - 1].IsAny(".", ",", ";", "too", "also", "then"))
        {
            to--;
        }

        return from == 0 && to == words.Count ? words : [.. words.Skip(from).Take(to - from)];
    }

    private static Operand? Named(Vocabulary vocabulary, EntityTerms rows, Seq<Token> said) =>
        new Speech(vocabulary, rows).At(said, 0) is { } operand && operand.Entity == rows.Name && operand.End >= said.Count ? operand : null;

    /// <summary>"why it was cancelled", "when it was signed", "until when it is covered", "who signed it".</summary>
    private static Operand? Asked(EntityTerms rows, Seq<Token> said)
    {
        var until = said[0].Is("until") && said.Count > 2 && said[1].Is("when");
        var why = said[0].IsAny("why") || said[0].Is("reason") && said.Count > 2 && said[1].IsAny("it", "they", "why");
        if (!until && !why && (said.Count < 2 || !said[0].IsAny("when", "who")))
        {
            return null;
        }

        var deeds = said.Skip(until ? 2 : 1).Where(word => !word.IsAny(Helping)).Select(word => word.Lower).ToArray();
        if (deeds.Length != 1)
        {
            return null;
        }

        var column = until ? Only(rows, one => MomentPhrases.IsTime(one) && one.Words[^1] is "until" or "to" or "till" or "expiry" && Meets(one, deeds))
            : why ? Reason(rows, deeds) : said[0].Is("who") ? Moments.DoneBy(rows, deeds[0]) : Moments.DoneAt(rows, deeds[0]) ?? Bynames.Moment(rows, deeds[0]);
        return Own(rows, column, said);
    }

    /// <summary>"a person", of what was released; "the person receiving it", "the clerk who lent it".</summary>
    private static Operand? Doer(EntityTerms rows, Seq<Token> said, IReadOnlyList<string> quality)
    {
        var head = Nouns.Singular(said[0].Lower);
        if (!People.Contains(head, StringComparer.Ordinal) && !rows.References.Any(link => NounOf(link) == head))
        {
            return null;
        }

        var deeds = said.Skip(1).Where(word => !word.IsAny(Helping)).Select(word => word.Lower).ToArray();
        var told = deeds.Length == 1 ? deeds : said.Count == 1 ? quality : [];
        return Own(rows, told.Select(deed => Moments.DoneBy(rows, deed)).OfType<Column>().Distinct().ToArray() is [var only] ? only : null, said);
    }

    private static string NounOf(Column link) => Naming.Words(link.Parent!)[^1];

    private static Operand? Listed(Vocabulary vocabulary, EntityTerms rows, Seq<Token> said, IReadOnlyList<string> quality) =>
        said.Any(word => word.IsAny("and", "or")) ? null : Own(rows, NeededFields.Read(vocabulary, rows, said, 0, said.Count, quality) is [{ } column] ? column : null, said);

    /// <summary>"the time of receipt", "the day it was sold", "its trip was booked", "the order": each word of meaning must be one of the moment or of whose it is.</summary>
    public static Operand? Time(Vocabulary vocabulary, EntityTerms rows, Seq<Token> said)
    {
        var content = new List<string>();
        EntityTerms? owner = null;
        for (var at = 0; at < said.Count; at++)
        {
            if (vocabulary.EntityAt(said, at, out var width) is { } named && !(width == 1 && named == rows && Moments.DoneAt(rows, said[at].Lower) is not null && said.Count == 1))
            {
                if (owner is not null && owner != named)
                {
                    return null;
                }

                owner = named;
                at += width - 1;
            }
            else if (!said[at].IsAny(Helping) && !said[at].IsAny(Small) && !said[at].IsAny(Dates) && !said[at].IsAny("being", "be", "when", "takes", "took", "place"))
            {
                content.Add(said[at].Lower);
            }
        }

        if (content.Count > 2 || content.Count == 0 && owner is null)
        {
            return null;
        }

        foreach (var (terms, roles) in Paths.Above(vocabulary, rows).Prepend((Terms: rows, Roles: [])).Where(place => owner is null || owner == place.Terms))
        {
            if ((content.Count > 0 ? Told(terms, content) : terms == rows ? null : OwnDay(terms)) is { } column)
            {
                return new(rows.Name, [.. roles, column.Name], column, said.Count);
            }
        }

        // "A person leaves": who does it is named, when it is done may be told by the row.
        return owner is not null && owner != rows && content.Count == 1 && Told(rows, content) is { } own ? Own(rows, own, said) : null;
    }

    /// <summary>The one time of the rows that all the words tell.</summary>
    private static Column? Told(EntityTerms terms, List<string> content)
    {
        var done = content.Count == 1 ? Moments.DoneAt(terms, content[0]) ?? Bynames.Moment(terms, content[0]) : null;
        return done is { IsForeignKey: false } && MomentPhrases.IsTime(done) ? done
            : Only(terms, column => MomentPhrases.IsTime(column) && content.TrueForAll(word => column.Words.Any(part => part.Length > 2 && Stems.Same(part, word) || content.Count > 1 && Bynames.SameMoment(part, word))));
    }

    /// <summary>The day that a thing as a whole bears: the date of the invoice.</summary>
    public static Column? OwnDay(EntityTerms terms) =>
        Only(terms, column => MomentPhrases.IsTime(column) && column.Words[0] is not ("created" or "updated" or "deleted")) ?? Only(terms, column => MomentPhrases.IsTime(column) && (column.Words is ["date"] || column.Words is [var noun, "date" or "at" or "on"] && (noun == Naming.Words(terms.Name)[^1] || noun is "issued" or "issue" or "placed" or "ordered")));

    /// <summary>"the weight of the crate", of a crate two or three removes away.</summary>
    private static Operand? OfWhole(Vocabulary vocabulary, EntityTerms rows, Seq<Token> said)
    {
        var of = Enumerable.Range(1, Math.Max(0, said.Count - 2)).LastOrDefault(at => said[at].Is("of"), -1);
        var noun = of < 0 ? -1 : Speech.SkipDeterminers(said, of + 1);
        var how = noun > 0 && noun + 1 < said.Count && said[noun].Lower.EndsWith("ed", StringComparison.Ordinal) && vocabulary.EntityAt(said, noun, out _) is null && vocabulary.EntityAt(said, noun + 1, out var behind) is { } reached && noun + 1 + behind == said.Count && IsWay(vocabulary, rows, reached, said[noun].Lower);
        noun += how ? 1 : 0;
        if (noun < 0 || noun >= said.Count || vocabulary.EntityAt(said, noun, out var width) is not { } whole || noun + width != said.Count || whole == rows || Paths.To(vocabulary, rows, whole) is not { } roles)
        {
            return null;
        }

        Seq<Token> name = [.. said.Take(of)];
        return new Speech(vocabulary, whole).At(name, 0) is { IsOwn: true } operand && operand.Entity == whole.Name && operand.End == of ? new(rows.Name, [.. roles, operand.Column.Name], operand.Column, said.Count) : null;
    }

    /// <summary>"the booked room", reached by way of a booking.</summary>
    private static bool IsWay(Vocabulary vocabulary, EntityTerms rows, EntityTerms reached, string deed) =>
        Paths.To(vocabulary, rows, reached) is { Count: > 1 } roles && roles.Take(roles.Count - 1).Any(role => Naming.Words(role).Any(word => Stems.Same(word, deed)));

    private static Column? Reason(EntityTerms rows, IReadOnlyList<string> deeds)
    {
        var texts = rows.Columns.Where(column => column.IsText && Reasons.Contains(column.Words[^1], StringComparer.Ordinal)).ToArray();
        return Array.FindAll(texts, column => Meets(column, deeds)) is [var meant] ? meant : texts is [{ Words.Count: 1 } only] ? only : null;
    }

    private static bool Meets(Column column, IReadOnlyList<string> said) => column.Words.Any(word => word.Length > 2 && said.Any(other => Stems.Same(word, other)));

    private static Column? Only(EntityTerms terms, Func<Column, bool> fits) => terms.Columns.Where(fits).Take(2).ToArray() is [var only] ? only : null;

    private static Operand? Own(EntityTerms rows, Column? column, Seq<Token> said) => column is null ? null : new(rows.Name, [column.Name], column, said.Count);
}
