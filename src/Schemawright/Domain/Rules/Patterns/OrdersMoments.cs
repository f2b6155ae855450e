using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "A repair must not be completed before it was received", "shops close after they open", "delivery cannot take place before the parcel was
/// announced", "a member leaves after entering": two moments told by verbs and nouns of action.
/// </summary>
internal sealed class OrdersMoments : IRulePattern
{
    private static readonly string[] Helping =
        ["the", "a", "an", "its", "their", "it", "they", "was", "were", "is", "are", "be", "been", "being", "has", "have", "had", "must", "shall", "should", "can", "cannot", "can't", "may", "not", "never", "only", "always", "take", "takes", "place", "happen", "happens", "occur", "occurs", "date", "time", "day", "of", "on", "could", "will", "every", "each", "no", "actually", "when", "that", "which"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        if (words.Count is < 3 or > 18 || words.Any(word => word.Kind is TokenKind.Number or TokenKind.Quoted) || Cut(words) is not var (relation, left))
        {
            return null;
        }

        if (words.Take(left).Any(word => word.IsAny("may", "can")) && !words.Take(relation.Start).Any(word => word.IsAny("only", "not", "never", "no")))
        {
            return null; // a permission demands nothing
        }

        foreach (var terms in Subjects(line, words, left))
        {
            if (Said(line, terms, words, 0, left) is not { IsOwn: true } first || Said(line, terms, words, relation.End, Rewording.End(words)) is not { } second || first.Ref.Equals(second.Ref) || !Alike(first.Column, second.Column))
            {
                continue;
            }

            var op = relation.Negated(words.Take(relation.Start).Any(word => word.IsAny("not", "cannot", "can't", "never")) || words[0].Is("no")).Op;
            return Reading.Of(line.Must(terms.Name, $"{first.Column.Name} {Word(op)} {second.Column.Name}", new Compare(op, first.Ref, second.Ref)));
        }

        return null;
    }

    /// <summary>The one word of time in the sentence, with the words before it; a sentence with more than one is another form.</summary>
    private static (Relation Relation, int Left)? Cut(Seq<Token> words)
    {
        (Relation Relation, int Left)? found = null;
        for (var at = 1; at < words.Count - 1; at++)
        {
            if (Relation.At(words, at) is { } relation && words[at].Kind == TokenKind.Word && Phrase.Has([.. words.Skip(at).Take(relation.End - at)], "before", "after", "follow", "follows", "precede", "precedes", "earlier", "later"))
            {
                if (found is not null)
                {
                    return null;
                }

                var left = at;
                while (left > 0 && words[left - 1].IsAny("only", "be", "is", "are", "shortly", "directly"))
                {
                    left--;
                }

                (found, at) = ((relation, left), relation.End);
            }
        }

        return found;
    }

    private static IEnumerable<EntityTerms> Subjects(RuleLine line, Seq<Token> words, int left) =>
        line.Vocabulary.EntitiesIn([.. words.Take(left)]).Append(line.Subject).OfType<EntityTerms>().Distinct();

    /// <summary>What a side says: an attribute by name, or the moment of its one word of action, of the row or of what it refers to.</summary>
    private static Operand? Said(RuleLine line, EntityTerms terms, Seq<Token> words, int from, int to)
    {
        var speech = new Speech(line.Vocabulary, terms);
        var (owner, content) = ((Column?)null, new List<int>());
        for (var at = from; at < to; at++)
        {
            if (line.Vocabulary.EntityAt(words, at, out var width) is { } named && at + width <= to && !(line.Vocabulary.Find(words[at].Text) is null && width == 1 && Bynames.Moment(terms, words[at].Lower) is not null))
            {
                if (named != terms && speech.ReferenceAt(words, at, out _) is { } reference)
                {
                    owner = reference;
                }
                else if (named != terms)
                {
                    return null;
                }

                at += width - 1;
            }
            else if (!words[at].IsAny(Helping))
            {
                content.Add(at);
            }
        }

        if (content.Count == 0 && owner is null && OwnAction(terms, words, from, to) is { } done)
        {
            return done;
        }

        if (content.Count == 0 || content[^1] - content[0] >= content.Count || content.Count > 3)
        {
            return null;
        }

        // "A member leaves": who does it is named, when it is done may be the row's own.
        var theirs = owner is not null && content.Count == 1 ? Bynames.Moment(line.Vocabulary.Of(owner.Parent!), words[content[0]].Lower) : null;
        return theirs is not null ? new(terms.Name, [owner!.Role!, theirs.Name], theirs, to)
            : speech.At(words, content[0]) is { IsOwn: true, Column.IsForeignKey: false } operand && operand.Entity == terms.Name && operand.End > content[^1] && IsTime(operand.Column) ? operand
            : content.Count == 1 && Bynames.Moment(terms, words[content[0]].Lower) is { } own ? new(terms.Name, [own.Name], own, to) : null;
    }

    /// <summary>"The order date" of an order is the day on which it was ordered.</summary>
    private static Operand? OwnAction(EntityTerms terms, Seq<Token> words, int from, int to) =>
        words.Skip(from).Take(to - from).FirstOrDefault(word => word.Kind == TokenKind.Word && !word.IsAny(Helping)) is { } action && Bynames.Moment(terms, action.Lower) is { } done ? new(terms.Name, [done.Name], done, to) : null;

    private static bool IsTime(Column column) => column.IsDate || column.IsMoment || column.Type.Kind == DataKind.Time;

    private static bool Alike(Column one, Column other) => (one.Type.Kind == DataKind.Time) == (other.Type.Kind == DataKind.Time);

    private static string Word(CompareOp op) => op switch
    {
        CompareOp.Less => "before",
        CompareOp.LessOrEqual => "not after",
        CompareOp.Greater => "after",
        _ => "not before",
    };
}
