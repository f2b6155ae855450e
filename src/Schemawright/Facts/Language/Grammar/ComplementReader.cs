namespace Schemawright.Facts.Language.Grammar;

/// <summary>Reads what follows a verb: objects, phrases with prepositions, adverbs in between.</summary>
internal sealed class ComplementReader(List<Token> tokens, VerbReader verbs, PhraseReader phrases, ListReader lists)
{
    private const int MostParts = 20;

    private readonly EventQuestions _events = new(tokens, phrases, verbs, lists);

    /// <param name="brief">The clause stands inside a list, which goes on behind the next comma.</param>
    public (List<NounPhrase> Objects, List<PrepositionalPhrase> Phrases) Read(ref int at, List<Clause> found, VerbGroup verb, bool brief)
    {
        var objects = new List<NounPhrase>();
        var parts = new List<PrepositionalPhrase>();
        if (!AsksWhatHappened(ref at, verb, found))
        {
            Parts(ref at, found, verb, brief, objects, parts);
        }

        return (objects, parts);
    }

    private void Parts(ref int at, List<Clause> found, VerbGroup verb, bool brief, List<NounPhrase> objects, List<PrepositionalPhrase> parts)
    {
        (int At, int Objects, int Found)? last = null;
        for (var steps = 0; steps < MostParts && !IsStop(at) && !(brief && tokens[at].IsMark('(')) && !MainVerb(at, objects.Count + parts.Count) && !OpensClause(at) && !tokens[at].Is(WordClass.Be | WordClass.Have | WordClass.Modal | WordClass.Do); steps++)
        {
            if (Adverbs(at) is var skipped and > 0)
            {
                at += skipped;
            }
            else if (OpensPhrase(at))
            {
                last = null;
                Phrase(ref at, found, brief, parts, objects);
            }
            else if (IsBorder(at, verb))
            {
                if (!GoesOn(at) && !(parts.Count > 0 && !brief && AddsPhrase(at)) && !(objects.Count == 0 && ClosesEach(at, parts)))
                {
                    return;
                }

                at++;
            }
            else if (tokens[at].Is(WordClass.To))
            {
                Infinitive(ref at, found, parts);
            }
            else if (Gap(ref at, found, verb, objects) || (brief && verb.Passive && ClauseFollows(at)))
            {
                break;
            }
            else
            {
                last = (at, objects.Count, found.Count);
                Objects(ref at, found, brief, objects);
            }
        }

        GiveBack(ref at, last, objects, parts, found);
    }

    /// <summary>"Which papers support which claim is to be noted with the page".</summary>
    public bool AsksWhatHappened(ref int at, List<Clause> found)
    {
        var next = at;
        if (_events.Read(ref next) is not { } clauses || clauses[0] is not { Kind: ClauseKind.Condition } told)
        {
            return false;
        }

        var rest = next;
        if (clauses.Count < 2 && verbs.Read(ref rest, finite: true) is { Passive: true, Negated: false, Verb: "store" or "record" or "note" or "keep" or "know" or "log" or "register" or "enter" or "document" or "save" or "state" } && IsStop(rest))
        {
            at = rest;
            found.Add(told with { AsksBoth = true }); // "Which pupils took part in which lessons must be stored."
            return true;
        }

        if (clauses.Count < 2 && !Changes(next))
        {
            return false;
        }

        clauses = clauses.Count > 1 ? clauses : [told, new(ClauseKind.Main, [new(next, next) { Name = "from" }, new(next, next) { Name = "until" }], new("record", Passive: true), [], []) { Range = (next, next) }];

        at = next;
        found.AddRange(clauses);
        return true;
    }

    /// <summary>"every hive that is opened during it gets a finding": behind the relative clause, the verb of its noun.</summary>
    private bool MainVerb(int at, int read) =>
        read > 0 && at + 1 < tokens.Count && Verbs.Known(tokens[at].Lower) is { Form: VerbForm.Third, IsNoun: false } && tokens[at + 1].Is(WordClass.Article | WordClass.Each | WordClass.One | WordClass.Possessive);

    /// <summary>"which ship lies at which berth changes daily": so it is kept from when until when.</summary>
    private bool Changes(int at) => Word(at) is "changes" or "varies" or "alternates" or "differs";

    /// <summary>"we record in which hall a machine was installed": what is recorded is what happened.</summary>
    private bool AsksWhatHappened(ref int at, VerbGroup verb, List<Clause> found)
    {
        if (at + 1 >= tokens.Count || verb.Verb is not ("state" or "say" or "tell" or "specify" or "enter" or "determine" or "plan" or "decide" or "mark" or "list" or "indicate" or "document" or "need" or "record" or "know" or "note" or "see" or "store" or "keep" or "log" or "track" or "remember" or "show" or "register" or "find") || _events.Read(ref at) is not { } clauses)
        {
            return false;
        }

        found.AddRange(clauses);
        return true;
    }

    /// <summary>"whenever a song is played in a show the exact time is logged": what a finite verb follows is the subject of the next clause.</summary>
    private void GiveBack(ref int at, (int At, int Objects, int Found)? last, List<NounPhrase> objects, List<PrepositionalPhrase> parts, List<Clause> found)
    {
        if (last is { } start && (parts.Count > 0 || Word(start.At) is "there") && at < tokens.Count && tokens[at].Is(WordClass.Be | WordClass.Have | WordClass.Modal) && objects.Count > start.Objects && (tokens[start.At].Is(WordClass.Opening) || Word(start.At) is "there"))
        {
            objects.RemoveRange(start.Objects, objects.Count - start.Objects);
            found.RemoveRange(start.Found, found.Count - start.Found);
            at = start.At;
        }
    }

    public PrepositionalPhrase? Prepositional(ref int at, List<Clause> found, bool subject, bool fronted = false, bool single = false)
    {
        var preposition = Word(at) is "with" && at > 0 && Word(at - 1) is "together" or "along" ? "together" : Word(at);
        var next = at + 1;
        if (Peek(next) is { } token && token.Is(WordClass.Preposition) && Word(next) is "of" or "from" or "to" or "with")
        {
            next++;
        }

        var nouns = single ? phrases.Read(ref next) is { } only ? [only] : [] : lists.Read(ref next, subject, found, 1, fronted);
        if (nouns.Count == 0)
        {
            return null;
        }

        at = next;
        return new(preposition, nouns);
    }

    public bool ClauseFollows(int at)
    {
        var next = at;
        return phrases.Read(ref next) is not null && verbs.StartsAt(next);
    }

    /// <summary>"the number, the position on the pole and the type": behind the place, the list goes on.</summary>
    public static PrepositionalPhrase GivesBack(List<Token> tokens, List<NounPhrase> list, PrepositionalPhrase phrase)
    {
        var open = list.Count > 1 && list[^1].First > 0 && tokens[list[^1].First - 1].IsMark(',') && phrase.Preposition is "on" or "in" or "at" or "from" or "of" or "within" && phrase.Nouns.Count > 1 && phrase.Nouns[0].First - list[^1].End < 3;
        if (!open || phrase.Nouns[0].Determiner is not (Determiner.Definite or Determiner.None) || list[^1].Determiner == Determiner.None != (phrase.Nouns[^1].Determiner == Determiner.None))
        {
            return phrase;
        }

        list.AddRange(phrase.Nouns.Skip(1));
        return phrase with { Nouns = [phrase.Nouns[0]] };
    }

    private Token? Peek(int at) => at < tokens.Count ? tokens[at] : null;

    private string Word(int at) => at < tokens.Count ? tokens[at].Lower : "";

    private bool IsStop(int at) => at >= tokens.Count || (tokens[at].Kind == TokenKind.Mark && tokens[at].Text[0] is ';' or '.' or ':' or '!' or '?' or '–' or '—' or '-' or '…');

    /// <summary>How many words say only how, how often or about how many.</summary>
    private int Adverbs(int at)
    {
        if (tokens[at].Is(WordClass.Preposition) && Word(at) is "about" or "around" or "over" or "under" or "nearly" && Peek(at + 1) is { } number && number.Is(WordClass.Number))
        {
            return 1;
        }

        if (Word(at) is "either" or "both" && Peek(at + 1) is { } first && first.Is(WordClass.Preposition))
        {
            return 1;
        }

        if (Word(at) is "once" && (at + 1 == tokens.Count || tokens[at + 1].Kind == TokenKind.Mark))
        {
            return 1;
        }

        if (Quantifiers.At(tokens, at) is { Length: var length } && Word(at + length) is "times")
        {
            return length + 1; // "many times", "up to three times"
        }

        if (Word(at) is "back" or "out" or "off" or "away")
        {
            return 1;
        }

        if (Word(at) is "once" or "twice" && Word(at + 1) is "a" or "per" or "every" or "each")
        {
            return 3;
        }

        if (Word(at) is "once" or "twice" && !(Peek(at + 1) is { Kind: TokenKind.Word } after && !after.Is(WordClass.Conjunction) && !(after.Is(WordClass.Preposition) && !after.Is(WordClass.Subordinator | WordClass.To))))
        {
            return 1; // "used only once, …"
        }

        var manner = Word(at) is "daily" or "weekly" or "monthly" or "yearly" or "hourly" || (Word(at).Length > 5 && Word(at).EndsWith("ly", StringComparison.Ordinal));
        return manner && !(Peek(at + 1) is { Kind: TokenKind.Word } next && !next.Is(WordClass.Border)) ? 1 : 0;
    }

    /// <summary>"when a guest leaves we note the day": a pronoun that is only ever a subject begins the next clause.</summary>
    private bool OpensClause(int at) => Word(at) is "we" or "i" or "he" or "she" or "they" && Peek(at + 1) is { } next && (verbs.StartsAt(at + 1) || (Verbs.Known(next.Lower).Form & VerbForm.Base) != 0);

    private bool OpensPhrase(int at) =>
        (at > 0 && Word(at) is "above" or "below" or "beneath" or "underneath" && Verbs.Known(tokens[at - 1].Lower).Form != VerbForm.None) || tokens[at].Is(WordClass.Preposition) && !QuestionReader.AsksBound(tokens, at) && !(tokens[at].Is(WordClass.To) && IsInfinitive(at + 1)) && Quantifiers.At(tokens, at) is not { Length: > 1 } && !(tokens[at].Is(WordClass.Subordinator) && ClauseFollows(at + 1));

    /// <summary>"to fly a plane", not "to parents".</summary>
    private bool IsInfinitive(int at) => Peek(at) is { } token && (Verbs.Known(token.Lower).Form & VerbForm.Base) != 0 && Peek(at + 1) is { } next && next.Is(WordClass.Article | WordClass.Each | WordClass.Possessive | WordClass.One | WordClass.Many);

    private void Phrase(ref int at, List<Clause> found, bool brief, List<PrepositionalPhrase> parts, List<NounPhrase> objects)
    {
        if (Prepositional(ref at, found, subject: false, single: brief || (at > 0 && tokens[at - 1].IsMark(',') && EachBetween(at - 1))) is { } phrase)
        {
            parts.Add(GivesBack(tokens, objects, phrase));
        }
        else
        {
            at++;
        }
    }

    private bool IsBorder(int at, VerbGroup verb) =>
        !AsksFor(at, verb) && (tokens[at].IsMark(',') || (tokens[at].Is(WordClass.Conjunction | WordClass.Subordinator | WordClass.Relative) && !tokens[at].Is(WordClass.Definite)));

    private void Infinitive(ref int at, List<Clause> found, List<PrepositionalPhrase> parts)
    {
        at++;
        if (verbs.Read(ref at, finite: false) is null)
        {
            parts.Add(new("to", lists.Read(ref at, subject: false, found, 1)));
        }
    }

    private void Objects(ref int at, List<Clause> found, bool brief, List<NounPhrase> objects)
    {
        var before = at;
        var known = found.Count;
        var list = lists.Read(ref at, subject: false, found, 0, fronted: brief);
        objects.AddRange(list.Where(item => !(item.Determiner == Determiner.Each && IsTime(item.Name))));
        at = list.Count == 0 ? before + 1 : at;
        if (list is [{ Determiner: Determiner.Each } time] && IsTime(time.Name) && objects.Count > 0)
        {
            // "a check every year, whose date is kept": of the check
            for (var index = known; index < found.Count; index++)
            {
                found[index] = found[index] with { Subjects = [.. found[index].Subjects.Select(subject => subject.First == time.First ? objects[^1] : subject)] };
            }
        }
    }

    /// <summary>"a club has a name and a town, a team a number and a category": the second thing has what follows, its verb is left out.</summary>
    private bool Gap(ref int at, List<Clause> found, VerbGroup verb, List<NounPhrase> objects)
    {
        if (verb.Passive || verb.Verb is not ("have" or "carry" or "need" or "get" or "receive") || objects.Count < 2 || !tokens[at].Is(WordClass.Article) || objects[^1].End != at || objects[^1].Determiner is not (Determiner.Indefinite or Determiner.Each or Determiner.Definite))
        {
            return false;
        }

        var owner = objects[^1];
        objects.RemoveAt(objects.Count - 1);
        var start = at;
        var held = lists.Read(ref at, subject: false, found, 0);
        found.Add(new(ClauseKind.Main, [owner], verb, held, []) { Range = (start, at) });
        return held.Count > 0;
    }

    /// <summary>"every season": when, not what.</summary>
    public static bool IsTime(string name) =>
        name[(name.LastIndexOf(' ') + 1)..].ToLowerInvariant() is "year" or "years" or "day" or "days" or "week" or "weeks" or "month" or "months" or "season" or "morning" or "evening" or "hour" or "hours" or "quarter" or "january" or "spring" or "summer" or "autumn" or "winter";

    /// <summary>"note when it arrived", "whether it is fit", "how many pieces": a question that names what is kept.</summary>
    private bool AsksFor(int at, VerbGroup verb) =>
        QuestionReader.AsksBound(tokens, at) || Word(at) is "whether" or "how" or "what" or "which" || (Word(at) is "if" && verb.Verb is "see" or "know" or "check" or "note" or "record" or "mark") || (Word(at) is "when" or "who" && verb.Verb is "note" or "record" or "know" or "remember" or "store" or "keep" or "log" or "save" or "write" or "see");

    /// <summary>After a comma the clause goes on with a phrase: ", at one branch"; not with a clause.</summary>
    private bool GoesOn(int at) => Interrupts(at) || EitherPhrase(at) || (
        tokens[at].IsMark(',') && Peek(at + 1) is { } next && next.Is(WordClass.Preposition) && !next.Is(WordClass.Subordinator) && Word(at + 1) is not ("for" or "of" or "in" or "on" or "with" or "without"));

    /// <summary>", either for a club or as a guest": one phrase or the other.</summary>
    private bool EitherPhrase(int at) =>
        tokens[at].IsMark(',') ? Word(at + 1) is "either" && Peek(at + 2) is { } next && next.Is(WordClass.Preposition)
        : Word(at) is "or" && Peek(at + 1) is { } other && other.Is(WordClass.Preposition) && !other.Is(WordClass.Subordinator) && tokens.FindLastIndex(at, token => token.Lower is "either") is > 0 and var either && tokens[either + 1].Is(WordClass.Preposition);

    /// <summary>"either by the council or by a committee, on a date and in a room": one phrase more.</summary>
    private bool AddsPhrase(int at)
    {
        var joined = tokens[at].Is(WordClass.Conjunction) && Word(at) is "or" or "and";
        if (!(joined || tokens[at].IsMark(',')) || Peek(at + 1) is not { } next || !next.Is(WordClass.Preposition) || next.Is(WordClass.Subordinator) || Word(at + 1) is "with" or "of" or "for" or "without" or "per")
        {
            return false;
        }

        var end = at + 2;
        return phrases.Read(ref end) is { IsPronoun: false } noun && noun.Determiner != Determiner.Each && (IsStop(end) || ((tokens[end].IsMark(',') || Word(end) is "and" or "or") && Peek(end + 1) is { } after && after.Is(WordClass.Preposition) && Word(end + 1) is not ("with" or "for")));
    }

    /// <summary>"we know, with luck, the names": a phrase between commas.</summary>
    private bool Interrupts(int at)
    {
        var next = at + 2;
        return tokens[at].IsMark(',') && Peek(at + 1) is { } preposition && preposition.Is(WordClass.Preposition) && Word(at + 1) is "with" or "in" or "of" && phrases.Read(ref next) is { Determiner: Determiner.None } && Peek(next) is { } mark && mark.IsMark(',') || EachBetween(at);
    }

    /// <summary>The comma behind a phrase that stood between commas: the objects are still to come.</summary>
    private bool ClosesEach(int at, List<PrepositionalPhrase> parts) =>
        tokens[at].IsMark(',') && parts.Count > 0 && parts[^1].Nouns is [{ Determiner: Determiner.Each } each] && each.End == at && each.First > 1 && tokens[each.First - 2].IsMark(',');

    /// <summary>"gives, for each element concerned, the content": of each, between commas.</summary>
    private bool EachBetween(int at)
    {
        var next = at + 2;
        if (!tokens[at].IsMark(',') || Word(at + 1) is not ("for" or "per") || phrases.Read(ref next) is not { Determiner: Determiner.Each })
        {
            return false;
        }

        next += Peek(next) is { } done && (Verbs.Read(done.Lower).Form & VerbForm.Participle) != 0 ? 1 : 0;
        return Peek(next) is { } mark && mark.IsMark(',');
    }
}
