namespace Schemawright.Facts.Language.Grammar;

/// <summary>Marks words that can only be the verb of their clause where they stand, though they look like nouns: "the estate cultivates parcels", "every piece gets a tag".</summary>
internal static class VerbMarks
{
    private const int LongestSubject = 6;

    /// <summary>Plurals that stand before other nouns: "and parts lists".</summary>
    private static readonly HashSet<string> Heads = new(StringComparer.Ordinal) { "part", "sale", "work", "good", "need", "record", "contact", "result", "operate", "account", "number", "order" };

    public static List<Token> Mark(List<Token> tokens)
    {
        List<Token>? marked = null;
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at] is { Kind: TokenKind.Word, Class: WordClass.None } && (IsOrder(tokens, at) || IsNoted(tokens, at) || (at > 0 && (FollowsSubject(marked ?? tokens, at) || Continues(marked ?? tokens, at) || FollowsWhole(tokens, at)))))
            {
                (marked ??= [.. tokens])[at] = tokens[at] with { Class = WordClass.Verb };
            }
        }

        return marked ?? tokens;
    }

    /// <summary>The form without its ending, for a verb nobody knows.</summary>
    public static string Base(string word) =>
        word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y"
        : word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal) || word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal) ? word[..^2]
        : word.EndsWith('s') ? word[..^1] : word;

    /// <summary>"Put it …", "scan them", "fill in a form", "…; store the number": told to whoever does it.</summary>
    private static bool IsOrder(List<Token> tokens, int at)
    {
        var opens = at == 0 || tokens[at - 1].Kind == TokenKind.Mark && tokens[at - 1].Text[0] is '.' or ';' or ':' or '–' or '!' or '?';
        if (!opens || at + 2 >= tokens.Count || (Verbs.Known(tokens[at].Lower).Form & VerbForm.Base) == 0)
        {
            return false;
        }

        var next = tokens[at + 1];
        return next.Lower is "it" or "them" or "him" || (next.Lower is "in" or "out" or "up" or "down" && tokens[at + 2].Is(WordClass.Article | WordClass.Definite)) || (at > 0 && tokens[at - 1].IsMark(';') && tokens[at].Lower is "store" or "record" or "note" or "log" or "document" && next.Class == WordClass.None && tokens.Skip(at).Any(token => token.IsMark(',')));
    }

    /// <summary>"at each stop, jot down the time", "dig a pit and write down the date".</summary>
    private static bool IsNoted(List<Token> tokens, int at) =>
        tokens[at].Lower is "jot" or "write" or "note" or "take" or "put" && at + 2 < tokens.Count && tokens[at + 1].Lower is "down" && (tokens[at + 2].Is(WordClass.Opening) || tokens[at + 2].Class == WordClass.None)
        && (at == 0 || tokens[at - 1].Kind == TokenKind.Mark || tokens[at - 1].Lower is "and" or "then" or "also");

    /// <summary>A singular, what follows a verb, and between them a word in -s.</summary>
    private static bool FollowsSubject(List<Token> tokens, int at)
    {
        var before = tokens[at - 1];
        if (!IsThird(tokens[at].Lower) || before is not { Kind: TokenKind.Word, Class: WordClass.None } || PhraseReader.IsPlural(before.Lower) || (at + 1 < tokens.Count && tokens[at + 1].Is(WordClass.Be | WordClass.Have | WordClass.Modal | WordClass.Do)))
        {
            return false;
        }

        var start = Start(tokens, at - 1);
        var known = Verbs.Known(tokens[at].Lower) is { Form: var form, Base: not "number" } reading && (form & VerbForm.Third) != 0 ? reading : default;
        var sure = known.Form != VerbForm.None && !known.IsNoun;
        if (start < 0)
        {
            return sure && IsBare(tokens, at);
        }

        if (tokens[start].Lower is "of")
        {
            return start > 1 && tokens[start - 1] is { Class: WordClass.None, Kind: TokenKind.Word } whole && !PhraseReader.IsPlural(whole.Lower) && Start(tokens, start - 1) is >= 0 and var opening && tokens[opening].Is(WordClass.Each | WordClass.Article | WordClass.Definite) && (sure || (known.Form != VerbForm.None && IsStrong(tokens, at + 1) && Begins(tokens, opening)));
        }

        if (tokens[start].Is(WordClass.Article | WordClass.Each | WordClass.One))
        {
            return known.Form != VerbForm.None ? sure || Goes(tokens, at + 1) : tokens[at].Lower.Length > 4 && (IsStrong(tokens, at + 1) || IsPluralAt(tokens, at + 1));
        }

        return tokens[start].Is(WordClass.Definite | WordClass.Possessive) && (sure || (known.Form != VerbForm.None && at + 1 < tokens.Count && (VerbReader.IsManner(tokens[at + 1].Lower) || tokens[at + 1].Lower is "every" or "daily" or "weekly" or "over") && !EndsInVerb(tokens, at + 1)) || ((known.Form != VerbForm.None || tokens[at].Lower.Length > 4) && Begins(tokens, start) && (IsStrong(tokens, at + 1) || IsPluralAt(tokens, at + 1) || IsParticle(tokens, at + 1)) && !EndsInVerb(tokens, at + 1)));
    }

    /// <summary>"a route has a name and visits sites": the second verb of a singular.</summary>
    private static bool Continues(List<Token> tokens, int at)
    {
        var reading = Verbs.Known(tokens[at].Lower);
        if (reading.Form != VerbForm.Third || Heads.Contains(reading.Base) || tokens[at - 1].Lower is not ("and" or "or") || at + 1 >= tokens.Count || HeadNounTypes.Guess(Language.Nouns.Singular(tokens[at].Lower)) is not null)
        {
            return false;
        }

        var next = tokens[at + 1];
        var goes = next is { Kind: TokenKind.Word, Class: WordClass.None } && (PhraseReader.IsPlural(next.Lower) || !reading.IsNoun);
        return goes && !EndsInVerb(tokens, at + 1) && SaidOfOne(tokens, at);
    }

    /// <summary>"holders of a licence sit on boards": the verb of the plural before "of".</summary>
    private static bool FollowsWhole(List<Token> tokens, int at)
    {
        var reading = Verbs.Known(tokens[at].Lower);
        var start = Start(tokens, at - 1);
        return (reading.Form & VerbForm.Base) != 0 && !reading.IsNoun && (reading.Form & VerbForm.Participle) == 0 && start > 1 && tokens[start].Is(WordClass.Article) && tokens[start - 1].Lower is "of" && PhraseReader.IsPlural(tokens[start - 2].Lower)
            && !PhraseReader.IsPlural(tokens[at - 1].Lower) && at + 1 < tokens.Count && (tokens[at + 1].Is(WordClass.Preposition) || IsStrong(tokens, at + 1));
    }

    /// <summary>The sentence has a verb that speaks of one.</summary>
    public static bool SaidOfOne(List<Token> tokens, int at)
    {
        for (var index = at - 1; index > 0 && !tokens[index].IsMark('.') && !tokens[index].IsMark(';'); index--)
        {
            if (tokens[index].Lower is "is" or "has" or "does" or "was" || tokens[index].Is(WordClass.Verb) || (Verbs.Known(tokens[index].Lower) is { Form: VerbForm.Third } third && (!third.IsNoun || (index + 1 < tokens.Count && tokens[index + 1].Is(WordClass.Article)))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsThird(string word) => word.Length > 3 && word[^1] == 's' && PhraseReader.IsPlural(word);

    /// <summary>The word that opens the phrase that ends here; -1 when none does.</summary>
    private static int Start(List<Token> tokens, int at)
    {
        for (var index = at; index >= 0 && index > at - LongestSubject && tokens[index].Kind == TokenKind.Word; index--)
        {
            if (tokens[index].Class != WordClass.None && !tokens[index].Is(WordClass.Empty))
            {
                return index < at && (tokens[index].Is(WordClass.Opening) || tokens[index].Lower is "of") ? index : -1;
            }
        }

        return -1;
    }

    /// <summary>One bare noun or name from the beginning of the clause: "when parcel comes".</summary>
    private static bool IsBare(List<Token> tokens, int at)
    {
        var index = at - 1;
        while (index >= 0 && index > at - 4 && tokens[index] is { Kind: TokenKind.Word, Class: WordClass.None })
        {
            index--;
        }

        return index < at - 1 && (index < 0 || tokens[index].Is(WordClass.Subordinator) || (tokens[index].Kind == TokenKind.Mark && tokens[index].Text[0] is '.' or ';')) && at + 1 < tokens.Count && tokens[at + 1].Kind != TokenKind.Mark;
    }

    private static bool Begins(List<Token> tokens, int at) => at == 0 || tokens[at - 1].Kind == TokenKind.Mark || tokens[at - 1].Is(WordClass.Subordinator | WordClass.Adverb) || tokens[at - 1].Lower is "that";

    private static bool Goes(List<Token> tokens, int at) =>
        at >= tokens.Count || IsStrong(tokens, at) || IsPluralAt(tokens, at) || IsParticle(tokens, at) || tokens[at].Is(WordClass.Adverb) || (tokens[at].Is(WordClass.Preposition) && tokens[at].Lower is not "of") || (tokens[at].Kind == TokenKind.Mark && tokens[at].Text[0] is '.' or ';') || tokens[at].Lower.EndsWith("ly", StringComparison.Ordinal);

    private static bool IsStrong(List<Token> tokens, int at) =>
        at < tokens.Count && ((tokens[at].Is(WordClass.Article | WordClass.Definite | WordClass.Possessive | WordClass.Each | WordClass.Number | WordClass.Many | WordClass.One) && tokens[at].Lower is not ("that" or "different")) || tokens[at].Lower is "it" or "them" or "him" or "us" or "me");

    private static bool IsPluralAt(List<Token> tokens, int at) => at < tokens.Count && tokens[at] is { Kind: TokenKind.Word, Class: WordClass.None } next && PhraseReader.IsPlural(next.Lower);

    private static bool IsParticle(List<Token> tokens, int at) => at < tokens.Count && tokens[at].Lower is "up" or "out" or "off" or "back" or "down" or "away" or "over";

    /// <summary>A verb follows before the clause ends, so the words before it are its subject.</summary>
    private static bool EndsInVerb(List<Token> tokens, int at)
    {
        for (; at < tokens.Count && tokens[at].Kind != TokenKind.Mark && !tokens[at].Is(WordClass.Conjunction | WordClass.Relative); at++)
        {
            if (tokens[at].Is(WordClass.Be | WordClass.Have | WordClass.Modal | WordClass.Do))
            {
                return true;
            }
        }

        return false;
    }
}
