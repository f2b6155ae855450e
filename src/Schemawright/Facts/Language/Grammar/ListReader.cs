namespace Schemawright.Facts.Language.Grammar;

/// <summary>Reads lists of noun phrases: "a name, an address and one or more phone numbers".</summary>
internal sealed class ListReader(List<Token> tokens, PhraseReader phrases, VerbReader verbs, TailReader tails)
{
    private readonly QuestionReader _questions = new(tokens, phrases, verbs);
    private readonly ClauseAhead _ahead = new(tokens, phrases, verbs);

    private const int MostItems = 40;

    /// <param name="subject">The list may be the subject of the verb that follows its last item.</param>
    /// <param name="clauses">Clauses that say more of an item are added here.</param>
    public List<NounPhrase> Read(ref int at, bool subject, List<Clause> clauses, int depth, bool fronted = false)
    {
        var items = new List<NounPhrase>();
        var closed = false;
        for (var next = at; items.Count < MostItems && Item(ref next, subject, items, clauses, depth) is { } item; next = AfterSeparator(at))
        {
            items.Add(item);
            at = next;
            if (items is [{ IsPronoun: true } said] && StandsAlone(said, at, depth, fronted))
            {
                break;
            }

            if (closed && Values(at) is var (values, behind))
            {
                items[^1] = items[^1] with { Remark = items[^1].Remark ?? values };
                at = behind;
                break;
            }

            if (closed && VerbAfterComma(at))
            {
                break;
            }

            if (items.Count == 1 && subject && at > item.End && VerbAfterComma(at))
            {
                break; // "a policy, with its number and date, insures one vehicle"
            }

            closed |= AfterSeparator(at) > at && tokens[AfterSeparator(at) - 1].Is(WordClass.Conjunction);
            if ((AfterSeparator(at) == at && !QuestionReader.AsksBound(tokens, at)) || (fronted && at < tokens.Count && tokens[at].IsMark(',') && !items[0].Name.StartsWith("combination", StringComparison.Ordinal)))
            {
                break;
            }
        }

        return Coordination.Share(items, tokens);
    }

    /// <summary>"painted on it, a colour", "the coach who led it and the hall": the list outside goes on.</summary>
    private bool StandsAlone(NounPhrase said, int at, int depth, bool fronted) =>
        (fronted && said.Name is "it" or "them" or "him" or "her") || (depth > 0 && at < tokens.Count && tokens[at].IsMark(','));

    private NounPhrase? Item(ref int at, bool subject, List<NounPhrase> before, List<Clause> clauses, int depth)
    {
        var start = at;
        var first = before.Count == 0;
        if (!subject && !first && at + 1 < tokens.Count && tokens[at].Is(WordClass.Preposition) && tokens[at + 1].Lower is "which" or "what" or "how")
        {
            at++; // "for which order", "on what day", "for how many minutes"
            if (_questions.Read(ref at) is { } placed)
            {
                return placed;
            }

            at = start;
        }

        at += !subject && start > 0 && tokens[start - 1].IsMark(':') && at + 2 < tokens.Count && tokens[at].Lower is "belong" or "belongs" && tokens[at + 1].Lower is "to" ? 2 : 0; // "turbines: belong to a park, number"
        at += !subject && at + 1 < tokens.Count && tokens[at].Lower is "exactly" or "also" or "precisely" or "just" && tokens[at + 1].Lower is "which" or "who" or "how" ? 1 : 0;
        at += !subject && !first && before[0].First > 0 && TailReader.Tells(tokens[before[0].First - 1].Lower) && at + 1 < tokens.Count && tokens[at - 1].Is(WordClass.Conjunction) && TailReader.Tells(tokens[at].Lower) && tokens[at + 1].Is(WordClass.Article | WordClass.Definite | WordClass.Possessive) ? 1 : 0; // "naming the winner and giving a comment"
        if ((subject && !QuestionReader.AsksBound(tokens, at) ? _questions.ReadSubject(ref at) : _questions.Read(ref at)) is { } asked)
        {
            return asked;
        }

        if ((!first && (StartsClause(at, subject) || (!subject && BreaksOff(at, before)) || (!subject && _ahead.ClauseFollows(at)))) || phrases.Read(ref at, mayEndInVerb: subject || !first) is not { } item)
        {
            at = start;
            return null;
        }

        var found = clauses.Count;
        item = tails.Read(item, ref at, clauses, depth);
        if (!first && !subject && EndsInVerb(at) && !ClosesSubject(start, at, before, depth))
        {
            clauses.RemoveRange(found, clauses.Count - found);
            at = start;
            return null;
        }

        return item;
    }

    /// <summary>"a report with a time, a place and a text is written": the last thing held, then the verb of what holds it.</summary>
    private bool ClosesSubject(int start, int at, List<NounPhrase> before, int depth) =>
        depth > 0 && start > 1 && tokens[start - 1].Lower is "and" && !tokens[start - 2].IsMark(',') && tokens[start].Is(WordClass.Article) && tokens[at].Is(WordClass.Be | WordClass.Modal)
        && before.TrueForAll(item => item.Determiner is Determiner.Indefinite) && tokens.Take(start).All(token => !token.Is(WordClass.Be | WordClass.Modal | WordClass.Have));

    /// <summary>A verb, a when or another border stands after the separator: the list is over.</summary>
    private bool StartsClause(int at, bool subject)
    {
        if (at >= tokens.Count)
        {
            return true;
        }

        var token = tokens[at];
        if (token.Is(WordClass.Verb) || (token.Is(WordClass.Be | WordClass.Have | WordClass.Modal | WordClass.Do | WordClass.Subordinator | WordClass.Relative) && !token.Is(WordClass.Definite)) || (token.Is(WordClass.Each) && at + 2 < tokens.Count && tokens[at + 1].Lower is "time" && tokens[at + 2].Is(WordClass.Opening | WordClass.Pronoun)))
        {
            return true;
        }

        if (ThenDoes(at) || (token.Lower is "take" or "takes" && at + 1 < tokens.Count && tokens[at + 1].Lower is "place" or "part"))
        {
            return true;
        }

        if (token.Lower is "each" or "every" && at + 1 < tokens.Count && tokens[at + 1].Lower is "time")
        {
            return true;
        }

        var reading = Verbs.Known(token.Lower);
        if (!subject && at + 1 < tokens.Count && (((reading.Form & VerbForm.Third) != 0 && tokens[at + 1].Lower is "when" or "whether" or "how") || ((reading.Form & VerbForm.Base) != 0 && tokens[at - 1].Is(WordClass.Conjunction) && tokens[at + 1].Lower is "which" or "whether" or "who" or "how")))
        {
            return true; // "… and notes when it came", "… and say which pieces they sing"
        }

        if (!subject && (reading.Form & VerbForm.Third) != 0 && !reading.IsNoun && at + 2 < tokens.Count && tokens[at + 1].Lower is "or" or "and" && (Verbs.Known(tokens[at + 2].Lower) is { Form: VerbForm.Third, IsNoun: false }))
        {
            return true; // "… and creates or joins a household"
        }

        if (!subject && reading.Form == VerbForm.Third && (!reading.IsNoun || reading.Base is "need") && tokens[at - 1].Is(WordClass.Conjunction) && at + 1 < tokens.Count && tokens[at + 1] is { Kind: TokenKind.Word, Class: WordClass.None } && PhraseReader.IsPlural(tokens[at + 1].Lower))
        {
            return true; // "… and needs tools"
        }

        var goes = at + 1 < tokens.Count && tokens[at + 1].Is(WordClass.Opening | WordClass.Preposition | WordClass.To | WordClass.Pronoun);
        return goes && (!subject || (reading.Form == VerbForm.Third && !reading.IsNoun)) && (reading.Form & (VerbForm.Third | VerbForm.Base)) != 0 && (!reading.IsNoun || tokens[at + 1].Is(WordClass.To | WordClass.Article) || (tokens[at - 1].Is(WordClass.Conjunction) && tokens[at + 1].Is(WordClass.Definite)) || ((reading.Form & VerbForm.Third) != 0 && tokens[at + 1].Is(WordClass.Definite | WordClass.Possessive | WordClass.Each)) || (reading.Base is "start" or "end" or "begin" or "run" or "finish" && (reading.Form & VerbForm.Third) != 0)) && verbs.StartsAt(at);
    }

    /// <summary>", then add the children".</summary>
    private bool ThenDoes(int at) =>
        tokens[at].Lower is "then" && at + 2 < tokens.Count && (Verbs.Known(tokens[at + 1].Lower).Form & (VerbForm.Base | VerbForm.Third)) != 0 && tokens[at + 2].Is(WordClass.Opening | WordClass.Pronoun);

    /// <summary>"a number, a start date and covers one or more lots": behind items that all have an article, a bare word that may be a verb is one.</summary>
    private bool BreaksOff(int at, List<NounPhrase> before)
    {
        if (at + 1 >= tokens.Count || Verbs.Known(tokens[at].Lower) is not { Base: not null } reading || (reading.Form & (VerbForm.Third | VerbForm.Base)) == 0 || !before.TrueForAll(item => item.Determiner is Determiner.Indefinite or Determiner.Definite or Determiner.Counted))
        {
            return false;
        }

        var next = tokens[at + 1];
        if ((reading.Form & VerbForm.Third) == 0)
        {
            return tokens[at - 1].Is(WordClass.Conjunction) && next.Is(WordClass.Preposition) && next.Lower is not "of" && at + 2 < tokens.Count && tokens[at + 2].Is(WordClass.Article | WordClass.One | WordClass.Number | WordClass.Each) && HeadNounTypes.Guess(tokens[at].Lower) is null; // "a name and work in a region"
        }

        var opens = next.Is(WordClass.Article | WordClass.Definite | WordClass.One | WordClass.Number | WordClass.Many | WordClass.Each | WordClass.Pronoun | WordClass.Possessive | WordClass.Any) || (next.Is(WordClass.Preposition) && (next.Lower is "from" or "to" or "into" or "between" || !reading.IsNoun));
        return opens || (next.Lower is "for" && at + 2 < tokens.Count && tokens[at + 2].Is(WordClass.Each) && HeadNounTypes.Guess(Language.Nouns.Singular(tokens[at].Lower)) is null);
    }

    /// <summary>"…, who have a name and a phone, work on several stages": the list is over, the main verb follows.</summary>
    private bool VerbAfterComma(int at) =>
        at + 2 < tokens.Count && tokens[at].IsMark(',') && Verbs.Known(tokens[at + 1].Lower) is { Form: var form, IsNoun: var isNoun } && (form & (VerbForm.Base | VerbForm.Third)) != 0 && (!isNoun || tokens[at + 2].Is(WordClass.Opening | WordClass.Preposition | WordClass.To));

    /// <summary>"name and colour, red or white.": behind the closed list, the values of its last item.</summary>
    private (string Said, int End)? Values(int at)
    {
        var (from, words) = (at + 1, 0);
        if (at + 3 >= tokens.Count || !tokens[at].IsMark(',') || tokens[from - 2].IsMark(')'))
        {
            return null;
        }

        for (at = from; at < tokens.Count && tokens[at].Kind == TokenKind.Word && (tokens[at].Class == WordClass.None || tokens[at].Lower is "or"); at++)
        {
            words += tokens[at].Lower is "or" ? 10 : 1;
        }

        return words is >= 12 and < 15 && tokens[from + 1].Lower is "or" && (at == tokens.Count || tokens[at].IsMark('.') || tokens[at].IsMark(';')) ? ($"{tokens[from].Text}, {string.Join(' ', tokens.GetRange(from + 2, at - from - 2).Select(token => token.Text))}", at) : null;
    }

    /// <summary>What was read as an item is the subject of a clause of its own.</summary>
    private bool EndsInVerb(int at)
    {
        if (at >= tokens.Count)
        {
            return false;
        }

        var token = tokens[at];
        return token.Is(WordClass.Be | WordClass.Have | WordClass.Modal | WordClass.Do | WordClass.Verb) || (token.Kind == TokenKind.Word && (Verbs.Known(token.Lower).Form & (VerbForm.Base | VerbForm.Third)) != 0) || (token.Is(WordClass.Adverb) && verbs.StartsAt(at));
    }

    /// <summary>Behind a comma, "and", "or", "as well as"; the same place when there is none.</summary>
    public int AfterSeparator(int at) => AfterAside(Separator(at), at);

    /// <summary>"and, where it applies, the date", ", if there is one, the date": the list goes on behind what is put in between.</summary>
    private int AfterAside(int at, int from)
    {
        if (at == from || at >= tokens.Count)
        {
            return at;
        }

        var opens = tokens[at].IsMark(',') ? at + 1 : tokens[at - 1].IsMark(',') ? at : -1;
        if (opens < 0 || opens >= tokens.Count || !(tokens[opens].Lower is "if" or "where" or "when" or "once" or "unless" or "for" or "in" || tokens[opens].Class == WordClass.Adverb))
        {
            return at;
        }

        var close = opens + 1;
        while (close < tokens.Count && close - opens < 8 && tokens[close].Kind == TokenKind.Word)
        {
            close++;
        }

        var aside = close < tokens.Count && tokens[close].IsMark(',') && close + 1 < tokens.Count && tokens[close + 1].Is(WordClass.Article | WordClass.Definite | WordClass.Possessive | WordClass.None) | tokens[close + 1].Class == WordClass.None;
        return aside && (tokens[opens].Is(WordClass.Adverb) || !tokens[opens].Is(WordClass.Preposition)) ? close + 1 : at;
    }

    private int Separator(int at)
    {
        var next = at;
        next += next < tokens.Count && tokens[next].IsMark(',') ? 1 : 0;
        if (next + 2 < tokens.Count && tokens[next].Lower is "as" && tokens[next + 1].Lower is "well" && tokens[next + 2].Lower is "as")
        {
            return next + 3;
        }

        if (next + 1 < tokens.Count && tokens[next].Lower is "together" or "along" && tokens[next + 1].Lower is "with")
        {
            return next + 2;
        }

        return next < tokens.Count && tokens[next].Is(WordClass.Conjunction) && tokens[next].Lower is not "but" ? next + 1 : next;
    }
}
