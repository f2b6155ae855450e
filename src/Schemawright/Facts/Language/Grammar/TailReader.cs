namespace Schemawright.Facts.Language.Grammar;

/// <summary>Reads what follows a noun phrase and says more of it: relative clauses, participles, "each with …", "such as …", "per night".</summary>
internal sealed class TailReader(List<Token> tokens, string text, PhraseReader phrases, VerbReader verbs)
{
    private const int Deepest = 4;

    /// <summary>Set once: clauses and tails read each other.</summary>
    public AttachedClauses Clauses { get; set; } = null!;

    /// <summary>While a phrase before the subject is read: "for each room we keep" is not a room we keep.</summary>
    public bool Fronting { get; set; }

    public NounPhrase Read(NounPhrase item, ref int at, List<Clause> clauses, int depth)
    {
        for (var steps = 0; steps < 6 && at < tokens.Count && depth < Deepest; steps++)
        {
            var before = at;
            item = Step(item, ref at, clauses, depth);
            if (at == before)
            {
                break;
            }
        }

        return item;
    }

    private NounPhrase Step(NounPhrase item, ref int at, List<Clause> clauses, int depth) =>
        Examples(item, ref at, clauses, depth) ?? Uniqueness(item, ref at) ?? Asides.Read(tokens, phrases, item, ref at) ?? Each(item, ref at, clauses, depth) ?? Holding(item, ref at, clauses, depth) ?? Relative(item, ref at, clauses, depth)
        ?? Contact(item, ref at, clauses, depth) ?? Purpose(item, ref at) ?? Participle(item, ref at, clauses, depth) ?? (item.IsPronoun && item.Name is not ("others" or "those") ? null : Clauses.Doing(item, ref at, clauses, depth)) ?? Measure(item, ref at) ?? Inside(item, ref at) ?? Bound(item, ref at) ?? item;

    private bool Comma(int at) => at < tokens.Count && tokens[at].IsMark(',');

    private string Word(int at) => at >= 0 && at < tokens.Count ? tokens[at].Lower : "";

    /// <summary>"such as a, b and c", "e.g. a or b", "for instance a": names no further thing.</summary>
    private NounPhrase? Examples(NounPhrase item, ref int at, List<Clause> clauses, int depth)
    {
        var next = Comma(at) ? at + 1 : at;
        var opened = (Word(next), Word(next + 1)) switch
        {
            ("such", "as") or ("for", "instance") or ("for", "example") => next + 2,
            ("e.g", _) => next + 1,
            ("e", _) when next + 3 < tokens.Count && tokens[next + 1].IsMark('.') && Word(next + 2) is "g" => next + (tokens[next + 3].IsMark('.') ? 4 : 3),
            ("say" or "meaning" or "namely", _) when next > at => next + 1,
            ("like", _) when next > at || (next + 1 < tokens.Count && (char.IsUpper(tokens[next + 1].Text[0]) || tokens[next + 1].Text.Contains(','))) => next + 1,
            _ => -1,
        };
        if (opened < 0)
        {
            return null;
        }

        opened += opened < tokens.Count && tokens[opened].IsMark(',') ? 1 : 0;
        List<NounPhrase> list = Word(opened - 1) is "like" ? phrases.Read(ref opened) is { } like ? [like] : [] : One(opened) is { } one ? [one] : Clauses.Lists.Read(ref opened, subject: false, clauses: [], depth + 1);
        opened = list is [var only] && only.End > opened ? only.End : opened;
        opened = Asides.BehindExamples(tokens, list, opened);
        at = opened + (opened < tokens.Count && tokens[opened].IsMark(',') && list.Count > 0 && verbs.StartsAt(opened + 1) ? 1 : 0);
        var words = list.Count == 0 ? null : text[tokens[list[0].First].Start..tokens[list[^1].End - 1].End];
        return item with { Remark = item.Remark ?? (words is null ? null : $"such as {words}") };
    }

    /// <summary>"for instance K 12, that is unique": one example, then a clause on what it is an example of.</summary>
    private NounPhrase? One(int at) => phrases.Read(ref at) is { } phrase && Comma(at) && Word(at + 1) is "that" or "which" ? phrase : null;

    /// <summary>", unique within the company,": a key in passing.</summary>
    private NounPhrase? Uniqueness(NounPhrase item, ref int at)
    {
        var next = Comma(at) ? at + 1 : at;
        if (next > at && !item.IsPronoun && UniqueAsides.Length(tokens, next) is var aside and > 0)
        {
            at = next + aside;
            return item with { Unique = true };
        }

        if (Word(next) is not "unique")
        {
            return null;
        }

        next++;
        NounPhrase? within = null;
        if (Word(next) is "within" or "in" or "per" or "for" or "across" or "among" or "on" or "at" or "inside" or "throughout")
        {
            next++;
            within = phrases.Read(ref next);
        }

        next += Word(next) is "nationwide" or "worldwide" || (next < tokens.Count && tokens[next].Class == WordClass.Adverb) ? 1 : 0;
        if (next < tokens.Count && !tokens[next].Is(WordClass.Conjunction) && tokens[next].Kind == TokenKind.Word)
        {
            return null;
        }

        at = next;
        return item with { Unique = true, Within = within };
    }

    /// <summary>", each with a name", ", each of which has …".</summary>
    private NounPhrase? Each(NounPhrase item, ref int at, List<Clause> clauses, int depth)
    {
        var comma = at < tokens.Count && tokens[at].Is(WordClass.Adverb) && Word(at + 2) is "each" ? at + 1 : at; // "to two owners together, each with a share"
        var next = Comma(comma) ? comma + 1 : at;
        if (Word(next) is "one" or "some" or "most" or "two" or "many" && Word(next + 1) is "of" && Word(next + 2) is "which" or "whom")
        {
            return Clauses.Swallowed(item, next + 3, ref at, clauses, depth, "of", names: false);
        }

        next += Word(next) is "every" && Word(next + 1) is "one" && Word(next + 2) is "of" ? 1 : 0;
        if (Word(next) is not ("each" or "both" or "all") && !(Word(next) is "one" && Word(next - 1) is "every"))
        {
            return null;
        }

        next++;
        if (Word(next) is "of" && Word(next + 1) is "which" or "whom" or "them")
        {
            if (Word(next + 2) is "with" or "having" or "containing")
            {
                return Holding(item, next + 2, ref at, clauses, depth, each: true);
            }

            if (Word(next + 1) is "of" && Word(next + 2) is "them" && Placed(item, next + 3, ref at, clauses) is { } placed)
            {
                return placed;
            }

            return Clauses.Attached(item, next + 2, ref at, clauses, depth, each: true) ? item : null;
        }

        next += Word(next) is "one" ? 1 : 0;
        return Holding(item, next, ref at, clauses, depth, each: true) ?? Placed(item, next, ref at, clauses) ?? (Comma(at) ? Participle(item, next, ref at, clauses, depth) : null);
    }

    /// <summary>", each of a certain type, with a date", ", each to exactly one plan": where each belongs.</summary>
    private NounPhrase? Placed(NounPhrase item, int next, ref int at, List<Clause> clauses)
    {
        if (!Comma(at) || Word(next) is not ("of" or "to" or "for" or "on" or "in" or "at" or "from" or "under" or "about" or "concerning" or "regarding"))
        {
            return null;
        }

        var end = next + 1;
        end += Word(end) is "exactly" or "precisely" or "only" or "just" ? 1 : 0;
        if (phrases.Read(ref end) is not { IsPronoun: false, Plural: false, Determiner: Determiner.Indefinite or Determiner.Counted } place)
        {
            return null;
        }

        clauses.Add(new(ClauseKind.Attached, [item], new("belong"), [], [new(Word(next), [place])]) { OfEach = true, Apart = true, Range = (next, end) });
        at = end;
        return item;
    }

    private NounPhrase? Holding(NounPhrase item, ref int at, List<Clause> clauses, int depth) =>
        Holding(item, Comma(at) && (Word(at + 1) is "with" or "including" or "having" or "containing" or "consisting" or "comprising" or "composed" || (Word(at + 1) is "made" && Word(at + 2) is "up" or "of") || Tells(Word(at + 1))) ? at + 1 : at, ref at, clauses, depth, each: false);

    /// <summary>"with a name", "having …", "including …": what it holds.</summary>
    private NounPhrase? Holding(NounPhrase item, int next, ref int at, List<Clause> clauses, int depth, bool each)
    {
        next += Word(next) is "consisting" or "composed" or "made" && Word(next + 1) is "of" ? 1 : Word(next) is "made" or "built" && Word(next + 1) is "up" && Word(next + 2) is "of" ? 2 : 0;
        if (Word(next) is not ("with" or "having" or "including" or "containing" or "comprising") && !(Tells(Word(next)) && next > 0 && tokens[next - 1].IsMark(',')) && !(Word(next) is "of" && Word(next - 1) is "consisting" or "composed" or "made" or "up") || next + 1 >= tokens.Count || (tokens[next + 1].Is(WordClass.Relative) && Word(next + 1) is not "that"))
        {
            return null;
        }

        if (item is { IsPronoun: true, Name: "us" or "me" or "you" } || (Word(next + 1) is "another" or "one" && Word(next + 2) is "as"))
        {
            return null; // "any number they leave us, with a remark"
        }

        var verb = Word(next) is "including" ? "include" : "have";
        var end = next + 1;
        var attached = new List<Clause>();
        var held = Clauses.Lists.Read(ref end, subject: false, attached, depth + 1);
        if (held.Count == 0)
        {
            return null;
        }

        at = end;
        var comma = tokens[next - 1].IsMark(',');
        clauses.Add(new(ClauseKind.Attached, [item], new(verb), held, []) { OfEach = each, Apart = comma && !each, Range = (next, end) });
        clauses.AddRange(attached);
        return item;
    }

    /// <summary>"…, giving the time and the reason": what is told of it.</summary>
    public static bool Tells(string word) => word is "giving" or "stating" or "showing" or "specifying" or "listing" or "noting" or "recording" or "naming";

    /// <summary>"which is unique", "who has …", "whose name …", "in which it takes place".</summary>
    private NounPhrase? Relative(NounPhrase item, ref int at, List<Clause> clauses, int depth)
    {
        var next = Comma(at) ? at + 1 : at;
        if (next + 1 < tokens.Count && tokens[next].Is(WordClass.Preposition) && tokens[next + 1].Is(WordClass.Relative) && Word(next + 1) is "which" or "whom" or "whose")
        {
            return Clauses.Swallowed(item, next + 2, ref at, clauses, depth, Word(next), next == at);
        }

        if (next >= tokens.Count || !(tokens[next].Is(WordClass.Relative) || (Word(next) is "what" && next == at && verbs.StartsAt(next + 1)) || (Word(next) is "when" or "where" && next == at)))
        {
            return null;
        }

        if (Word(next) is "whose")
        {
            return Clauses.Whose(item, next + 1, ref at, clauses, depth) ? item : null;
        }

        if (Word(next) is "when" or "where")
        {
            return next == at && !item.IsPronoun ? Clauses.Swallowed(item, next + 1, ref at, clauses, depth, Word(next), names: true) : null;
        }

        return Clauses.Attached(item, next + 1, ref at, clauses, depth, each: false) ? item : Clauses.Swallowed(item, next + 1, ref at, clauses, depth, "", next == at);
    }

    /// <summary>"the year it was built", "a name we gave it": the relative without its pronoun.</summary>
    private NounPhrase? Contact(NounPhrase item, ref int at, List<Clause> clauses, int depth) =>
        When(item, ref at, clauses, depth) ?? Said(item, ref at, clauses, depth) ?? Done(item, ref at, clauses, depth);

    /// <summary>"Every lap a rider has finished is recorded": the relative without its pronoun, then the verb of the whole.</summary>
    private NounPhrase? Done(NounPhrase item, ref int at, List<Clause> clauses, int depth)
    {
        var next = at;
        return !Fronting && item is { Determiner: Determiner.Each, IsPronoun: false } && at < tokens.Count && tokens[at].Is(WordClass.Article) && phrases.Read(ref next) is { IsPronoun: false } && verbs.Read(ref next, finite: true) is { Passive: false } && next < tokens.Count && tokens[next].Is(WordClass.Be | WordClass.Modal)
            ? Clauses.Swallowed(item, at, ref at, clauses, depth, "", names: false) : null;
    }

    /// <summary>"the date the licence was issued", "the month each was valid": when something with a name of its own happened.</summary>
    private NounPhrase? When(NounPhrase item, ref int at, List<Clause> clauses, int depth)
    {
        var next = at;
        var time = item.Name[(item.Name.LastIndexOf(' ') + 1)..].ToLowerInvariant() is "date" or "day" or "time" or "year" or "month" or "week";
        if (!time || item.Determiner == Determiner.Each || at >= tokens.Count || !tokens[at].Is(WordClass.Definite | WordClass.Possessive | WordClass.Article) || phrases.Read(ref next) is not { IsPronoun: false } subject || !verbs.StartsAt(next))
        {
            return null;
        }

        var verb = next;
        verbs.Read(ref verb, finite: true);
        var last = Word(verb - 2) is "last" or "first" ? $"{Word(verb - 2)} " : "";
        return Clauses.Swallowed(item, at, ref at, clauses, depth, "when", names: true) is { } told ? told with { Name = told.Done is null ? $"{subject.Name} {Word(verb - 1)} on" : $"{told.Name} {subject.Name} {last}{told.Done}", Done = null } : null;
    }

    /// <summary>Before the subject, only what a second subject with its verb follows: "for the sites we use I keep …".</summary>
    private bool FollowsSubject(int at)
    {
        var next = at + 1;
        return verbs.Read(ref next, finite: true) is not null && next < tokens.Count && Word(next) is "i" or "we" or "they" or "he" or "she" && verbs.StartsAt(next + 1);
    }

    private NounPhrase? Said(NounPhrase item, ref int at, List<Clause> clauses, int depth) =>
        at < tokens.Count && (!Fronting || FollowsSubject(at)) && at < tokens.Count && tokens[at].Is(WordClass.Pronoun) && Word(at) is "it" or "they" or "we" or "he" or "she" or "you" or "i" && verbs.StartsAt(at + 1) && !item.IsPronoun && !(Word(at) is "we" or "i" && Word(at + 1) is "note" or "record" or "store" or "keep" or "need" or "want" or "write" or "put" or "mark" or "know" or "log" or "track" or "do" or "must" or "also" or "save" or "register")
            ? Clauses.Swallowed(item, at, ref at, clauses, depth, "", names: true)
            : null;

    /// <summary>"the quantity to be produced, …", "the person to ask for": what it is for, when the list goes on or ends behind it.</summary>
    private NounPhrase? Purpose(NounPhrase item, ref int at)
    {
        var next = at + 1;
        if (Fronting || item.IsPronoun || Word(at) is not "to" || verbs.Read(ref next, finite: false) is not { } verb || !(verb.Passive || next == at + 2))
        {
            return null;
        }

        next += next < tokens.Count && tokens[next].Is(WordClass.Preposition) && (next + 1 == tokens.Count || tokens[next + 1].Kind == TokenKind.Mark) ? 1 : 0;
        if (next < tokens.Count && !(tokens[next].IsMark(',') || tokens[next].IsMark('.') || tokens[next].Lower is "and"))
        {
            return null;
        }

        at = next;
        return item;
    }

    /// <summary>"identified by …", "borrowed by members", "date received".</summary>
    private NounPhrase? Participle(NounPhrase item, ref int at, List<Clause> clauses, int depth) => Participle(item, Comma(at) ? at + 1 : at, ref at, clauses, depth);

    private NounPhrase? Participle(NounPhrase item, int next, ref int at, List<Clause> clauses, int depth)
    {
        var adverb = next;
        while (adverb < tokens.Count && tokens[adverb].Kind == TokenKind.Word && (tokens[adverb].Is(WordClass.Adverb) || tokens[adverb].Lower.EndsWith("ly", StringComparison.Ordinal)))
        {
            adverb++;
        }

        if (adverb >= tokens.Count || item.IsPronoun || tokens[adverb].Kind != TokenKind.Word)
        {
            return null;
        }

        var reading = Verbs.Read(tokens[adverb].Lower);
        if ((reading.Form & VerbForm.Participle) == 0 || (reading.Form & (VerbForm.Base | VerbForm.Third)) != 0)
        {
            return null;
        }

        var end = adverb + 1;
        if (next == at && !Fronting && item.Determiner is Determiner.Indefinite && end < tokens.Count && tokens[end].Is(WordClass.Article | WordClass.Definite | WordClass.Possessive | WordClass.Each) && Word(end) is not "that")
        {
            return null; // "on which a pupil passed the course": its verb
        }

        end += Word(end) is "out" or "up" or "off" or "back" or "down" && Word(end + 1) is "by" or "with" or "to" or "in" or "at" or "on" or "from" or "for" ? 1 : 0;
        if (Word(end) is "by" or "with" or "to" or "in" or "at" or "on" or "from" or "for" or "as" or "of" or "through" or "into" or "together" or "under" or "during" or "between" or "within" or "against")
        {
            return Clauses.Participial(item, reading.Base, end, ref at, clauses, depth) ? item with { Done = next == at ? tokens[adverb].Lower : item.Done } : null;
        }

        if (next != at)
        {
            return null;
        }

        at = end + (end < tokens.Count && tokens[end].Is(WordClass.Adverb) && (end + 1 == tokens.Count || tokens[end + 1].Kind == TokenKind.Mark || tokens[end + 1].Is(WordClass.Conjunction)) ? 1 : 0);
        return phrases.Bracketed(item with { Done = tokens[adverb].Lower }, ref at);
    }

    /// <summary>"per night", "in hectares", "at the start": only measures, what is for each thing belongs to the clause.</summary>
    private NounPhrase? Measure(NounPhrase item, ref int at)
    {
        if (item.Tail is not null || Word(at) is not ("per" or "in" or "at" or "on" or "for"))
        {
            return null;
        }

        var next = at + 1;
        if (Word(next) is "it" or "them" && next + 1 < tokens.Count && (tokens[next + 1].IsMark(',') || Word(next + 1) is "and"))
        {
            at = next + 1; // "their number for it, the price"
            return item;
        }

        if (phrases.Read(ref next) is not { IsPronoun: false, Of: null, Owner: null } noun)
        {
            return null;
        }

        var measures = Word(at) is "per" || (noun is { Determiner: Determiner.None, Count: null } && Word(at) is "in" && MeasureNouns.IsUnit(noun.Name)) || (Word(at) is "at" or "on" or "for" && noun is { Determiner: Determiner.None, Count: null, Plural: false });
        if (!measures)
        {
            return null;
        }

        var tail = new PrepositionalPhrase(Word(at), [noun]);
        at = next;
        return item with { Tail = tail, Remark = item.Remark ?? noun.Remark };
    }

    /// <summary>"a number inside its crate, …": unique only within it, when the list goes on.</summary>
    private NounPhrase? Inside(NounPhrase item, ref int at)
    {
        var next = at + 1;
        if (item.Within is not null || Word(at) is not ("within" or "inside" or "in") || phrases.Read(ref next) is not { IsPronoun: false, Determiner: Determiner.Possessive or Determiner.Definite or Determiner.Each } within || next >= tokens.Count || !(tokens[next].IsMark(',') || tokens[next].Is(WordClass.Conjunction)))
        {
            return null;
        }

        if (Word(at) is "in" && !tokens[next].IsMark(','))
        {
            return null;
        }

        at = next;
        return MeasureNouns.Names.Contains(item.Name[(item.Name.LastIndexOf(' ') + 1)..].ToLowerInvariant()) ? item with { Within = within } : item;
    }

    /// <summary>"between 2 and 40", "of exactly 12 digits", "from 1 to 10,000 EUR": the figures that bound it.</summary>
    private NounPhrase? Bound(NounPhrase item, ref int at)
    {
        var start = Word(at) is "of" ? at + 1 : at;
        if (Quantifiers.At(tokens, start) is not { Length: > 1 } bound || !tokens.Skip(start).Take(bound.Length).Any(token => token.Kind == TokenKind.Number))
        {
            return null;
        }

        var figures = text[tokens[start].Start..tokens[start + bound.Length - 1].End].Replace(",", "", StringComparison.Ordinal);
        figures = Word(start) is "between" or "from" ? figures.Replace(" and ", "–", StringComparison.Ordinal).Replace(" to ", "–", StringComparison.Ordinal).Replace("from ", "", StringComparison.Ordinal) : figures;
        at = start + bound.Length;
        if (at < tokens.Count && tokens[at].Kind == TokenKind.Word && !tokens[at].Is(WordClass.Border))
        {
            figures = Word(at) is "digits" or "characters" or "letters" ? $"{figures} {tokens[at].Text}" : figures;
            at++;
        }

        return item with { Remark = item.Remark is null ? figures : $"{item.Remark}; {figures}" };
    }
}
