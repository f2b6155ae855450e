using Schemawright.Collections;
using Schemawright.Facts.Language;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "Same badge twice: no", "the same number twice for one town is not allowed", "the same one cannot belong to two towns": a value that does not come again,
/// within what the rows belong to where the words say so or the rows belong to one thing only.
/// </summary>
internal sealed class SameTwice : IRulePattern
{
    private const int Longest = 18;

    private static readonly string[] Denials = ["no", "not", "never", "forbidden", "cannot", "impossible", "refused"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Whole;
        return words.Count is < 4 or > Longest ? null : Twice(line, words) ?? OfTwo(line, words);
    }

    private static Reading? Twice(RuleLine line, Seq<Token> words)
    {
        var start = words[0].Is("the") ? 1 : 0;
        var twice = Phrase.IndexOf(words, 2, "twice");
        if (!words[start].Is("same") || twice < start + 2 || !words.Skip(twice + 1).Any(word => word.IsAny(Denials)) || Owner(line, words, start + 1, twice) is not var (terms, column))
        {
            return null;
        }

        var scope = Phrase.IndexOf(words, twice + 1, "for", "on", "in", "per", "within", "of", "under");
        if (scope < 0)
        {
            var whole = terms.References.Where(link => link.Required && link.Parent != terms.Name).Take(2).ToArray();
            return whole.Length == 1 && column.Words.Count == 1 ? new() { Keys = [new(terms.Name, [whole[0].Role!, column.Name], false)] } : whole.Length == 0 ? new() { Keys = [new(terms.Name, [column.Name], false)] } : null;
        }

        var at = Speech.SkipDeterminers(words, scope + 1);
        at += at < words.Count && words[at].IsAny("same", "one", "single") ? 1 : 0;
        var speech = new Speech(line.Vocabulary, terms);
        return at >= words.Count ? null
            : speech.ReferenceAt(words, at, out _) is { } link2 ? new() { Keys = [new(terms.Name, [link2.Role!, column.Name], false)] }
            : speech.At(words, at) is { IsOwn: true, Column.IsForeignKey: false } other && other.Entity == terms.Name && other.Column != column ? new() { Keys = [new(terms.Name, [other.Column.Name, column.Name], false)] } : null;
    }

    /// <summary>"the same one can't belong to two towns": of the attribute the line began with.</summary>
    private static Reading? OfTwo(RuleLine line, Seq<Token> words)
    {
        var same = Enumerable.Range(0, words.Count - 1).FirstOrDefault(at => words[at].Is("same") && words[at + 1].IsAny("one", "number", "value", "code"), -1);
        var two = same < 0 ? -1 : Phrase.IndexOf(words, same + 2, "two", "several", "more");
        if (two < 0 || two + 1 >= words.Count || !words.Skip(same + 2).Take(two - same - 2).Any(word => word.IsAny(Denials)) || words.Skip(same + 2).Take(two - same - 2).Any(word => !word.IsAny(Denials) && !word.IsAny("belong", "belongs", "be", "given", "to", "with", "for", "used", "by", "have", "on", "occur", "at", "appear", "can", "may", "must", "in")))
        {
            return null;
        }

        var said = Lexer.Read(line.Fact.Label is { } label ? $"{label} {line.Fact.Text}" : line.Fact.Text);
        return line.Vocabulary.EntityAt(words, two + 1, out _) is { } terms && new Speech(line.Vocabulary, terms).Within(said, 0, Math.Min(4, said.Count)) is { IsOwn: true, Column.IsForeignKey: false } named && named.Entity == terms.Name
            ? new() { Keys = [new(terms.Name, [named.Column.Name], false)] } : null;
    }

    /// <summary>The one entity with an attribute of just this name: the subject, else the only one, else the one that is named for it.</summary>
    private static (EntityTerms Terms, Column Column)? Owner(RuleLine line, Seq<Token> words, int from, int to)
    {
        Seq<Token> name = [.. words.Skip(from).Take(to - from)];
        var owners = line.Vocabulary.OwnersAt(name, 0).Select(terms => (terms, Named: new Speech(line.Vocabulary, terms).At(name, 0))).Where(pair => pair.Named is { IsOwn: true, Column.IsForeignKey: false } named && named.End == name.Count).ToArray();
        var ending = owners.Where(pair => Naming.Words(pair.terms.Name)[^1] == Nouns.Singular(name[^1].Lower)).ToArray();
        var own = owners.Where(pair => pair.terms == line.Subject).ToArray();
        var found = owners.Length == 1 ? owners : ending.Length == 1 ? ending : own;
        return found.Length == 1 ? (found[0].terms, found[0].Named!.Column) : null;
    }
}
