using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "The crop of the delivery must be the crop of the silo", "the room type of a room must belong to the same hotel as the room": two things that a row
/// brings together share what both have.
/// </summary>
internal sealed class SameOfBoth : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        return words.Count is < 8 or > 24 || Phrase.Has(words, "not", "cannot", "never", "if", "when", "unless") ? null : Named(line, words) ?? Belongs(line, words);
    }

    /// <summary>"The A of the X must be (that of | the A of) the Y".</summary>
    private static Reading? Named(RuleLine line, Seq<Token> words)
    {
        var must = Phrase.IndexOf(words, 3, "must", "shall");
        var start = Speech.SkipDeterminers(words, 0);
        var of = Phrase.IndexOf(words, start, "of");
        var second = must < 0 ? -1 : Phrase.IndexOf(words, must, "of");
        if (must < 0 || of < start + 1 || of > must || second < 0 || words[must + 1] is var be && !be.IsAny("be", "equal", "match") || Phrase.Key(words, start, of - start) is not { } key)
        {
            return null;
        }

        var again = words.Skip(must + 2).Take(second - must - 2).Where(word => !word.IsAny("the", "same", "as", "that", "to")).ToArray();
        var (one, other) = (Speech.SkipDeterminers(words, of + 1), Speech.SkipDeterminers(words, second + 1));
        return again.Length > 0 && Phrase.Key(again, 0, again.Length) != key || other >= words.Count || line.Vocabulary.EntityAt(words, one, out _) is not { } left || line.Vocabulary.EntityAt(words, other, out var width) is not { } right || left == right || other + width < Rewording.End(words)
            ? null : Between(line, left, right, key);
    }

    /// <summary>"The A of a X must belong to the same P as the X".</summary>
    private static Reading? Belongs(RuleLine line, Seq<Token> words)
    {
        var same = Phrase.IndexOf(words, 3, "same");
        var start = Speech.SkipDeterminers(words, 0);
        if (same < 4 || same + 2 >= words.Count || !words.Take(same).Any(word => word.IsAny("must", "belong", "belongs")) || line.Vocabulary.EntityAt(words, start, out _) is not { } part || line.Vocabulary.EntityAt(words, same + 1, out var width) is not { } shared)
        {
            return null;
        }

        var joint = same + 1 + width;
        var other = joint < words.Count && words[joint].Is("as") ? Speech.SkipDeterminers(words, joint + 1) : words.Count;
        if (other >= words.Count || line.Vocabulary.EntityAt(words, other, out var end) is not { } whole || other + end < Rewording.End(words) || whole == part || part.References.Where(link => link.Parent == shared.Name).ToArray() is not [var theirs])
        {
            return null;
        }

        return whole.References.Where(link => link.Parent == part.Name).ToArray() is [var toPart] && whole.References.Where(link => link.Parent == shared.Name).ToArray() is [var own]
            ? Reading.Of(line.Must(whole.Name, $"{own.Role} is that of {toPart.Role}", new Compare(CompareOp.Equal, own.Ref, new Ref([toPart.Role!, theirs.Name]))))
            : Between(line, part, whole, Facts.Language.Naming.EntityKey(shared.Name));
    }

    /// <summary>The one kind of row that refers to both, or the one of the two that refers to the other.</summary>
    private static Reading? Between(RuleLine line, EntityTerms left, EntityTerms right, string key)
    {
        if (Value(left, key) is not { } one || Value(right, key) is not { } other || one.IsForeignKey != other.IsForeignKey || one.Parent != other.Parent || !one.IsForeignKey && one.Type.Kind != other.Type.Kind)
        {
            return null;
        }

        var bearers = line.Vocabulary.All.Where(terms => terms.Entity.Kind != EntityKind.AuditTrail && Link(terms, left) is not null && Link(terms, right) is not null).ToArray();
        return bearers is [var bearer] ? Reading.Of(line.Must(bearer.Name, $"{Link(bearer, left)} and {Link(bearer, right)} of one {one.Name}", new Compare(CompareOp.Equal, new Ref([Link(bearer, left)!, one.Name]), new Ref([Link(bearer, right)!, other.Name]))))
            : Link(left, right) is { } role ? Reading.Of(line.Must(left.Name, $"{one.Name} is that of {role}", new Compare(CompareOp.Equal, one.Ref, new Ref([role, other.Name])))) : null;
    }

    private static Column? Value(EntityTerms terms, string key) => terms.Reference(key) ?? terms.Exact(key);

    private static string? Link(EntityTerms terms, EntityTerms to) => terms.References.Where(link => link.Parent == to.Name).ToArray() is [var only] ? only.Role : null;
}
