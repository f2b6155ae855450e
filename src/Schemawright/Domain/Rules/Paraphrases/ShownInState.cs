using Schemawright.Domain.Rules.Clauses;

namespace Schemawright.Domain.Rules.Paraphrases;

/// <summary>"A closed order shows its date and a clerk", "for members under 14 we record a guardian": such rows need them.</summary>
internal sealed class ShownInState : IParaphrase
{
    private static readonly string[] Showing = ["shows", "show", "states", "state", "names", "name", "gives", "give", "lists", "list", "notes", "note", "mentions", "mention", "keeps", "keep", "demands", "demand", "specifies", "specify", "bears", "bear", "wants", "want", "tells", "tell"];
    private static readonly string[] Keeping = ["record", "note", "keep", "need", "require", "want", "store", "know", "enter"];

    public RuleLine? Of(RuleLine line) => Told(line) ?? Kept(line);

    private static RuleLine? Told(RuleLine line)
    {
        var words = line.Demand;
        if ((SubjectPhrase.At(line.Vocabulary, words, 0, words.Count) ?? OfKind(line, words)) is not { Which: not null, Only: false, None: false } rows)
        {
            return null;
        }

        if (line.Vocabulary.EntityAt(words, rows.Start, out _) is null && rows.End == 2 && rows.Start == 0)
        {
            words = [words[0], Rewording.Word(rows.Terms.Name), .. words.Skip(2)];
        }

        var verb = rows.End;
        while (verb < words.Count && (words[verb].IsAny("must", "always", "each", "all") || Phrase.At(words, verb - 1, "has", "to") || words[verb].IsAny("has", "have") && Phrase.At(words, verb + 1, "to")))
        {
            verb++;
        }

        return verb + 1 < words.Count && words[verb].IsAny(Showing) ? line.About(rows.Terms, [.. words.Take(rows.End), Rewording.Word("needs"), .. words.Skip(verb + 1).Where(word => !word.Is("both"))]) : null;
    }

    /// <summary>"Protected works must name …": a value that one attribute alone has, before a noun that the model does not know.</summary>
    private static SubjectPhrase? OfKind(RuleLine line, Collections.Seq<Token> words)
    {
        if (words.Count < 4 || words[0].Kind != TokenKind.Word || words[1].Kind != TokenKind.Word || !words[1].Lower.EndsWith('s') || !words[2].IsAny("must", "always") && !words[2].IsAny(Showing) || line.Vocabulary.EntitiesIn([.. words.Take(2)]).Any() || line.Vocabulary.OwnersAt(words, 1).Count > 0)
        {
            return null;
        }

        var values = line.Vocabulary.Values(words[0].Text);
        return values is [var only] && (line.Subject is null || line.Subject.Name == only.Column.Entity || line.Vocabulary.OwnersAt(words, words.Count - 3).Any(owner => owner.Name == only.Column.Entity))
            ? new(line.Vocabulary.Of(only.Column.Entity), Logic.In(only.Column, [only.Value]), only.Value, 0, 2, false, false) : null;
    }

    private static RuleLine? Kept(RuleLine line)
    {
        var words = line.Demand;
        var we = words[0].IsAny("for", "of") ? Phrase.IndexOf(words, 2, "we") : -1;
        var to = we < 0 ? 0 : words[we - 1].Is(",") ? we - 1 : we;
        return we > 1 && we + 2 < words.Count && words[we + 1].IsAny(Keeping) && SubjectPhrase.At(line.Vocabulary, words, 1, to) is { Which: not null, Only: false, None: false } rows && rows.End == to
            ? line.About(rows.Terms, [.. words.Skip(1).Take(to - 1), Rewording.Word("need"), .. words.Skip(we + 2)]) : null;
    }
}
