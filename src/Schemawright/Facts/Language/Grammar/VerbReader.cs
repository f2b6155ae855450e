namespace Schemawright.Facts.Language.Grammar;

/// <summary>Reads a verb with its helpers: "shall be able to book", "has been assigned", "does not need to keep track of".</summary>
internal sealed class VerbReader(List<Token> tokens)
{
    /// <summary>Verbs and adjectives that only say that somebody wants or may do what the next verb says.</summary>
    private static readonly HashSet<string> Leading = new(StringComparer.Ordinal)
    { "need", "want", "wish", "like", "plan", "intend", "try", "have", "require", "allow", "suppose", "expect", "enable", "help", "use", "able", "possible", "necessary", "important", "ready", "free", "permit", "decide", "go", "ask" };

    private static readonly HashSet<string> Particles = new(StringComparer.Ordinal) { "down", "up", "out", "off", "back", "away", "together", "over", "track", "note", "care" };

    /// <summary>True when a verb group begins at the token, after adverbs.</summary>
    public bool StartsAt(int at) => Read(ref at, finite: true) is not null;

    /// <param name="finite">The verb agrees with a subject, so participles and -ing forms alone are none.</param>
    public VerbGroup? Read(ref int at, bool finite)
    {
        var group = new VerbGroup("");
        var next = SkipAdverbs(at);
        next = next < tokens.Count && tokens[next].Lower is "never" ? SkipNegation(next, ref group) : next;
        for (var steps = 0; steps < 8 && next < tokens.Count; steps++)
        {
            var token = tokens[next];
            if (token.Is(WordClass.Modal) || (token.Is(WordClass.Do) && FollowsVerb(next + 1)))
            {
                group = group with { Mood = Of(token, group.Mood), Negated = group.Negated || token.Lower is "cannot" };
                finite = false;
                next = SkipNegation(next + 1, ref group);
                continue;
            }

            if (token.Is(WordClass.Be) || token.Is(WordClass.Have))
            {
                var done = Auxiliary(ref next, ref group);
                if (done is not null)
                {
                    return Finished(done, next, ref at);
                }

                finite = false;
                continue;
            }

            return Main(next, finite, group) is var (end, found) && found is not null ? Finished(found, end, ref at) : null;
        }

        return null;
    }

    private VerbGroup Finished(VerbGroup group, int next, ref int at)
    {
        if (next < tokens.Count && tokens[next].Is(WordClass.To) && (Leading.Contains(group.Verb) || (group.Passive && Leading.Contains(group.Verb))))
        {
            var inner = next + 1;
            if (Read(ref inner, finite: false) is { } done)
            {
                at = inner;
                return done with { Wanted = group.Verb is "need" or "want" or "wish" or "like" or "require" or "able" or "allow" or "enable" or "permit" or "possible" or "necessary" or "important", Mood = group.Mood == Mood.Plain ? done.Mood : group.Mood, Negated = done.Negated || group.Negated };
            }
        }

        if (group.Verb is "take" && next < tokens.Count && tokens[next].Lower is "part" or "place")
        {
            at = next + 1;
            return tokens[next].Lower is "part" ? group with { Verb = "participate" } : group with { Verb = "hold", Passive = true };
        }

        if (group is { Verb: "dispose", Passive: false } && next < tokens.Count && tokens[next].Lower is "of")
        {
            at = next + 1;
            return group with { Verb = "have" };
        }

        at = AfterParticle(next, group.Verb);
        return group.Verb is "carry" && at > next && tokens[next].Lower is "out" ? group with { Verb = "conduct" } : group;
    }

    private int AfterParticle(int next, string verb)
    {
        if (next < tokens.Count && ((verb is "look" && tokens[next].Lower is "after") || (verb is "take" && tokens[next].Lower is "place" or "part" && !(next + 1 < tokens.Count && tokens[next + 1].Lower is "number" or "name"))))
        {
            return next + 1;
        }

        if (verb is "fill" && next < tokens.Count && tokens[next].Lower is "in")
        {
            return next + 1;
        }

        if (next >= tokens.Count || !Particles.Contains(tokens[next].Lower) || Quantifiers.At(tokens, next) is { Length: > 1 })
        {
            return next;
        }

        var noun = tokens[next].Lower is "track" or "note" or "care";
        return noun ? (next + 1 < tokens.Count && tokens[next + 1].Lower is "of" && verb is "keep" or "take" or "make" ? next + 2 : next) : next + 1;
    }

    /// <summary>Be and have as helpers; a group when they are the verb themselves.</summary>
    private VerbGroup? Auxiliary(ref int next, ref VerbGroup group)
    {
        var isBe = tokens[next].Is(WordClass.Be);
        next += isBe && next + 2 < tokens.Count && tokens[next + 1].Lower is "or" or "and" && tokens[next + 2].Is(WordClass.Be) ? 2 : 0; // "is or was"
        var after = SkipNegation(next + 1, ref group);
        if (after < tokens.Count && (tokens[after].Is(WordClass.Be) || (isBe && tokens[after].Is(WordClass.Have) && tokens[after].Lower is "having")))
        {
            next = after;
            return null;
        }

        var got = !isBe && HasGot(after);
        if (!got && after < tokens.Count && tokens[after].Kind == TokenKind.Word && !tokens[after].Is(WordClass.Opening & ~WordClass.Empty))
        {
            var reading = Verbs.Read(tokens[after].Lower);
            if ((reading.Form & VerbForm.Participle) != 0 && (isBe || !IsAttributive(after)))
            {
                next = after + 1;
                return group with { Verb = reading.Base, Passive = isBe };
            }

            if (isBe && (reading.Form & VerbForm.Ing) != 0)
            {
                next = after + 1;
                return group with { Verb = reading.Base };
            }

            if (isBe && Leading.Contains(tokens[after].Lower) && after + 1 < tokens.Count && tokens[after + 1].Is(WordClass.To))
            {
                next = after + 1;
                return group with { Verb = tokens[after].Lower };
            }
        }

        if (isBe && ToBeDone(after, group) is var (end, told))
        {
            next = end;
            return told;
        }

        next = isBe ? after : got ? after + 1 : next + 1;
        return group with { Verb = isBe ? "be" : "have" };
    }

    /// <summary>"they've got a name".</summary>
    private bool HasGot(int at) => at < tokens.Count && tokens[at].Lower is "got" && !(at + 1 < tokens.Count && tokens[at + 1].Is(WordClass.To));

    /// <summary>"are to be recorded", "is to list": what is demanded.</summary>
    private (int End, VerbGroup Group)? ToBeDone(int at, VerbGroup group)
    {
        var next = at + 1;
        return at < tokens.Count && tokens[at].Is(WordClass.To) && Read(ref next, finite: false) is { } done
            ? (next, done with { Mood = Mood.Demanded, Negated = done.Negated || group.Negated, Wanted = !done.Passive }) : null;
    }

    /// <summary>"has registered users" has users; "has registered for" registered.</summary>
    private bool IsAttributive(int at) =>
        at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Word && !tokens[at + 1].Is(WordClass.Border | WordClass.Opening | WordClass.Adverb);

    private (int End, VerbGroup? Group) Main(int at, bool finite, VerbGroup group)
    {
        var reading = Verbs.Known(tokens[at].Lower);
        if (reading.Form == VerbForm.None && !finite && tokens[at].Kind == TokenKind.Word)
        {
            reading = Verbs.Read(tokens[at].Lower);
        }

        if (reading.Form == VerbForm.None && tokens[at].Is(WordClass.Verb))
        {
            return (at + 1, group with { Verb = VerbMarks.Base(tokens[at].Lower) });
        }

        if (reading.Form == VerbForm.None && finite && at > 0 && (FiniteVerbs.MayBe(tokens, at, PhraseReader.IsPlural(tokens[at - 1].Lower)) || FiniteVerbs.FollowsPronoun(tokens, at)))
        {
            return (at + 1, group with { Verb = Nouns.Singular(tokens[at].Lower) });
        }

        if (reading.Form == VerbForm.None && !finite && group.Mood != Mood.Plain && tokens[at].Kind == TokenKind.Word && tokens[at].Class == WordClass.None)
        {
            return (at + 1, group with { Verb = tokens[at].Lower }); // "may amend": whatever follows a modal is a verb
        }

        if (reading.Form == VerbForm.None && group.Mood != Mood.Plain && tokens[at].Kind == TokenKind.Word && tokens[at].Class == WordClass.None && tokens[at - 1].Is(WordClass.Modal | WordClass.Negation | WordClass.Adverb))
        {
            return (at + 1, group with { Verb = tokens[at].Lower });
        }

        if (reading.Form == VerbForm.None && finite && at > 0 && tokens[at - 1].Kind == TokenKind.Word && !tokens[at - 1].Is(WordClass.Border) && FiniteVerbs.MayBeThird(tokens, at))
        {
            return (at + 1, group with { Verb = tokens[at].Lower[..^1] });
        }

        var allowed = finite ? VerbForm.Base | VerbForm.Third | VerbForm.Past : VerbForm.Base | VerbForm.Third | VerbForm.Past | VerbForm.Participle | VerbForm.Ing;
        var isOpen = tokens[at].Is(WordClass.Border) && reading.Form == VerbForm.None;
        return isOpen || (reading.Form & allowed) == 0 ? (at, null) : (at + 1, group with { Verb = reading.Base, OfSeveral = group.Mood == Mood.Plain && (reading.Form & (VerbForm.Base | VerbForm.Third)) == VerbForm.Base });
    }

    private bool FollowsVerb(int at)
    {
        at = SkipAdverbs(at);
        return at < tokens.Count && (tokens[at].Is(WordClass.Negation) || (Verbs.Known(tokens[at].Lower).Form & VerbForm.Base) != 0);
    }

    private static Mood Of(Token token, Mood before) => token.Lower switch
    {
        "can" or "could" or "may" or "might" or "cannot" => Mood.Possible,
        "must" or "shall" or "should" or "will" => Mood.Demanded,
        _ => before,
    };

    private int SkipNegation(int at, ref VerbGroup group)
    {
        for (at = SkipAdverbs(at); at < tokens.Count && tokens[at].Is(WordClass.Negation) && tokens[at].Lower is "not" or "never"; at = SkipAdverbs(at + 1))
        {
            group = group with { Negated = true };
        }

        return at;
    }

    private int SkipAdverbs(int at)
    {
        while (at < tokens.Count && tokens[at].Kind == TokenKind.Word && (tokens[at].Is(WordClass.Adverb) || IsManner(tokens[at].Lower) || (tokens[at].Lower is "last" or "first" && at + 1 < tokens.Count && at > 0 && tokens[at - 1].Is(WordClass.Be | WordClass.Have) && (Verbs.Read(tokens[at + 1].Lower).Form & VerbForm.Participle) != 0) || First.StandsAt(tokens, at) || (tokens[at].Lower is "either" && at > 0 && at + 1 < tokens.Count && tokens[at - 1].Is(WordClass.Be | WordClass.Have) && (tokens[at + 1].Is(WordClass.Be) || (Verbs.Read(tokens[at + 1].Lower).Form & VerbForm.Participle) != 0)) || tokens[at].Lower is "itself" or "themselves" || (tokens[at].Lower is "all" or "both" or "each" && at > 0 && tokens[at - 1].Is(WordClass.Pronoun))) && !tokens[at].Is(WordClass.Negation))
        {
            at++;
        }

        return at;
    }

    /// <summary>Adverbs in -ly; adjectives and nouns in -ly stand before nouns and are not met where verbs are.</summary>
    public static bool IsManner(string word) =>
        word.Length > 5 && word.EndsWith("ly", StringComparison.Ordinal) && word is not ("supply" or "monthly" or "weekly" or "yearly" or "hourly" or "daily" or "quarterly" or "family" or "assembly" or "reply" or "imply" or "apply" or "comply" or "multiply" or "anomaly");
}
