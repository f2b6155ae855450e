using Schemawright.Collections;
using Schemawright.Facts.Language;

namespace Schemawright.Domain.Rules.Clauses;

/// <summary>A way from one state to another, as a sentence tells it.</summary>
internal sealed record SpokenStep(string From, string To);

/// <summary>
/// Reads ways between the states of a known list: "open → paid → closed", "moves from open to paid, then to closed", "through these stages in order: open,
/// paid, closed", "an open order may be cancelled", "it may be lost from any state except closed". Sentences read one after the other go on from each other:
/// "from there", "until then", "it lapses".
/// </summary>
internal sealed class SpokenSteps(Seq<string> values)
{
    private static readonly string[] Denials = ["not", "cannot", "never", "no", "only", "nobody"];
    private static readonly string[] Ways = ["become", "becomes", "be", "to", "into", "get", "gets", "also", "then", "later", "finally", "either", "directly", "back", "move", "moves", "moved", "go", "goes", "change", "changes", "changed", "turn", "turns", "set", "marked", "as", "a", "an", "the", "is", "are", "still", "transition", "transitions", "pass", "passes", "return", "returns", "status", "state", "being"];

    /// <summary>Beside drawn arrows, a sentence without these tells no way: "who checks it is another than who pays it".</summary>
    private static readonly string[] Moving = ["->", "from", "to", "into", "back", "become", "becomes", "go", "goes", "move", "moves", "return", "returns", "change", "changes", "can", "may", "then", "turns"];

    private readonly StateNames _names = new(values);
    private StepsSoFar _steps = new();

    private ToldSteps Story => new(_names, _steps);

    /// <summary>What the sentence demands for a way beyond its states, and nobody has read: "only in the first 14 days".</summary>
    public List<Seq<Token>> Conditions { get; } = [];

    /// <summary>All ways of the sentence; empty when a part of it that names states is not understood.</summary>
    public IReadOnlyList<SpokenStep> Read(Seq<Token> words)
    {
        _steps.Before.AddRange(_steps.Now);
        _steps.Now.Clear();
        Conditions.Clear();
        Understood = true;
        var drawn = Phrase.IndexOf(words, 0, "->", "<->") > 0;
        foreach (var whole in StepClauses.Of(words))
        {
            var clause = StepClauses.WithoutCondition(whole, this, Conditions);
            if (!Names(clause))
            {
                StepClauses.Keep(clause, Conditions, _steps.Now.Count > 0);
                continue;
            }

            if (!Understands(clause) && !(drawn && !clause.Any(word => word.IsAny(Moving))))
            {
                _steps.Now.Clear();
                Understood = false;
                return [];
            }
        }

        return [.. _steps.Now.Where(step => step.From != step.To).Distinct()];
    }

    /// <summary>Whether every part of the last sentence that names states was understood.</summary>
    public bool Understood { get; private set; }

    /// <summary>Whether the sentence may tell a way though no form reads it: two states and a word of moving, and no denial.</summary>
    public bool MayTell(Seq<Token> words) =>
        !Understood && words.Any(word => word.IsAny(Moving) || word.IsAny("be", "are", "is")) && !words.Any(word => word.IsAny(Denials) || word.IsAny("must", "shall", "should", "while", "until", "least", "most", "needs", "requires", "has", "have"))
        && Enumerable.Range(0, words.Count).Select(at => _names.StateAt(words, at, asVerb: true)?.Value).OfType<string>().Distinct(StringComparer.Ordinal).Take(2).Count() > 1;

    /// <summary>A reader that goes on from here and leaves this one as it is.</summary>
    public SpokenSteps Copy() => new(values) { _steps = _steps.Copy() };

    private bool Understands(Seq<Token> clause) =>
        Arrows(clause) || Story.FromHere(clause) || Route(clause) || InOrder(clause) || Story.Begins(clause) || Chained(clause) || FromAny(clause) || BeforeState(clause) || Permitted(clause) || Going(clause) || Story.Told(clause) || Story.Ends(clause);

    public bool Names(IReadOnlyList<Token> clause) => Enumerable.Range(0, clause.Count).Any(at => _names.StateAt(clause, at) is not null) || clause.Any(word => word.Kind == TokenKind.Word && StepClauses.Subject([.. clause]) is var first && first < clause.Count && StepClauses.IsPronoun(clause[first]) && _names.StateAt([word], 0, asVerb: true) is not null);

    /// <summary>"A course goes planned → open → running, or planned → cancelled".</summary>
    private bool Arrows(Seq<Token> words)
    {
        var first = Phrase.IndexOf(words, 0, "->", "<->");
        if (first < 1)
        {
            return false;
        }

        var from = _names.Before(words, first);
        for (var arrow = first; arrow > 0;)
        {
            var (to, end) = _names.ListAt(words, arrow + 1);
            if (from.Count == 0 || to.Count == 0)
            {
                return false;
            }

            if (words[arrow].IsOperator("<->"))
            {
                _steps.Add(to, from);
            }

            var next = Phrase.IndexOf(words, arrow + 1, "->", "<->");
            var restarts = next == end && to.Count > 1 && Starts(words, arrow + 1, next) is var (reached, begun) ? (reached, begun) : ((List<string> Reached, List<string> Begun)?)null;
            _steps.Add(from, restarts?.Reached ?? to);
            if (next > 0 && next != end && !Phrase.Has([.. words.Skip(end).Take(next - end)], ",", "or", "and"))
            {
                return false;
            }

            from = restarts?.Begun ?? (next == end ? to : next > 0 ? _names.Before(words, next) : []);
            arrow = next;
        }

        return true;
    }

    /// <summary>"paid, or open" between two arrows: what was a beginning already begins another line.</summary>
    private (List<string> Reached, List<string> Begun)? Starts(Seq<Token> words, int from, int to)
    {
        var states = _names.ListAt(words, from).States;
        return states.Count == 2 && words.Skip(from).Take(to - from).Any(word => word.IsAny("or", "and")) && _steps.Now.Exists(step => step.From == states[1]) ? ([states[0]], [states[1]]) : null;
    }

    /// <summary>"moves from requested to confirmed, then to checked in and finally to checked out".</summary>
    private bool Route(Seq<Token> words)
    {
        var at = Phrase.IndexOf(words, 1, "from");
        if (at < 0 || words.Take(at).Any(word => word.IsAny(Denials)) || _names.ListAt(words, at + 1) is not { States.Count: > 0 } start || start.End >= words.Count || !words[start.End].IsAny("to", "into", "via", "through", "->"))
        {
            return false;
        }

        var (from, end) = (start.States, start.End);
        while (end < words.Count)
        {
            var to = end;
            while (to < words.Count && words[to].IsAny(",", "and", "then", "finally", "next", "later", "lastly", "to", "into", "via", "through", "from", "there", "afterwards", "on", "or"))
            {
                to++;
            }

            if (to == end || to >= words.Count || _names.ListAt(words, to) is not { States.Count: > 0 } reached)
            {
                return to >= words.Count;
            }

            _steps.Add(from, reached.States);
            (from, end) = (reached.States, reached.End);
        }

        return true;
    }

    /// <summary>"in order: planned, brewing, fermenting", "goes through draft, review and final".</summary>
    private bool InOrder(Seq<Token> words)
    {
        var opener = Phrase.IndexOf(words, 1, ":", "through", "sequence", "order");
        var told = opener > 0 && words.Take(opener + 1).Any(word => word.IsAny("order", "sequence", "through", "stages", "steps", "lifecycle", "statuses", "states", "flow", "workflow"));
        if (!told || words.Take(opener).Any(word => word.IsAny(Denials)))
        {
            return false;
        }

        var start = opener;
        while (start < words.Count && _names.StateAt(words, start) is null)
        {
            start++;
        }

        var (states, end) = start < words.Count ? _names.ListAt(words, start) : ([], start);
        if (states.Count < 3 || end < words.Count || words.Skip(start).Any(word => word.Is("or")) || !(Phrase.Has(words, "order", "sequence", "through")))
        {
            return false;
        }

        for (var at = 0; at + 1 < states.Count; at++)
        {
            _steps.Add([states[at]], [states[at + 1]]);
        }

        return true;
    }

    /// <summary>"may be dumped from any stage except packaged", "can be cancelled from draft or open".</summary>
    private bool FromAny(Seq<Token> words)
    {
        var from = Phrase.IndexOf(words, 1, "from");
        if (from < 2 || words.Take(from).Any(word => word.IsAny(Denials)) || Target(words, 0, from) is not { Count: > 0 } to)
        {
            return false;
        }

        var except = Phrase.IndexOf(words, from, "except", "but");
        if (except > 0 && except + 1 < words.Count && words[from + 1].IsAny("any", "every", "all") && _names.ListAt(words, except + (words[except + 1].Is("for") ? 2 : 1)) is { States.Count: > 0 } excepted && excepted.End == words.Count)
        {
            _steps.Add(values.Except(excepted.States, StringComparer.Ordinal).Except(to, StringComparer.Ordinal), to);
            return true;
        }

        if (_names.ListAt(words, from + 1) is { States.Count: > 0 } listed && listed.End == words.Count)
        {
            _steps.Add(listed.States, to);
            return true;
        }

        return false;
    }

    /// <summary>"can be cancelled at any time before it is finished": from all the states that lead there.</summary>
    private bool BeforeState(Seq<Token> words)
    {
        var before = Phrase.IndexOf(words, 2, "before", "until");
        if (before < 0 || words.Take(before).Any(word => word.IsAny(Denials)) || Target(words, 0, before) is not { Count: 1 } to)
        {
            return false;
        }

        var end = before + 1;
        while (end < words.Count && _names.StateAt(words, end) is null)
        {
            end++;
        }

        if (end >= words.Count || _names.StateAt(words, end) is not var (limit, close) || close < words.Count)
        {
            return false;
        }

        var leading = new List<string> { limit };
        for (var at = 0; at < leading.Count; at++)
        {
            leading.AddRange(_steps.Before.Concat(_steps.Now).Where(step => step.To == leading[at] && !leading.Contains(step.From, StringComparer.Ordinal)).Select(step => step.From).Distinct(StringComparer.Ordinal).ToList());
        }

        _steps.Add(leading.Skip(1).Where(state => !to.Contains(state, StringComparer.Ordinal)), to);
        return leading.Count > 1;
    }

    /// <summary>What the verb before the place leads to: "may be dumped".</summary>
    private List<string> Target(Seq<Token> words, int from, int to)
    {
        var modal = Phrase.IndexOf(words, from, "may", "can", "could");
        for (var at = modal < 0 || modal > to ? to : modal + 1; at < to; at++)
        {
            if (_names.StateAt(words, at, asVerb: true) is var (_, _) && _names.ListAt(words, at, asVerb: true) is { States.Count: > 0 } list)
            {
                return list.States;
            }
        }

        return [];
    }

    /// <summary>"A requested or confirmed reservation may be cancelled", "an active policy can lapse or be terminated".</summary>
    private bool Permitted(Seq<Token> words)
    {
        var modal = Phrase.IndexOf(words, 2, "may", "can");
        return modal > 0 && !words.Any(word => word.IsAny(Denials)) && Moved(words, modal);
    }

    /// <summary>"Reported claims go to review", "from there they are approved or rejected", "approved claims are paid".</summary>
    private bool Going(Seq<Token> words)
    {
        var verb = Phrase.IndexOf(words, 1, "go", "goes", "move", "moves", "are", "is", "become", "becomes", "pass", "passes", "turn", "turns", "return", "returns", "change", "changes", "end", "ends");
        if (verb < 1 || words.Any(word => word.IsAny(Denials) || word.IsAny("if", "when", "while", "must", "required", "by", "for")))
        {
            return false;
        }

        if (Phrase.At(words, 0, "from", "there") && _steps.Reached.Count > 0 && After(words, verb) is { Count: > 0 } next)
        {
            _steps.Add([.. _steps.Reached], next);
            return true;
        }

        return Moved(words, verb);
    }

    /// <summary>"Deliveries are announced, then weighed, then inspected".</summary>
    private bool Chained(Seq<Token> words)
    {
        var then = Phrase.IndexOf(words, 2, "then");
        var start = then < 0 ? words.Count : Enumerable.Range(0, then).FirstOrDefault(at => _names.StateAt(words, at) is not null, words.Count);
        if (start >= words.Count || words.Any(word => word.IsAny(Denials) || word.IsAny("if", "when")))
        {
            return false;
        }

        var from = new List<string>();
        for (var at = start; at < words.Count;)
        {
            if (_names.StateAt(words, at) is var (value, end))
            {
                if (from.Count > 0)
                {
                    _steps.Add(from, [value]);
                }

                (from, at) = ([value], end);
            }
            else if (words[at].IsAny(",", "then", "and", "finally", "lastly", "next", "are", "is", "they", "it", "afterwards", "later", "to", "be"))
            {
                at++;
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>States before the noun, the verb, and states to the end of the clause.</summary>
    private bool Moved(Seq<Token> words, int verb)
    {
        var start = Speech.SkipDeterminers(words, words[0].IsAny("and", ",", "then") ? 1 : 0);
        var from = start < verb ? _names.ListAt(words, start) : ([], start);
        if (from.States.Count == 0 || _names.StateAt(words, start) is null || verb - from.End is < 1 or > 3 || words.Skip(from.End).Take(verb - from.End).Any(word => word.IsAny("and", "or", ",")) || After(words, verb) is not { Count: > 0 } to)
        {
            return false;
        }

        _steps.Add(from.States, to);
        return true;
    }

    private List<string> After(Seq<Token> words, int verb)
    {
        var at = verb + 1;
        while (at < words.Count && words[at].IsAny(Ways) && _names.StateAt(words, at) is null)
        {
            at++;
        }

        return at < words.Count && _names.ListAt(words, at, asVerb: true) is { States.Count: > 0 } list && list.End == words.Count ? list.States : [];
    }
}
