using Schemawright.Facts.Language;

namespace Schemawright.Domain.Rules;

/// <summary>Other names by which sentences call an attribute: abbreviations written out, the noun of a dated action, a word that adds nothing.</summary>
internal static class Bynames
{
    // What may follow a name without saying more than the name: an email address, a tax amount.
    private static readonly string[] Idle = ["address", "amount", "value", "figure", "period", "text", "field"];

    private static readonly Dictionary<string, string> Written = new(StringComparer.Ordinal)
    {
        ["min"] = "minimum", ["max"] = "maximum", ["qty"] = "quantity", ["pct"] = "percent", ["no"] = "number", ["nr"] = "number", ["num"] = "number", ["amt"] = "amount", ["desc"] = "description", ["dob"] = "birth",
        ["addr"] = "address", ["tel"] = "telephone", ["dept"] = "department", ["avg"] = "average", ["est"] = "estimated", ["ref"] = "reference", ["temp"] = "temperature",
    };

    // Verbs and nouns of the same moment of a stay, a journey or a task.
    private static readonly string[][] Moments =
    [
        ["depart", "leav", "check_out", "checked_out", "move_out", "moved_out", "checkout", "exit"],
        ["arriv", "check_in", "checked_in", "move_in", "moved_in", "checkin", "enter", "com"],
        ["start", "begin", "open", "commenc", "from"],
        ["end", "finish", "clos", "until", "to", "expir"],
        ["giv", "issu", "hand"], ["lend", "loan", "borrow"], ["return", "bring"], ["buy", "purchas"], ["deliver", "receiv"],
    ];

    /// <summary>The name's words with abbreviations written out; null when there are none.</summary>
    public static string[]? WrittenOut(IReadOnlyList<string> words) =>
        words.Any(Written.ContainsKey) ? [.. words.Select(word => Written.GetValueOrDefault(word, word))] : null;

    /// <summary>The attribute of the terms that the words from here on call by another name, and the place after them.</summary>
    public static (Column Column, int End)? At(EntityTerms terms, IReadOnlyList<Token> tokens, int at)
    {
        if (Phrase.At(tokens, at, "number", "of") && at + 3 < tokens.Count && Phrase.Key(tokens, at + 2, 2) is { } both && terms.Exact(both) is { IsNumber: true, IsForeignKey: false } whole)
        {
            return (whole, at + 4);
        }

        if (Phrase.At(tokens, at, "number", "of") && at + 2 < tokens.Count && Phrase.Key(tokens, at + 2, 1) is { } counted && (terms.Exact(counted) ?? terms.Exact(counted + "_count") ?? terms.Exact("number_of_" + counted)) is { IsNumber: true, IsForeignKey: false } number)
        {
            return (number, at + 3);
        }

        if (tokens[at].Is("number") && at + 1 < tokens.Count && (tokens[at + 1].Lower.EndsWith("ed", StringComparison.Ordinal) || tokens[at + 1].IsAny("sent", "sold", "taken", "given", "lent", "left", "made"))
            && terms.Columns.Where(column => column is { IsNumber: true, IsForeignKey: false, Words.Count: > 1 } && column.Words[^1] == tokens[at + 1].Lower).Take(2).ToArray() is [var named])
        {
            // "the number sent" of what counts the parts sent.
            return (named, at + 2);
        }

        if (Bounded(terms, tokens, at) is { } limit)
        {
            return limit;
        }

        for (var length = Math.Min(4, tokens.Count - at); length > 0; length--)
        {
            if (Phrase.Key(tokens, at, length) is { } key && (length > 1 ? WithoutIdle(terms, key) ?? OfOwnAction(terms, key) : ByAction(terms, key)) is { } column)
            {
                return (column, at + length);
            }
        }

        return FirstOrLast(terms, tokens, at) ?? Placed(terms, tokens, at) ?? MixedNames.At(terms, tokens, at);
    }

    /// <summary>"the maximum number of guests" is max_guests.</summary>
    private static (Column Column, int End)? Bounded(EntityTerms terms, IReadOnlyList<Token> tokens, int at) =>
        tokens[at].IsAny("minimum", "maximum", "min", "max") && Phrase.At(tokens, at + 1, "number", "of") && at + 3 < tokens.Count && Phrase.Key(tokens, at + 3, 1) is { } counted
        && (terms.Exact($"{(tokens[at].Lower.StartsWith("min", StringComparison.Ordinal) ? "minimum" : "maximum")}_{counted}") ?? terms.Exact($"{tokens[at].Lower[..3]}_{counted}")) is { IsNumber: true } limit ? (limit, at + 4) : null;

    /// <summary>"its first day" is when it starts, the last day when it ends.</summary>
    private static (Column Column, int End)? FirstOrLast(EntityTerms terms, IReadOnlyList<Token> tokens, int at) =>
        tokens[at].IsAny("first", "last", "final") && at + 1 < tokens.Count && tokens[at + 1].IsAny("day", "date") && Clauses.Spans.Of(terms) is var (first, last) ? (tokens[at].Is("first") ? first : last, at + 2) : null;

    /// <summary>"mileage at the end" is the end mileage.</summary>
    private static (Column Column, int End)? Placed(EntityTerms terms, IReadOnlyList<Token> tokens, int at)
    {
        var place = at + 2;
        place += place < tokens.Count && tokens[place].Is("the") ? 1 : 0;
        return place < tokens.Count && tokens[at + 1].IsAny("at", "on", "after") && Phrase.Key(tokens, at, 1) is { } what && Phrase.Key(tokens, place, 1) is { } when && terms.Exact($"{when}_{what}") is { IsForeignKey: false } column
            ? (column, place + 1) : null;
    }

    private static Column? WithoutIdle(EntityTerms terms, string key)
    {
        var cut = key.LastIndexOf('_');
        return cut > 2 && Idle.Contains(key[(cut + 1)..], StringComparer.Ordinal) && (terms.Exact(key[..cut]) ?? terms.Evidence(key[..cut])) is { IsForeignKey: false, IsMoment: false, IsDate: false } column ? column : null;
    }

    /// <summary>"the claimed amount", "the amount claimed" of a claim is its amount.</summary>
    private static Column? OfOwnAction(EntityTerms terms, string key)
    {
        var words = key.Split('_');
        var name = Naming.Words(terms.Name)[^1];
        return words is not [var first, var last] ? null
            : first.EndsWith("ed", StringComparison.Ordinal) && Stems.Same(first, name) ? terms.Exact(last)
            : last.EndsWith("ed", StringComparison.Ordinal) && Stems.Same(last, name) ? terms.Exact(first) : null;
    }

    /// <summary>"departure", "check-out", "removal": the one time or day that is named for the action.</summary>
    private static Column? ByAction(EntityTerms terms, string key)
    {
        if (!IsAction(key))
        {
            return null;
        }

        return Moment(terms, key);
    }

    /// <summary>The one time or day of the row at which it does what the word says: leaves, was announced, opens.</summary>
    public static Column? Moment(EntityTerms terms, string word)
    {
        var times = terms.Columns.Where(column => !column.IsForeignKey && (column.IsDate || column.IsMoment || column.Type.Kind == Schemawright.Terms.DataKind.Time)).ToArray();
        var stem = Stems.Of(word);
        var named = times.Where(column => Stemmed(column).Any(part => string.Equals(part, stem, StringComparison.Ordinal))).ToArray();
        if (named.Length == 0 && Array.Find(Moments, group => group.Contains(stem, StringComparer.Ordinal) || group.Contains(word, StringComparer.Ordinal)) is { } alike)
        {
            named = [.. times.Where(column => Stemmed(column).Any(part => alike.Contains(part, StringComparer.Ordinal)))];
        }

        return named.Length == 1 ? named[0] : null;
    }

    /// <summary>The stems of the name's words, and "checked out" as one.</summary>
    private static IEnumerable<string> Stemmed(Column column)
    {
        foreach (var word in column.Words)
        {
            yield return Stems.Of(word);
        }

        for (var at = 0; at + 1 < column.Words.Count; at++)
        {
            yield return $"{column.Words[at]}_{column.Words[at + 1]}";
            yield return $"{Stems.Of(column.Words[at])}_{column.Words[at + 1]}";
        }
    }

    /// <summary>Until, to and the end are one, and so are from and the start.</summary>
    public static bool SameMoment(string one, string other) =>
        Array.Exists(Moments, group => (group.Contains(one, StringComparer.Ordinal) || group.Contains(Stems.Of(one), StringComparer.Ordinal)) && (group.Contains(other, StringComparer.Ordinal) || group.Contains(Stems.Of(other), StringComparer.Ordinal)));

    /// <summary>To borrow, to lend and a loan are one deed, seen from either side.</summary>
    public static bool SameDeed(string one, string other) =>
        Array.Exists(Moments[4..], group => group.Contains(Stems.Of(one), StringComparer.Ordinal) && group.Contains(Stems.Of(other), StringComparer.Ordinal));

    private static bool IsAction(string key) =>
        key is "start" or "end" or "beginning" or "return" or "entry" or "exit" or "check_in" or "check_out" or "checkout" or "checkin" or "receipt" or "purchase" or "issue"
        || (key.Length > 5 && (key.EndsWith("al", StringComparison.Ordinal) || key.EndsWith("ure", StringComparison.Ordinal) || key.EndsWith("ion", StringComparison.Ordinal) || key.EndsWith("ing", StringComparison.Ordinal) || key.EndsWith("ery", StringComparison.Ordinal) || key.EndsWith("ment", StringComparison.Ordinal)));
}
