using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Clauses;

/// <summary>Reads "product must exist and be active", "status is 'paid'", "order is in 'open' status", "customer is verified".</summary>
internal static class StateClause
{
    private static readonly string[] Links =
        ["is", "are", "be", "been", "must", "shall", "should", "has", "have", "to", "was", "were", "becomes", "become", "exist", "exists", "and", "a", "an", "currently", "already", "still", "only", "in", "the", "both", "needs", "will"];

    public static Clause? Read(Speech speech, IReadOnlyList<Token> tokens, int from, int to)
    {
        var start = Speech.SkipDeterminers(tokens, from);
        if (start >= to)
        {
            return null;
        }

        return OfAttribute(speech, tokens, start, to) ?? OfReference(speech, tokens, start, to) ?? OfSubject(speech, tokens, start, to);
    }

    /// <summary>The quality said after the linking words: its place, and whether it is denied; null when there is none.</summary>
    public static (int At, bool Negated)? Quality(IReadOnlyList<Token> tokens, int at, int to)
    {
        var (linked, negated) = (false, false);
        while (at < to && (tokens[at].IsAny(Links) || tokens[at].IsAny("not", "cannot", "never", "no", "isn't", "!")))
        {
            negated |= tokens[at].IsAny("not", "cannot", "never", "no", "isn't", "!");
            linked = true;
            at++;
        }

        return linked && at < to ? (at, negated) : null;
    }

    private static Clause? OfAttribute(Speech speech, IReadOnlyList<Token> tokens, int start, int to)
    {
        if (speech.At(tokens, start) is not { Column.IsForeignKey: false } operand || operand.End >= to || Quality(tokens, operand.End, to) is not { } quality)
        {
            return null;
        }

        if (OneOf(tokens, quality.At, to, operand.Column) is { Count: > 0 } values)
        {
            Expr listed = values.Count == 1 ? new Compare(CompareOp.Equal, operand.Ref, values[0]) : new OneOf(operand.Ref, values);
            return new(operand.Entity, quality.Negated ? new Not(listed) : listed, $"{operand.Column.Name} {(quality.Negated ? "not " : "")}{values[0].Text}");
        }

        return tokens[quality.At].IsAny("true", "false") || !Adjectives.SaysPresent(tokens[quality.At].Lower) || !AtEnd(tokens, quality.At + 1, to) ? null
            : new(operand.Entity, quality.Negated ? new Not(new IsPresent(operand.Ref)) : new IsPresent(operand.Ref), $"{operand.Column.Name} {(quality.Negated ? "absent" : "given")}");
    }

    /// <summary>Values of the attribute from here to the end, "a", "a or b", "a, b and c"; empty when other words are there.</summary>
    private static Seq<Literal> OneOf(IReadOnlyList<Token> tokens, int at, int to, Column column)
    {
        var values = new List<Literal>();
        while (at < to)
        {
            if (Values.Listed(tokens, at, column) is { } value)
            {
                values.Add((Literal)value.Expr);
                at = value.End;
            }
            else if (values.Count > 0 && (tokens[at].IsAny("or", ",", "and", "/", "|") || tokens[at].IsAny("status", "state")))
            {
                at++;
            }
            else
            {
                return tokens[at].Kind == TokenKind.Mark ? values.ToSeq() : [];
            }
        }

        return values.ToSeq();
    }

    private static Clause? OfReference(Speech speech, IReadOnlyList<Token> tokens, int start, int to)
    {
        if (speech.ReferenceAt(tokens, start, out var width) is not { } reference || speech.Vocabulary.Find(reference.Parent) is not { } parent
            || Quality(tokens, start + width, to) is not { } quality)
        {
            return null;
        }

        return Qualities(parent, [reference.Role!], tokens, quality.At, to, quality.Negated, reference.Role!) is { } found
            ? new(speech.Subject!.Name, found.Condition, found.Name)
            : Assigned(speech, reference, tokens, quality, to) ?? OfKind(speech, reference, parent, tokens, quality, to);
    }

    /// <summary>"the driver must be an employee with role courier": the noun of what is referred to, with its quality.</summary>
    private static Clause? OfKind(Speech speech, Column reference, EntityTerms parent, IReadOnlyList<Token> tokens, (int At, bool Negated) quality, int to) =>
        SubjectPhrase.At(speech.Vocabulary, tokens, quality.At, to) is { Which: { } which, None: false, Only: false } phrase && phrase.Terms == parent && AtEnd(tokens, phrase.End, to)
            ? new(speech.Subject!.Name, quality.Negated ? new Not(which.From(reference.Role!)) : which.From(reference.Role!), $"{reference.Role} {(quality.Negated ? "not " : "")}{phrase.Name}") : null;

    /// <summary>"customer is assigned": the reference itself is filled.</summary>
    private static Clause? Assigned(Speech speech, Column reference, IReadOnlyList<Token> tokens, (int At, bool Negated) quality, int to) =>
        Adjectives.SaysPresent(tokens[quality.At].Lower) && AtEnd(tokens, quality.At + 1, to) && !quality.Negated
            ? new(speech.Subject!.Name, new IsPresent(reference.Ref), $"{reference.Name} given")
            : null;

    private static Clause? OfSubject(Speech speech, IReadOnlyList<Token> tokens, int start, int to)
    {
        var named = speech.Vocabulary.EntityAt(tokens, start, out var width);
        var terms = named ?? (tokens[start].IsAny("it", "they") ? speech.Subject : null);
        var at = named is null ? start + 1 : start + width;
        return terms is not null && Quality(tokens, at, to) is { } quality && Qualities(terms, [], tokens, quality.At, to, quality.Negated, terms.Entity.Name) is { } found
            ? new(terms.Name, found.Condition, found.Name)
            : null;
    }

    /// <summary>One quality or several: "active", "active and verified", "'open' or 'held' status".</summary>
    private static (Expr Condition, string Name)? Qualities(
        EntityTerms terms, Seq<string> path, IReadOnlyList<Token> tokens, int at, int to, bool negated, string subject)
    {
        var conditions = new List<Expr>();
        var (either, names) = (false, new List<string>());
        at += at + 1 < to && tokens[at].IsAny("status", "state") ? tokens[at + 1].Is("of") ? 2 : 1 : 0;
        for (; at < to && tokens[at].Kind != TokenKind.Mark || at < to && tokens[at].Is(","); at++)
        {
            if (conditions.Count > 0 && tokens[at].IsAny("status", "state", "be", "or", "and", ","))
            {
                either |= tokens[at].Is("or");
                continue;
            }

            if (Adjectives.Of(terms, tokens[at].Lower, path) is not { } quality)
            {
                return null;
            }

            conditions.Add(quality.Condition);
            names.Add(tokens[at].Lower);
        }

        if (conditions.Count == 0)
        {
            return null;
        }

        Expr all = conditions.Count == 1 ? conditions[0] : either ? Logic.Either(conditions) : new And(conditions.ToSeq());
        return (negated ? new Not(all) : all, $"{subject} {(negated ? "not " : "")}{string.Join(either ? " or " : " and ", names)}");
    }

    private static bool AtEnd(IReadOnlyList<Token> tokens, int at, int to) => at >= to || tokens[at].Kind == TokenKind.Mark;
}
