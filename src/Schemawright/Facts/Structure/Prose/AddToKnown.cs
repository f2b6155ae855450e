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
        foreach (var list in notes.Lists.Where(list => list.Items.All(IsTyped) && IsExplicit(list)))
        {
            if (known.Contains(list.Key) ? list.Items.Count > 1 : !drafted.Contains(list.Passage.Span) && list.Items.Count > 2 && !Keepers.IsOne(list.Key) && !AttributeWords.IsOne(list.Key))
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

    private static bool IsTyped(NounPhrase item) => HeadNounTypes.Guess(item.Name) is not null || HeadNounTypes.Guess(Nouns.Singular(item.Name.ToLowerInvariant())) is not null;

    private void Describe(Listed list)
    {
        var writer = new FactWriter(list.Passage.Document, facts, FactForm.Sentence);
        if (!known.Contains(list.Key) && _declared.Add(list.Key))
        {
            writer.Entity(list.Owner.Name, null, list.Passage.Span, list.Passage.Text);
        }

        foreach (var item in list.Items.Where(item => !known.Contains(Naming.EntityKey(item.Name)) && !IsDeclared(list.Key, item.Name)))
        {
            var fact = writer.Blank(list.Owner.Name, Drafting.PropertyNames.Of(item), list.Passage.Span, list.Passage.Text) with { Unique = item.Unique ? true : null, Required = item.Optional ? false : null };
            writer.Attribute(item.Remark is { } remark && !remark.StartsWith("such as", StringComparison.Ordinal) ? AttributeNotes.Apply(fact, remark) : fact);
        }
    }

    /// <summary>"Best-before date" of what a table lists as best_before, "percentage" of percent_off: another way of saying what is stated.</summary>
    private bool IsDeclared(string thing, string name)
    {
        _stated ??= facts.Facts.OfType<AttributeFact>().Where(fact => fact.Form != FactForm.Sentence).ToLookup(fact => Naming.EntityKey(fact.Entity), fact => Naming.Words(fact.Name), StringComparer.Ordinal);
        var words = Naming.Words(name).Where(word => word is not ("of" or "the")).ToList();
        return _stated[thing].Any(stated => stated.All(word => words.Exists(other => Alike(word, other))) || words.TrueForAll(word => stated.Any(other => Alike(word, other))));
    }

    private static bool Alike(string one, string other) => one == other || (one.Length > 6 && other.StartsWith(one[..7], StringComparison.Ordinal));

    private ILookup<string, IReadOnlyList<string>>? _stated;

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
