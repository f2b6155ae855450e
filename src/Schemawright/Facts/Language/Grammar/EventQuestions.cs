namespace Schemawright.Facts.Language.Grammar;

/// <summary>
/// Reads questions that ask for what happened between two things: "in which hall a machine was installed, with the date", "which bus
/// stood in which garage from when until when". They tell of it, and list what is recorded of it.
/// </summary>
internal sealed class EventQuestions(IReadOnlyList<Token> tokens, PhraseReader phrases, VerbReader verbs, ListReader lists)
{
    /// <summary>The clause that tells what happened and the one that lists what is recorded; null when the words ask for something else.</summary>
    public IReadOnlyList<Clause>? Read(ref int at)
    {
        var start = at;
        var next = at;
        if (Word(at) is "who" && Doer(ref at) is { } done)
        {
            return done;
        }

        var preposition = tokens[next].Is(WordClass.Preposition) && Word(next + 1) is "which" or "what" ? Word(next++) : null;
        if (Word(next) is not ("which" or "what"))
        {
            return null;
        }

        next++;
        if (phrases.Read(ref next) is not { IsPronoun: false } asked)
        {
            return null;
        }

        var severalAsked = asked.Plural || preposition is null;
        var told = preposition is null ? Both(asked, start, ref next) : Placed(asked, preposition, start, ref next);
        if (told is null)
        {
            return null;
        }

        var middle = next;
        var items = Recorded(ref next);
        at = next;
        return items.Count == 0 ? [told with { AsksBoth = severalAsked && (next >= tokens.Count || tokens[next].Kind == TokenKind.Mark) }] : [told, new(ClauseKind.Main, items, new("record", Passive: true), [], []) { Range = (middle, next) }];
    }

    /// <summary>"who ran which hut in which year", "who drove which van".</summary>
    private IReadOnlyList<Clause>? Doer(ref int at)
    {
        var next = at + 1;
        if (verbs.Read(ref next, finite: true) is not { Passive: false } verb)
        {
            return null;
        }

        var preposition = next < tokens.Count && tokens[next].Is(WordClass.Preposition) && Word(next + 1) is "which" ? Word(next++) : null;
        if (Word(next) is not ("which" or "what"))
        {
            return null;
        }

        next++;
        if (phrases.Read(ref next) is not { IsPronoun: false } asked)
        {
            return null;
        }

        var who = new NounPhrase(at, at + 1) { Name = "who", IsPronoun = true };
        var told = new Clause(ClauseKind.Condition, [who], verb, preposition is null ? [Any(asked)] : [], preposition is null ? [] : [new(preposition, [Any(asked)])]) { Range = (at, next) };
        var items = new List<NounPhrase>();
        var middle = next;
        for (var steps = 0; steps < 3 && next < tokens.Count; steps++)
        {
            var more = Which(Word(next) is "and" ? next + 1 : next) + 1;
            if (more > 1 && phrases.Read(ref more) is { IsPronoun: false } item)
            {
                items.Add(item with { Determiner = Determiner.Definite });
                next = more;
            }
        }

        at = next;
        return items.Count == 0 ? [told with { AsksBoth = true }] : [told, new(ClauseKind.Main, items, new("record", Passive: true), [], []) { Range = (middle, next) }];
    }

    private string Word(int at) => at < tokens.Count ? tokens[at].Lower : "";

    /// <summary>"in which hall a machine was installed".</summary>
    private Clause? Placed(NounPhrase asked, string preposition, int start, ref int next) =>
        phrases.Read(ref next) is { IsPronoun: false } subject && verbs.Read(ref next, finite: true) is { } verb
            ? new(ClauseKind.Condition, [Any(subject)], verb, [], [new(preposition, [Any(asked)])]) { Range = (start, next) } : null;

    /// <summary>"which bus stood in which garage", "which papers support which claim".</summary>
    private Clause? Both(NounPhrase asked, int start, ref int next)
    {
        if (asked.End - asked.First > 1 && Word(next + 1) is "which" or "what" && (Verbs.Known(Word(asked.End - 1)).Form & VerbForm.Third) != 0)
        {
            (asked, next) = (WithoutLast(asked), asked.End - 1); // "which ship lies at which berth"
        }

        if (verbs.Read(ref next, finite: true) is not { } verb)
        {
            return null;
        }

        var preposition = next < tokens.Count && tokens[next].Is(WordClass.Preposition) ? Word(next++) : null;
        var asks = Word(next) is "which" or "what";
        if (!asks && !(preposition is not null && next < tokens.Count && tokens[next].Is(WordClass.Article | WordClass.Each)))
        {
            return null;
        }

        next += asks ? 1 : 0;
        if (phrases.Read(ref next) is not { IsPronoun: false } other)
        {
            return null;
        }

        if (other.End - other.First > 1 && tokens[other.End - 1].Lower is "changes" or "varies" or "differs" or "alternates")
        {
            (other, next) = (WithoutLast(other), other.End - 1); // "which ship lies at which berth changes"
        }

        return new(ClauseKind.Condition, [Any(asked)], verb, preposition is null ? [Any(other)] : [], preposition is null ? [] : [new(preposition, [Any(other)])]) { Range = (start, next) };
    }

    /// <summary>Where "which" stands, right here or behind a preposition; zero when it does not.</summary>
    private int Which(int at) => Word(at) is "which" or "what" ? at : at < tokens.Count && tokens[at].Is(WordClass.Preposition) && Word(at + 1) is "which" or "what" ? at + 1 : 0;

    private static NounPhrase WithoutLast(NounPhrase phrase) => phrase with { End = phrase.End - 1, Name = phrase.Name[..Math.Max(0, phrase.Name.LastIndexOf(' '))] };

    private static NounPhrase Any(NounPhrase phrase) => phrase with { Determiner = Determiner.Indefinite, Plural = false, Count = null };

    /// <summary>"from when until when", "since when", ", with the date and the price", "is to be noted with the page".</summary>
    private List<NounPhrase> Recorded(ref int next)
    {
        var items = new List<NounPhrase>();
        for (var steps = 0; steps < 3 && Word(next) is "from" or "until" or "since" or "till" or "to" && Word(next + 1) is "when"; steps++)
        {
            items.Add(new(next, next + 2) { Name = Word(next) is "until" or "till" or "to" ? "until" : Word(next) });
            next += 2;
        }

        while (Word(next) is "and" or "," && next + 3 < tokens.Count && Which(Word(next + 1) is "and" ? next + 2 : next + 1) is var which and > 0 && which + 1 is var name && phrases.Read(ref name) is { IsPronoun: false } more)
        {
            items.Add(more with { Determiner = Determiner.Definite }); // "… and from which batch"
            next = name;
        }

        var rest = next;
        var noted = verbs.StartsAt(next) && verbs.Read(ref rest, finite: true) is not null;
        var with = next < tokens.Count && tokens[next].IsMark(',') ? next + 1 : noted ? rest : next;
        if (items.Count == 0 && Word(with) is "with")
        {
            next = with + 1;
            items.AddRange(lists.Read(ref next, subject: false, [], 1));
        }

        return items;
    }
}
