using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose;

/// <summary>What the talk is about while sentences follow one another: what "it", "they" and "its" mean.</summary>
internal sealed class Talk
{
    private const int Remembered = 6;

    /// <summary>The pronouns that stand for something said before; "there", "we" and "what" do not.</summary>
    private static readonly HashSet<string> Points = new(StringComparer.Ordinal) { "it", "that", "they", "them", "he", "him", "she", "this", "these", "those", "each", "another", "others", "itself", "themselves", "latter", "former" };

    private readonly List<NounPhrase> _topics = [];

    /// <summary>The label or bare title that lists without a verb speak of.</summary>
    public NounPhrase? Label { get; set; }

    /// <summary>The clause before this one that tells what happens.</summary>
    public Clause? LastTold { get; set; }

    /// <summary>The things the sentence has named as what its lists are recorded of.</summary>
    public IReadOnlyList<NounPhrase> Owners { get; set; } = [];

    /// <summary>The list before, for pieces that go on with it.</summary>
    public Listed? LastList
    {
        get => _lastList;
        set => _listing = _lastList = value;
    }

    private Listed? _lastList;

    /// <summary>The list of this sentence: "the hall in which it takes place" speaks of what has the hall.</summary>
    private Listed? _listing;

    private (NounPhrase Said, NounPhrase Meant)? _means;

    /// <summary>The last phrase of the sentence that says "one X": "from one depot to another" speaks of another depot.</summary>
    private NounPhrase? _one;

    /// <summary>What is said of the one in the same sentence is said of the other: "physicians are employees who …".</summary>
    public void Mean(NounPhrase said, NounPhrase meant) => _means = (said, meant);

    /// <summary>A list speaks of its thing: what happened before is over.</summary>
    public void Listed(Clause clause) => LastTold = clause.Kind == ClauseKind.Main ? null : LastTold;

    /// <summary>A new sentence: a label with a colon is over, what was meant too.</summary>
    public void Begin(bool paragraph)
    {
        (_means, _listing, _one, Main, Supposed, Defines) = (null, null, null, null, null, null);
        (Owners, Taken) = ([], null);
        if (Asked is { } asked)
        {
            (Label, LabelIsTitle, Asked, Defined) = (asked, Defined, null, false);
            return;
        }

        if (paragraph || !LabelIsTitle)
        {
            (Label, LabelIsTitle) = (null, false);
        }
    }

    /// <summary>What follows stands under the title.</summary>
    public void Entitle(NounPhrase title)
    {
        (Label, LabelIsTitle, LastTold, LastList) = (title, true, null, null);
        Speak(title);
    }

    /// <summary>The label is a sentence of its own and holds for its paragraph.</summary>
    public bool LabelIsTitle { get; set; }

    /// <summary>The words of this sentence that were read with another clause.</summary>
    public (int First, int End)? Taken { get; set; }

    /// <summary>What is said to be of several sorts, and how many of them are still to come.</summary>
    public (NounPhrase General, int Left)? Sorts { get; set; }

    /// <summary>What a question asks about: the list its answer begins with is of it.</summary>
    public NounPhrase? Asked { get; set; }

    /// <summary>The question asks what the thing is: all of the answer speaks of it.</summary>
    public bool Defined { get; set; }

    /// <summary>The main clause of this sentence that was read last: "each with …" behind it speaks of its many.</summary>
    public Clause? Main { get; set; }

    /// <summary>What the condition of this sentence speaks of: "if the guest is a child, its age".</summary>
    public NounPhrase? Supposed { get; set; }

    /// <summary>What this sentence defines: "…, with its size" is of it.</summary>
    public NounPhrase? Defines { get; set; }

    private NounPhrase? ManyOfMain => Main?.Objects.LastOrDefault(item => item is { Plural: true, IsPronoun: false }) ?? Main?.Phrases.SelectMany(phrase => phrase.Nouns).LastOrDefault(item => item is { Plural: true, IsPronoun: false } && !AttributeWords.IsOne(item)) ?? Main?.Subjects.LastOrDefault(item => item is { Plural: true, IsPronoun: false });

    /// <summary>What some of were said to be of a kind: "others are …" speaks of the same.</summary>
    public NounPhrase? General { get; set; }

    /// <summary>What a sentence without a subject speaks of, where it says what that is or has.</summary>
    public Clause Completed(Clause clause)
    {
        var says = clause is { Elided: true, Subjects.Count: 0 } && (clause.Verb.Passive || clause.Verb.Verb is "be" or "belong" or "refer" or "relate" or "concern" or "live" or "stand" or "sit" or "lie" or "hang" || Senses.Holds(clause.Verb.Verb));
        return says && (Label ?? LastList?.Owner ?? Topic) is { IsPronoun: false } subject && !Keepers.IsOne(subject) ? clause with { Subjects = [subject with { Determiner = Determiner.Definite, Remark = null }] } : clause;
    }

    public NounPhrase? Topic => _topics.Count > 0 ? _topics[^1] : null;

    /// <summary>The last topic of the kind wanted.</summary>
    public NounPhrase? LastWhere(Predicate<NounPhrase> fits) => _topics.FindLast(fits);

    public void Restart()
    {
        _topics.Clear();
        (Label, LastTold, LastList, Sorts, General) = (null, null, null, null, null);
    }

    public void Speak(NounPhrase phrase)
    {
        if (phrase.IsPronoun || Keepers.IsOne(phrase))
        {
            return;
        }

        _topics.Add(phrase);
        if (_topics.Count > Remembered)
        {
            _topics.RemoveAt(0);
        }
    }

    /// <summary>The clause with its pronouns replaced by what they stand for; the same clause when it has none.</summary>
    public Clause Resolve(Clause clause)
    {
        if (clause is { Verb.Passive: true, Objects.Count: > 0, Subjects: [{ IsPronoun: true, Name: "it" }] })
        {
            return clause; // "it is recorded whether …" speaks of nothing said before
        }

        var subjects = Chained(Changed(clause.Subjects, phrase => OfSubject(phrase, clause)), clause.Subjects);
        var subject = FirstThing(subjects);
        var objects = Each(clause.Objects, subject);
        var phrases = Changed(clause.Phrases, phrase => Each(phrase.Nouns, subject) is var nouns && ReferenceEquals(nouns, phrase.Nouns) ? phrase : phrase with { Nouns = nouns });
        return ReferenceEquals(subjects, clause.Subjects) && ReferenceEquals(objects, clause.Objects) && ReferenceEquals(phrases, clause.Phrases)
            ? clause
            : clause with { Subjects = subjects, Objects = objects, Phrases = phrases };
    }

    /// <summary>"the farm's name, its owner and its area": all of the farm.</summary>
    private static IReadOnlyList<NounPhrase> Chained(IReadOnlyList<NounPhrase> phrases, IReadOnlyList<NounPhrase> said) =>
        said.Count > 1 && said[0].Owner is { IsPronoun: false } owner ? [.. phrases.Select((phrase, index) => index > 0 && said[index] is { Determiner: Determiner.Possessive, Their: false, Owner: null } ? phrase with { Owner = owner } : phrase)] : phrases;

    private NounPhrase OfSubject(NounPhrase phrase, Clause clause) =>
        _means is { } means && phrase.First == means.Said.First && clause.Kind == ClauseKind.Attached ? means.Meant
        : clause.Kind == ClauseKind.Attached && phrase is { IsPronoun: true, Name: "each" } && ManyOfMain is { } many ? many with { First = phrase.First, End = phrase.End, Determiner = Determiner.Each }
        : clause.Kind == ClauseKind.Attached && phrase is { IsPronoun: true, Name: "it" or "they" } && _listing is { } listing ? listing.Owner with { First = phrase.First, End = phrase.End }
        : Resolve(phrase, null);

    private static NounPhrase? FirstThing(IReadOnlyList<NounPhrase> phrases)
    {
        for (var index = 0; index < phrases.Count; index++)
        {
            if (!phrases[index].IsPronoun && !Keepers.IsOne(phrases[index]))
            {
                return phrases[index];
            }
        }

        return null;
    }

    /// <summary>The list itself when nothing in it changes: most clauses hold no pronoun.</summary>
    private static IReadOnlyList<T> Changed<T>(IReadOnlyList<T> items, Func<T, T> change)
        where T : class
    {
        T[]? changed = null;
        for (var index = 0; index < items.Count; index++)
        {
            var next = change(items[index]);
            if (changed is null && !ReferenceEquals(next, items[index]))
            {
                changed = [.. items];
            }

            if (changed is not null)
            {
                changed[index] = next;
            }
        }

        return changed ?? items;
    }

    private IReadOnlyList<NounPhrase> Each(IReadOnlyList<NounPhrase> phrases, NounPhrase? subject)
    {
        NounPhrase? listed = null;
        return Changed(phrases, phrase =>
        {
            var next = Resolve(phrase, subject);
            _one = !next.IsPronoun && next.Count is { Min: 1, Max: 1 } ? next : _one;
            next = next.Of is { IsPronoun: true, Name: "each" } && listed is not null ? next with { Of = listed } : next;
            listed = next.Plural ? next : listed;
            return next;
        });
    }

    private NounPhrase Resolve(NounPhrase phrase, NounPhrase? subject)
    {
        if (phrase.IsPronoun)
        {
            return !Points.Contains(phrase.Name) ? phrase
                : phrase.Name is "each" or "these" && ManyOfMain is { } many ? many with { First = phrase.First, End = phrase.End, Determiner = phrase.Name is "each" ? Determiner.Each : Determiner.Definite, Remark = null }
                : phrase.Name is "another" ? (_one ?? subject) is not { } other ? phrase : other with { First = phrase.First, End = phrase.End, Another = true, Determiner = Determiner.Indefinite, Count = null, Plural = false, Remark = null, Of = null }
                : phrase.Count is { } count && ((phrase.Name is "others" || (phrase.Partial && Main?.Subjects is [{ Partial: true }]) ? General : null) ?? Antecedent(phrase, subject)) is { } several ? several with { First = phrase.First, End = phrase.End, Determiner = Determiner.Counted, Count = count, Plural = count.IsMany, Partial = phrase.Partial, Remark = null }
                : Antecedent(phrase, subject) is { } meant ? meant with { First = phrase.First, End = phrase.End, Determiner = phrase.Determiner == Determiner.Each ? Determiner.Each : meant.Determiner == Determiner.Each ? Determiner.Each : Determiner.Definite, Remark = null } : phrase;
        }

        var of = phrase.Of is { IsPronoun: true, Name: not "each" } ? Resolve(phrase.Of, subject) : phrase.Of;
        var owner = phrase.Owner is { IsPronoun: true } ? Resolve(phrase.Owner, subject) : phrase.Owner;
        owner ??= phrase.Determiner == Determiner.Possessive ? subject ?? (phrase.Their ? null : Supposed) ?? Antecedent(phrase with { IsPronoun = true, Plural = phrase.Their, Determiner = Determiner.Possessive }, null) : null;
        return ReferenceEquals(of, phrase.Of) && ReferenceEquals(owner, phrase.Owner) ? phrase : phrase with { Of = of, Owner = owner };
    }

    /// <summary>The nearest thing spoken of that has the pronoun's number.</summary>
    private NounPhrase? Antecedent(NounPhrase pronoun, NounPhrase? subject)
    {
        if (pronoun is { IsPronoun: true, Name: "itself" or "themselves" } && subject is not null)
        {
            return subject;
        }

        var other = subject is null ? null : Naming.EntityKey(subject.Name);
        var candidates = _topics.Where(topic => Naming.EntityKey(topic.Name) != other).ToList();
        if (pronoun is { IsPronoun: true, Name: "it" or "that" or "he" or "him" or "she" })
        {
            var fitting = candidates.FindAll(topic => Persons.IsOne(topic) == pronoun.Name is not ("it" or "that"));
            candidates = fitting.Count > 0 ? fitting : candidates;
        }

        var wantsMany = pronoun.IsPronoun && (pronoun.Plural || pronoun.Determiner == Determiner.Each);
        return candidates.FindLast(topic => wantsMany ? topic.IsMany || topic.Plural : !topic.IsMany) ?? candidates.LastOrDefault();
    }
}
