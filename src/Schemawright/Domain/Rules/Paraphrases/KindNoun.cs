using Schemawright.Facts.Language;

namespace Schemawright.Domain.Rules.Paraphrases;

/// <summary>"Dogs must have a chip", "a surgery needs a theatre": a value used as a noun is a row with that value.</summary>
internal sealed class KindNoun : IParaphrase
{
    private static readonly string[] Verbs = ["must", "need", "needs", "require", "requires", "have", "has", "cannot", "can't", "may", "can", "never", "always", "are", "is", "cost", "costs", "shall"];

    public RuleLine? Of(RuleLine line)
    {
        var words = line.Demand;
        var start = words[0].IsAny("a", "an", "the", "every", "each", "all", "any", "only", "no") ? 1 : 0;
        if (line.Subject is not { } subject || start + 2 >= words.Count || words[start].Kind != TokenKind.Word || line.Vocabulary.EntityAt(words, start, out _) is not null)
        {
            return null;
        }

        for (var length = Math.Min(3, words.Count - start - 2); length > 0; length--)
        {
            if (!words[start + length].IsAny(Verbs) || new Speech(line.Vocabulary, subject).At(words, start) is { IsOwn: true } named && named.End >= start + length)
            {
                continue;
            }

            var said = words.Skip(start).Take(length).Select(word => word.Lower).ToArray();
            said[^1] = start == 0 ? Nouns.Singular(said[^1]) : said[^1];
            var plural = start > 0 || said[^1] != words[start + length - 1].Lower;
            var values = !plural ? [] : subject.Columns.Select(column => Clauses.Values.Enumerated(string.Join(' ', said), column)).OfType<string>().Take(2).ToArray();
            if (values is [var value])
            {
                return line.About(subject, [start == 0 ? Rewording.Word("a") : words[0], .. value.Split('_').Select(Rewording.Word), Rewording.Word(subject.Name), .. words.Skip(start + length).Select(word => word.Is("are") ? Rewording.Word("is") : word.Is("have") ? Rewording.Word("has") : word)]);
            }
        }

        return null;
    }
}
