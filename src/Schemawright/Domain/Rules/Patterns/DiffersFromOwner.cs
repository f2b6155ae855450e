using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "The borrowing club must not be the owner of the boat", "the user who approves must not be the user of the membership": what a row refers to is not
/// what another of its references leads to.
/// </summary>
internal sealed class DiffersFromOwner : IRulePattern
{
    private const int Longest = 24;

    private static readonly string[] Owning = ["owner", "holder", "proprietor"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var end = Rewording.End(words);
        if (end is < 7 or > Longest || Phrase.Has(words, "if", "when", "unless", "only", "or", "and", ",", ";", "except") || Cut(words, end) is not var (left, right))
        {
            return null;
        }

        var of = Enumerable.Range(right, end - right).LastOrDefault(at => words[at].Is("of"), -1);
        var found = of <= right ? [] : line.Vocabulary.All.Where(terms => terms.Entity.Kind != EntityKind.AuditTrail)
            .Select(terms => Of(line.Vocabulary, terms, words, left, (right, of, end)) is var (one, other) ? (terms, one, other) : default).Where(pair => pair.terms is not null).Take(3).ToArray();
        var bearer = found.Length == 1 ? found[0] : Array.Find(found, pair => pair.terms == line.Subject);
        return bearer.terms is null ? null : Reading.Of(line.Must(bearer.terms.Name, $"{bearer.one.Role} differs from {string.Join(' ', bearer.other.Path)}", new Compare(CompareOp.NotEqual, bearer.one.Ref, bearer.other)));
    }

    /// <summary>Where the first ends and the second begins.</summary>
    private static (int Left, int Right)? Cut(Seq<Token> words, int end)
    {
        for (var at = 2; at + 3 < end; at++)
        {
            var after = Phrase.At(words, at, "must", "not", "be") || Phrase.At(words, at, "may", "not", "be") || Phrase.At(words, at, "can", "not", "be") || Phrase.At(words, at, "must", "never", "be") || Phrase.At(words, at, "must", "differ", "from") ? at + 3
                : Phrase.At(words, at, "cannot", "be") || Phrase.At(words, at, "is", "never") || Phrase.At(words, at, "is", "not") ? at + 2 : -1;
            if (after > 0)
            {
                return words[after].IsAny("the", "its", "an", "a") ? (at, after) : null;
            }
        }

        return null;
    }

    private static (Column One, Ref Other)? Of(Vocabulary vocabulary, EntityTerms terms, Seq<Token> words, int left, (int From, int Of, int To) right)
    {
        if (First(vocabulary, terms, words, left) is not { } one)
        {
            return null;
        }

        var speech = new Speech(vocabulary, terms);
        var noun = Speech.SkipDeterminers(words, right.From);
        var whole = Speech.SkipDeterminers(words, right.Of + 1);
        if (noun + 1 != right.Of && vocabulary.EntityAt(words, noun, out var named) is null || whole >= right.To || speech.ReferenceAt(words, whole, out var width) is not { } link || whole + width != right.To || link == one || vocabulary.Find(link.Parent!) is not { } owner)
        {
            return null;
        }

        var people = words[noun].IsAny(Owning) ? owner.References.Where(person => person.Parent == one.Parent && person.Required).ToArray()
            : vocabulary.EntityAt(words, noun, out var of) is { } kind && noun + of == right.Of && kind.Name == one.Parent ? owner.References.Where(person => person.Parent == kind.Name && person.Required).ToArray()
            : new Speech(vocabulary, owner).ReferenceAt(words, noun, out var role) is { } person1 && noun + role == right.Of && person1.Parent == one.Parent ? [person1] : [];
        return people is [var only] ? (one, new Ref([link.Role!, only.Name])) : null;
    }

    /// <summary>"the borrowing club", "the approver", "the user who approves", "whoever signs".</summary>
    private static Column? First(Vocabulary vocabulary, EntityTerms terms, Seq<Token> words, int to)
    {
        var start = Speech.SkipDeterminers(words, 0);
        var who = Phrase.IndexOf(words, 0, "who", "that", "whoever");
        if (who >= 0 && who < to)
        {
            return who + 2 == to || who + 3 == to && words[who + 2].IsAny("it", "them") ? Moments.DoneBy(terms, words[who + 1].Lower) : null;
        }

        return new Speech(vocabulary, terms).ReferenceAt(words, start, out var width) is { } link && start + width == to ? link : null;
    }
}
