using Schemawright.Terms;

namespace Schemawright.Facts.Language.Grammar;

/// <summary>Reads one noun phrase: what counts and points, what qualifies, the compound noun, brackets and the of-phrase.</summary>
internal sealed class PhraseReader(List<Token> tokens, string text)
{
    private const int MostWords = 6;

    /// <summary>Nouns that only measure the noun after "of": number of seats, type of room.</summary>
    private static readonly HashSet<string> Measures = new(StringComparer.Ordinal)
    { "number", "count", "amount", "quantity", "total", "percentage", "type", "kind", "level", "date", "year", "place", "country", "time", "name", "length", "duration", "method", "mode", "state", "degree", "area", "proof", "cost", "rate", "means", "source", "point", "unit", "reason" };

    /// <param name="at">The token to begin at; moved behind the phrase.</param>
    /// <param name="mayEndInVerb">The phrase may be the subject of a clause, so a finite verb ends it.</param>
    public NounPhrase? Read(ref int at, bool mayEndInVerb = true, int depth = 0)
    {
        var start = Skip(at);
        if (start >= tokens.Count || depth > 4)
        {
            return null;
        }

        if (tokens[start].Lower is "that" && start > 0 && tokens[start - 1].Is(WordClass.Preposition) && start + 1 < tokens.Count && IsNoun(start + 1))
        {
            start++;
        }

        if (Pronoun(start) is { } pronoun)
        {
            at = pronoun.End;
            return pronoun;
        }

        var opening = Opening.Read(tokens, start);
        opening = start > at && tokens[start - 1].Lower is "that" && opening.Determiner == Determiner.None ? opening with { Determiner = Determiner.Definite } : opening;
        var end = Nouns(opening, mayEndInVerb);
        if (end == opening.End)
        {
            return Stand(start, end) is { } stand ? Taken(stand, ref at) : null;
        }

        end = Outgrown.End(tokens, opening, end);
        end += HasParticle(end) ? 1 : 0;
        var values = Slashed(end) ? end++ : Slashed(end - 1) && end - opening.End > 1 ? end - 1 : -1;
        var phrase = values < 0 ? Made(start, opening, end) : Made(start, opening, values) with { Remark = tokens[values].Text.Replace("/", ", ", StringComparison.Ordinal), End = end };
        phrase = start > at && Enumerable.Range(at, start - at).Any(index => tokens[index].Lower is "optionally" or "possibly" or "maybe") ? phrase with { Optional = true } : phrase;
        at = end;
        return Completed(phrase, opening, ref at, mayEndInVerb, depth);
    }

    /// <summary>"status open/closed": the values it may have.</summary>
    private bool Slashed(int at) =>
        at > 0 && at < tokens.Count && tokens[at].Kind == TokenKind.Word && tokens[at].Text.Contains('/', StringComparison.Ordinal) && Word(at - 1) is "status" or "state" or "kind" or "type" or "category" or "level" or "result" or "outcome" or "grade" or "sex" or "gender";

    /// <summary>"date out": the particle belongs to the noun.</summary>
    private bool HasParticle(int end) =>
        (Word(end) is "back" && tokens[end - 1].Lower is "due" or "date" or "given" or "paid") || Word(end) is "in" or "out" or "off" or "back" or "from" or "to" or "until" && tokens[end - 1].Lower is "date" or "time" or "day" && (end + 1 == tokens.Count || tokens[end + 1].Kind == TokenKind.Mark || tokens[end + 1].Is(WordClass.Conjunction) || Word(end + 1) is "for");

    private NounPhrase Made(int start, Opening opening, int end)
    {
        var any = opening.Determiner == Determiner.Each && opening.End - start == 1 && tokens[start].Lower is "any" && IsPlural(tokens[end - 1].Lower); // "any phone numbers"
        var plural = any || (IsPlural(tokens[end - 1].Lower) && opening.Determiner is not (Determiner.Each or Determiner.Indefinite));
        return new NounPhrase(start, end)
        {
            Name = Name(opening.End, end),
            Determiner = any ? Determiner.None : opening.Determiner,
            Count = opening.Count,
            Plural = plural,
            Unique = opening.Unique,
            Optional = opening.Optional,
            Another = opening.Another,
            Partial = opening.Partial,
            Numbered = opening.Numbered,
            Sequenced = opening.Sequenced,
            Their = opening.Their,
        };
    }

    /// <summary>The owner before 's, the words in brackets, and the of-phrase.</summary>
    private NounPhrase Completed(NounPhrase phrase, Opening opening, ref int at, bool mayEndInVerb, int depth)
    {
        if (at < tokens.Count && tokens[at].IsMark('\'') && (tokens[at].Text.Length > 1 || (tokens[at].Start == tokens[at - 1].End && phrase.Plural)))
        {
            var next = at + 1;
            if (Read(ref next, mayEndInVerb, depth + 1) is { } owned)
            {
                at = next;
                return phrase.Count is { } count && owned.Plural && owned.Count is null && opening.End > 1 && tokens.Skip(phrase.First).Take(opening.End - phrase.First).Any(token => token.Lower is "of")
                    ? owned with { Owner = owned.Owner ?? phrase with { Count = null, Determiner = Determiner.Definite }, First = phrase.First, Count = count, Determiner = Determiner.Counted } // "one of the customer's addresses"
                    : owned with { Owner = owned.Owner is null ? phrase : owned.Owner, First = phrase.First };
            }

            at++;
        }

        if (at < tokens.Count && tokens[at].IsMark('(') && Closing(at) is var close and > 0)
        {
            phrase = phrase with { Remark = text[tokens[at].End..tokens[close].Start].Trim(), End = close + 1 };
            at = close + 1;
        }

        return at + 1 < tokens.Count && tokens[at].Lower is "of" ? WithOf(phrase, ref at, mayEndInVerb, depth) : phrase;
    }

    private NounPhrase WithOf(NounPhrase phrase, ref int at, bool mayEndInVerb, int depth)
    {
        var next = at + 1;
        if (Quantifiers.At(tokens, next) is { Length: > 1 } bound && tokens.Skip(next).Take(bound.Length).Any(token => token.Kind == TokenKind.Number))
        {
            return phrase;
        }

        if (tokens[next].Is(WordClass.Relative) || Read(ref next, mayEndInVerb, depth + 1) is not { } of)
        {
            return phrase;
        }

        at = next;
        if (of is { Determiner: Determiner.Possessive, Name: "own" })
        {
            return phrase; // "a number of its own"
        }

        var head = phrase.Name[(phrase.Name.LastIndexOf(' ') + 1)..].ToLowerInvariant();
        if (((head is "kinds" or "types" or "sorts" && phrase.Plural) || (head is "kind" or "type" or "sort" && phrase is { Determiner: Determiner.Counted, Count: not null })) && !of.IsPronoun)
        {
            return of with { Count = phrase.Count, Determiner = phrase.Determiner, First = phrase.First, Sorts = true };
        }

        var bare = of is { IsPronoun: false, Another: false, Determiner: Determiner.None, Count: null, Owner: null };
        return bare && (Measures.Contains(head) || !of.Plural)
            ? phrase with { Name = head is "type" ? $"{(of.Plural ? Language.Nouns.Singular(of.Name.ToLowerInvariant()) : of.Name)} type" : $"{(phrase.Plural && of is { Plural: false, Name: "staff" or "personnel" or "crew" or "parliament" or "council" } ? Language.Nouns.Singular(phrase.Name.ToLowerInvariant()) : phrase.Name)} of {of.Name}", Remark = phrase.Remark ?? of.Remark, Of = of.Of, End = at }
            : phrase with { Of = of, Remark = phrase.Remark ?? (of.Of is null ? of.Remark : null), End = at };
    }

    private int Skip(int at)
    {
        while (at < tokens.Count && (tokens[at].Is(WordClass.Adverb) || tokens[at].IsMark('\'') || (tokens[at].Lower is "both" or "either" && at + 1 < tokens.Count && (IsNoun(at + 1) || tokens[at + 1].Is(WordClass.Opening)))) && !tokens[at].Is(WordClass.Pronoun) && !IsPlace(at))
        {
            if (Quantifiers.At(tokens, at) is { Length: > 1 })
            {
                break;
            }

            at++;
        }

        return at;
    }

    private NounPhrase? Pronoun(int at) => Joined(at) ?? Alone(at) ?? Several(at);

    /// <summary>"a rider can hold more than one", "some have several": of what was spoken of.</summary>
    private NounPhrase? Several(int at) =>
        (tokens[at].Is(WordClass.Many) || Word(at) is "more" or "one") && Quantifiers.At(tokens, at) is { Count.IsMany: true } found && (at + found.Length == tokens.Count || (tokens[at + found.Length].Kind == TokenKind.Mark && !tokens[at + found.Length].IsMark('(')) || tokens[at + found.Length].Is(WordClass.Conjunction))
            ? new NounPhrase(at, at + found.Length) { Name = "them", IsPronoun = true, Plural = true, Count = found.Count } : null;

    private static NounPhrase Taken(NounPhrase phrase, ref int at)
    {
        at = phrase.End;
        return phrase;
    }

    /// <summary>"an earlier one", "the other one": another of what was said.</summary>
    private NounPhrase? Stand(int start, int end) =>
        end - start == 3 && Word(end - 1) is "one" && Word(end - 2) is "earlier" or "later" or "other" or "different" && tokens[start].Is(WordClass.Article | WordClass.Definite)
            ? new NounPhrase(start, end) { Name = "another", IsPronoun = true, Another = true }
            : null;

    private string Word(int at) => at < tokens.Count ? tokens[at].Lower : "";

    /// <summary>"one another", "each of them", "one of these".</summary>
    private NounPhrase? Joined(int at)
    {
        if ((Word(at), Word(at + 1)) is ("one", "another") or ("each", "other"))
        {
            return new NounPhrase(at, at + 2) { Name = "each other", IsPronoun = true, Plural = true, Another = true };
        }

        if (Word(at) is "the" && Word(at + 1) is "rest" or "others" && at + 2 < tokens.Count && tokens[at + 2].Is(WordClass.Be | WordClass.Have))
        {
            return new NounPhrase(at, at + 2) { Name = "others", IsPronoun = true, Plural = true, Partial = true, Count = Cardinality.ZeroOrMore };
        }

        if (Word(at + 1) is not "of" || Word(at + 2) is not ("them" or "these" or "those"))
        {
            return null;
        }

        var some = tokens[at].Is(WordClass.One | WordClass.Number) || Word(at) is "some" or "any" or "several" or "plenty" or "many" or "lots";
        return Word(at) is "each" ? new NounPhrase(at, at + 3) { Name = "each", IsPronoun = true, Determiner = Determiner.Each }
            : some ? new NounPhrase(at, at + 3) { Name = "them", IsPronoun = true, Plural = true, Partial = Word(at) is "some" or "most", Count = Quantifiers.At(tokens, at)?.Count ?? (Word(at) is "plenty" or "lots" ? Cardinality.ZeroOrMore : Cardinality.ExactlyOne) }
            : null;
    }

    private NounPhrase? Alone(int at)
    {
        var token = tokens[at];
        var nounNext = at + 1 < tokens.Count && IsNoun(at + 1);
        var openNext = at + 1 < tokens.Count && (nounNext || tokens[at + 1].Is(WordClass.Opening));
        return token.Lower switch
        {
            "that" when at > 0 && tokens[at - 1].Is(WordClass.Preposition) && at + 1 < tokens.Count && (tokens[at + 1].Is(WordClass.Pronoun) || tokens[at + 1].Kind == TokenKind.Mark) => new NounPhrase(at, at + 1) { Name = "that", IsPronoun = true },
            "we" or "us" when at + 1 < tokens.Count && tokens[at + 1] is { Kind: TokenKind.Word, Class: WordClass.None } who && IsPlural(who.Lower) && Verbs.Read(who.Lower).Form is VerbForm.None or VerbForm.Third => new NounPhrase(at, at + 2) { Name = who.Text, Plural = true }, // "we drivers have a licence"
            "that" when IsThat(tokens, at) => new NounPhrase(at, at + 1) { Name = "that", IsPronoun = true },
            "each" or "every" when Word(at + 1) is "one" && !(at + 2 < tokens.Count && IsNoun(at + 2)) => new NounPhrase(at, at + 2) { Name = "each", IsPronoun = true, Determiner = Determiner.Each },
            "each" when !openNext && Word(at + 1) is not "of" => new NounPhrase(at, at + 1) { Name = "each", IsPronoun = true, Determiner = Determiner.Each },
            "both" or "all" when !openNext => new NounPhrase(at, at + 1) { Name = "them", IsPronoun = true, Plural = true },
            "everybody" or "everyone" or "anybody" or "anyone" when Word(at + 1) is "who" => new NounPhrase(at, at + 1) { Name = "person", Determiner = Determiner.Each },
            "some" or "most" or "others" when at + 1 < tokens.Count && tokens[at + 1].Is(WordClass.Be | WordClass.Have) => new NounPhrase(at, at + 1) { Name = token.Lower is "others" ? "others" : "them", IsPronoun = true, Plural = true, Partial = true, Count = Cardinality.ZeroOrMore },
            "one" when at + 2 < tokens.Count && Verbs.Known(Word(at + 1)).Form is var does && (does & VerbForm.Third) != 0 && (does & VerbForm.Base) == 0 && (tokens[at + 2].Is(WordClass.Article | WordClass.Definite | WordClass.Possessive | WordClass.Preposition) || IsPlural(Word(at + 2)) || Word(at + 2) is "then" or "also") => new NounPhrase(at, at + 1) { Name = "one", IsPronoun = true }, // "of the boats one notes the length"
            "another" when !nounNext => new NounPhrase(at, at + 1) { Name = "another", IsPronoun = true, Another = true },
            _ when !token.Is(WordClass.Pronoun) || (nounNext && (token.Is(WordClass.Definite) || token.Lower is "former" or "latter")) => null,
            _ => new NounPhrase(at, at + 1) { Name = token.Lower, IsPronoun = true, Plural = token.Lower is "they" or "them" or "these" or "those" or "themselves" or "we" or "others" },
        };
    }

    /// <summary>Where the phrase's nouns end.</summary>
    private int Nouns(Opening opening, bool mayEndInVerb)
    {
        var at = opening.End;
        while (at < tokens.Count && at - opening.End < MostWords && IsNoun(at) && !(at > opening.End && (IsParticle(at) || Postposed.StandsAt(tokens, opening.End, at))) && !(at > opening.End && (EndsBefore(at, opening, mayEndInVerb) || IsManner(at) || (mayEndInVerb && First.StandsAt(tokens, at)))) && !(at == opening.End && StartsVerb(at)))
        {
            at++;
        }

        return at;
    }

    private bool IsNoun(int at) => tokens[at].Kind switch
    {
        TokenKind.Word => !tokens[at].Is(WordClass.Verb) && (!tokens[at].Is(WordClass.Border) || IsSide(at) || (tokens[at].Lower is "former" && at + 1 < tokens.Count && tokens[at + 1] is { Kind: TokenKind.Word, Class: WordClass.None })) && !(at > 0 && tokens[at].Lower is "like") && !(tokens[at].Is(WordClass.Opening) && (!tokens[at].Is(WordClass.Empty) || tokens[at].Lower is "several")) && !(tokens[at].Is(WordClass.Adverb) && !tokens[at].Is(WordClass.Empty) && !IsPlace(at)) && tokens[at].Lower is not ("etc" or "e.g" or "i.e") && !(tokens[at].Lower is "up" && at > 0 && tokens[at - 1].Kind == TokenKind.Word),
        TokenKind.Number => at > 0 && at + 1 < tokens.Count && tokens[at - 1].Kind == TokenKind.Word && char.IsUpper(tokens[at - 1].Text[0]),
        _ => false,
    };

    /// <summary>"an outside order": a preposition between the article and the noun.</summary>
    private bool IsSide(int at) => tokens[at].Lower is "outside" or "inside" && at > 0 && tokens[at - 1].Is(WordClass.Article) && at + 1 < tokens.Count && tokens[at + 1] is { Kind: TokenKind.Word, Class: WordClass.None };

    /// <summary>"an away team": an adverb of place between the article and the noun.</summary>
    private bool IsPlace(int at) => tokens[at].Lower is "away" or "abroad" or "forward" && at > 0 && tokens[at - 1].Is(WordClass.Article | WordClass.Definite | WordClass.Each | WordClass.Conjunction) && at + 1 < tokens.Count && tokens[at + 1] is { Kind: TokenKind.Word, Class: WordClass.None };

    /// <summary>"sends a parcel back", "who handed out the key": the particle belongs to the verb, not to the nouns.</summary>
    private bool IsParticle(int at) => Word(at) is "back" or "out" or "off" or "up" or "down" or "away" or "alike" && !(at + 1 < tokens.Count && IsNoun(at + 1) && !tokens[at + 1].Is(WordClass.Opening) && (Verbs.Known(Word(at + 1)).Form & ~VerbForm.Base) == 0);

    /// <summary>"amount actually charged": the adverb ends the nouns.</summary>
    private bool IsManner(int at) => VerbReader.IsManner(tokens[at].Lower) && (at + 1 == tokens.Count || tokens[at + 1].IsMark(':')) || tokens[at].Lower.EndsWith("ly", StringComparison.Ordinal) && at + 1 < tokens.Count && (Verbs.Read(tokens[at + 1].Lower).Form & VerbForm.Participle) != 0;

    /// <summary>A participle that no noun follows begins no phrase: "assigned to".</summary>
    private bool StartsVerb(int at) =>
        Verbs.Read(tokens[at].Lower) is { Form: var form } && (form & (VerbForm.Participle | VerbForm.Past)) != 0 && (form & VerbForm.Base) == 0 && !(at + 1 < tokens.Count && IsNoun(at + 1));

    /// <summary>The word after the nouns read so far is their verb or a participle that says more of them.</summary>
    private bool EndsBefore(int at, Opening opening, bool mayEndInVerb)
    {
        var token = tokens[at];
        var reading = Verbs.Read(token.Lower);
        var plural = (IsPlural(tokens[at - 1].Lower) || (opening.Count is { IsMany: true } && tokens[at - 1].Lower is "species" or "series" or "people" or "staff")) && !(opening.Count is { Min: 1, Max: 1 } && (reading.Form & VerbForm.Third) != 0) && (opening.Determiner is not (Determiner.Each or Determiner.Indefinite) || (at - opening.End > 1 && !reading.IsNoun));
        if (reading.Form == VerbForm.None)
        {
            return mayEndInVerb && (FiniteVerbs.MayBe(tokens, at, plural) || (opening.Determiner is Determiner.Each or Determiner.Indefinite or Determiner.Definite && FiniteVerbs.MayBeThird(tokens, at))) || Divides(at, opening);
        }

        var nounNext = at + 1 < tokens.Count && IsNoun(at + 1) && !IsParticle(at + 1);
        if (reading.Form == VerbForm.Past && mayEndInVerb)
        {
            return true; // "which pupils took part": a past that is no participle
        }

        if ((reading.Form & (VerbForm.Participle | VerbForm.Past)) != 0 && (reading.Form & (VerbForm.Base | VerbForm.Third)) == 0)
        {
            return !nounNext;
        }

        if ((reading.Form & VerbForm.Ing) != 0)
        {
            return at + 1 < tokens.Count && (plural || tokens[at + 1].Is(WordClass.Preposition) || tokens[at + 1].Is(WordClass.Article | WordClass.Possessive | WordClass.Definite)) && (nounNext || tokens[at + 1].Is(WordClass.Opening | WordClass.Preposition | WordClass.To));
        }

        var determined = opening.Determiner != Determiner.None || opening.Count is not null || char.IsUpper(tokens[at - 1].Text[0]) || tokens[at - 1].Lower is "information" or "data" or "staff" || IsOwned(opening);
        return (mayEndInVerb || (!reading.IsNoun && reading.Form == VerbForm.Third)) && FiniteVerbs.IsFinite(tokens, at, reading, plural, determined);
    }

    /// <summary>"each batch yields wheels": one thing cannot end in a plural, so the word between is its verb.</summary>
    private bool Divides(int at, Opening opening) =>
        opening.Determiner is Determiner.Each or Determiner.Indefinite && IsPlural(tokens[at].Lower) && at + 1 < tokens.Count && IsNoun(at + 1) && IsPlural(tokens[at + 1].Lower) && !(at + 2 < tokens.Count && IsNoun(at + 2));

    /// <summary>"the truck's reader": determined by its owner.</summary>
    private bool IsOwned(Opening opening) => opening.End > 0 && tokens[opening.End - 1].IsMark('\'');

    private string Name(int from, int end)
    {
        while (from + 1 < end && (tokens[from].Is(WordClass.Empty) || Postposed.Measures(tokens[from])))
        {
            from++;
        }

        end -= end > from + 1 && tokens[end - 1].Lower is "valid" ? 1 : 0;

        return string.Join(' ', Enumerable.Range(from, end - from).Select(index => tokens[index].Text));
    }

    /// <summary>The words in the brackets that open at the token, and the token behind them.</summary>
    public (string Remark, int End)? Bracket(int open) => Closing(open) is var close and > 0 ? (text[tokens[open].End..tokens[close].Start].Trim(), close + 1) : null;

    /// <summary>"the prize awarded (first, second or third)".</summary>
    public NounPhrase Bracketed(NounPhrase item, ref int at)
    {
        if (at >= tokens.Count || !tokens[at].IsMark('(') || item.Remark is not null || Bracket(at) is not var (said, behind))
        {
            return item;
        }

        at = behind;
        return item with { Remark = said };
    }

    private int Closing(int open)
    {
        var depth = 0;
        for (var at = open; at < tokens.Count; at++)
        {
            depth += tokens[at].IsMark('(') ? 1 : tokens[at].IsMark(')') ? -1 : 0;
            if (depth == 0)
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>"That has a number": what was said before.</summary>
    public static bool IsThat(List<Token> tokens, int at) => tokens[at].Lower is "that" && (at == 0 || tokens[at - 1].IsMark('.')) && at + 1 < tokens.Count && tokens[at + 1].Is(WordClass.Have);

    public static bool IsPlural(string word) => word.Length > 2 && !string.Equals(Language.Nouns.Singular(word), word, StringComparison.Ordinal);
}
