namespace Schemawright.Facts.Language.Grammar;

/// <summary>What a word of a closed class does in a sentence; nouns, verbs and adjectives have none.</summary>
[Flags]
internal enum WordClass
{
    None = 0,
    Article = 1,

    /// <summary>Points at something said before: the, this, such.</summary>
    Definite = 1 << 1,

    /// <summary>Points at what belongs to the thing said before: its, their.</summary>
    Possessive = 1 << 2,
    Each = 1 << 3,

    /// <summary>Says more than one: many, several, multiple.</summary>
    Many = 1 << 4,

    /// <summary>Says one: one, single.</summary>
    One = 1 << 5,
    Number = 1 << 6,
    Any = 1 << 7,
    Negation = 1 << 8,
    Preposition = 1 << 9,
    Conjunction = 1 << 10,
    Relative = 1 << 11,
    Pronoun = 1 << 12,
    Modal = 1 << 13,
    Be = 1 << 14,
    Have = 1 << 15,
    Do = 1 << 16,

    /// <summary>Opens a clause that hangs on another: when, if, because.</summary>
    Subordinator = 1 << 17,
    Adverb = 1 << 18,

    /// <summary>Says nothing of the thing it stands before: various, following, own.</summary>
    Empty = 1 << 19,
    To = 1 << 20,

    /// <summary>A word of no closed class that can only be a verb where it stands.</summary>
    Verb = 1 << 21,

    /// <summary>The words that no noun phrase goes on over.</summary>
    Border = Preposition | Conjunction | Relative | Pronoun | Modal | Be | Have | Do | Subordinator | To | Negation,

    /// <summary>The words a noun phrase may begin with before its nouns.</summary>
    Opening = Article | Definite | Possessive | Each | Many | One | Number | Any | Empty,
}
