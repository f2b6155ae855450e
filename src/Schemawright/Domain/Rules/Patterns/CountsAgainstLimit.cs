using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "A class must not have more active pupils than its capacity", "the number of routes on a wall must not exceed its limit", "no more guests can
/// register than there are seats": how many parts, against a number that the whole holds.
/// </summary>
internal sealed class CountsAgainstLimit : IRulePattern
{
    private static readonly string[] Ceilings = ["max", "maximum", "capacity", "limit", "allowed", "places", "seats", "slots", "spaces"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        return words.Count is < 6 or > 24 || words.Select((_, at) => Windows.At(words, at)).Any(window => window is not null) ? null : MoreThan(line, words) ?? NumberOf(line, words);
    }

    /// <summary>"cannot have more Ys than Z", "no more Ys can … than there are Zs".</summary>
    private static Reading? MoreThan(RuleLine line, Seq<Token> words)
    {
        var more = Phrase.IndexOf(words, 0, "more");
        var than = more < 0 ? -1 : Phrase.IndexOf(words, more + 2, "than");
        if (than < 0 || !Phrase.Has([.. words.Take(more)], "no", "not", "cannot", "can't", "never") || SubjectPhrase.At(line.Vocabulary, words, more + 1, than) is not { } parts)
        {
            return null;
        }

        var owner = more > 2 ? line.Vocabulary.EntitiesIn([.. words.Take(more)]).FirstOrDefault() : null;
        return Against(line, owner, parts, words, than + 1);
    }

    /// <summary>"the number of Ys on a X must not exceed Z".</summary>
    private static Reading? NumberOf(RuleLine line, Seq<Token> words)
    {
        var start = Speech.SkipDeterminers(words, 0);
        if (!Phrase.At(words, start, "number", "of"))
        {
            return null;
        }

        for (var at = start + 3; at < words.Count - 1; at++)
        {
            if (Relation.At(words, at) is { } relation && SubjectPhrase.At(line.Vocabulary, words, start + 2, at) is { } parts)
            {
                var op = relation.Negated(words.Take(at).Any(word => word.IsAny("not", "cannot", "can't", "never"))).Op;
                var owner = line.Vocabulary.EntitiesIn([.. words.Take(at).Skip(parts.End)]).FirstOrDefault();
                return op is CompareOp.LessOrEqual ? Against(line, owner, parts, words, relation.End) : null;
            }
        }

        return null;
    }

    private static Reading? Against(RuleLine line, EntityTerms? owner, SubjectPhrase parts, Seq<Token> words, int at)
    {
        var start = Phrase.At(words, at, "there", "are") || Phrase.At(words, at, "there", "is") ? at + 2 : Phrase.At(words, at, "what") ? at + 1 : at;
        foreach (var whole in Wholes(line, owner))
        {
            if (Part(line, whole, parts) is var (link, where) && Ceiling(line, whole, parts, words, Speech.SkipDeterminers(words, start)) is { } ceiling)
            {
                var count = new Aggregate(AggregateKind.Count, link.Child, link.Role, null, where);
                return Reading.Of(new RuleDraft(whole.Name, $"{link.Child} within {ceiling.Name}", RuleTrigger.Always, new Holds(new Compare(CompareOp.LessOrEqual, count, ceiling.Ref))));
            }
        }

        return null;
    }

    private static IEnumerable<EntityTerms> Wholes(RuleLine line, EntityTerms? owner) =>
        new[] { owner, line.Subject }.OfType<EntityTerms>().Distinct();

    /// <summary>What is counted refers to the whole, by itself or as what stands between them: the registrations of members for a course.</summary>
    private static (Relationship Link, Expr? Where)? Part(RuleLine line, EntityTerms whole, SubjectPhrase parts)
    {
        var links = line.Vocabulary.Children(whole.Name);
        if (links.FirstOrDefault(link => link.Child == parts.Terms.Name && link.Child != whole.Name) is { } own)
        {
            return (own, parts.Which);
        }

        var between = parts.Which is not null ? [] : links.Where(link => line.Vocabulary.Of(link.Child).References.Any(other => other.Parent == parts.Terms.Name)).Take(2).ToArray();
        return between.Length == 1 ? (between[0], null) : null;
    }

    /// <summary>The number named, or, where the words only say "allows" or "can take", the one that is a ceiling for these parts.</summary>
    private static Column? Ceiling(RuleLine line, EntityTerms whole, SubjectPhrase parts, Seq<Token> words, int at)
    {
        if (at < words.Count && new Speech(line.Vocabulary, whole).At(words, at) is { IsOwn: true, Column: { IsNumber: true, IsForeignKey: false } } named && named.Entity == whole.Name)
        {
            return named.Column;
        }

        var own = at < words.Count && (words[at].IsAny("it", "they", "what") || line.Vocabulary.EntityAt(words, at, out _) == whole);
        if (!own || !words.Skip(at).Any(word => word.IsAny("allows", "allow", "allowed", "holds", "hold", "take", "takes", "permits", "permit", "has", "fit", "offers")))
        {
            return null;
        }

        var noun = Naming.Words(parts.Terms.Name)[^1];
        var found = whole.Columns.Where(column => column is { IsNumber: true, IsForeignKey: false } && column.Words.Any(word => Ceilings.Contains(word, StringComparer.Ordinal)) && (column.Words.Count == 1 || column.Words.Any(word => Nouns.Singular(word) == Nouns.Singular(noun)))).ToArray();
        return found.Length == 1 ? found[0] : null;
    }
}
