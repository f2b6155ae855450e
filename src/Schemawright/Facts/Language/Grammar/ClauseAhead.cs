namespace Schemawright.Facts.Language.Grammar;

/// <summary>Looks whether the words behind a comma or an "and" begin a clause of their own: "…, and its weight and colour are known".</summary>
internal sealed class ClauseAhead(List<Token> tokens, PhraseReader phrases, VerbReader verbs)
{
    private const int MostSubjects = 4;

    /// <param name="at">The first token behind the separator.</param>
    public bool ClauseFollows(int at) => at < tokens.Count && (StartsWithPronoun(at) || (IsApart(at) && SubjectsAndVerb(at)));

    /// <summary>"and we note …", "and it is …": a pronoun that is only ever a subject, or any with its verb.</summary>
    private bool StartsWithPronoun(int at)
    {
        var next = at + 1;
        while (next < tokens.Count && tokens[next].Is(WordClass.Adverb | WordClass.Negation))
        {
            next++;
        }

        return tokens[at].Lower is "i" or "we" or "they" or "he" or "she" or "it" or "there" && next < tokens.Count && (verbs.StartsAt(next) || (Verbs.Known(tokens[next].Lower).Form & (VerbForm.Base | VerbForm.Third)) != 0);
    }

    /// <summary>A comma with its conjunction sets clauses apart; a comma or an "and" alone goes on with the list.</summary>
    private bool IsApart(int at) => at > 1 && tokens[at - 1].Is(WordClass.Conjunction) && tokens[at - 2].IsMark(',');

    private bool SubjectsAndVerb(int at)
    {
        for (var count = 0; count < MostSubjects && at < tokens.Count; count++)
        {
            if (phrases.Read(ref at) is null)
            {
                return false;
            }

            at = AfterPhrases(at);
            if (RelativeAndRecorded(at))
            {
                return true;
            }

            if (IsVerb(at))
            {
                return true;
            }

            var separator = at;
            at += at < tokens.Count && tokens[at].IsMark(',') ? 1 : 0;
            at += at < tokens.Count && tokens[at].Is(WordClass.Conjunction) ? 1 : 0;
            if (at == separator)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>"the day on which a pupil passed the course is entered": behind the relative clause, the verb.</summary>
    private bool RelativeAndRecorded(int at)
    {
        if (at + 1 >= tokens.Count || !(tokens[at].Is(WordClass.Preposition) && tokens[at + 1].Lower is "which" or "whom"))
        {
            return false;
        }

        var told = false;
        for (at += 2; at + 1 < tokens.Count && tokens[at].Kind == TokenKind.Word; at++)
        {
            if (told && tokens[at].Is(WordClass.Be | WordClass.Modal) && at + 1 < tokens.Count && (tokens[at].Is(WordClass.Modal) || Verbs.Read(tokens[at + 1].Lower).Base is "record" or "store" or "keep" or "note" or "enter" or "know" or "log" or "save" or "register" or "need" or "document" or "write"))
            {
                return true;
            }

            told |= tokens[at].Is(WordClass.Be | WordClass.Have) || (Verbs.Known(tokens[at].Lower).Form & (VerbForm.Past | VerbForm.Third)) != 0;
        }

        return false;
    }

    private int AfterPhrases(int at)
    {
        for (var steps = 0; steps < 3 && at < tokens.Count && tokens[at].Is(WordClass.Preposition); steps++)
        {
            var next = at + 1;
            if (phrases.Read(ref next) is null)
            {
                break;
            }

            at = next;
        }

        return at;
    }

    private bool IsVerb(int at) =>
        at < tokens.Count && (tokens[at].Is(WordClass.Be | WordClass.Have | WordClass.Modal | WordClass.Do) || (tokens[at].Kind == TokenKind.Word && (Verbs.Known(tokens[at].Lower) is var reading && (reading.Form & (VerbForm.Base | VerbForm.Third)) != 0 && (!reading.IsNoun || StartsAfresh(at, reading)))));

    /// <summary>"and every street starts again at 1": one thing and a verb in -s with an adverb or a preposition behind it.</summary>
    private bool StartsAfresh(int at, VerbReading reading) =>
        (reading.Form & VerbForm.Third) != 0 && at > 1 && tokens[at - 2].Is(WordClass.Each) && at + 1 < tokens.Count && tokens[at + 1].Is(WordClass.Adverb | WordClass.Preposition);
}
