using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Weighing;

/// <summary>Measures that stand together in a clause no form of words read are of what the clause is about: "of the van the plate and the model".</summary>
internal sealed class LeftLists(Notes notes)
{
    private readonly Dictionary<Passage, HashSet<int>> _read = new(ReferenceEqualityComparer.Instance as IEqualityComparer<Passage>);

    public void Run()
    {
        Read(notes.Lists.SelectMany(list => list.Items.Select(item => (list.Passage, item))));
        Read(notes.Details.SelectMany(detail => detail.Items.Select(item => (detail.Passage, item))));
        Read(notes.Keys.SelectMany(keyed => keyed.Items.Select(item => (keyed.Passage, item))));
        Read(notes.ValueHistories.SelectMany(history => history.Beside.Select(item => (history.Passage, item))));
        Read(notes.Changes.SelectMany(change => change.Items.Append(change.Value).Select(item => (change.Passage, item))));
        Clause? before = null;
        Passage? last = null;
        foreach (var (clause, passage) in notes.Resolved)
        {
            before = ReferenceEquals(passage, last) ? before : null;
            if (Items(clause, passage) is { Count: > 1 } items && Owner(clause, before, items[0]) is { } owner && !items.Exists(item => Naming.EntityKey(item.Name) == Naming.EntityKey(owner.Name)))
            {
                notes.Lists.Add(new(owner, items, Manner.Records, passage));
            }

            (before, last) = (clause, passage);
        }
    }

    private void Read(IEnumerable<(Passage Passage, NounPhrase Item)> items)
    {
        foreach (var (passage, item) in items)
        {
            (_read.TryGetValue(passage, out var known) ? known : _read[passage] = []).Add(item.First);
        }
    }

    private bool IsRead(Passage passage, NounPhrase item) => _read.TryGetValue(passage, out var known) && known.Contains(item.First);

    private List<NounPhrase> Items(Clause clause, Passage passage)
    {
        var idle = clause.Kind == ClauseKind.Condition || clause.Verb.Negated || clause.Verb.Verb is "compute" or "calculate" or "derive" or "follow" or "be" or "draw" or "see" or "say" or "change" or "differ" or "depend";
        var tells = clause is { Verb.Verb: "be", Phrases.Count: > 0, Objects.Count: > 2 };
        var items = idle && !tells ? [] : clause.Objects.Skip(tells ? 1 : 0).Where(item => !item.IsPronoun && item.Determiner != Determiner.Other && !IsRead(passage, item)).ToList();
        return items.Count(item => AttributeWords.IsOne(item) && !item.Plural) > 1 ? items : [];
    }

    /// <summary>What stands before the measures behind a preposition, whose they are said to be, the subject, or what the words before spoke of.</summary>
    private static NounPhrase? Owner(Clause clause, Clause? before, NounPhrase first)
    {
        var framed = clause.With("for", "of", "per", "at", "in", "on", "during", "with").SelectMany(phrase => phrase.Nouns.Where(noun => noun.Determiner == Determiner.Each || phrase.Preposition is "for" or "of" or "per")).FirstOrDefault(noun => noun.First < first.First && MayOwn(noun));
        var subject = Senses.Holds(clause.Verb.Verb) || Senses.Records(clause.Verb.Verb) ? clause.Subjects.FirstOrDefault(noun => MayOwn(noun) && noun.Of is null && !Persons.IsOne(noun)) : null;
        if ((framed ?? first.Owner ?? subject) is { } owner && MayOwn(owner))
        {
            return owner;
        }

        var goesOn = clause is { Subjects.Count: 0, Verb.Verb.Length: 0, Phrases.Count: 0 } ? before : null;
        return goesOn switch
        {
            null => null,
            { Verb.Verb.Length: 0, Objects: [var named] } => MayOwn(named) ? named : null,
            _ => goesOn.Subjects is [var spoken] && MayOwn(spoken) ? spoken : null,
        };
    }

    private static bool MayOwn(NounPhrase noun) =>
        !noun.IsPronoun && !Keepers.IsOne(noun) && noun.Determiner != Determiner.Other && (!AttributeWords.IsOne(noun) || (AttributeWords.MayBeThing(Naming.EntityKey(noun.Name)) && noun.Determiner is Determiner.Each or Determiner.Definite));
}
