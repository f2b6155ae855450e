using Schemawright.Collections;
using Schemawright.Domain.Merging;
using Schemawright.Domain.Rules;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Facts;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Structure;

/// <summary>
/// Time limits of states that business rules tell in sentences: "reserved orders that are not paid within 20 minutes expire", "unpaid holds lapse after an
/// hour", "requests not confirmed within 48 hours are cancelled".
/// </summary>
internal static class SpokenTimeouts
{
    private const int LongestSentence = 200;

    private static readonly string[] Linking = ["that", "which", "are", "is", "were", "was", "have", "has", "been", "being", "remain", "remains", "remaining", "stay", "stays", "still", "automatically", "then", "a", "an", "the", "any", "every", "each", "all", "to", "set", "moved", "marked", "as", "become", "becomes", "be", "must", "will", "go", "goes", "change", "changes", "if", "and", ",", "it", "they", "by", "system"];

    public static IEnumerable<StateMachineFact> Of(DomainDraft domain)
    {
        foreach (var fact in domain.Facts.Rules.Where(fact => fact.Text.Length < LongestSentence && fact.Label is null && fact.Keys.Count == 0).OrderBy(fact => fact.Source))
        {
            var words = Lexer.Read(fact.Text);
            if (words.Count is > 5 and < 24 && Read(domain, words) is var (entity, attribute, values, from, to, period))
            {
                yield return new(entity.Name, attribute, values.Select(value => new StateFact(value, null, TransitionsListed: false, value == from ? period : null, value == from ? to : null, [], null, [], fact.Source)).ToSeq(), [], [], FactForm.Sentence, fact.Document, fact.Source, fact.Words);
            }
        }
    }

    private static (EntityDraft Entity, string Attribute, Seq<string> Values, string From, string To, Period Period)? Read(DomainDraft domain, Seq<Token> words)
    {
        var end = Rewording.End(words);
        var limit = Enumerable.Range(2, Math.Max(0, end - 2)).FirstOrDefault(at => words[at].IsAny("within", "after", "for"), -1);
        if (limit < 0 || Figures.PeriodAt(words, limit + 1, out var behind) is not { } period || Entity(domain, words, limit) is not var (entity, noun, width)
            || entity.Stated.FirstOrDefault(attribute => attribute.Type is { Values.Count: > 2 } && AttributeNames.Of(attribute.Name) is "status" or "state") is not { Type: { } type } state)
        {
            return null;
        }

        var names = new StateNames(type.Values);
        Seq<Token> before = [.. words.Take(noun).Concat(words.Skip(noun + width).Take(limit - noun - width))];
        Seq<Token> after = [.. words.Skip(behind).Take(end - behind)];
        var (said, left) = Parts(names, before);
        var (ends, rest) = Parts(names, after);
        // What becomes of them stands behind the period, or before "after": "… expire after 20 minutes".
        var to = ends is [{ Denied: false } only] && rest.Count == 0 ? only.Value : after.Count == 0 && words[limit].Is("after") && said is [.., { Denied: false } last] && left.Count == 0 ? last.Value : null;
        var given = ends.Count == 0 && to is not null ? said.Take(said.Count - 1).ToArray() : [.. said];
        if (to is null || left.Count > 0 || given.Length is 0 or > 2)
        {
            return null;
        }

        var from = Array.Find(given, one => !one.Denied)?.Value ?? Waiting(domain, entity, AttributeNames.Of(state.Name), type.Values, given[0].Value);
        return from is null || from == to ? null : (entity, AttributeNames.Of(state.Name), type.Values, from, to, period);
    }

    private sealed record Said(string Value, bool Denied);

    /// <summary>The states that the words name, and the words that are neither states nor lead to one.</summary>
    private static (List<Said> States, List<Token> Left) Parts(StateNames names, Seq<Token> words)
    {
        var (found, left, denied) = (new List<Said>(), new List<Token>(), false);
        for (var at = 0; at < words.Count; at++)
        {
            if (words[at].IsAny("not", "never"))
            {
                denied = true;
            }
            else if (names.StateAt(words, at, asVerb: true) is var (value, end))
            {
                found.Add(new(value, denied));
                (at, denied) = (end - 1, false);
            }
            else if (words[at].Lower is ['u', 'n', _, _, _, ..] && names.StateAt([Rewording.Word(words[at].Lower[2..])], 0, asVerb: true) is var (opposite, _))
            {
                found.Add(new(opposite, true));
            }
            else if (!words[at].IsAny(Linking))
            {
                left.Add(words[at]);
            }
        }

        return (found, left);
    }

    /// <summary>What waits for the state: the one that the transitions lead from, else the first of the list where the other comes next.</summary>
    private static string? Waiting(DomainDraft domain, EntityDraft entity, string attribute, Seq<string> values, string reached)
    {
        var steps = domain.Facts.StateMachines.Where(machine => domain.Entities.Find(machine.Entity) == entity && (machine.Attribute is null || AttributeNames.Of(machine.Attribute) == attribute)).SelectMany(machine => machine.Transitions).ToArray();
        var before = steps.Where(step => ValueSets.Normal(step.To) == ValueSets.Normal(reached)).Select(step => values.FirstOrDefault(value => ValueSets.Normal(value) == ValueSets.Normal(step.From))).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        return steps.Length > 0 ? before is [var only] ? only : null : values[1] == reached ? values[0] : null;
    }

    private static (EntityDraft Entity, int At, int Width)? Entity(DomainDraft domain, Seq<Token> words, int to)
    {
        for (var at = 0; at < to; at++)
        {
            for (var length = Math.Min(3, to - at); length > 0; length--)
            {
                if (Phrase.Key(words, at, length) is { } key && domain.Entities.FindKey(key) is { } entity)
                {
                    return (entity, at, length);
                }
            }
        }

        return null;
    }
}
