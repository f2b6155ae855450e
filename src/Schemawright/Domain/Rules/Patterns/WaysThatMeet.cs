using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "The class of an entry must belong to the show of the team", "the device must belong to the performing site": two references of a row lead to the same
/// thing.
/// </summary>
internal static class WaysThatMeet
{
    public static Reading? Read(RuleLine line, Seq<Token> words, int belong)
    {
        var end = Rewording.End(words);
        if (belong < 2 || belong + 2 >= end || !words[belong + 1].Is("to") || words.Take(belong).Any(word => word.IsAny("if", "when", "unless")))
        {
            return null;
        }

        var found = line.Vocabulary.All.Where(terms => terms.Entity.Kind != EntityKind.AuditTrail && terms.References.Count() > 1)
            .Select(terms => Of(line.Vocabulary, terms, words, belong, end) is var (one, other) ? (terms, one, other) : default).Where(pair => pair.terms is not null).Take(3).ToArray();
        var bearer = found.Length == 1 ? found[0] : Array.Find(found, pair => pair.terms == line.Subject);
        return bearer.terms is null ? null
            : Reading.Of(line.Must(bearer.terms.Name, $"{string.Join(' ', bearer.one.Path)} is {string.Join(' ', bearer.other.Path)}", new Compare(CompareOp.Equal, bearer.one, bearer.other)));
    }

    private static (Ref One, Ref Other)? Of(Vocabulary vocabulary, EntityTerms terms, Seq<Token> words, int belong, int end)
    {
        var speech = new Speech(vocabulary, terms);
        var start = Speech.SkipDeterminers(words, 0);
        if (start >= belong || speech.ReferenceAt(words, start, out var width) is not { } part || !OfItself(vocabulary, terms, words, start + width, belong) || vocabulary.Find(part.Parent!) is not { } owner)
        {
            return null;
        }

        var noun = Speech.SkipDeterminers(words, belong + 2);
        if (Whole(vocabulary, terms, words, noun, end, part) is not var (path, whole) || owner.References.Where(link => link.Parent == whole).Take(2).ToArray() is not [var above])
        {
            return null;
        }

        return (new Ref([part.Role!, above.Name]), path);
    }

    /// <summary>"of an entry must": whose the reference is adds nothing.</summary>
    private static bool OfItself(Vocabulary vocabulary, EntityTerms terms, Seq<Token> words, int at, int to)
    {
        if (at < to && words[at].Is("of"))
        {
            var owner = Speech.SkipDeterminers(words, at + 1);
            if (owner >= to || vocabulary.EntityAt(words, owner, out var width) != terms)
            {
                return false;
            }

            at = owner + width;
        }

        return at < to && words.Skip(at).Take(to - at).All(word => word.IsAny("must", "shall", "always"));
    }

    /// <summary>"the show of the team", "the performing site": what another reference of the row leads to, or is.</summary>
    private static (Ref Path, string Whole)? Whole(Vocabulary vocabulary, EntityTerms terms, Seq<Token> words, int at, int end, Column part)
    {
        var speech = new Speech(vocabulary, terms);
        if (at < end && speech.ReferenceAt(words, at, out var width) is { } own && own != part && at + width == end)
        {
            return (Ref.To(own.Name), own.Parent!);
        }

        var of = Phrase.IndexOf(words, at, "of");
        var owner = of < 0 ? 0 : Speech.SkipDeterminers(words, of + 1);
        if (of < 0)
        {
            return Above(vocabulary, terms, words, at, end, part);
        }

        if (owner >= end || speech.ReferenceAt(words, owner, out width) is not { } link || link == part || owner + width != end || vocabulary.Find(link.Parent!) is not { } next)
        {
            return null;
        }

        return new Speech(vocabulary, next).ReferenceAt(words, at, out width) is { } whole && at + width == of ? (new Ref([link.Role!, whole.Name]), whole.Parent!) : null;
    }

    /// <summary>"the performing site", where not the row but one of what it must refer to knows it.</summary>
    private static (Ref Path, string Whole)? Above(Vocabulary vocabulary, EntityTerms terms, Seq<Token> words, int at, int end, Column part)
    {
        var found = terms.References.Where(link => link.Required && link != part && link.Parent != terms.Name)
            .Select(link => new Speech(vocabulary, vocabulary.Of(link.Parent!)).ReferenceAt(words, at, out var width) is { } far && at + width == end ? (Link: link, Far: far) : default).Where(pair => pair.Link is not null).Take(2).ToArray();
        return found is [var (link1, far1)] ? (new Ref([link1.Role!, far1.Name]), far1.Parent!) : null;
    }
}
