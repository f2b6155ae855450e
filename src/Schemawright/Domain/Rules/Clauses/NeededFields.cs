using Schemawright.Facts.Language;

namespace Schemawright.Domain.Rules.Clauses;

/// <summary>
/// The attributes that a list asks of rows with a quality: "a return date, a reason and who did it" of what was returned, where the quality helps to
/// tell one date from another.
/// </summary>
internal static class NeededFields
{
    private const int Most = 6;

    private static readonly string[] Days = ["date", "day", "time", "moment", "timestamp"];
    private static readonly string[] Texts = ["reason", "note", "notes", "comment", "text", "explanation", "remark"];
    private static readonly string[] Idle = ["the", "a", "an", "its", "their", "his", "also", "both", "own", "clear", "valid", "some", "that"];

    /// <summary>The attribute for each part of the list, null for a part that names none; null when it is no list of things.</summary>
    /// <param name="quality">The words of the quality: returned, lost.</param>
    public static IReadOnlyList<Column?>? Read(Vocabulary vocabulary, EntityTerms terms, IReadOnlyList<Token> words, int from, int to, IReadOnlyList<string> quality)
    {
        var found = new List<Column?>();
        for (var start = from; start < to;)
        {
            var end = start;
            while (end < to && !words[end].IsAny(",", "and", "&"))
            {
                end++;
            }

            var at = start;
            while (at < end && words[at].IsAny(Idle))
            {
                at++;
            }

            if (at < end)
            {
                found.Add(end - at > 9 || words.Skip(at).Take(end - at).Any(word => word.Kind != TokenKind.Word) ? null : One(vocabulary, terms, [.. words.Skip(at).Take(end - at)], quality));
            }

            start = end + 1;
        }

        return found.Count is 0 or > Most ? null : found;
    }

    private static Column? One(Vocabulary vocabulary, EntityTerms terms, IReadOnlyList<Token> words, IReadOnlyList<string> quality)
    {
        var named = new Speech(vocabulary, terms).At(words, 0);
        if (named is { IsOwn: true } && named.Entity == terms.Name && named.End == words.Count && named.Column != terms.State)
        {
            return named.Column;
        }

        if ((Told(terms, words) ?? Sided(terms, words) ?? Numbered(terms, words)) is { } told)
        {
            return told;
        }

        var head = Nouns.Singular(words[^1].Lower);
        var stems = words.Take(words.Count - 1).SelectMany(word => Naming.Words(word.Text)).Concat(words.Count > 1 ? [] : quality).ToArray();
        return Days.Contains(head, StringComparer.Ordinal) ? Only(terms, column => (column.IsDate || column.IsMoment) && Meets(column, stems))
            : Texts.Contains(words[^1].Lower, StringComparer.Ordinal) ? Only(terms, column => column.IsText && column.Words[^1] == words[^1].Lower && (words.Count == 1 || Meets(column, stems)))
            : words.Count > 1 ? null
            : Agent(terms, head) ?? Only(terms, column => !column.IsForeignKey && column.Words.Count > 1 && column.Words[^1] == head && Meets(column, quality)) ?? Only(terms, column => !column.IsForeignKey && column.Words is ["total", var last] && last == head);
    }

    /// <summary>"the date on which it was given back", "the time of delivery", "a signature", "the clerk who took it back".</summary>
    private static Column? Told(EntityTerms terms, IReadOnlyList<Token> words)
    {
        var moment = words[0].IsAny(Days) && words.Count > 2;
        var doer = words.Any(word => word.IsAny("who", "that"));
        var deeds = words.Skip(1).Where(word => word.Kind == TokenKind.Word && word.Lower.Length > 3 && !word.IsAny("which", "when", "this", "that", "they", "were"));
        return moment ? deeds.Select(word => Moments.DoneAt(terms, word.Lower)).FirstOrDefault(column => column is not null)
            : doer ? deeds.Select(word => Moments.DoneBy(terms, word.Lower)).FirstOrDefault(column => column is not null)
            : words.Count == 1 && words[0].Lower.Length > 5 ? Only(terms, column => column.Words is [_, "by"] or [_, "by", "id"] && Stems.Same(column.Words[0], words[0].Lower)) : null;
    }

    /// <summary>"a confirming user" is who confirmed it; "an incoming weight" is the weight that is kept for the way in.</summary>
    private static Column? Sided(EntityTerms terms, IReadOnlyList<Token> words)
    {
        if (words.Count != 2)
        {
            return null;
        }

        var side = words[0].Lower is "incoming" or "inbound" ? "in" : words[0].Lower is "outgoing" or "outbound" ? "out" : null;
        return side is not null ? terms.Exact($"{Nouns.Singular(words[1].Lower)}_{side}")
            : words[0].Lower.EndsWith("ing", StringComparison.Ordinal) && Moments.DoneBy(terms, words[0].Lower) is { } doer && (words[1].IsAny("user", "person", "employee", "member", "clerk") || Naming.Words(doer.Parent!)[^1] == Nouns.Singular(words[1].Lower)) ? doer : null;
    }

    /// <summary>"a guardian phone number" is the guardian's phone.</summary>
    private static Column? Numbered(EntityTerms terms, IReadOnlyList<Token> words) =>
        words.Count > 1 && words[^1].Is("number") && words[^2].IsAny("phone", "mobile", "telephone", "fax") && Phrase.Key(words, 0, words.Count - 1) is { } key ? terms.Exact(key) : null;

    /// <summary>"an approver" is who it was approved by.</summary>
    private static Column? Agent(EntityTerms terms, string noun) =>
        noun.EndsWith("er", StringComparison.Ordinal) || noun.EndsWith("or", StringComparison.Ordinal)
            ? Only(terms, column => column.Words is [.., "by"] or [.., "by", "id"] && column.Words.Any(word => Stems.Same(word, noun))) : null;

    private static bool Meets(Column column, IReadOnlyList<string> said) => column.Words.Any(word => word.Length > 2 && said.Any(other => Stems.Same(word, other)));

    private static Column? Only(EntityTerms terms, Func<Column, bool> fits) => terms.Columns.Where(fits).Take(2).ToArray() is [var only] ? only : null;
}
