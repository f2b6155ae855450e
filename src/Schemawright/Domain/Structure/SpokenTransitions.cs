using Schemawright.Collections;
using Schemawright.Diagnostics;
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
        var drawn = domain.Facts.StateMachines.Where(fact => fact.Transitions.Count > 0).Select(fact => domain.Entities.Find(fact.Entity)?.Key).ToHashSet(StringComparer.Ordinal);
        machines.RemoveAll(machine => drawn.Contains(machine.Entity.Key));
        if (machines.Count == 0)
        {
            return [];
        }

        var told = Told(domain, machines);
        var whole = told.Where(one => IsWhole(one.Key, one.Value.SelectMany(part => part.Steps))).ToList();
        whole.RemoveAll(one => one.Value.Find(part => part.Steps.Count == 0) is { } unread && one.Value.Exists(part => part.Steps.Count > 0 && Section(part.Fact) == Section(unread.Fact)) && AsksFor(domain, one.Key, unread.Fact));
        return whole.Select(one => Fact(one.Key, one.Value.FindAll(part => part.Steps.Count > 0)));
    }

    /// <summary>What the sentences tell of each list, in their order; without steps a sentence that may tell some and is not understood.</summary>
    private static Dictionary<Listing, List<Telling>> Told(DomainDraft domain, List<Listing> machines)
    {
        var found = new Dictionary<Listing, List<Telling>>();
        var readers = machines.ToDictionary(listing => listing, listing => new SpokenSteps(listing.Values));
        var sections = new Dictionary<(string, string), Listing>();
        foreach (var fact in domain.Facts.Rules.Where(fact => fact.Text.Length < LongestSentence).OrderBy(fact => fact.Source))
        {
            var words = WordsOf(fact);
            if (Place(domain, machines, fact, words, sections, listing => readers[listing].Copy()) is not { } listing)
            {
                continue;
            }

            var steps = readers[listing].Read(words);
            if (steps.Count > 0 || readers[listing].MayTell(words))
            {
                found.TryAdd(listing, []);
                found[listing].Add(new(fact, steps));
            }

            if (steps.Count > 0)
            {
                sections[Section(fact)] = listing;
            }
        }

        return found;
    }

    /// <summary>A machine that lacks a way refuses what the documents allow: as long as one of its sentences is not understood there is none.</summary>
    private static bool AsksFor(DomainDraft domain, Listing listing, RuleFact fact)
    {
        domain.Findings.Ask(new(
            ClarificationId.From("told ways", listing.Entity.Name, listing.Attribute),
            ClarificationReason.Unclear,
            $"Which ways between the states of {listing.Entity.Name}.{listing.Attribute} does \"{fact.Text.Trim().TrimEnd('.')}\" tell?",
            ["None: the other sentences tell all", "The ways that the answer lists, one after the other: from → to"],
            $"Every change of {listing.Attribute} is allowed: the other sentences tell ways, but without this one the list would not be whole.",
            [fact.Source], [$"{listing.Entity.Name}.{listing.Attribute}"], 2, 3));
        return true;
    }

    private static Seq<Token> WordsOf(RuleFact fact) => Lexer.Read(fact.Label is { } label && IsDrawn(fact.Text) ? $"{label} {fact.Text}" : fact.Text);

    private static bool IsDrawn(string text) => text.Contains('→', StringComparison.Ordinal) || text.Contains("->", StringComparison.Ordinal);

    /// <summary>Attributes named for a state, with the values that the data model lists, or those that arrows in a sentence about the entity show where none are listed.</summary>
    private static List<Listing> Listed(DomainDraft domain)
    {
        var listed = WithValues(domain);
        var open = domain.Entities.All.Where(entity => !listed.Exists(listing => listing.Entity == entity))
            .Select(entity => (Entity: entity, Name: entity.Stated.Select(attribute => AttributeNames.Of(attribute.Name)).FirstOrDefault(IsState))).Where(one => one.Name is not null).ToDictionary(one => one.Entity, one => one.Name!);
        var drawn = domain.Facts.Rules.Where(fact => open.Count > 0 && fact.Text.Length < LongestSentence && IsDrawn(fact.Text)).OrderBy(fact => fact.Source);
        foreach (var fact in drawn)
        {
            if (Near(domain, WordsOf(fact)) is { } entity && open.TryGetValue(entity, out var name) && DrawnStates.In(Lexer.Read(fact.Text)) is { Count: > 2 } values && open.Remove(entity))
            {
                listed.Add(new(entity, name, values));
            }
        }

        return listed;
    }

    private static List<Listing> WithValues(DomainDraft domain) =>
        [.. domain.Entities.All.SelectMany(entity => entity.Stated
            .Where(attribute => attribute.Type is { Values.Count: > 1 } && IsState(AttributeNames.Of(attribute.Name)))
            .Select(attribute => new Listing(entity, AttributeNames.Of(attribute.Name), attribute.Type!.Values))).DistinctBy(listing => (listing.Entity.Key, listing.Attribute))];

    private static bool IsState(string name) => name is "status" or "state" or "stage" or "phase" || name.EndsWith("_status", StringComparison.Ordinal) || name.EndsWith("_state", StringComparison.Ordinal) || name.EndsWith("_stage", StringComparison.Ordinal);

    /// <summary>What the sentence names, else its place, else the only list that has all the states of the sentence.</summary>
    private static Listing? Place(DomainDraft domain, List<Listing> machines, RuleFact fact, Seq<Token> words, Dictionary<(string, string), Listing> sections, Func<Listing, SpokenSteps> reader)
    {
        if (Near(domain, words) is { } named && machines.Find(listing => listing.Entity == named) is { } own && reader(own).Names(words))
        {
            return own;
        }

        foreach (var place in fact.Headings.Reverse().Take(2).Append(fact.Subject).OfType<string>())
        {
            if (Near(domain, Lexer.Read(place.Replace('.', ' '))) is { } subject && machines.Find(listing => listing.Entity == subject) is { } listed && reader(listed).Read(words).Count > 0)
            {
                return listed;
            }
        }

        var fitting = machines.Where(listing => reader(listing).Read(words).Count > 0).Take(2).ToArray();
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

    private static StateMachineFact Fact(Listing listing, List<Telling> told)
    {
        var first = told[0].Fact;
        var states = listing.Values.Select(value => new StateFact(value, null, TransitionsListed: true, null, null, [], null, [], told.Find(one => one.Steps.Any(step => step.From == value || step.To == value))?.Fact.Source ?? first.Source)).ToSeq();
        var steps = told.SelectMany(one => one.Steps.Select(step => new TransitionFact(step.From, step.To, null, [], [], one.Fact.Source))).ToSeq();
        return new(listing.Entity.Name, listing.Attribute, states, steps, [], FactForm.Sentence, first.Document, first.Source, first.Words);
    }

    private sealed record Telling(RuleFact Fact, IReadOnlyList<SpokenStep> Steps);

    private sealed record Listing(EntityDraft Entity, string Attribute, Seq<string> Values);
}
