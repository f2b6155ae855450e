using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Clauses;

/// <summary>The condition under which something is forbidden, seen from the rows it is said of: "once approved", "after the order is placed", "until paid".</summary>
internal static class Forbidding
{
    public static Clause? Read(RuleLine line, EntityTerms terms, Seq<Token> words, string opener)
    {
        var part = line.About(terms, words);
        var read = Premises.Read(part, words, 0, words.Count) ?? Action(terms, words) ?? Parts(line, terms, words) ?? Of(line, words) ?? OfParent(line, terms, words);
        if (read is null || Seen(line.Vocabulary, terms, read, opener) is not { } condition)
        {
            return null;
        }

        return opener is "until" or "unless" or "before" ? new(terms.Name, Logic.Opposite(condition), $"not {read.Name}") : new(terms.Name, condition, read.Name);
    }

    /// <summary>"after approval", "once it has been submitted": the states the action leads to, or the time it fills.</summary>
    private static Clause? Action(EntityTerms terms, Seq<Token> words)
    {
        var said = words.Where(word => !word.IsAny("the", "its", "a", "it", "they", "has", "have", "been", "is", "are", "of", "being", "was") && word.Kind == TokenKind.Word).ToArray();
        said = said.Length > 1 && Stems.Same(said[^1].Lower, terms.Name.ToLowerInvariant()) ? said[..^1] : said;
        if (said.Length != 1)
        {
            return null;
        }

        return Moments.StatesOf(terms, said[0].Lower) is { Count: > 0 } states && terms.State is { } state ? new(terms.Name, Logic.In(state, states), states[0])
            : Moments.DoneAt(terms, said[0].Lower) is { } done ? new(terms.Name, new IsPresent(done.Ref), said[0].Lower) : null;
    }

    /// <summary>"once there is a payment", "while one of its visits is open".</summary>
    private static Clause? Parts(RuleLine line, EntityTerms terms, Seq<Token> words) =>
        PartsClause.Read(line.Vocabulary, terms, words, 0, words.Count) is { } parts ? new(terms.Name, parts.Condition, parts.Name) : null;

    /// <summary>"after approval of the order": the action of another thing.</summary>
    private static Clause? Of(RuleLine line, Seq<Token> words) =>
        line.Vocabulary.EntitiesIn(words).FirstOrDefault() is { } other ? Action(other, [.. words.Where(word => line.Vocabulary.EntityAt([word], 0, out _) is null)]) : null;

    /// <summary>"once issued", of the lines of what is issued.</summary>
    private static Clause? OfParent(RuleLine line, EntityTerms terms, Seq<Token> words)
    {
        var told = line.Vocabulary.EntitiesIn(words).Any() ? [] : terms.References.Where(link => link.Required && link.Parent != terms.Name).Select(link => Action(line.Vocabulary.Of(link.Parent!), words)).OfType<Clause>().Take(2).ToArray();
        return told is [var only] ? only : null;
    }

    private static Expr? Seen(Vocabulary vocabulary, EntityTerms terms, Clause read, string opener)
    {
        var condition = opener is "once" or "after" or "until" or "before" ? Later(vocabulary, vocabulary.Of(read.Entity), read.Condition) : read.Condition;
        return read.Entity == terms.Name ? condition
            : new Speech(vocabulary, terms).ReferenceTo(vocabulary.Of(read.Entity)) is { } reference ? condition.From(reference.Role!) : null;
    }

    /// <summary>"After approval" covers the states that follow as well, as long as no way leads back.</summary>
    private static Expr Later(Vocabulary vocabulary, EntityTerms terms, Expr condition) => condition.Rewrite(node => node switch
    {
        Compare { Op: CompareOp.Equal, Left: Ref { Old: false } left, Right: Literal value } => Reached(vocabulary, terms, left, [value.Text]) ?? node,
        OneOf { Term: Ref { Old: false } term } choice => Reached(vocabulary, terms, term, [.. choice.Values.Select(one => one.Text)]) ?? node,
        _ => node,
    });

    private static OneOf? Reached(Vocabulary vocabulary, EntityTerms terms, Ref state, List<string> reached)
    {
        foreach (var role in state.Path.Take(state.Path.Count - 1))
        {
            terms = terms.References.FirstOrDefault(link => link.Role == role) is { } link ? vocabulary.Of(link.Parent!) : terms;
        }

        if (terms.Machine is not { } machine || machine.Attribute != state.Attribute)
        {
            return null;
        }

        for (var at = 0; at < reached.Count; at++)
        {
            reached.AddRange(machine.Transitions.Where(step => step.From == reached[at] && !reached.Contains(step.To, StringComparer.Ordinal)).Select(step => step.To).Distinct(StringComparer.Ordinal));
        }

        return reached.Count == 1 || reached.Any(machine.Initial.Contains) ? null : new(state, reached.Select(Literal.String).ToSeq());
    }
}
