namespace Schemawright.Facts.Language.Grammar;

/// <summary>Reads what is asked for as the thing it asks for: "how many pieces", "whether a bed is adjustable", "when it arrived", "which product".</summary>
internal sealed class QuestionReader(List<Token> tokens, PhraseReader phrases, VerbReader verbs)
{
    public NounPhrase? Read(ref int at) => Question(ref at) is { } asked ? asked with { Asked = true } : null;

    private NounPhrase? Question(ref int at) => Word(at) switch
    {
        "how" => HowMany(ref at),
        "whether" => Whether(ref at),
        "when" => When(ref at),
        "which" or "what" => Which(ref at),
        "who" when at + 1 < tokens.Count && !tokens[at + 1].Is(WordClass.Be | WordClass.Have) => Who(ref at),
        "if" when AsksIf(at) => Whether(ref at),
        "why" => Why(ref at),
        "from" or "to" or "until" or "till" or "since" => AsksBound(tokens, at) ? BoundWhen(ref at) : Bound(ref at),
        _ => null,
    };

    /// <summary>"whether a bed is adjustable is also recorded": a question as the subject of a verb of recording.</summary>
    public NounPhrase? ReadSubject(ref int at)
    {
        if (Word(at) is not ("whether" or "who" or "when" or "how"))
        {
            return null;
        }

        var recorded = Recorded(at + 2);
        var next = at;
        if (recorded < 0 || new QuestionReader([.. tokens.Take(recorded)], new PhraseReader([.. tokens.Take(recorded)], ""), new VerbReader([.. tokens.Take(recorded)])).Read(ref next) is not { } asked)
        {
            return null;
        }

        at = recorded;
        return asked;
    }

    /// <summary>Where "is also recorded" begins, before the next mark.</summary>
    private int Recorded(int from)
    {
        for (var at = from; at + 1 < tokens.Count && tokens[at].Kind == TokenKind.Word; at++)
        {
            var next = at;
            if (tokens[at].Is(WordClass.Be | WordClass.Have | WordClass.Modal) && verbs.Read(ref next, finite: true) is { Passive: true, Verb: "note" or "record" or "store" or "keep" or "log" or "save" or "mark" or "enter" or "register" or "document" or "hold" })
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>"see if the fee has been paid": behind a verb of knowing or behind the items of a list.</summary>
    private bool AsksIf(int at)
    {
        var mark = at;
        while (mark < tokens.Count && tokens[mark].Kind != TokenKind.Mark)
        {
            mark++;
        }

        return at > 0 && tokens[at - 1].Lower is "and" or "see" or "know" or "check" or "note" or "record" or "mark" && !(mark < tokens.Count && tokens[mark].IsMark(',')); // ", if it rains, we stay" is a condition
    }

    private string Word(int at) => at < tokens.Count ? tokens[at].Lower : "";

    private NounPhrase? HowMany(ref int at)
    {
        if (Word(at + 1) is not ("many" or "much" or "long"))
        {
            return HowIs(ref at);
        }

        var next = at + 2;
        var counted = Word(at + 1) is "many" ? phrases.Read(ref next) : null;
        var name = Word(at + 1) switch { "many" => counted is null ? "number" : MeasureNouns.IsUnit(counted.Name) ? counted.Name : $"number of {counted.Name}", "long" => "duration", _ => "amount" };
        var phrase = new NounPhrase(at, next) { Name = name };
        at = AfterClause(next);
        return phrase;
    }

    private static readonly Dictionary<string, string> Adjectives = "long:length wide:width high:height tall:height deep:depth heavy:weight old:age big:size large:size far:distance often:frequency fast:speed expensive:price thick:thickness strong:strength warm:temperature hot:temperature cold:temperature urgent:urgency".Split(' ')
        .Select(pair => pair.Split(':')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    /// <summary>"how deep it is": the adjective names what is measured.</summary>
    private NounPhrase? HowIs(ref int at)
    {
        var next = at + 2;
        if (next >= tokens.Count || tokens[at + 1].Class != WordClass.None || phrases.Read(ref next) is null || verbs.Read(ref next, finite: true) is not { Verb: "be" })
        {
            return null;
        }

        var phrase = new NounPhrase(at, at + 2) { Name = Adjectives.GetValueOrDefault(Word(at + 1)) ?? $"how {Word(at + 1)}", Determiner = Determiner.Other };
        at = AfterClause(next);
        return phrase;
    }

    /// <summary>"whether it is fit", "whether rental skis are needed", "whether there is a kitchen".</summary>
    private NounPhrase? Whether(ref int at)
    {
        var next = at + 1;
        var there = Word(next) is "there";
        var subject = there ? null : phrases.Read(ref next);
        next += there ? 1 : 0;
        if (verbs.Read(ref next, finite: true) is not { } verb)
        {
            return null;
        }

        var said = tokens[next - 1].Lower;
        var rest = next;
        var noun = phrases.Read(ref rest);
        var named = subject is { IsPronoun: false, Determiner: not Determiner.Indefinite and not Determiner.Each };
        var name = there ? noun is null ? null : $"has {noun.Name}"
            : verb.Passive ? named ? $"{subject!.Name} {said}" : $"is {said}"
            : verb.Verb is "be" ? noun is null ? null : named && noun.Determiner == Determiner.None ? $"{subject!.Name} {noun.Name}" : $"is {noun.Name}"
            : noun is null || (noun.IsPronoun && subject is { IsPronoun: true }) ? InPlace(next) ?? $"is {said}" : verb.Verb is "have" ? $"has {noun.Name}" : noun.Name;
        if (name is null)
        {
            return null;
        }

        at = AfterClause(noun is null ? next : rest);
        return new NounPhrase(at - 1, at) { Name = name, Determiner = Determiner.Other, Of = subject is { SpeaksOfEach: true, IsPronoun: false } ? subject : null };
    }

    /// <summary>"whether it falls in high season": named by the place or time.</summary>
    private string? InPlace(int at)
    {
        var next = at + 1;
        return at < tokens.Count && tokens[at].Is(WordClass.Preposition) && phrases.Read(ref next) is { IsPronoun: false, Determiner: Determiner.None } place ? place.Name : null;
    }

    /// <summary>"when it arrived", "when that was".</summary>
    private NounPhrase? When(ref int at)
    {
        var next = at + 1;
        if (phrases.Read(ref next) is null)
        {
            return null;
        }

        if (verbs.Read(ref next, finite: true) is not { } verb || verb.Verb is "do" || (Word(next) is "we" or "i" && verbs.StartsAt(next + 1)))
        {
            return null; // "and when they do we store …"
        }

        var said = tokens[next - 1].Lower;
        var phrase = new NounPhrase(at, next) { Name = verb.Verb is "be" ? "date" : $"{said} at", Determiner = Determiner.Other };
        at = AfterClause(next);
        return phrase;
    }

    /// <summary>"who measured it".</summary>
    private NounPhrase? Who(ref int at)
    {
        var next = at + 1;
        while (next < tokens.Count && next < at + 6 && (Verbs.Known(tokens[next].Lower).Form & (VerbForm.Past | VerbForm.Third)) == 0 && Word(next) is not "did")
        {
            next++;
        }

        if (next >= tokens.Count || next >= at + 6)
        {
            return null;
        }

        var said = Verbs.Known(tokens[next].Lower);
        var name = Word(next) is "did" ? "done" : (said.Form & VerbForm.Past) != 0 ? VerbWords.Irregular.TryGetValue(said.Base, out var forms) ? forms.Participle : Word(next) : said.Base;
        var phrase = new NounPhrase(at, next) { Name = $"{name} by", Determiner = Determiner.Other, Another = Word(next + 1) is "whom" };
        at = AfterClause(next);
        return phrase;
    }

    /// <summary>"and why", "why it was closed".</summary>
    private NounPhrase Why(ref int at)
    {
        var phrase = new NounPhrase(at, at + 1) { Name = "reason" };
        at = AfterClause(at + 1);
        return phrase;
    }

    /// <summary>"from, until and the reason": the bounds of a time, with no noun behind them.</summary>
    private NounPhrase? Bound(ref int at)
    {
        var ends = at + 1 >= tokens.Count || tokens[at + 1].IsMark(',') || tokens[at + 1].IsMark('.') || tokens[at + 1].IsMark(';') || (tokens[at + 1].Lower is "and" && at + 2 < tokens.Count && tokens[at + 2].Lower is "to" or "until" or "till" or "why" or "who" or "what");
        var follows = at > 0 && (tokens[at - 1].IsMark(',') || tokens[at - 1].IsMark(':') || tokens[at - 1].Lower is "and" or "enter" or "note" or "with" or "record" or "store" or "keep");
        if (!ends || !follows)
        {
            return null;
        }

        var phrase = new NounPhrase(at, at + 1) { Name = tokens[at].Lower is "till" ? "until" : tokens[at].Lower };
        at++;
        return phrase;
    }

    /// <summary>"until when it is valid", "from when until when we are there".</summary>
    public static bool AsksBound(List<Token> tokens, int at) => at + 1 < tokens.Count && tokens[at].Lower is "from" or "to" or "until" or "till" or "since" && tokens[at + 1].Lower is "when";

    private NounPhrase BoundWhen(ref int at)
    {
        var bound = tokens[at].Lower is "till" ? "until" : tokens[at].Lower;
        var next = at + 2;
        var valid = AsksBound(tokens, next) ? null : phrases.Read(ref next) is not null && verbs.Read(ref next, finite: true) is { Verb: "be" } && next < tokens.Count && tokens[next].Class == WordClass.None && tokens[next].Kind == TokenKind.Word ? Word(next) : null;
        var phrase = new NounPhrase(at, at + 2) { Name = valid is null ? bound : $"{valid} {bound}" };
        at = AsksBound(tokens, at + 2) ? at + 2 : AfterClause(at + 2);
        return phrase;
    }

    private NounPhrase? Which(ref int at)
    {
        var next = at + 1;
        if (Word(at) is "what" && Asked(ref at) is { } done)
        {
            return done;
        }

        var among = Word(next) is "of" && next + 1 < tokens.Count && tokens[next + 1].Is(WordClass.Definite | WordClass.Possessive);
        next += among ? 1 : 0;
        if (phrases.Read(ref next) is not { IsPronoun: false } phrase)
        {
            return null;
        }

        if (phrase.Name.LastIndexOf(' ') is var cut and > 0 && (Verbs.Known(tokens[next - 1].Lower).Form & VerbForm.Third) != 0 && !verbs.StartsAt(next))
        {
            phrase = phrase with { Name = phrase.Name[..cut], Plural = PhraseReader.IsPlural(phrase.Name[..cut]), End = next - 1 }; // "which hall gets booked"
        }

        at = AfterClause(next);
        return among ? phrase with { Determiner = Determiner.Indefinite, Plural = false, Count = null, Name = Language.Nouns.Singular(phrase.Name) } : phrase with { Determiner = Determiner.Indefinite, Tail = phrase.Tail ?? Beside(next, at) }; // "which of our porters carried it"
    }

    /// <summary>"which tools he took to the site", "which lots in what share": what else the question speaks of.</summary>
    private PrepositionalPhrase? Beside(int from, int end)
    {
        var nouns = new List<NounPhrase>();
        var said = "of";
        for (var next = from; next < end;)
        {
            var before = next;
            if (tokens[next].Is(WordClass.To) && verbs.StartsAt(next + 1))
            {
                next += 2; // "have promised to come to which"
                continue;
            }

            if (tokens[next].Is(WordClass.Preposition) && next + 1 < end)
            {
                said = nouns.Count == 0 ? Word(next) : said;
                next += Word(next + 1) is "which" or "what" ? 2 : 1;
            }
            else if (verbs.StartsAt(next) && verbs.Read(ref next, finite: true) is not null)
            {
                continue;
            }

            if (next < end && phrases.Read(ref next) is { IsPronoun: false } noun && next <= end)
            {
                nouns.Add(noun);
            }

            next = next == before ? next + 1 : next;
        }

        return nouns.Count > 0 ? new(said, nouns) : null;
    }

    /// <summary>"what we charged", "what was done": the participle names it.</summary>
    private NounPhrase? Asked(ref int at)
    {
        var next = at + 1;
        var said = phrases.Read(ref next) is { IsPronoun: true, Name: "i" or "we" or "it" or "they" or "he" or "she" };
        next = said ? next : at + 1;
        if (verbs.Read(ref next, finite: true) is not { Negated: false, Verb: not "be" and not "have" } verb || !(said || verb.Passive) || (Verbs.Read(tokens[next - 1].Lower).Form & (VerbForm.Past | VerbForm.Participle)) == 0)
        {
            return null;
        }

        var phrase = new NounPhrase(at, next) { Name = verb.Verb is "do" ? "work done" : VerbWords.Irregular.TryGetValue(verb.Verb, out var forms) ? forms.Participle : Word(next - 1), Determiner = Determiner.Other };
        at = AfterClause(next);
        return phrase;
    }

    /// <summary>Behind the rest of the question's own clause: up to a comma or "and".</summary>
    private int AfterClause(int at)
    {
        while (at < tokens.Count && (tokens[at].Kind != TokenKind.Mark || tokens[at].IsMark('(')) && !(tokens[at].Is(WordClass.Conjunction) && tokens[at].Lower is "and" or "or"))
        {
            at = tokens[at].IsMark('(') && phrases.Bracket(at) is var (_, end) ? end : at + 1;
        }

        return at;
    }
}
