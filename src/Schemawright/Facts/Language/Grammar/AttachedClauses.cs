namespace Schemawright.Facts.Language.Grammar;

/// <summary>Reads the clauses that hang on a noun: "which has …", "identified by …", "whose name …", "in which it takes place", "waiting for …".</summary>
internal sealed class AttachedClauses(List<Token> tokens, VerbReader verbs, PhraseReader phrases, ComplementReader complements, ListReader lists, TailReader tails)
{
    public ListReader Lists { get; } = lists;

    private Token? Peek(int at) => at < tokens.Count ? tokens[at] : null;

    private string Word(int at) => at < tokens.Count ? tokens[at].Lower : "";

    private (List<NounPhrase> Objects, List<PrepositionalPhrase> Phrases) Complements(ref int at, List<Clause> found, VerbGroup verb, bool brief = false) =>
        complements.Read(ref at, found, verb, brief);

    private PrepositionalPhrase? Prepositional(ref int at, List<Clause> found, bool subject, bool fronted = false) => complements.Prepositional(ref at, found, subject, fronted);

    /// <summary>"people working for the company have …", "those attending a course": what the noun does, when more follows.</summary>
    public NounPhrase? Doing(NounPhrase item, ref int at, List<Clause> clauses, int depth)
    {
        var next = at + 1;
        if (depth > 3 || at >= tokens.Count || next >= tokens.Count || Verbs.Read(tokens[at].Lower) is not { Form: VerbForm.Ing } reading || Ignored.Contains(tokens[at].Lower)
            || !(tokens[next].Is(WordClass.Preposition | WordClass.Article | WordClass.Definite | WordClass.Possessive | WordClass.Each | WordClass.One) || Word(next) is "part"))
        {
            return null;
        }

        next += Word(next) is "part" ? 1 : 0;
        var inner = new List<Clause>();
        var (objects, parts) = Complements(ref next, inner, new(reading.Base), brief: true);
        if (objects.Count + parts.Count == 0)
        {
            return null;
        }

        clauses.Add(new(ClauseKind.Attached, [item], new(reading.Base is "take" && objects.Count == 0 ? "participate" : reading.Base), objects, parts) { Range = (at, next) });
        clauses.AddRange(inner);
        at = next;
        return item;
    }

    /// <summary>These list what is held or are read as prepositions.</summary>
    private static readonly HashSet<string> Ignored = new(StringComparer.Ordinal) { "including", "having", "containing", "consisting", "comprising", "giving", "stating", "showing", "specifying", "listing", "noting", "recording", "naming", "concerning", "regarding", "using", "excluding", "according", "during", "being", "beginning", "starting", "ending" };

    /// <summary>A relative clause whose subject is the noun: "which has …", "each of which is …".</summary>
    public bool Attached(NounPhrase item, int start, ref int at, List<Clause> clauses, int depth, bool each)
    {
        var next = start;
        if (depth > 3 || verbs.Read(ref next, finite: true) is not { } verb)
        {
            return false;
        }

        var listing = (verb.Verb is "come" or "sign" or "register" or "enrol" or "enroll" && Word(next) is "with") || verb.Passive || verb.Verb is "have" or "contain" or "include" or "carry" or "hold" or "comprise" or "consist" or "show" or "state";
        var (objects, parts) = Complements(ref next, clauses, verb, brief: !listing);
        verb = verb with { Once = tokens[next - 1].Lower is "once" };
        clauses.Add(new(ClauseKind.Attached, [item], verb, objects, parts) { OfEach = each, Range = (start, next) });
        at = verb.Verb is "be" || (item.Plural && !each) ? next : Second(item, next, clauses);
        return true;
    }

    /// <summary>"which is printed on the card and belongs to it": the relative clause has a second verb.</summary>
    private int Second(NounPhrase item, int at, List<Clause> clauses)
    {
        var more = at + 1;
        if (Word(at) is not "and" || Peek(more) is not { } third || third.Is(WordClass.Be | WordClass.Have | WordClass.Modal) || (Verbs.Known(third.Lower).Form & VerbForm.Third) == 0 || verbs.Read(ref more, finite: true) is not { } second)
        {
            return at;
        }

        var (objects, parts) = Complements(ref more, clauses, second, brief: true);
        clauses.Add(new(ClauseKind.Attached, [item], second, objects, parts) { Range = (at, more), OfEach = item.Plural });
        return more;
    }

    /// <summary>"identified by …", "stored with name and telephone".</summary>
    public bool Participial(NounPhrase item, string verb, int start, ref int at, List<Clause> clauses, int depth)
    {
        var next = start;
        if (depth > 3)
        {
            return false;
        }

        var group = new VerbGroup(verb, Passive: true);
        var parts = new List<PrepositionalPhrase>();
        while (next < tokens.Count && (tokens[next].Is(WordClass.Preposition) || Word(next) is "to") && Prepositional(ref next, clauses, subject: false, fronted: tails.Fronting) is { } phrase)
        {
            parts.Add(phrase);
        }

        if (parts.Count == 0)
        {
            return false;
        }

        clauses.Add(new(ClauseKind.Attached, [item], group, [], parts) { Range = (start, next) });
        at = next;
        return true;
    }

    /// <summary>"whose name and address are kept".</summary>
    public bool Whose(NounPhrase item, int start, ref int at, List<Clause> clauses, int depth)
    {
        var next = start;
        var held = Lists.Read(ref next, subject: true, clauses, depth + 1);
        if (held.Count == 0)
        {
            return false;
        }

        if (held.FindIndex(1, item => item.Determiner == Determiner.Each) is var other and > 0)
        {
            next = held[other - 1].End; // "whose order is fixed, and every part …"
            held.RemoveRange(other, held.Count - other);
        }

        var after = next;
        if (verbs.Read(ref after, finite: true) is { } verb)
        {
            next = after;
            Complements(ref next, clauses, verb);
        }

        clauses.Add(new(ClauseKind.Attached, [item], new("have"), held, []) { Range = (start, next) });
        at = next;
        return true;
    }

    /// <summary>"the date on which it was issued": a clause that only tells which one is meant; its participle may be part of the name.</summary>
    public NounPhrase? Swallowed(NounPhrase item, int start, ref int at, List<Clause> clauses, int depth, string preposition, bool names)
    {
        var next = start;
        if (depth > 3)
        {
            return null;
        }

        var inner = new List<Clause>();
        var subjects = Lists.Read(ref next, subject: true, inner, depth + 1);
        var verbAt = next;
        if (verbs.Read(ref next, finite: subjects.Count > 0) is not { } verb)
        {
            return null;
        }

        var last = tokens[next - 1].Lower;
        var kept = preposition is "for" or "of" && verb.Verb is "keep" or "store" or "record" or "note" or "know" or "need" or "hold" && subjects is [{ IsPronoun: true }]; // "for whom we keep a name, a phone and an address"
        var (objects, parts) = Complements(ref next, inner, verb, brief: !kept);
        var ends = next < tokens.Count && tokens[next].Is(WordClass.Preposition) && (next + 1 == tokens.Count || tokens[next + 1].Kind == TokenKind.Mark || tokens[next + 1].Is(WordClass.Conjunction));
        last = ends && Word(next) is "in" or "out" or "off" or "back" ? $"{last} {Word(next)}" : last;
        next += ends ? 1 : 0;
        clauses.Add(new(ClauseKind.Attached, subjects, verb, objects, [.. parts, new(preposition.Length == 0 || preposition is "when" or "where" ? "on" : preposition, [item])]) { Range = (verbAt, next) });
        clauses.AddRange(inner);
        at = next;
        if (at < tokens.Count && tokens[at].IsMark('(') && phrases.Bracket(at) is var (remark, end))
        {
            at = end;
            item = item with { Remark = item.Remark ?? remark };
        }

        var joins = names && (verb.Passive || ((Verbs.Read(last.Split(' ')[0]).Form & VerbForm.Past) != 0 && subjects is [{ Name: "it" or "they" or "he" or "she" or "IT" }])) && verb.Verb is not "be";
        return joins ? item with { Done = last } : item;
    }
}
