using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules;

/// <summary>
/// "A returned boat has a return date; a boat that is not returned has none": what some rows must have, the others must not. Rows that need neither are
/// free.
/// </summary>
internal static class NoneOfThem
{
    public static Reading? Read(RuleLine line, Seq<Token> part, Reading before)
    {
        var end = Rewording.End(part);
        if (end < 3 || !part[end - 1].IsAny("none", "neither") || !part[end - 2].IsAny("has", "have", "needs", "need", "requires", "require") || before.Keys.Count > 0 || Fields(before) is not var (entity, fields))
        {
            return null;
        }

        Seq<Token> noun = [.. part.Take(end - 2)];
        var terms = line.Vocabulary.Of(entity);
        var rows = RowsPhrase.Read(line.About(terms), noun) is { Which: { } which, Only: false, None: false } phrase && phrase.Terms == terms ? (Which: which, phrase.Name) : OfState(terms, noun);
        if (rows is not var (others, name))
        {
            return null;
        }

        // Who needs none may have one.
        return !part[end - 2].IsAny("has", "have") ? new Reading()
            : Reading.Of(line.Must(entity, $"no {string.Join(" and ", fields)} when {name}", new Implies(others, Logic.All(fields.Select(field => (Expr)new Not(new IsPresent(Ref.To(field))))))));
    }

    /// <summary>"a draft", "drafts": a state as a noun.</summary>
    private static (Expr Which, string Name)? OfState(EntityTerms terms, Seq<Token> noun)
    {
        var start = Speech.SkipDeterminers(noun, 0);
        return start == noun.Count - 1 && terms.State is { } state && (Values.Enumerated(noun[start].Text, state) ?? Values.Enumerated(Facts.Language.Nouns.Singular(noun[start].Lower), state)) is { } value ? (Logic.In(state, [value]), value) : null;
    }

    /// <summary>What the rows of one kind were said to have.</summary>
    private static (string Entity, string[] Fields)? Fields(Reading before)
    {
        var given = before.Rules.Select(rule => rule.Demand is Holds { Condition: Implies { Then: var then } } ? then : null).ToArray();
        var fields = given.Any(one => one is null) ? [] : given.SelectMany(one => one is And both ? both.Terms : (IEnumerable<Expr>)[one!]).Select(one => one is IsPresent { Term: Ref { IsOwn: true } field } ? field.Attribute : null).ToArray();
        return fields.Length == 0 || fields.Contains(null) || before.Rules.Select(rule => rule.Entity).Distinct(StringComparer.Ordinal).ToArray() is not [var entity] ? null : (entity, fields.OfType<string>().ToArray());
    }
}
