using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Facts;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// A list of what each role may delete: "Clerk / Delete: draft orders only", "Manager / Delete: drafts and cancelled items". What
/// no role may delete is refused.
/// </summary>
internal sealed class PermitsDeletion : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        if (!line.LabelIs("delete", "remove") || line.Fact.Keys.Count == 0)
        {
            return null;
        }

        var rules = new List<RuleDraft>();
        foreach (var terms in line.Vocabulary.All.Where(terms => terms.Machine is not null && Covers(line, line.Fact, terms)))
        {
            if (Allowed(line, terms) is { Count: > 0 } allowed)
            {
                rules.Add(new(terms.Name, $"deletable only when {string.Join(" or ", allowed)}", new(TriggerKind.OnDelete), new NotDeletable(new Not(Logic.In(terms.State!, allowed)))));
            }
        }

        return rules.Count == 0 ? null : Reading.Of(rules);
    }

    /// <summary>The states in which some role may delete; null when some role may delete in any.</summary>
    private static Seq<string>? Allowed(RuleLine line, EntityTerms terms)
    {
        var states = new List<string>();
        foreach (var other in line.Block.Where(other => other.Label == line.Fact.Label && Covers(line, other, terms)))
        {
            var named = States(other, terms);
            if (named.Count == 0)
            {
                return null;
            }

            states.AddRange(named);
        }

        return states.Distinct(StringComparer.Ordinal).ToSeq();
    }

    /// <summary>The line names the entity, or speaks of items in states that the entity all has.</summary>
    private static bool Covers(RuleLine line, RuleFact fact, EntityTerms terms)
    {
        var words = Lexer.Read(fact.Text);
        if (line.Vocabulary.EntitiesIn(words).Contains(terms))
        {
            return true;
        }

        var quality = words.Where(word => word.Kind == TokenKind.Word && !word.IsAny("only", "and", "or", "items", "item", "records", "all", "everything", "the", "own")).ToArray();
        return quality.Length > 0 && !line.Vocabulary.EntitiesIn(words).Any() && quality.All(word => Named(terms, word) is not null);
    }

    private static IReadOnlyList<string> States(RuleFact fact, EntityTerms terms) =>
        [.. Lexer.Read(fact.Text).Select(word => Named(terms, word)).OfType<string>().Distinct(StringComparer.Ordinal)];

    private static string? Named(EntityTerms terms, Token word) =>
        Values.Enumerated(word.Text, terms.State!) ?? Values.Enumerated(Nouns.Singular(word.Lower), terms.State!);
}
