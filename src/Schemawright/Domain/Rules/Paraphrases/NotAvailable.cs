using Schemawright.Domain.Rules.Clauses;

namespace Schemawright.Domain.Rules.Paraphrases;

/// <summary>"Rooms marked closed are not available for new bookings", "for barred guests, making a booking is forbidden", "a card on hold starts no new trips": no new rows for such others.</summary>
internal sealed class NotAvailable : IParaphrase
{
    private static readonly string[] Open = ["available", "open", "eligible", "accepted", "allowed", "permitted", "usable", "used", "offered"];
    private static readonly string[] Refused = ["forbidden", "impossible", "refused", "prohibited"];

    public RuleLine? Of(RuleLine line) => Closed(line) ?? Led(line) ?? StartsNone(line);

    private static RuleLine? Closed(RuleLine line)
    {
        var words = line.Demand;
        if (SubjectPhrase.At(line.Vocabulary, words, 0, words.Count) is not { Which: not null, Only: false, None: false } rows)
        {
            return null;
        }

        var (at, denied, told) = (rows.End, false, false);
        while (at < words.Count && (words[at].IsAny("is", "are", "not", "no", "longer", "cannot", "be", "never") || words[at].IsAny(Open)))
        {
            denied |= words[at].IsAny("not", "no", "cannot", "never");
            told |= words[at].IsAny(Open);
            at++;
        }

        return denied && told && at + 1 < words.Count && words[at].IsAny("for", "in", "on") ? None(line, [.. words.Skip(at + 1)], [.. words.Skip(rows.Start).Take(rows.End - rows.Start)]) : null;
    }

    /// <summary>"For rooms that are closed, making a booking is forbidden".</summary>
    private static RuleLine? Led(RuleLine line)
    {
        var words = line.Demand;
        var end = Rewording.End(words);
        var comma = words[0].IsAny("for", "on", "with", "in") ? Phrase.IndexOf(words, 2, ",") : -1;
        var refused = end > 2 && (words[end - 1].IsAny(Refused) || words[end - 1].IsAny(Open) && words[end - 2].Is("not"));
        var verb = end - (words[end - 1].IsAny(Refused) ? 2 : 3);
        return comma > 0 && refused && verb > comma + 2 && words[verb].IsAny("is", "are") && words[comma + 1].Lower.EndsWith("ing", StringComparison.Ordinal)
            && SubjectPhrase.At(line.Vocabulary, words, 1, comma) is { Which: not null, None: false, Only: false } rows && rows.End == comma
            ? None(line, [.. words.Skip(comma + 2).Take(verb - comma - 2)], [.. words.Skip(1).Take(comma - 1)]) : null;
    }

    /// <summary>"A card on hold starts no new trips".</summary>
    private static RuleLine? StartsNone(RuleLine line)
    {
        var words = line.Demand;
        return SubjectPhrase.At(line.Vocabulary, words, 0, words.Count) is { Which: not null, Only: false, None: false } rows && rows.End + 2 < words.Count && words[rows.End].IsAny("starts", "start", "makes", "make", "opens", "open", "places", "place", "begins", "begin", "files", "file", "books", "book") && words[rows.End + 1].Is("no")
            ? None(line, [.. words.Skip(rows.End + 2)], [.. words.Skip(rows.Start).Take(rows.End - rows.Start)]) : null;
    }

    private static RuleLine? None(RuleLine line, Token[] made, Token[] rows)
    {
        var start = Enumerable.Range(0, made.Length).FirstOrDefault(at => !made[at].IsAny("a", "an", "any", "new", "further", "the"), 0);
        return line.Vocabulary.EntityAt(made, start, out var width) is null || start + width < Rewording.End(made) ? null
            : line.With([Rewording.Word("no"), Rewording.Word("new"), .. made.Skip(start).Take(width), Rewording.Word("for"), .. rows]);
    }
}
