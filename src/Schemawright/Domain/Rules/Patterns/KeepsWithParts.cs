using Schemawright.Collections;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"A room with reservations cannot be deleted", "authors cannot be removed as long as they have books": what others refer to stays.</summary>
internal sealed class KeepsWithParts : IRulePattern
{
    private static readonly string[] Modals = ["cannot", "can", "must", "may", "not", "never", "be", "is", "are", "only", "shall"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var verb = Phrase.IndexOf(words, 2, "deleted", "removed", "erased");
        var start = Speech.SkipDeterminers(words, 0);
        if (verb < 2 || words.Count > 20 || start >= verb || !words.Take(verb).Any(word => word.IsAny("cannot", "not", "never", "no")) || line.Vocabulary.EntityAt(words, start, out var width) is not { } kept)
        {
            return null;
        }

        var at = start + width;
        var named = words[at].IsAny("with", "having") ? Part(line, kept, words, at + 1, verb)
            : words.Skip(at).Take(verb - at).All(word => word.IsAny(Modals)) && While(words, verb) is > 0 and var has ? Part(line, kept, words, has, Rewording.End(words)) : null;
        return named is not { } link ? null
            : link.OnDelete == DeleteRule.Restrict
                ? Reading.Enforced($"the foreign key of {link.Child} refuses the deletion of a {kept.Name} that rows of {link.Child} refer to")
                : Reading.Unclear($"{link.Child} goes with its {kept.Name}, as another statement says");
    }

    /// <summary>The place after "while it has", "as long as they have", "if there are".</summary>
    private static int While(Seq<Token> words, int verb)
    {
        var opener = Phrase.IndexOf(words, verb, "while", "if", "when");
        var has = opener < 0 || opener > verb + 2 ? -1 : Phrase.IndexOf(words, opener, "has", "have", "are", "is");
        return has > 0 && has - opener <= 3 ? has + 1 : -1;
    }

    /// <summary>The only kind of row named up to the place, which refers to what is kept; words before it only say which of them.</summary>
    private static Relationship? Part(RuleLine line, EntityTerms kept, Seq<Token> words, int from, int to)
    {
        for (var at = from; at < Math.Min(from + 4, to); at++)
        {
            if (line.Vocabulary.EntityAt(words, at, out var width) is { } part)
            {
                var links = line.Vocabulary.Children(kept.Name).Where(link => link.Child == part.Name && link.Child != kept.Name).ToArray();
                return links.Length > 0 && words.Skip(at + width).Take(to - at - width).All(word => word.IsAny(Modals) || word.Kind == TokenKind.Mark || word.IsAny("left", "assigned", "to", "it", "them")) ? links[0] : null;
            }
        }

        return null;
    }
}
