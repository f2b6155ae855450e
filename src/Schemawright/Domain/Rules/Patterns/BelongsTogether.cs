using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "The berth of a booking must belong to the harbour of the booking", "that shelf must be in the same room as the book", "the card must be one of the
/// same member", "the part must belong to the order's ship": what a row refers to and the row itself lead to one thing.
/// </summary>
internal sealed class BelongsTogether : IRulePattern
{
    private const int Longest = 26;

    private static readonly string[] Belonging = ["belong", "belongs", "be", "come", "comes", "is", "are", "stand", "lie", "lies"];
    private static readonly string[] Joints = ["to", "in", "of", "from", "at", "one", "on", "a", "an", "the", "within", "part"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var verb = Phrase.IndexOf(words, 1, "must", "shall", "has", "belongs", "comes");
        if (words.Count is < 6 or > Longest || verb < 1 || Phrase.Has(words, "not", "cannot", "never", "unless", "differ", "different", "other"))
        {
            return null;
        }

        var place = words[verb].IsAny("belongs", "comes") ? verb + 1 : verb + 1 < words.Count && words[verb + 1].IsAny(Belonging) ? verb + 2 : -1;
        while (place > 0 && place < words.Count && words[place].IsAny(Joints))
        {
            place++;
        }

        return place < 0 || place >= words.Count ? null : Same(line, words, verb, place) ?? OfOwner(line, words, verb, place);
    }

    /// <summary>"… the same room [as the book]".</summary>
    private static Reading? Same(RuleLine line, Seq<Token> words, int verb, int place)
    {
        if (!words[place].Is("same") || line.Vocabulary.EntityAt(words, place + 1, out var width) is not { } shared)
        {
            return null;
        }

        var end = place + 1 + width;
        var other = end < words.Count && words[end].Is("as") ? line.Vocabulary.EntityAt(words, Speech.SkipDeterminers(words, end + 1), out _) : null;
        return Part(line, words, verb) is not { } part ? null : Bearers(line, words, part, other).Select(bearer => Equal(line, bearer, part, shared)).FirstOrDefault(found => found is not null);
    }

    /// <summary>"… the ticket's property", "… the customer of the subscription".</summary>
    private static Reading? OfOwner(RuleLine line, Seq<Token> words, int verb, int place)
    {
        if (line.Vocabulary.EntityAt(words, place, out var width) is not { } first || Part(line, words, verb) is not { } part)
        {
            return null;
        }

        var next = place + width;
        var of = next + 1 < words.Count && words[next].Is("of");
        var second = line.Vocabulary.EntityAt(words, of ? Speech.SkipDeterminers(words, next + 1) : next, out var length);
        var end = of ? Speech.SkipDeterminers(words, next + 1) + length : next + length;
        return second is null || end < Rewording.End(words) ? null
            : of ? Equal(line, second, part, first) : Equal(line, first, part, second);
    }

    /// <summary>The thing said to belong: the last one named before the verb, or before "of" there.</summary>
    private static EntityTerms? Part(RuleLine line, Seq<Token> words, int verb)
    {
        var of = Phrase.IndexOf(words, 0, "of");
        var from = words[0].IsAny("if", "when") && Phrase.IndexOf(words, 0, ",") is > 0 and var comma && comma < verb ? comma + 1 : 0;
        var to = of > from && of < verb ? of : verb;
        return line.Vocabulary.EntitiesIn([.. words.Skip(from).Take(to - from)]).LastOrDefault();
    }

    private static IEnumerable<EntityTerms> Bearers(RuleLine line, Seq<Token> words, EntityTerms part, EntityTerms? other) =>
        (other is null ? line.Vocabulary.EntitiesIn(words).Append(line.Subject) : [other]).OfType<EntityTerms>().Where(terms => terms.References.Any(link => link.Parent == part.Name)).Distinct()
        .Concat(other is null ? [] : part.References.Any(link => link.Parent == other.Name) ? [part] : []);

    private static Reading? Equal(RuleLine line, EntityTerms bearer, EntityTerms part, EntityTerms shared)
    {
        if (bearer.References.Where(link => link.Parent == part.Name).ToArray() is not [var toPart] || Roles(line, bearer, shared, toPart) is not { } own || (part == shared ? null : Paths.To(line.Vocabulary, part, shared)) is not { } theirs || own.Count + theirs.Count > 4)
        {
            return null;
        }

        return Reading.Of(line.Must(bearer.Name, $"{toPart.Role} of its {own[^1]}", new Compare(CompareOp.Equal, Key(line, bearer, own), Key(line, bearer, [toPart.Role!, .. theirs]))));
    }

    /// <summary>The row's own way to what is shared, not over the part itself.</summary>
    private static Seq<string>? Roles(RuleLine line, EntityTerms bearer, EntityTerms shared, Column toPart) =>
        bearer.References.Where(link => link.Parent == shared.Name && link != toPart).ToArray() is [var direct] ? [direct.Role!]
        : Paths.To(line.Vocabulary, bearer, shared) is { } way && way[0] != toPart.Role ? way : null;

    /// <summary>The last step is the foreign key itself.</summary>
    private static Ref Key(RuleLine line, EntityTerms from, Seq<string> roles)
    {
        var terms = from;
        for (var at = 0; at < roles.Count - 1; at++)
        {
            terms = line.Vocabulary.Of(terms.References.First(link => link.Role == roles[at]).Parent!);
        }

        return new([.. roles.Take(roles.Count - 1), terms.References.First(link => link.Role == roles[^1]).Name]);
    }
}
