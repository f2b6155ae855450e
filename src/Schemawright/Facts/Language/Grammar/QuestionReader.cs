namespace Schemawright.Facts.Language.Grammar;

/// <summary>Reads what is asked for as the thing it asks for: "how many pieces", "whether a bed is adjustable", "when it arrived", "which product".</summary>
internal sealed class QuestionReader(List<Token> tokens, PhraseReader phrases, VerbReader verbs)
{
    public NounPhrase? Read(ref int at) => Word(at) switch
    {
        "how" => HowMany(ref at),
        "whether" => Whether(ref at),
        "when" => When(ref at),
        "which" or "what" => Which(ref at),
        "who" when at + 1 < tokens.Count && !tokens[at + 1].Is(WordClass.Be | WordClass.Have) => Who(ref at),
        _ => null,
    };

    private string Word(int at) => at < tokens.Count ? tokens[at].Lower : "";

    private NounPhrase? HowMany(ref int at)
    {
        if (Word(at + 1) is not ("many" or "much" or "long"))
        {
            return null;
        }

        var next = at + 2;
        var counted = Word(at + 1) is "many" ? phrases.Read(ref next) : null;
        var name = Word(at + 1) switch { "many" => counted is null ? "number" : $"number of {counted.Name}", "long" => "duration", _ => "amount" };
        var phrase = new NounPhrase(at, next) { Name = name };
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
        var name = there ? noun is null ? null : $"has {noun.Name}"
            : verb.Passive ? subject is { IsPronoun: false, Determiner: not Determiner.Indefinite and not Determiner.Each } ? $"{subject.Name} {said}" : $"is {said}"
            : verb.Verb is "be" ? noun is null ? null : $"is {noun.Name}"
            : noun is null ? $"is {said}" : verb.Verb is "have" ? $"has {noun.Name}" : noun.Name;
        if (name is null)
        {
            return null;
        }

        at = AfterClause(noun is null ? next : rest);
        return new NounPhrase(at - 1, at) { Name = name, Determiner = Determiner.Other, Of = subject is { SpeaksOfEach: true, IsPronoun: false } ? subject : null };
    }

    /// <summary>"when it arrived", "when that was".</summary>
    private NounPhrase? When(ref int at)
    {
        var next = at + 1;
        if (phrases.Read(ref next) is null)
        {
            return null;
        }

        if (verbs.Read(ref next, finite: true) is not { } verb)
        {
            return null;
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
        while (next < tokens.Count && next < at + 5 && (Verbs.Known(tokens[next].Lower).Form & (VerbForm.Past | VerbForm.Third)) == 0)
        {
            next++;
        }

        if (next >= tokens.Count || next >= at + 5)
        {
            return null;
        }

        var said = Verbs.Known(tokens[next].Lower);
        var phrase = new NounPhrase(at, next) { Name = $"{((said.Form & VerbForm.Past) != 0 ? tokens[next].Lower : said.Base)} by", Determiner = Determiner.Other };
        at = AfterClause(next);
        return phrase;
    }

    private NounPhrase? Which(ref int at)
    {
        var next = at + 1;
        if (phrases.Read(ref next) is not { IsPronoun: false } phrase)
        {
            return null;
        }

        at = AfterClause(next);
        return phrase with { Determiner = Determiner.Indefinite };
    }

    /// <summary>Behind the rest of the question's own clause: up to a comma or "and".</summary>
    private int AfterClause(int at)
    {
        while (at < tokens.Count && tokens[at].Kind != TokenKind.Mark && !(tokens[at].Is(WordClass.Conjunction) && tokens[at].Lower is "and" or "or"))
        {
            at++;
        }

        return at;
    }
}
