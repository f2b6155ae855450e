using Schemawright.Collections;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"A boat is recognised by its hull number together with its country": what tells rows apart is their key.</summary>
internal sealed class RecognisedBy : IRulePattern
{
    private static readonly string[] Verbs = ["recognised", "recognized", "identified", "distinguished", "known"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Whole;
        var verb = Phrase.IndexOf(words, 2, Verbs);
        if (verb < 0 || verb + 2 >= words.Count || !words[verb + 1].Is("by") || !words[verb - 1].IsAny("is", "are", "be", "uniquely") || words.Take(verb).Any(word => word.IsAny("not", "never")))
        {
            return null;
        }

        var start = Speech.SkipDeterminers(words, 0);
        if (line.Vocabulary.EntityAt(words, start, out var width) is not { } terms || start + width < verb - 2)
        {
            return null;
        }

        var end = Phrase.IndexOf(words, verb, ";", ".") is >= 0 and var stop ? stop : words.Count;
        Seq<string> keys = KeyNames.Read(terms, line.Vocabulary, words, verb + 2, end);
        return keys.Count == 0 ? null : new() { Keys = [new(terms.Name, keys, RequiresUniqueness.SaysIgnoreCase(line.Fact.Text))] };
    }
}
