using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Domain.Rules.Deeds;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"A trip cannot have more passengers than its tram has seats", "a crate may hold no more bottles than its size allows", "tickets sold must not exceed the number of seats in the hall".</summary>
internal sealed class ComparesQuantities : IRulePattern
{
    private const int Longest = 26;

    private static readonly string[] Having = ["have", "has", "carry", "carries", "take", "takes", "hold", "holds", "contain", "contains", "include", "includes", "be", "get", "gets", "be", "use"];
    private static readonly string[] Denials = ["cannot", "not", "never", "no"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        return words.Count is < 5 or > Longest || Phrase.Has(words, "if", "when", "unless", ";", "per", "and", "or") ? null : Had(line, words) ?? Exceeded(line, words);
    }

    /// <summary>"cannot have more A than B".</summary>
    private static Reading? Had(RuleLine line, Seq<Token> words)
    {
        var more = Phrase.IndexOf(words, 0, "more", "fewer", "less");
        var than = more < 0 ? -1 : Phrase.IndexOf(words, more + 2, "than");
        if (than < 0 || !Phrase.Has([.. words.Take(more)], Denials))
        {
            return null;
        }

        var phrase = SubjectPhrase.At(line.Vocabulary, words, 0, more) is { Only: false } named && words.Skip(named.End).Take(more - named.End).All(word => word.IsAny(Having) || word.IsAny(Denials) || word.IsAny("may", "can", "must", "shall", "should")) ? named : null;
        var rows = phrase?.Terms ?? (words[0].Is("no") && more == 1 ? line.Subject : null);
        return rows is null ? null : Compared(line, rows, phrase?.Which, words, (more + 1, than), (than + 1, Rewording.End(words)), words[more].Is("more") ? CompareOp.LessOrEqual : CompareOp.GreaterOrEqual);
    }

    /// <summary>"A must not exceed B", where one of them is no plain attribute.</summary>
    private static Reading? Exceeded(RuleLine line, Seq<Token> words)
    {
        var modal = Phrase.IndexOf(words, 1, "must", "cannot", "may", "shall", "should", "can", "never", "is", "are");
        var at = modal < 0 ? -1 : modal;
        while (at >= 0 && at < words.Count && (words[at].IsAny("must", "cannot", "may", "shall", "should", "can", "not", "never", "be", "is", "are", "ever", "always") && Relation.At(words, at) is null))
        {
            at++;
        }

        if (at <= 0 || at >= words.Count || Relation.At(words, at) is not { } relation || relation.End >= words.Count || relation.Op is CompareOp.NotEqual)
        {
            return null;
        }

        var op = relation.Negated(words.Skip(modal).Take(at - modal).Any(word => word.IsAny(Denials))).Op;
        return Rows(line, words).Select(rows => Compared(line, rows, null, words, (0, modal), (relation.End, Rewording.End(words)), op)).FirstOrDefault(reading => reading is not null);
    }

    private static IEnumerable<EntityTerms> Rows(RuleLine line, Seq<Token> words) => line.Vocabulary.EntitiesIn(words).Prepend(line.Subject).OfType<EntityTerms>().Distinct().Take(4);

    private static Reading? Compared(RuleLine line, EntityTerms rows, Expr? which, Seq<Token> words, (int From, int To) one, (int From, int To) other, CompareOp op)
    {
        var noun = words.Skip(one.From).Take(one.To - one.From).FirstOrDefault(word => word.Kind == TokenKind.Word);
        if (noun is null || SaidNumbers.Read(line.Vocabulary, rows, words, one.From, one.To) is not { } left || SaidNumbers.Read(line.Vocabulary, rows, words, other.From, other.To, Nouns.Singular(noun.Lower)) is not { } right || left.Value.Equals(right.Value))
        {
            return null;
        }

        Expr must = new Compare(op, left.Value, right.Value);
        var whole = which is null ? must : new Implies(which, must);
        // How many parts there are and what another row allows change apart from each other; that is no rule of one row.
        return whole.UsesAggregate() && whole.Refs().Any(reference => !reference.IsOwn) ? null
            : Reading.Of(line.Must(rows.Name, $"{left.Name} {(op is CompareOp.LessOrEqual or CompareOp.Less ? "within" : op is CompareOp.Equal ? "equals" : "covers")} {right.Name}", whole));
    }
}
