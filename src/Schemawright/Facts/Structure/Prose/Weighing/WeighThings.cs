using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;
using Schemawright.Facts.Structure.Prose.Drafting;

namespace Schemawright.Facts.Structure.Prose.Weighing;

/// <summary>Decides of every noun no list made a thing whether the text as a whole treats it as one.</summary>
internal sealed class WeighThings(Notes notes, Things things)
{
    /// <summary>As likely a thing as not.</summary>
    private const int Enough = 0;

    /// <summary>What measures, or keeps the data, is a thing only when more speaks for it.</summary>
    private const int Measured = 10;

    private readonly Lazy<ILookup<string, Listed>> _listed = new(() => notes.Lists.SelectMany(list => list.Items.Select(item => (Key: Naming.EntityKey(item.Name), List: list))).ToLookup(pair => pair.Key, pair => pair.List, StringComparer.Ordinal));

    private readonly Spoken _spoken = new(things);

    public void Run()
    {
        var mentions = notes.Resolved.SelectMany(said => Mention.In(said.Clause, said.Passage)).ToList();
        var byKey = mentions.GroupBy(mention => Naming.EntityKey(mention.Phrase.Name), StringComparer.Ordinal).Where(found => found.Key.Length > 0).ToList();
        var likely = new List<(int Weight, string Key, Mention First)>();
        foreach (var found in byKey)
        {
            if (FindThings.MayBeNamed(found.First().Phrase) && things.Of(found.First().Phrase) is null && !Keepers.IsNothing(found.Key))
            {
                var evidence = Evidence(found.Key, [.. found]);
                if (ThingWeights.Of(evidence) is var weight && weight > (Keepers.IsOne(found.Key) || AttributeWords.IsOne(found.Key) ? Measured : Enough))
                {
                    likely.Add((weight, found.Key, found.First()));
                }
            }
        }

        foreach (var (_, key, first) in things.All.Count > 1 ? likely : [])
        {
            things.Add(key, FindThings.Singular(first.Phrase), first.Passage).Weighed = true;
        }
    }

    private HashSet<string> Evidence(string key, List<Mention> mentions)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var mention in mentions)
        {
            OfPhrase(mention, found);
            OfClause(mention, found);
        }

        found.UnionWith(OfName(key, key[(key.LastIndexOf('_') + 1)..], mentions[0].Phrase).Where(kind => kind.Holds).Select(kind => kind.Name));
        found.UnionWith(OfNumber(mentions).Where(kind => kind.Holds).Select(kind => kind.Name));
        found.UnionWith(OfLists(key, mentions[0].Phrase).Where(kind => kind.Holds).Select(kind => kind.Name));
        return found;
    }

    /// <summary>What the noun's own words say.</summary>
    private static IEnumerable<(bool Holds, string Name)> OfName(string key, string last, NounPhrase phrase) =>
    [
        (AttributeWords.IsOne(key), "measure"),
        (AttributeWords.MayBeThing(key), "may be thing"),
        (AttributeWords.IsShared(key), "shared"),
        (HeadNounTypes.Guess(last) is not null, "typed"),
        (Keepers.IsOne(key), "keeper"),
        (Persons.IsOne(phrase), "person"),
        (Persons.IsOne(phrase) || (last.Length > 5 && EndsIn(last, "er", "or", "ist", "ian")), "agent"),
        (Transactions.IsOne(key), "transaction"),
        (key.Contains('_', StringComparison.Ordinal), "two words"),
        (key.Count(character => character == '_') > 1, "three words"),
        (key.Contains("_of_", StringComparison.Ordinal), "of name"),
        (EndsIn(last, "ing"), "gerund"),
        (EndsIn(last, "ness", "ity", "ance", "ence", "ship", "ism"), "abstract"),
        (EndsIn(last, "tion", "sion", "ment"), "deverbal"),
    ];

    private static bool EndsIn(string word, params string[] ends) => ends.Any(end => word.EndsWith(end, StringComparison.Ordinal));

    /// <summary>How often and in what numbers it is spoken of.</summary>
    private static IEnumerable<(bool Holds, string Name)> OfNumber(List<Mention> mentions)
    {
        var times = mentions.Select(mention => (mention.Passage.Span, mention.Clause.Range)).Distinct().Count();
        return
        [
            (times > 1, "said twice"),
            (times > 2, "said thrice"),
            (mentions.Exists(mention => mention.Phrase.Plural) && mentions.Exists(mention => !mention.Phrase.Plural), "both numbers"),
            (mentions.TrueForAll(mention => mention.Phrase.Plural), "plural only"),
            (mentions.TrueForAll(mention => mention.Phrase is { Plural: false, Determiner: Determiner.None, Count: null }), "bare only"),
            (mentions.TrueForAll(mention => mention.Phrase is { Determiner: Determiner.Definite }), "definite only"),
            (mentions.TrueForAll(mention => mention.Phrase is { Determiner: Determiner.Possessive }), "possessive only"),
            (mentions.TrueForAll(mention => mention.Clause.Verb.Verb.Length == 0), "fragment only"),
            (mentions.Exists(mention => char.IsUpper(mention.Phrase.Name[0]) && mention.Phrase.First > 0), "capital"),
        ];
    }

    /// <summary>What is listed of it, and whether it is listed of others.</summary>
    private IEnumerable<(bool Holds, string Name)> OfLists(string key, NounPhrase phrase)
    {
        var lists = notes.ListsNamed(key).ToList();
        return
        [
            (lists.Count > 0, "owns list"),
            (lists.Exists(list => list.Items.Any(AttributeWords.IsOne)), "owns measure"),
            (_listed.Value[key].Any(list => list.Owner.Name != phrase.Name && things.Of(list.Owner) is not null), "listed of thing"),
        ];
    }

    /// <summary>How the phrase picks it.</summary>
    private void OfPhrase(Mention mention, HashSet<string> found)
    {
        var phrase = mention.Phrase;
        found.Add(mention.Place switch { "subject" or "object" or "item" or "by" or "in" or "to" or "from" or "with" or "for" or "on" or "at" or "of" or "into" or "per" or "as" or "owner" or "of measure" or "owner measure" => $"at {mention.Place}", _ => "at other" });
        found.Add($"as {How(phrase)}");
        if (phrase is { Plural: true, Count: { Min: 1, Max: 1 } })
        {
            found.Add("one of several");
        }

        if (Word(mention, phrase.First - 1) is "which" or "whose" or "what" || Word(mention, phrase.First) is "which" or "whose")
        {
            found.Add("asked which");
        }

        if (phrase.Of is { IsPronoun: false } whole && things.Of(whole) is not null)
        {
            found.Add("part of thing");
        }

        if (phrase.Another)
        {
            found.Add("another");
        }

        if (phrase.Remark is not null)
        {
            found.Add("remark");
        }
    }

    private static string Word(Mention mention, int at) => at >= 0 && at < mention.Passage.Words.Count ? mention.Passage.Words[at].Lower : "";

    private static string How(NounPhrase phrase) =>
        phrase is { Plural: false, Determiner: Determiner.Indefinite } || phrase.Count is { Min: 1, Max: 1 } ? "one" : phrase.Determiner is Determiner.Each or Determiner.All ? "each" : phrase.Count is { IsMany: true } ? "several"
        : phrase.Determiner is Determiner.Definite ? "the" : phrase.Determiner is Determiner.Possessive ? "its" : phrase.Plural ? "plural" : "bare";

    /// <summary>What the clause does with it, and beside what.</summary>
    private void OfClause(Mention mention, HashSet<string> found)
    {
        var (phrase, clause, how) = (mention.Phrase, mention.Clause, How(mention.Phrase));
        var nouns = _spoken.In(clause).Where(noun => noun.Phrase.First != phrase.First && noun.Phrase.Name != phrase.Name);
        var beside = nouns.Any(noun => noun.IsThing);
        var said = clause.Verb is { Negated: false, Verb.Length: > 0 };
        if (said && beside)
        {
            found.Add($"{how} beside thing");
        }

        if (said && clause.Subjects.Any(noun => noun.First != phrase.First && things.Of(noun) is not null))
        {
            found.Add($"{how} of thing {(mention.Place is "item" or "object" ? mention.Place : "phrase")}");
        }

        if (said && mention.Place is "subject")
        {
            found.Add($"{how} subject{(clause.Verb.Passive ? " passive" : "")}{(beside ? " of thing" : "")}");
        }

        if (clause.Kind == ClauseKind.Attached && mention.Place is "subject")
        {
            found.Add(clause.Verb.Verb is "have" ? "has told" : "does told");
        }

        if (clause.Kind == ClauseKind.Attached && mention.Place is "on" && clause.Subjects.Count > 0)
        {
            found.Add("done to told");
        }

        if (nouns.Any(noun => AttributeWords.IsOne(noun.Phrase)))
        {
            found.Add("beside measure");
        }
    }
}
