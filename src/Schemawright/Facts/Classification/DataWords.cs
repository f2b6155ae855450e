using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Classification;

/// <summary>Tells what a statement that no reader took asks of the data it names: a fact, a rule, or only what people do with it.</summary>
internal sealed class DataWords(FactCollector facts)
{
    private const int LongestStatement = 300;

    private static readonly string[] Holding = ["has", "have", "contains", "contain", "consists of", "consist of", "comprises", "is recorded with", "are recorded with", "recorded with", "belongs to", "belong to", "is assigned to", "are assigned to", "is linked to", "are linked to", "stores", "holds", "is stored", "are stored", "is kept", "are kept"];
    private static readonly string[] Abilities = ["can", "may", "able to", "lets", "allows", "enables", "so that"];
    private static readonly string[] Conditions = ["when", "if", "unless", "until", "once", "without", "only", "not", "no", "never", "always", "less than", "more than", "at least", "at most", "before", "after", "within", "by default", "automatically", "equal", "equals"];

    private readonly HashSet<string> _entities = facts.Facts.OfType<EntityFact>().Where(entity => !entity.Weak).Select(entity => Naming.EntityKey(entity.Name)).Where(key => key.Length > 2).ToHashSet(StringComparer.Ordinal);

    /// <summary>The states of each entity, in the words of a sentence.</summary>
    private readonly Dictionary<string, IReadOnlySet<string>> _states = facts.Facts.OfType<AttributeFact>().Where(attribute => attribute.Type?.Values.Count > 1 && Naming.Words(attribute.Name) is [.., "status" or "state"]).SelectMany(attribute => attribute.Type!.Values.Select(value => (attribute.Entity, State: value)))
        .Concat(facts.Facts.OfType<StateMachineFact>().Where(machine => machine.Entity is not null).SelectMany(machine => machine.States.Select(state => (Entity: machine.Entity!, State: state.Name))))
        .GroupBy(pair => Naming.EntityKey(pair.Entity), StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => (IReadOnlySet<string>)same.Select(pair => pair.State.Replace('_', ' ').ToLowerInvariant()).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>The class and its reason; null when the statement names nothing the documents store.</summary>
    public (StatementClass Class, string Reason)? Of(Statement statement)
    {
        if (statement.Form is not (StatementForm.Sentence or StatementForm.ListItem) || statement.Text.Length > LongestStatement)
        {
            return null;
        }

        var text = statement.Text;
        if (!Names(text))
        {
            return OfNothingKnown(text);
        }

        return StatesNamed(text) > 1 ? (StatementClass.Rule, "speaks of states of data that no reader could place")
            : text.Says(Abilities) && !text.Says("may not", "can only", "may only") ? (StatementClass.Process, "what people can do with the data")
            : text.Says("is", "are", "costs", "cost", "charged", "must", "run", "runs", "becomes", "become", "expires") && (text.Says(Conditions) || Quantities.First(text) is not null) ? (StatementClass.Rule, "says something of data that no reader could place")
            : text.Says(Holding) ? (StatementClass.Fact, "speaks of data in a form that no reader knows")
            : null;
    }

    /// <summary>
    /// What names nothing known may state data all the same: "It has a date and a code", "Payments are recorded with date and amount", "Signed
    /// notes are read-only". Nothing came of it, so that it has to be asked about.
    /// </summary>
    private static (StatementClass Class, string Reason)? OfNothingKnown(string text) =>
        text.Says("deleted", "erased", "purged", "anonymised", "anonymized", "archived", "retained") && text.Says("is", "are", "be") && Periods.In(text) is not null ? (StatementClass.Rule, "says how long something is kept, but of what is not known")
        : text.Says("read-only", "is locked", "are locked", "is final", "are final", "is immutable", "are immutable", "cannot be changed", "cannot be edited", "cannot be deleted") ? (StatementClass.Rule, "says that something stays as it is, but of what is not known")
        : text.Says(Keeping) || text.Opens("it has", "they have", "it contains", "it holds", "it belongs to") && text.Contains(" and ", StringComparison.Ordinal) ? (StatementClass.Fact, "speaks of data in a form that no reader knows")
        : null;

    private static readonly string[] Keeping = ["is recorded with", "are recorded with", "is stored with", "are stored with", "is saved with", "are saved with", "is kept with", "are kept with", "is identified by", "are identified by"];

    /// <summary>"A fair is announced first and goes on sale later": how many states of the things it names are in it.</summary>
    private int StatesNamed(string text)
    {
        var words = Naming.Words(text).Select(Nouns.Singular).ToList();
        return words.Select((word, at) => at > 0 ? _states.GetValueOrDefault($"{words[at - 1]}_{word}") ?? _states.GetValueOrDefault(word) : _states.GetValueOrDefault(word))
            .OfType<IReadOnlySet<string>>().Select(states => states.Count(state => text.Says(state))).DefaultIfEmpty(0).Max();
    }

    /// <summary>The words name an entity in one or two words.</summary>
    public bool Names(string text)
    {
        var words = Naming.Words(text);
        for (var at = 0; at < words.Count; at++)
        {
            if (_entities.Contains(Nouns.Singular(words[at])) || (at > 0 && _entities.Contains($"{words[at - 1]}_{Nouns.Singular(words[at])}")))
            {
                return true;
            }
        }

        return false;
    }
}
