using Schemawright.Collections;

namespace Schemawright.Domain.Rules.Clauses;

/// <summary>The part of a sentence that says which rows enter which state, and whether that is allowed or refused: "an order can be shipped only", "you cannot close a ticket".</summary>
internal sealed record StateEntry(EntityTerms Terms, IReadOnlyList<string> States, bool Denied, bool Only)
{
    private static readonly string[] Modals = ["can", "may", "must", "cannot", "not", "never", "only", "be", "is", "are", "shall", "should", "get", "ever", "still", "set", "to", "marked", "as", "made", "put", "become", "moved", "turned", "into", "status", "state"];
    private static readonly string[] Anybody = ["you", "we", "one", "nobody", "users", "user", "people"];

    /// <summary>Null when the words say anything else.</summary>
    public static StateEntry? Read(Vocabulary vocabulary, Seq<Token> body) => Passive(vocabulary, body) ?? Active(vocabulary, body);

    private static StateEntry? Passive(Vocabulary vocabulary, Seq<Token> body)
    {
        if (body.Count < 3 || SubjectPhrase.At(vocabulary, body, 0, body.Count) is not { Which: null } phrase || phrase.End >= body.Count)
        {
            return null;
        }

        var at = phrase.End;
        while (at < body.Count && body[at].IsAny(Modals))
        {
            at++;
        }

        var modal = body.Skip(phrase.End).Take(at - phrase.End).ToArray();
        var end = body.Count > at && body[^1].Is("only") ? body.Count - 1 : body.Count;
        var denied = phrase.None || modal.Any(word => word.IsAny("cannot", "not", "never"));
        return modal.Length > 0 && !phrase.Only && Entered(phrase.Terms, body, at, end) is { Count: > 0 } states ? new(phrase.Terms, states, denied, end < body.Count || modal.Any(word => word.Is("only"))) : null;
    }

    /// <summary>"You cannot close a ticket".</summary>
    private static StateEntry? Active(Vocabulary vocabulary, Seq<Token> body)
    {
        var denied = body[0].Is("nobody") || body.Count > 1 && body[1].IsAny("cannot") || Phrase.At(body, 1, "may", "not") || Phrase.At(body, 1, "must", "not");
        var at = 1;
        while (at < body.Count && body[at].IsAny("can", "cannot", "may", "must", "not", "only"))
        {
            at++;
        }

        var only = body.Take(at).Any(word => word.Is("only"));
        return body[0].IsAny(Anybody) && at > 1 && at + 1 < body.Count && SubjectPhrase.At(vocabulary, body, at + 1, body.Count) is { Which: null, Only: false, None: false } phrase && phrase.End == body.Count && Entered(phrase.Terms, body, at, at + 1) is { Count: > 0 } states
            ? new(phrase.Terms, states, denied, only) : null;
    }

    /// <summary>The state that all the words between name, or the one that a single verb leads to.</summary>
    public static IReadOnlyList<string> Entered(EntityTerms terms, Seq<Token> words, int from, int to)
    {
        if (terms.State is not { } state || from >= to)
        {
            return [];
        }

        var said = string.Join(' ', words.Skip(from).Take(to - from).Select(word => word.Text));
        return Values.Enumerated(said, state) is { } value ? [value] : to - from == 1 ? Moments.StatesOf(terms, words[from].Lower) : [];
    }
}
