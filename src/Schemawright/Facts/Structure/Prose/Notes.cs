using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose;

/// <summary>The form of words in which a sentence lists what is kept of a thing.</summary>
internal enum Manner { With, Has, Information, Records, Manages, Identified, Described, Given, Label, Possessive, OfEach, Whose, Brackets }

/// <summary>A statement with its clauses.</summary>
internal sealed record Passage(ProductDocument Document, SourceSpan Span, string Text, Seq<string> Headings)
{
    public IReadOnlyList<Clause> Clauses { get; init; } = [];

    /// <summary>The text without what stands before what is said: a requirement's number, "Q:" and "A:".</summary>
    public string Said => _said ??= SpokenText.Of(Text, Speakers);

    private string? _said;

    /// <summary>The words of the text as its clauses count them.</summary>
    public IReadOnlyList<Token> Words => _words ??= ClauseReader.Words(Said);

    private IReadOnlyList<Token>? _words;

    /// <summary>Who takes turns in a recorded talk.</summary>
    public IReadOnlyCollection<string> Speakers { get; init; } = [];
}

/// <summary>"Each X has LIST".</summary>
internal sealed record Listed(NounPhrase Owner, IReadOnlyList<NounPhrase> Items, Manner Manner, Passage Passage)
{
    public string Key => Naming.EntityKey(Owner.Name);

    /// <summary>"…, each with LIST".</summary>
    public bool OfEach { get; init; }

    /// <summary>What the talk was about before the list.</summary>
    public NounPhrase? Topic { get; init; }

    /// <summary>What happened in the words before: the list may tell of it rather than of the thing alone.</summary>
    public Clause? After { get; init; }
}

/// <summary>What is recorded of several things together, or of what a verb tells.</summary>
/// <param name="Of">The things it is recorded of: "for each species in a compartment".</param>
/// <param name="Told">The clause that tells what happened, when the list follows it.</param>
internal sealed record Detailed(IReadOnlyList<NounPhrase> Of, Clause? Told, IReadOnlyList<NounPhrase> Items, Passage Passage)
{
    /// <summary>Of the things together, even where one belongs to the other.</summary>
    public bool Together { get; init; }

    /// <summary>"with the number of pieces in each": the two are linked by nothing else.</summary>
    public bool Links { get; init; }

    /// <summary>What the talk was about.</summary>
    public NounPhrase? Topic { get; init; }
}

/// <summary>"Physicians are employees".</summary>
internal sealed record KindOf(NounPhrase Kind, NounPhrase General, Passage Passage);

/// <summary>"The arbiter of a tournament is a player".</summary>
internal sealed record RoleOf(NounPhrase Thing, string Role, NounPhrase Holder, Passage Passage);

/// <summary>What identifies a thing, alone or within another.</summary>
internal sealed record Keyed(NounPhrase Owner, IReadOnlyList<NounPhrase> Items, NounPhrase? Within, Passage Passage)
{
    /// <summary>Further parents it counts within: "numbered per course and semester".</summary>
    public IReadOnlyList<NounPhrase> Beside { get; init; } = [];

    /// <summary>It counts inside its parent, so the parent is a thing.</summary>
    public bool Counted { get; init; }
}

/// <summary>"The earlier prices must be kept": the value changes, and what it was stays known.</summary>
internal sealed record History(string Value, IReadOnlyList<NounPhrase> Beside, NounPhrase? Topic, Passage Passage);

/// <summary>Somebody does something: the participants may be related.</summary>
internal sealed record Told(Clause Clause, Passage Passage)
{
    /// <summary>The bare title the sentence stands under.</summary>
    public NounPhrase? Title { get; init; }
}

/// <summary>Everything the sentences say, before it is decided what is a thing.</summary>
internal sealed class Notes
{
    public List<Listed> Lists { get; } = [];

    private ILookup<Passage, Listed>? _ofPassage;
    private int _looked;

    /// <summary>The lists of one statement.</summary>
    public IEnumerable<Listed> ListsOf(Passage passage)
    {
        if (_ofPassage is null || _looked != Lists.Count)
        {
            (_ofPassage, _looked) = (Lists.ToLookup(list => list.Passage, ReferenceEqualityComparer.Instance as IEqualityComparer<Passage>), Lists.Count);
        }

        return _ofPassage[passage];
    }

    private ILookup<string, Listed>? _ofKey;
    private int _lookedKeys;

    /// <summary>The lists of one thing, by its key.</summary>
    public IEnumerable<Listed> ListsNamed(string key)
    {
        if (_ofKey is null || _lookedKeys != Lists.Count)
        {
            (_ofKey, _lookedKeys) = (Lists.ToLookup(list => list.Key, StringComparer.Ordinal), Lists.Count);
        }

        return _ofKey[key];
    }

    private ILookup<Passage, Told>? _toldIn;
    private int _lookedTold;

    /// <summary>What one statement tells.</summary>
    public IEnumerable<Told> ToldIn(Passage passage)
    {
        if (_toldIn is null || _lookedTold != Told.Count)
        {
            (_toldIn, _lookedTold) = (Told.ToLookup(told => told.Passage, ReferenceEqualityComparer.Instance as IEqualityComparer<Passage>), Told.Count);
        }

        return _toldIn[passage];
    }

    public List<Detailed> Details { get; } = [];

    public List<KindOf> Kinds { get; } = [];

    private HashSet<string>? _kinds;

    /// <summary>The key names a kind of something; asked when all sentences are read.</summary>
    public bool IsKind(string key) => (_kinds ??= Kinds.Select(kind => Naming.EntityKey(kind.Kind.Name)).ToHashSet(StringComparer.Ordinal)).Contains(key);

    public List<RoleOf> Roles { get; } = [];

    /// <summary>What is said to be theirs.</summary>
    public List<(NounPhrase Owner, NounPhrase Owned, Passage Passage)> Possessions { get; } = [];

    public List<Keyed> Keys { get; } = [];

    public List<Told> Told { get; } = [];

    /// <summary>Values whose earlier ones stay, with what is kept beside them.</summary>
    public List<History> ValueHistories { get; } = [];

    /// <summary>Values whose changes are kept, with what is noted of each change.</summary>
    public List<(NounPhrase Value, IReadOnlyList<NounPhrase> Items, NounPhrase? Topic, Passage Passage)> Changes { get; } = [];

    /// <summary>Names of attributes said to be unique, with the sentence that says it.</summary>
    public List<(string Name, Passage Passage)> Unique { get; } = [];

    /// <summary>Names of attributes said to follow from others.</summary>
    public HashSet<string> Derived { get; } = new(StringComparer.Ordinal);

    /// <summary>Nouns of verbs whose earlier happenings are kept, with the sentence that says it.</summary>
    public List<(string Noun, Passage Passage)> Histories { get; } = [];

    private HashSet<string>? _past;

    /// <summary>Earlier happenings of what the verb tells are kept; asked when all sentences are read.</summary>
    public bool KeepsPast(string verb) => Histories.Count > 0 && EventNouns.Candidates(verb).Any((_past ??= Histories.Select(history => history.Noun).ToHashSet(StringComparer.Ordinal)).Contains);

    private HashSet<string>? _several;

    /// <summary>Some sentence speaks of several of it; asked when all sentences are read.</summary>
    public bool SpeaksOfSeveral(string key) => (_several ??= Passages.SelectMany(passage => passage.Clauses).SelectMany(clause => clause.Subjects.Concat(clause.Objects))
        .Where(noun => noun is { Plural: true, IsPronoun: false, Determiner: Determiner.None or Determiner.Counted }).Select(noun => Naming.EntityKey(noun.Name)).ToHashSet(StringComparer.Ordinal)).Contains(key);

    private Dictionary<string, int>? _mentions;

    /// <summary>In how many sentences it is spoken of; asked when all sentences are read.</summary>
    public int Mentions(string key) => (_mentions ??= Passages.SelectMany(passage => passage.Clauses.SelectMany(clause => clause.Subjects.Concat(clause.Objects).Concat(clause.Phrases.SelectMany(phrase => phrase.Nouns)))
        .SelectMany(noun => new[] { noun, noun.Of, noun.Owner }).OfType<NounPhrase>().Where(noun => !noun.IsPronoun).Select(noun => Naming.EntityKey(noun.Name)).Distinct(StringComparer.Ordinal)).GroupBy(named => named, StringComparer.Ordinal).ToDictionary(named => named.Key, named => named.Count(), StringComparer.Ordinal)).GetValueOrDefault(key);

    private Dictionary<string, int>? _measures;

    /// <summary>How many attributes sentences list of each one of it; asked when all sentences are read.</summary>
    public int MeasuresOf(string key) => (_measures ??= Lists.Where(list => list.Manner is Manner.Has or Manner.Records or Manner.Identified).GroupBy(list => list.Key, StringComparer.Ordinal)
        .ToDictionary(lists => lists.Key, lists => lists.Sum(list => list.Items.Count(AttributeWords.IsOne)), StringComparer.Ordinal)).GetValueOrDefault(key);

    /// <summary>Every clause with its pronouns replaced, in the order of the text.</summary>
    public List<(Clause Clause, Passage Passage)> Resolved { get; } = [];

    /// <summary>The statements in their order.</summary>
    public List<Passage> Passages { get; } = [];

    /// <summary>Statements a pattern looked at.</summary>
    public HashSet<Passage> Read { get; } = new(ReferenceEqualityComparer.Instance);
}
