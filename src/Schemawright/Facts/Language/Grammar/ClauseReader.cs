namespace Schemawright.Facts.Language.Grammar;

/// <summary>Reads the clauses of a sentence: subject, verb, objects, phrases, and the clauses that hang on its nouns.</summary>
internal sealed class ClauseReader
{
    private const int LongestSentence = 300;
    private readonly List<Token> _tokens;
    private readonly VerbReader _verbs;
    private readonly PhraseReader _phrases;
    private readonly TailReader _tails;
    private readonly ComplementReader _complements;
    private readonly List<Clause> _clauses = [];

    private ClauseReader(List<Token> tokens, string text)
    {
        _tokens = tokens;
        _verbs = new VerbReader(tokens);
        _phrases = new PhraseReader(tokens, text);
        _tails = new TailReader(tokens, text, _phrases, _verbs);
        Lists = new ListReader(tokens, _phrases, _verbs, _tails);
        _complements = new ComplementReader(tokens, _verbs, _phrases, Lists);
        _tails.Clauses = new AttachedClauses(tokens, _verbs, _phrases, _complements, Lists, _tails);
    }

    internal ListReader Lists { get; }

    /// <summary>The clauses in the order of their words; a piece without a verb is a clause whose verb is empty.</summary>
    public static IReadOnlyList<Clause> Read(string sentence)
    {
        var tokens = Words(sentence);
        if (tokens.Count is 0 or > LongestSentence)
        {
            return [];
        }

        var reader = new ClauseReader(tokens, sentence);
        for (var at = 0; at < tokens.Count;)
        {
            var before = at;
            reader.Sentence(ref at);
            at = at == before ? at + 1 : at;
        }

        return [.. reader._clauses.OrderBy(clause => clause.Range.First).Select(clause => reader.MarkBefore(clause.Range.First) is var mark && mark == clause.Before ? clause : clause with { Before = mark })];
    }

    /// <summary>The words and marks that the places in clauses count.</summary>
    public static List<Token> Words(string sentence) => VerbMarks.Mark(FieldNames.Join(Tokens.Of(sentence)));

    private char MarkBefore(int at) => at > 0 && at <= _tokens.Count && _tokens[at - 1].Kind == TokenKind.Mark ? _tokens[at - 1].Text[0] : '\0';

    private Token? Peek(int at) => at < _tokens.Count ? _tokens[at] : null;

    private string Word(int at) => at < _tokens.Count ? _tokens[at].Lower : "";

    /// <summary>One clause with what stands before it; clauses that go on with its subject follow.</summary>
    private void Sentence(ref int at)
    {
        if (Word(at) is "which" && _complements.AsksWhatHappened(ref at, _clauses))
        {
            return;
        }

        var fronted = new List<PrepositionalPhrase>();
        var kind = Opens(ref at);
        var first = at;
        var found = new List<Clause>();
        Fronted(ref at, fronted, found);
        if (Enumerated(first, fronted, found, ref at) || Inverted(first, fronted, found, ref at))
        {
            return;
        }

        var elided = fronted.Count == 0 && Elision.Opens(_tokens, at);
        var subjects = elided || IsOrder(at) ? [] : Lists.Read(ref at, subject: true, found, 0);
        if (subjects is [{ Determiner: Determiner.Each or Determiner.Counted } time] && ComplementReader.IsTime(time.Name) && !_verbs.StartsAt(at) && Lists.Read(ref at, subject: true, found, 0) is { Count: > 0 } others)
        {
            subjects = others; // "every five years a sample is sown"
        }

        at = AfterException(at, subjects);
        Between(ref at, subjects, fronted, found);
        at = SkipComma(at);
        Rest(kind, first, ref at, subjects, fronted, found);
        _clauses.AddRange(elided ? found.Select(clause => clause.Range.First == first && clause.Kind == ClauseKind.Main ? clause with { Elided = true, Verb = Elision.IsParticiple(_tokens, first) ? clause.Verb with { Passive = true } : clause.Verb } : clause) : found);
    }

    /// <summary>": date, what was done, cost.", "for every visit the date and who came.": a list up to the full stop is one, whatever verbs its questions hold.</summary>
    private bool Enumerated(int first, List<PrepositionalPhrase> fronted, List<Clause> found, ref int at)
    {
        var next = at;
        var known = found.Count;
        var which = Word(at) is "which";
        var asks = first == at && which && !Word(_tokens.Count - 1).EndsWith('?') && _tokens.FindIndex(at + 1, token => token.Lower is "which" or "what" || token.IsMark('.')) is var again && (again < 0 || _tokens[again].IsMark('.'));
        var opens = asks || (fronted.Count > 0 ? fronted.Exists(phrase => phrase.Nouns[0].Determiner == Determiner.Each || (phrase.Preposition is "per" && which)) && !IsPronoun(at) : first > 0 && _tokens[first - 1].IsMark(':'));
        if (!opens || Lists.Read(ref next, subject: false, found, 0) is not { Count: > 0 } items || (asks ? items[0] is not { Asked: true, Plural: true } : items.Count < 2) || (next < _tokens.Count && !_tokens[next].IsMark('.') && !_tokens[next].IsMark(';') && !(asks && _tokens[next].IsMark(':'))))
        {
            found.RemoveRange(known, found.Count - known);
            return false;
        }

        _clauses.AddRange([.. found, new(ClauseKind.Main, [], new(""), items, fronted) { Range = (first, next) }]);
        at = next;
        return true;
    }

    private bool IsPronoun(int at) => Peek(at) is { } token && token.Is(WordClass.Pronoun);

    /// <summary>"In each row stands one tree": the verb before its subject.</summary>
    private bool Inverted(int first, List<PrepositionalPhrase> fronted, List<Clause> found, ref int at)
    {
        var next = at + 1;
        if (fronted.Count == 0 || Word(at) is not ("stand" or "stands" or "hang" or "hangs" or "lie" or "lies" or "sit" or "sits" or "live" or "lives" or "work" or "works" or "grow" or "grows" or "belong" or "belongs" or "sleep" or "sleeps" or "come" or "comes" or "go" or "goes" or "is" or "are" or "run" or "runs")
            || !(Peek(next) is { } opening && (opening.Is(WordClass.Article | WordClass.One | WordClass.Number | WordClass.Many) || PhraseReader.IsPlural(opening.Lower))) || Lists.Read(ref next, subject: false, found, 0) is not { Count: > 0 } subjects)
        {
            return false;
        }

        var verb = _verbs.Read(ref at, finite: true) ?? new VerbGroup("be");
        at = next;
        _clauses.AddRange([.. found, new(ClauseKind.Main, subjects, verb, [], fronted) { Range = (first, next) }]);
        return true;
    }

    /// <summary>"Keep the date of each": a verb without a subject.</summary>
    private bool IsOrder(int at) =>
        (Peek(at) is { } marked && marked.Is(WordClass.Verb)) || Peek(at) is { Kind: TokenKind.Word } token && Verbs.Known(token.Lower) is { Form: var form, IsNoun: var isNoun } && (form & VerbForm.Base) != 0 && at + 1 < _tokens.Count
        && (isNoun ? _tokens[at + 1].Is(WordClass.Article | WordClass.Definite | WordClass.Each) : _tokens[at + 1].Kind == TokenKind.Word && (!_tokens[at + 1].Is(WordClass.Border) || Word(at + 1) is "which" or "who" or "whether" or "how" || (Word(at + 2) is "which" or "what" && _tokens[at + 1].Is(WordClass.Preposition))));

    /// <summary>Skips "and", "but", "please" and the like; "when" and "if" make a condition.</summary>
    private ClauseKind Opens(ref int at)
    {
        var kind = ClauseKind.Main;
        while (at < _tokens.Count && (_tokens[at].Kind == TokenKind.Mark || Frequencies.Length(_tokens, at) > 0 || (_tokens[at].Is(WordClass.Conjunction | WordClass.Subordinator) && !(_tokens[at].Is(WordClass.Preposition) && !ClauseFollows(at + 1))) || Word(at) is "please" or "then" || (Word(at) is "that" && !PhraseReader.IsThat(_tokens, at)) || (Word(at) is "each" or "every" && Word(at + 1) is "time")))
        {
            if (Frequencies.Length(_tokens, at) is var often and > 0)
            {
                at = SkipComma(at + often);
                continue;
            }

            if (Word(at) is "each" or "every")
            {
                at += 2;
                kind = ClauseKind.Condition;
                continue;
            }

            kind = _tokens[at].Is(WordClass.Subordinator) && !_tokens[at].Is(WordClass.Conjunction) && Word(at) is "when" or "whenever" or "if" or "once" or "before" or "after" or "until" ? ClauseKind.Condition : kind;
            at++;
        }

        return kind;
    }

    private void Fronted(ref int at, List<PrepositionalPhrase> fronted, List<Clause> found)
    {
        if (BesidesLength(at) is var besides and > 0)
        {
            Besides(at + besides, ref at, fronted, found);
        }
        else if (Word(at) is "besides" || (_tokens.Count > at + 2 && Word(at + 1) is "which" && Word(at + 2) is "case" && _tokens[at].Is(WordClass.Preposition)))
        {
            at += Word(at) is "besides" ? 1 : 3;
        }

        while (at < _tokens.Count && _tokens[at].Is(WordClass.Preposition) && !QuestionReader.AsksBound(_tokens, at) && Quantifiers.At(_tokens, at) is not { Length: > 1 })
        {
            var start = at;
            _tails.Fronting = true;
            var phrase = Prepositional(ref at, found, subject: true, fronted: true);
            _tails.Fronting = false;
            if (phrase is null)
            {
                at = start;
                return;
            }

            fronted.Add(phrase);
            at = SkipComma(at);
        }
    }

    /// <summary>"apart from", "besides", "in addition to": what follows is kept as well.</summary>
    private int BesidesLength(int at) => (Word(at), Word(at + 1), Word(at + 2)) switch
    {
        ("apart", "from", _) => 2,
        ("in", "addition", "to") => 3,
        ("besides", _, _) => 1,
        _ => 0,
    };

    /// <summary>"Apart from the name we store …" adds the name; "besides its plate, its colour is stored" begins the list that is stored.</summary>
    private void Besides(int start, ref int at, List<PrepositionalPhrase> fronted, List<Clause> found)
    {
        var next = start;
        var list = Lists.Read(ref next, subject: true, found, 1, fronted: true);
        var after = SkipComma(next);
        var own = list.Count > 0 && after < _tokens.Count && (Word(after) is "we" or "i" or "they" || list[0].IsPronoun);
        at = own ? after : start;
        if (own)
        {
            fronted.Add(new("besides", list));
        }
    }

    /// <summary>"The reason for each admission is recorded": phrases between the subject and its verb.</summary>
    private void Between(ref int at, List<NounPhrase> subjects, List<PrepositionalPhrase> fronted, List<Clause> found)
    {
        var next = at;
        var phrases = new List<PrepositionalPhrase>();
        while (subjects.Count > 0 && next < _tokens.Count && _tokens[next].Is(WordClass.Preposition) && Prepositional(ref next, found, subject: true) is { } phrase)
        {
            phrases.Add(phrase);
        }

        phrases = [.. phrases.Select(phrase => ComplementReader.GivesBack(_tokens, subjects, phrase))];
        next = phrases.Count > 0 && !_verbs.StartsAt(next) && SkipComma(next) is var behind && behind > next && _verbs.StartsAt(behind) ? behind : next;
        if (phrases.Count > 0 && _verbs.StartsAt(next))
        {
            at = next;
            fronted.AddRange(phrases);
        }
    }

    /// <summary>"every driver but the foreman has …": said of every other one.</summary>
    private int AfterException(int at, List<NounPhrase> subjects)
    {
        var next = at + 1;
        return subjects is [{ Determiner: Determiner.Each }] && Word(at) is "but" or "except" or "save" && _phrases.Read(ref next) is not null && _verbs.StartsAt(next) ? next : at;
    }

    private int SkipComma(int at) => at < _tokens.Count && _tokens[at].IsMark(',') ? at + 1 : at;

    /// <summary>The verb and what follows; without a verb the piece is a fragment.</summary>
    private void Rest(ClauseKind kind, int first, ref int at, List<NounPhrase> subjects, List<PrepositionalPhrase> fronted, List<Clause> found)
    {
        var start = at;
        if (_verbs.Read(ref at, finite: subjects.Count > 0) is not { } verb)
        {
            at = start;
            if (subjects.Count > 0 || fronted.Count > 0)
            {
                found.Add(new(kind, [], new(""), subjects, fronted) { Range = (first, at) });
            }

            return;
        }

        if (Allows(at, verb) is var (allowed, behind, done))
        {
            (subjects, verb, at) = ([allowed], done, behind); // "shall allow readers to register with a name"
        }

        var (objects, phrases) = Complements(ref at, found, verb, brief: kind == ClauseKind.Condition);
        if (objects.Count + phrases.Count == 0 && subjects is [{ IsPronoun: false } only] && Peek(at) is { } comma && comma.IsMark(',') && Word(at + 1) is "which" or "who")
        {
            var relative = at;
            at = _tails.Clauses.Attached(only, at + 2, ref relative, found, 1, each: false) ? relative : at; // "a note is written, which states …"
        }

        if (objects.Count + phrases.Count == 0 && subjects is [{ IsPronoun: false, IsMany: true } several] && Peek(at) is { } mark && mark.IsMark(',') && Word(at + 1) is "each")
        {
            _tails.Read(several, ref at, found, 1); // "any number of notes may be attached, each of a type"
        }

        var gap = verb.Verb is "have" ? LeftOutVerbs.Gap(objects) : -1;
        found.Add(new(kind, subjects, verb, gap < 0 ? objects : objects[..gap], [.. fronted, .. phrases]) { Range = (first, gap < 0 ? at : objects[gap].First) });
        if (gap >= 0)
        {
            found.Add(new(kind, [objects[gap]], verb, objects[(gap + 1)..], []) { Range = (objects[gap].First, at) });
        }

        GoOn(kind, ref at, subjects, verb, found);
        Coordinate(subjects, verb, first, found);
    }

    /// <summary>"is loaded at a quay, carried by one truck, and has a number": the participle goes on with the subject, as the verb behind it does.</summary>
    private void Coordinate(List<NounPhrase> subjects, VerbGroup verb, int first, List<Clause> found)
    {
        for (var index = 0; verb.Passive && index < found.Count; index++)
        {
            var (start, end) = found[index].Range;
            var coordinated = found[index] is { Kind: ClauseKind.Attached, Verb.Passive: true } && start > first && _tokens[start - 1].IsMark(',') && IsParticiple(start) && found.Exists(other => other.Kind != ClauseKind.Attached && other.Range.First > end && other.Range.First - end < 3 && Word(other.Range.First - 1) is "and");
            found[index] = coordinated ? found[index] with { Kind = ClauseKind.Main, Subjects = subjects } : found[index];
        }
    }

    private (NounPhrase Allowed, int Behind, VerbGroup Done)? Allows(int at, VerbGroup verb)
    {
        var next = at;
        if (verb is { Passive: false, Negated: false, Verb: "allow" or "enable" or "permit" or "let" or "ask" or "require" } && _phrases.Read(ref next) is { IsPronoun: false } allowed && (verb.Verb is "let" || Word(next) is "to"))
        {
            next += Word(next) is "to" ? 1 : 0;
            return _verbs.Read(ref next, finite: false) is { } done ? (allowed, next, done with { Mood = Mood.Possible }) : null;
        }

        return null;
    }

    /// <summary>"… and has a name", "is taken by a nurse or sent in by the patient": another verb of the same subject.</summary>
    private void GoOn(ClauseKind kind, ref int at, List<NounPhrase> subjects, VerbGroup before, List<Clause> found)
    {
        for (var steps = 0; steps < 8; steps++)
        {
            var next = at;
            next = SkipComma(next);
            next += Peek(next) is { } token && token.Is(WordClass.Conjunction) ? 1 : 0;
            if (next == at || next >= _tokens.Count)
            {
                return;
            }

            var first = next;
            if (_verbs.Read(ref next, finite: true) is not { } verb || (subjects.Count == 0 && !Elision.Opens(_tokens, found.Count > 0 ? found[^1].Range.First : first)))
            {
                return;
            }

            verb = before.Passive && !verb.Passive && next == first + 1 && (Verbs.Read(_tokens[first].Lower).Form & VerbForm.Participle) != 0 ? verb with { Passive = true, Mood = before.Mood } : verb;
            var attached = Attached(found, at, first);
            verb = attached is { Verb.Passive: true } && IsParticiple(first) ? verb with { Passive = true } : verb;
            at = next;
            var (objects, phrases) = Complements(ref at, found, verb);
            var relative = attached ?? (subjects is [{ Plural: false, IsMany: false, IsPronoun: false }] && Word(first) is "have" or "are" ? found.LastOrDefault(clause => clause is { Kind: ClauseKind.Attached, Subjects: [{ Plural: true }] }) : null);
            found.Add(new(relative is null ? kind : ClauseKind.Attached, relative?.Subjects ?? subjects, verb, objects, phrases) { Range = (first, at) });
            before = verb;
        }
    }

    private bool IsParticiple(int at) => (Verbs.Read(_tokens[at].Lower).Form & VerbForm.Participle) != 0;

    /// <summary>"…, which are known by a code and have a name", "…, known by a number and marked with a letter": goes on with the clause right before.</summary>
    private Clause? Attached(List<Clause> found, int at, int first)
    {
        if (Word(at) is not "and" || found.LastOrDefault(clause => clause.Kind == ClauseKind.Attached && clause.Range.End == at) is not { Range.First: > 1 and var start, Subjects: [{ IsPronoun: false } subject] } last)
        {
            return null;
        }

        var which = Word(start - 1) is "which" or "who" && _tokens[start - 2].IsMark(',') && ((Verbs.Known(Word(first)).Form & VerbForm.Third) != 0 || Word(first) is "has" or "is") != subject.Plural;
        return which || (last.Verb.Passive && _tokens[start - 1].IsMark(',') && IsParticiple(start) && IsParticiple(first) && Word(first + 1) is "by" or "with" or "in" or "at" or "on" or "to") ? last : null;
    }

    private (List<NounPhrase> Objects, List<PrepositionalPhrase> Phrases) Complements(ref int at, List<Clause> found, VerbGroup verb, bool brief = false) =>
        _complements.Read(ref at, found, verb, brief);

    private bool ClauseFollows(int at) => _complements.ClauseFollows(at);

    private PrepositionalPhrase? Prepositional(ref int at, List<Clause> found, bool subject, bool fronted = false) => _complements.Prepositional(ref at, found, subject, fronted);
}
