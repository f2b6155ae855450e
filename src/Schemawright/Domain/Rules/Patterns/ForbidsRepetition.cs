using Schemawright.Collections;
using Schemawright.Facts.Language;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "The same part number must not be used twice", "no member may register twice with the same email", "a guest can register for a course only
/// once", "only one class may use a room", "a child can have only one active place": told by once, twice or only one.
/// </summary>
internal sealed class ForbidsRepetition : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        return words.Count is < 5 or > 18 || Phrase.Has(words, "per", "if", "unless", "when", "until", "while", "without", "between") ? null : SameTwice(line, words) ?? OnlyOnce(line, words) ?? OneHolds(line, words) ?? HasOne(line, words);
    }

    /// <summary>"the same X … twice": X is unique; so are several named with "same".</summary>
    private static Reading? SameTwice(RuleLine line, Seq<Token> words)
    {
        var same = Phrase.IndexOf(words, 0, "same");
        if (same < 0 || same + 1 >= words.Count || !IsRepeated(words) || !IsDenied(words))
        {
            return null;
        }

        var speech = line.Speech.At(words, same + 1) is null && line.Vocabulary.EntitiesIn(words).FirstOrDefault() is { } named ? new Speech(line.Vocabulary, named) : line.Speech;
        return speech.At(words, same + 1)?.AtHome is { IsOwn: true, Column.IsForeignKey: false } operand ? new() { Keys = [new(operand.Entity, [operand.Column.Name], false)] } : null;
    }

    /// <summary>"A member can register for a course only once": the registration of both is unique.</summary>
    private static Reading? OnlyOnce(RuleLine line, Seq<Token> words)
    {
        var once = Phrase.IndexOf(words, 2, "once");
        var limited = once > 0 && (words[once - 1].Is("only") || words[once - 1].Is("most")) && once >= Rewording.End(words) - 1;
        if (!limited && !(IsRepeated(words) && IsDenied(words)))
        {
            return null;
        }

        var named = line.Vocabulary.EntitiesIn(words).Distinct().ToArray();
        if (named.Length != 2)
        {
            return null;
        }

        var events = line.Vocabulary.All.Where(terms => terms != named[0] && terms != named[1] && words.Any(word => word.Kind == TokenKind.Word && Stems.Same(word.Lower, Naming.Words(terms.Name)[^1].ToLowerInvariant()))).ToArray();
        return events.Length == 1 && Role(line, events[0], named[0]) is { } one && Role(line, events[0], named[1]) is { } other ? new() { Keys = [new(events[0].Name, [one, other], false)] } : null;
    }

    /// <summary>"Only one group may use a room": of groups, the room is unique.</summary>
    private static Reading? OneHolds(RuleLine line, Seq<Token> words)
    {
        if (!Phrase.At(words, 0, "only", "one") || line.Vocabulary.EntityAt(words, 2, out var width) is not { } terms || 2 + width >= words.Count || !words[2 + width].IsAny("may", "can", "must"))
        {
            return null;
        }

        var at = Speech.SkipDeterminers(words, width + 4);
        return at < words.Count && new Speech(line.Vocabulary, terms).ReferenceAt(words, at, out var end) is { } reference && at + end >= Rewording.End(words)
            ? new() { Keys = [new(terms.Name, [reference.Role!], false)] } : null;
    }

    /// <summary>"A child can have only one active place at a time".</summary>
    private static Reading? HasOne(RuleLine line, Seq<Token> words)
    {
        var start = Speech.SkipDeterminers(words, 0);
        var one = Phrase.IndexOf(words, 1, "one");
        if (one < 3 || !(words[one - 1].IsAny("only", "most") || Phrase.At(words, one - 2, "more", "than")) || line.Vocabulary.EntityAt(words, start, out var width) is not { } owner
            || !words.Skip(start + width).Take(one - start - width).All(word => word.IsAny("can", "may", "must", "cannot", "not", "have", "has", "hold", "holds", "own", "get", "only", "at", "most", "more", "than", "be", "given", "never")))
        {
            return null;
        }

        if (Clauses.SubjectPhrase.At(line.Vocabulary, words, one + 1, words.Count) is not { } held || held.Terms == owner || Role(line, held.Terms, owner) is not { } role || !Ends(words, held.End))
        {
            return null;
        }

        return new() { Keys = [new(held.Terms.Name, [role], false, false, held.Which)] };
    }

    private static bool Ends(Seq<Token> words, int at) =>
        at >= Rewording.End(words) || words.Skip(at).All(word => word.IsAny("at", "a", "any", "the", "same", "time", "once", ".", "one"));

    private static bool IsRepeated(Seq<Token> words) => Phrase.Has(words, "twice") || Phrase.Has(words, "once") && Phrase.Has(words, "more") || Phrase.Has(words, "again");

    private static bool IsDenied(Seq<Token> words) => Phrase.Has(words, "no", "not", "cannot", "can't", "never");

    private static string? Role(RuleLine line, EntityTerms terms, EntityTerms parent) => new Speech(line.Vocabulary, terms).ReferenceTo(parent)?.Role;
}
