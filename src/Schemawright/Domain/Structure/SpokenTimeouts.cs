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

    private static readonly string[] Linking = ["that", "which", "are", "is", "were", "was", "have", "has", "been", "being", "remain", "remains", "remaining", "stay", "stays", "still", "automatically", "then", "but", "lasts", "last", "no", "longer", "that", "a", "an", "the", "any", "every", "each", "all", "to", "set", "moved", "marked", "as", "become", "becomes", "be", "must", "will", "go", "goes", "change", "changes", "if", "and", ",", "it", "they", "by", "system"];

    public static IEnumerable<StateMachineFact> Of(DomainDraft domain)
    {
        foreach (var fact in domain.Facts.Rules.Where(fact => fact.Text.Length < LongestSentence && fact.Label is null && fact.Keys.Count == 0).OrderBy(fact => fact.Source))
        {
            var words = Lexer.Read(fact.Text);
            if (words.Count is > 5 and < 24 && (Read(domain, fact, words) ?? DatedTimeouts.Read(domain, fact, words)) is { } limit)
            {
                yield return new(limit.Entity.Name, limit.Attribute, limit.Values.Select(value => value == limit.From
                    ? new StateFact(value, null, TransitionsListed: false, limit.Period, limit.To, [], null, [], fact.Source) { TimeoutSince = limit.Since }
                    : new StateFact(value, null, TransitionsListed: false, null, null, [], null, [], fact.Source)).ToSeq(), [], [], FactForm.Sentence, fact.Document, fact.Source, fact.Words);
            }
        }
    }

    /// <param name="Since">The date it counts from; null: from when the state began.</param>
    internal sealed record TimeLimit(EntityDraft Entity, string Attribute, Seq<string> Values, string From, string To, Period Period, string? Since);

    private static TimeLimit? Read(DomainDraft domain, RuleFact fact, Seq<Token> words)
    {
        var end = Rewording.End(words);
        var limit = Enumerable.Range(2, Math.Max(0, end - 2)).FirstOrDefault(at => words[at].IsAny("within", "after", "for") || words[at].Is("than") && words[at - 1].IsAny("longer", "more") && words.Take(at).Any(word => word.IsAny("last", "lasts")), -1);
        if (limit < 0 || Figures.PeriodAt(words, limit + 1, out var behind) is not { } period || Entity(domain, fact, words, limit) is not { } entity || StateOf(entity) is not { Type: { } type } state)
        {
            return null;
        }

        var names = new StateNames(type.Values);
        var (said, left) = Parts(names, Without(words, entity, 0, limit));
        var (ends, rest) = Parts(names, Without(words, entity, behind, end));
        // What becomes of them stands behind the period, or before "after": "… expire after 20 minutes".
        var to = ends is [{ Denied: false } only] && rest.Count == 0 ? only.Value : behind >= end && words[limit].Is("after") && said is [.., { Denied: false } last] && left.Count == 0 ? last.Value : null;
        var given = ends.Count == 0 && to is not null ? said.Take(said.Count - 1).ToArray() : [.. said];
        if (to is null || left.Count > 0 || given.Length is 0 or > 2)
        {
            return null;
        }

        var from = Array.Find(given, one => !one.Denied)?.Value ?? Waiting(domain, entity, AttributeNames.Of(state.Name), type.Values, given[0].Value);
        return from is null || from == to ? null : new(entity, AttributeNames.Of(state.Name), type.Values, from, to, period, null);
    }

    internal static AttributeFact? StateOf(EntityDraft entity) => entity.Stated.FirstOrDefault(attribute => attribute.Type is { Values.Count: > 2 } && AttributeNames.Of(attribute.Name) is "status" or "state");

    /// <summary>The words without the entity's own name, and without "that nobody answers", which says that nothing happens.</summary>
    internal static Seq<Token> Without(Seq<Token> words, EntityDraft entity, int from, int to)
    {
        var kept = new List<Token>();
        var name = Naming.Words(entity.Key);
        for (var at = from; at < to; at++)
        {
            var width = Enumerable.Range(1, Math.Min(name.Count, to - at)).LastOrDefault(length => Phrase.Key(words, at, length) is { } key && (key == entity.Key || length == 1 && key == name[^1]), 0);
            width = width > 0 ? width : words[at].Is("nobody") && at + 1 < to ? 2 : Phrase.At(words, at, "no", "one") && at + 2 < to ? 3 : 0;
            if (width == 0 && words[at].Kind != TokenKind.Mark)
            {
                kept.Add(words[at]);
            }

            at += Math.Max(0, width - 1);
        }

        return [.. kept];
    }

    internal sealed record Said(string Value, bool Denied);

    /// <summary>The states that the words name, and the words that are neither states nor lead to one.</summary>
    internal static (List<Said> States, List<Token> Left) Parts(StateNames names, Seq<Token> words)
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
    internal static string? Waiting(DomainDraft domain, EntityDraft entity, string attribute, Seq<string> values, string reached)
    {
        var steps = domain.Facts.StateMachines.Where(machine => (domain.Entities.Find(machine.Entity) is { } named ? named == entity : IsOfTheSame(machine, values)) && (machine.Attribute is null || AttributeNames.Of(machine.Attribute) == attribute)).SelectMany(machine => machine.Transitions).ToArray();
        var before = steps.Where(step => ValueSets.Normal(step.To) == ValueSets.Normal(reached)).Select(step => values.FirstOrDefault(value => ValueSets.Normal(value) == ValueSets.Normal(step.From))).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        return steps.Length > 0 ? before is [var only] ? only : null : values[1] == reached ? values[0] : null;
    }

    /// <summary>A life told under a heading, whose every state is one of the values.</summary>
    private static bool IsOfTheSame(StateMachineFact machine, Seq<string> values) =>
        machine.Transitions.Count > 1 && machine.Transitions.All(step => values.Any(value => ValueSets.Normal(value) == ValueSets.Normal(step.From)) && values.Any(value => ValueSets.Normal(value) == ValueSets.Normal(step.To)));

    /// <summary>What the sentence names; else what its heading speaks of, where the sentence calls it by its last word or by the name of a state.</summary>
    internal static EntityDraft? Entity(DomainDraft domain, RuleFact fact, Seq<Token> words, int to)
    {
        if (Named(domain, words, to) is { } named)
        {
            return named;
        }

        var heads = domain.Entities.All.Where(entity => StateOf(entity) is not null && Naming.Words(entity.Key) is { Count: > 1 } name && words.Take(to).Any(word => Nouns.Singular(word.Lower) == name[^1])).Take(2).ToArray();
        var heading = fact.Headings.Count == 0 ? null : Named(domain, Lexer.Read(fact.Headings[^1]), int.MaxValue);
        return heading is not null && StateOf(heading) is { Type: { } type } && (words.Take(to).Any(word => Nouns.Singular(word.Lower) == Naming.Words(heading.Key)[^1]) || new StateNames(type.Values).StateAt(words, Speech.SkipDeterminers(words, 0), asVerb: true) is not null) ? heading : heads is [var only] ? only : heads.Length == 0 && StateNoun(domain, words) is { } told ? told : null;
    }

    /// <summary>"A pause lasts …; after that the membership ends": the one thing the whole sentence names, where the first noun is a state of it.</summary>
    private static EntityDraft? StateNoun(DomainDraft domain, Seq<Token> words) =>
        Named(domain, words, words.Count) is { } entity && StateOf(entity) is { Type: { } type } && new StateNames(type.Values).StateAt(words, Speech.SkipDeterminers(words, 0), asVerb: true) is not null ? entity : null;

    private static EntityDraft? Named(DomainDraft domain, Seq<Token> words, int to)
    {
        for (var at = 0; at < Math.Min(to, words.Count); at++)
        {
            for (var length = Math.Min(3, Math.Min(to, words.Count) - at); length > 0; length--)
            {
                if (Phrase.Key(words, at, length) is { } key && domain.Entities.FindKey(key) is { } entity)
                {
                    return entity;
                }
            }
        }

        return null;
    }
}
