using Schemawright.Terms;

namespace Schemawright.Facts.Language.Grammar;

/// <summary>How a noun phrase picks what it speaks of.</summary>
internal enum Determiner { None, Indefinite, Definite, Possessive, Each, All, Counted, Other }

/// <summary>A noun with all that stands by it: "one or more registered phone numbers of a customer (optional)".</summary>
/// <param name="First">The phrase's first token.</param>
/// <param name="End">The token after the phrase.</param>
internal sealed record NounPhrase(int First, int End)
{
    /// <summary>The nouns and what qualifies them, as written, without what only counts or points.</summary>
    public required string Name { get; init; }

    public Determiner Determiner { get; init; }

    /// <summary>How many, where the phrase says it in words or figures.</summary>
    public Cardinality? Count { get; init; }

    public bool Plural { get; init; }

    public bool Unique { get; init; }

    public bool Optional { get; init; }

    /// <summary>"numbered versions": each has a number within what has them.</summary>
    public bool Sequenced { get; init; }

    /// <summary>"their name": of several.</summary>
    public bool Their { get; init; }

    /// <summary>"some rides", "most devices": not every one.</summary>
    public bool Partial { get; init; }

    /// <summary>"a number of rooms": how many, or a number that is kept.</summary>
    public bool Numbered { get; init; }

    /// <summary>"two sorts of lessons".</summary>
    public bool Sorts { get; init; }

    /// <summary>"which tools were used", "for how many hours": asked for.</summary>
    public bool Asked { get; init; }

    /// <summary>Another one of the same kind: "another category", "other employees".</summary>
    public bool Another { get; init; }

    /// <summary>It, they, these: the phrase stands for something said before.</summary>
    public bool IsPronoun { get; init; }

    /// <summary>The words in brackets.</summary>
    public string? Remark { get; init; }

    /// <summary>"… of each customer".</summary>
    public NounPhrase? Of { get; init; }

    /// <summary>"the customer's …".</summary>
    public NounPhrase? Owner { get; init; }

    /// <summary>What follows an item of a list: "price per night", "date when …".</summary>
    public PrepositionalPhrase? Tail { get; init; }

    /// <summary>The participle that says more of it: "date received", "the year it was built".</summary>
    public string? Done { get; init; }

    /// <summary>Within what it is unique: "unique within the company".</summary>
    public NounPhrase? Within { get; init; }

    public bool SpeaksOfEach => Determiner is Determiner.Each or Determiner.All || (Determiner == Determiner.Indefinite && !Plural);

    public bool IsMany => Count is { } count ? count.IsMany : Plural;
}

/// <summary>"for each flight", "in one or more departments".</summary>
internal sealed record PrepositionalPhrase(string Preposition, IReadOnlyList<NounPhrase> Nouns);
