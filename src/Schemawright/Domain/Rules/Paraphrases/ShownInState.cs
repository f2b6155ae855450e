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
        if (SubjectPhrase.At(line.Vocabulary, words, 0, words.Count) is not { Which: not null, Only: false, None: false } rows)
        {
            return null;
        }

        var verb = rows.End;
        while (verb < words.Count && (words[verb].IsAny("must", "always", "each", "all") || Phrase.At(words, verb - 1, "has", "to") || words[verb].IsAny("has", "have") && Phrase.At(words, verb + 1, "to")))
        {
            verb++;
        }

        return verb + 1 < words.Count && words[verb].IsAny(Showing) ? line.About(rows.Terms, [.. words.Take(rows.End), Rewording.Word("needs"), .. words.Skip(verb + 1).Where(word => !word.Is("both"))]) : null;
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
