using Schemawright.Collections;
using Schemawright.Domain.Merging;
using Schemawright.Domain.Rules;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Facts;

namespace Schemawright.Domain.Structure;

/// <summary>
/// State machines that business rules tell in sentences, for an attribute whose values the data model lists: they count where the sentences together
/// lead to and from every value.
/// </summary>
internal static class SpokenTransitions
{
    private const int LongestSentence = 500;

    public static IEnumerable<StateMachineFact> Of(DomainDraft domain)
    {
        var machines = Listed(domain);
        var told = domain.Facts.StateMachines.Where(fact => fact.Transitions.Count > 0).Select(fact => domain.Entities.Find(fact.Entity)?.Key).ToHashSet(StringComparer.Ordinal);
        machines.RemoveAll(machine => told.Contains(machine.Entity.Key));
        if (machines.Count == 0)
        {
            return [];
        }

        var found = new Dictionary<Listing, List<(RuleFact Fact, IReadOnlyList<SpokenStep> Steps)>>();
        var sections = new Dictionary<(string, string), Listing>();
        foreach (var fact in domain.Facts.Rules.Where(fact => fact.Text.Length < LongestSentence))
        {
            var words = Lexer.Read(fact.Label is { } label && fact.Text.Contains('→', StringComparison.Ordinal) ? $"{label} {fact.Text}" : fact.Text);
            if (Place(domain, machines, fact, words, sections) is { } listing && new SpokenSteps(listing.Values).Read(words) is { Count: > 0 } steps)
            {
                found.TryAdd(listing, []);
                found[listing].Add((fact, steps));
                sections[Section(fact)] = listing;
            }
        }

        return found.Where(one => IsWhole(one.Key, one.Value.SelectMany(told => told.Steps))).Select(one => Fact(one.Key, one.Value));
    }

    /// <summary>Attributes named for a state, with the values that the data model lists.</summary>
    private static List<Listing> Listed(DomainDraft domain) =>
        [.. domain.Entities.All.SelectMany(entity => entity.Stated
            .Where(attribute => attribute.Type is { Values.Count: > 1 } && IsState(AttributeNames.Of(attribute.Name)))
            .Select(attribute => new Listing(entity, AttributeNames.Of(attribute.Name), attribute.Type!.Values))).DistinctBy(listing => (listing.Entity.Key, listing.Attribute))];

    private static bool IsState(string name) => name is "status" or "state" or "stage" or "phase" || name.EndsWith("_status", StringComparison.Ordinal) || name.EndsWith("_state", StringComparison.Ordinal) || name.EndsWith("_stage", StringComparison.Ordinal);

    /// <summary>What the sentence names, else its place, else the only list that has all the states of the sentence.</summary>
    private static Listing? Place(DomainDraft domain, List<Listing> machines, RuleFact fact, Seq<Token> words, Dictionary<(string, string), Listing> sections)
    {
        if (Near(domain, words) is { } named && machines.Find(listing => listing.Entity == named) is { } own)
        {
            return own;
        }

        foreach (var place in fact.Headings.Reverse().Take(2).Append(fact.Subject).OfType<string>())
        {
            if (Near(domain, Lexer.Read(place.Replace('.', ' '))) is { } subject && machines.Find(listing => listing.Entity == subject) is { } listed && new SpokenSteps(listed.Values).Read(words).Count > 0)
            {
                return listed;
            }
        }

        var fitting = machines.Where(listing => new SpokenSteps(listing.Values).Read(words).Count > 0).Take(2).ToArray();
        return fitting.Length == 1 && words.Any(word => word.IsOperator("->")) ? fitting[0] : fitting.Length > 0 && sections.GetValueOrDefault(Section(fact)) is { } before && fitting.Contains(before) ? before : null;
    }

    private static (string, string) Section(RuleFact fact) => (fact.Source.Document, string.Join('\u001f', fact.Headings));

    /// <summary>The first entity that the words name.</summary>
    private static EntityDraft? Near(DomainDraft domain, Seq<Token> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            for (var length = Math.Min(3, words.Count - at); length > 0; length--)
            {
                if (Phrase.Key(words, at, length) is { } key && domain.Entities.FindKey(key) is { } entity)
                {
                    return entity;
                }
            }
        }

        return words.Take(4).Select(word => Headed(domain, word)).FirstOrDefault(entity => entity is not null);
    }

    /// <summary>"Sessions" where the only sessions are parking sessions.</summary>
    private static EntityDraft? Headed(DomainDraft domain, Token word)
    {
        var head = word.Kind == TokenKind.Word ? Facts.Language.Nouns.Singular(word.Lower) : "";
        var headed = head.Length < 4 ? [] : domain.Entities.All.Where(entity => entity.Key.EndsWith("_" + head, StringComparison.Ordinal)).Take(2).ToArray();
        return headed.Length == 1 ? headed[0] : null;
    }

    /// <summary>No value is left out, and one at least begins.</summary>
    private static bool IsWhole(Listing listing, IEnumerable<SpokenStep> told)
    {
        var steps = told.ToList();
        var named = steps.SelectMany(step => new[] { step.From, step.To }).ToHashSet(StringComparer.Ordinal);
        return listing.Values.All(named.Contains) && listing.Values.Any(value => steps.TrueForAll(step => step.To != value));
    }

    private static StateMachineFact Fact(Listing listing, List<(RuleFact Fact, IReadOnlyList<SpokenStep> Steps)> told)
    {
        var first = told[0].Fact;
        var states = listing.Values.Select(value => new StateFact(value, null, TransitionsListed: true, null, null, [], null, [], told.Find(one => one.Steps.Any(step => step.From == value || step.To == value)).Fact?.Source ?? first.Source)).ToSeq();
        var steps = told.SelectMany(one => one.Steps.Select(step => new TransitionFact(step.From, step.To, null, [], [], one.Fact.Source))).ToSeq();
        return new(listing.Entity.Name, listing.Attribute, states, steps, [], FactForm.Sentence, first.Document, first.Source, first.Words);
    }

    private sealed record Listing(EntityDraft Entity, string Attribute, Seq<string> Values);
}
