namespace Schemawright.Facts.Language.Grammar;

internal enum ClauseKind
{
    Main,

    /// <summary>Speaks of a noun of another clause: "…, each with a name", "which has …", "borrowed by …".</summary>
    Attached,

    /// <summary>Says when the other clause holds: "when a member borrows a book".</summary>
    Condition,
}

internal enum Mood { Plain, Possible, Demanded }

/// <summary>A verb with its helpers: "can be borrowed", "needs to record".</summary>
/// <param name="Verb">The base form.</param>
internal sealed record VerbGroup(string Verb, bool Passive = false, Mood Mood = Mood.Plain, bool Negated = false)
{
    /// <summary>Somebody needs or wants it: "the shop wants to record …".</summary>
    public bool Wanted { get; init; }

    /// <summary>"used only once".</summary>
    public bool Once { get; init; }

    /// <summary>The form agrees with several: "which together identify it".</summary>
    public bool OfSeveral { get; init; }
}

/// <summary>Who does what to what: the unit sentence patterns look at.</summary>
internal sealed record Clause(ClauseKind Kind, IReadOnlyList<NounPhrase> Subjects, VerbGroup Verb, IReadOnlyList<NounPhrase> Objects, IReadOnlyList<PrepositionalPhrase> Phrases)
{
    /// <summary>"each with", "each of which has": the clause speaks of every one.</summary>
    public bool OfEach { get; init; }

    /// <summary>A comma stands before it: it may speak of the clause's subject rather than of the noun right before.</summary>
    public bool Apart { get; init; }

    /// <summary>The list ends in "etc." or begins with "such as": there may be more.</summary>
    public bool Open { get; init; }

    /// <summary>Objects are joined by "or".</summary>
    public bool Alternatives { get; init; }

    /// <summary>The subject is left out, for it is the label the sentence stands under: "Has a name and a unit."</summary>
    public bool Elided { get; init; }

    /// <summary>"which crane fits which hook": asked of any two, with nothing more to record.</summary>
    public bool AsksBoth { get; init; }

    /// <summary>The mark right before the clause: a colon announces what is listed.</summary>
    public char Before { get; init; }

    /// <summary>The clause's first token and the one after its last.</summary>
    public (int First, int End) Range { get; init; }

    public IEnumerable<PrepositionalPhrase> With(params string[] prepositions) => Phrases.Where(phrase => prepositions.Contains(phrase.Preposition, StringComparer.Ordinal));

    public IReadOnlyList<NounPhrase> After(string preposition) => Phrases.FirstOrDefault(phrase => phrase.Preposition == preposition)?.Nouns ?? [];
}
