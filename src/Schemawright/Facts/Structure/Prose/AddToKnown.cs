using Schemawright.Diagnostics;
using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure.Prose;

/// <summary>Adds what sentences say of the things that tables, lists or code state: attributes, keys, relationships; no new things.</summary>
/// <param name="drafted">Statements of which things were already made.</param>
internal sealed class AddToKnown(Notes notes, HashSet<string> known, HashSet<SourceSpan> drafted, FactCollector facts)
{
    private readonly HashSet<string> _declared = new(StringComparer.Ordinal);

    public void Run()
    {
        foreach (var list in notes.Lists.Where(list => list.Items.All(item => IsTyped(item) || known.Contains(list.Key) && (AttributeWords.IsOne(item) || Declared(list.Key, item.Name) is not null)) && IsExplicit(list)))
        {
            if (known.Contains(list.Key) ? list.Items.Count > 1 : !Restates(list) && !drafted.Contains(list.Passage.Span) && list.Items.Count > 2 && !Keepers.IsOne(list.Key) && !AttributeWords.IsOne(list.Key))
            {
                Describe(list);
            }
        }

        foreach (var told in notes.Told)
        {
            Relate(told.Clause, told.Passage);
        }

        foreach (var list in notes.Lists)
        {
            Relate(new Clause(ClauseKind.Main, [list.Owner], new("have"), list.Items, []), list.Passage);
        }
    }

    private static bool IsExplicit(Listed list) => list.Manner is Manner.Information or Manner.Identified || list.Owner.Determiner is Determiner.Each || list.Manner == Manner.With || (list.Manner == Manner.Has && list.Owner is { SpeaksOfEach: true, Of: null });

    /// <summary>"Each guest has a profile with a name and a phone": what a table lists of the guest already.</summary>
    private bool Restates(Listed list) =>
        list.Passage.Clauses.SelectMany(clause => clause.Subjects).Select(subject => Naming.EntityKey(subject.Name)).Where(known.Contains).Any(subject => list.Items.Count(item => Declared(subject, item.Name) is not null) * 2 > list.Items.Count);

    private static bool IsTyped(NounPhrase item) => HeadNounTypes.Guess(item.Name) is not null || HeadNounTypes.Guess(Nouns.Singular(item.Name.ToLowerInvariant())) is not null;

    private void Describe(Listed list)
    {
        var writer = new FactWriter(list.Passage.Document, facts, FactForm.Sentence);
        if (!known.Contains(list.Key) && _declared.Add(list.Key))
        {
            writer.Entity(list.Owner.Name, null, list.Passage.Span, list.Passage.Text);
        }

        foreach (var item in list.Items.Where(item => !known.Contains(Naming.EntityKey(item.Name))))
        {
            var stated = Declared(list.Key, item.Name);
            var fact = writer.Blank(list.Owner.Name, stated?.Name ?? Drafting.PropertyNames.Of(item), list.Passage.Span, list.Passage.Text) with { Unique = item.Unique ? true : null, Required = item.Optional ? false : null };
            writer.Attribute(item.Remark is { } remark && !remark.StartsWith("such as", StringComparison.Ordinal) ? AttributeNotes.Apply(fact, remark.Contains(',', StringComparison.Ordinal) || remark.Contains(" or ", StringComparison.Ordinal) ? $"({remark.Replace(" or ", ", ", StringComparison.Ordinal)})" : remark) : fact);
        }
    }

    /// <summary>What a table lists already: "best-before date" is its best_before, "percentage" its percent_off; a sentence may still say which values there are.</summary>
    private AttributeFact? Declared(string thing, string name)
    {
        _stated ??= facts.Facts.OfType<AttributeFact>().Where(fact => fact.Form != FactForm.Sentence).ToLookup(fact => Naming.EntityKey(fact.Entity), fact => (Naming.Words(fact.Name), fact), StringComparer.Ordinal);
        var words = Naming.Words(name.Replace("e-mail", "email", StringComparison.OrdinalIgnoreCase)).Where(word => word is not ("of" or "the")).ToList();
        return _stated[thing].FirstOrDefault(stated => stated.Words.All(word => words.Exists(other => Alike(word, other))) || words.TrueForAll(word => stated.Words.Any(other => Alike(word, other)))).Fact;
    }

    private static bool Alike(string one, string other) => one == other || (one.Length > 6 && other.StartsWith(one[..7], StringComparison.Ordinal));

    private ILookup<string, (IReadOnlyList<string> Words, AttributeFact Fact)>? _stated;

    private void Relate(Clause clause, Passage passage)
    {
        if (clause.Kind == ClauseKind.Condition || clause.Verb.Negated || clause.Subjects is not [{ IsPronoun: false } from] || !known.Contains(Naming.EntityKey(from.Name)))
        {
            return;
        }

        var belongs = clause.Objects.Count == 0;
        var targets = Targets(clause, from);
        foreach (var to in targets)
        {
            // In "up to 40 guests and 5 hosts" the limit holds for both.
            var later = to is { IsMany: false, Remark: { } remark } && (remark.Holds("later") || remark.Holds("optional") || remark.Holds("if any") || remark.Holds("may be empty"));
            var many = later ? Cardinality.ZeroOrOne : to.IsMany && targets[0].Count is { Min: 0, IsMany: true } ? to.Count!.Value with { Min = 0 } : to.Count!.Value;
            new FactWriter(passage.Document, facts, FactForm.Sentence).Relationship(new RelationshipFact(
                from.Name, to.Name, belongs && to.IsMany ? Cardinality.ZeroOrMore : null, many, clause.Verb.Verb, null, null, FactForm.Sentence, passage.Document.Kind, passage.Span, passage.Text));
        }
    }

    /// <summary>The counted things of the first place that names any: "one room and one guest" are two.</summary>
    private List<NounPhrase> Targets(Clause clause, NounPhrase from)
    {
        IEnumerable<IEnumerable<NounPhrase>> places = [clause.Objects, .. clause.Phrases.Where(phrase => phrase.Preposition is "to" or "by" or "of" or "in" or "for").Select(phrase => phrase.Nouns)];
        return places.Select(place => place.Where(to => to is { IsPronoun: false, Count: not null } && known.Contains(Naming.EntityKey(to.Name)) && (to.Another || Naming.EntityKey(to.Name) != Naming.EntityKey(from.Name))).ToList())
            .FirstOrDefault(found => found.Count > 0) ?? [];
    }
}
