using Schemawright.Collections;
using Schemawright.Facts.Language;

namespace Schemawright.Domain.Rules.Clauses;

/// <summary>A way from one state to another, as a sentence tells it.</summary>
internal sealed record SpokenStep(string From, string To);

/// <summary>
/// Reads ways between the states of a known list: "open → paid → closed", "moves from open to paid, then to closed", "through these stages in order: open,
/// paid, closed", "an open order may be cancelled", "it may be lost from any state except closed".
/// </summary>
internal sealed class SpokenSteps(Seq<string> values)
{
    private const int LongestState = 4;

    private static readonly string[] Denials = ["not", "cannot", "never", "no", "only", "nobody"];
    private static readonly string[] Ways = ["become", "becomes", "be", "to", "into", "get", "gets", "also", "then", "later", "finally", "either", "directly", "back", "move", "moves", "moved", "go", "goes", "change", "changes", "changed", "turn", "turns", "set", "marked", "as", "a", "an", "the", "is", "are", "still", "transition", "transitions", "pass", "passes", "return", "returns", "status", "state", "being"];
    private static readonly string[] Listing = [",", "or", "and", "/", "|", "either"];

    /// <summary>Beside drawn arrows, a sentence without these tells no way: "who checks it is another than who pays it".</summary>
    private static readonly string[] Moving = ["->", "from", "to", "into", "back", "become", "becomes", "go", "goes", "move", "moves", "return", "returns", "change", "changes", "can", "may", "then", "turns"];

    private readonly List<SpokenStep> _steps = [];
    private List<string> _reached = [];

    /// <summary>All ways of the sentence; empty when a part of it that names states is not understood.</summary>
    public IReadOnlyList<SpokenStep> Read(Seq<Token> words)
    {
        _steps.Clear();
        var drawn = Phrase.IndexOf(words, 0, "->") > 0;
        foreach (var clause in Clauses(words))
        {
            if (!Enumerable.Range(0, clause.Count).Any(at => StateAt(clause, at) is not null))
            {
                continue;
            }

            if (!(Arrows(clause) || Route(clause) || InOrder(clause) || Chained(clause) || FromAny(clause) || BeforeState(clause) || Permitted(clause) || Going(clause)) && !(drawn && !clause.Any(word => word.IsAny(Moving))))
            {
                return [];
            }
        }

        return [.. _steps.Where(step => step.From != step.To).Distinct()];
    }

    private static IEnumerable<Seq<Token>> Clauses(Seq<Token> words)
    {
        var start = 0;
        for (var at = 0; at <= words.Count; at++)
        {
            if (at == words.Count || words[at].IsAny(";", "."))
            {
                yield return [.. words.Skip(start).Take(at - start)];
                start = at + 1;
            }
        }
    }

    /// <summary>The state that the words from here on name, the longest first, and the place after it.</summary>
    private (string Value, int End)? StateAt(IReadOnlyList<Token> words, int at, bool asVerb = false)
    {
        for (var length = Math.Min(LongestState, words.Count - at); length > 0; length--)
        {
            var said = Naming.Snake(string.Join(' ', words.Skip(at).Take(length).Select(word => word.Text)));
            if (words.Skip(at).Take(length).All(word => word.Kind is TokenKind.Word or TokenKind.Quoted) && values.FirstOrDefault(value => string.Equals(Naming.Snake(value), said, StringComparison.Ordinal)) is { } value)
            {
                return (value, at + length);
            }
        }

        var meant = asVerb && words[at] is { Kind: TokenKind.Word, Lower.Length: > 3 } word ? values.Where(value => Naming.Words(value) is [var only] && Stems.Same(only, word.Lower)).ToArray() : [];
        return meant.Length == 1 ? (meant[0], at + 1) : null;
    }

    /// <summary>States joined by commas, "or" and "and" from here on; nothing else stands between.</summary>
    private (List<string> States, int End) ListAt(Seq<Token> words, int at, bool asVerb = false)
    {
        var (found, end, next) = (new List<string>(), at, at);
        while (next < words.Count)
        {
            if (StateAt(words, next, asVerb) is var (value, after))
            {
                found.Add(value);
                (end, next) = (after, after);
            }
            else if (words[next].IsAny(Listing) || asVerb && words[next].IsAny("be", "to", "the", "a", "an"))
            {
                next++;
            }
            else
            {
                break;
            }
        }

        return (found, end);
    }

    private void Add(IEnumerable<string> from, List<string> to)
    {
        _steps.AddRange(from.SelectMany(one => to.Select(other => new SpokenStep(one, other))));
        _reached = to;
    }

    /// <summary>"A course goes planned → open → running, or planned → cancelled".</summary>
    private bool Arrows(Seq<Token> words)
    {
        var first = Phrase.IndexOf(words, 0, "->");
        if (first < 1)
        {
            return false;
        }

        var from = Before(words, first);
        for (var arrow = first; arrow > 0;)
        {
            var (to, end) = ListAt(words, arrow + 1);
            if (from.Count == 0 || to.Count == 0)
            {
                return false;
            }

            var next = Phrase.IndexOf(words, arrow + 1, "->");
            var restarts = next == end && to.Count > 1 && Starts(words, arrow + 1, next) is var (reached, begun) ? (reached, begun) : ((List<string> Reached, List<string> Begun)?)null;
            Add(from, restarts?.Reached ?? to);
            if (next > 0 && next != end && !Phrase.Has([.. words.Skip(end).Take(next - end)], ",", "or", "and"))
            {
                return false;
            }

            from = restarts?.Begun ?? (next == end ? to : next > 0 ? Before(words, next) : []);
            arrow = next;
        }

        return true;
    }

    /// <summary>"paid, or open" between two arrows: what was a beginning already begins another line.</summary>
    private (List<string> Reached, List<string> Begun)? Starts(Seq<Token> words, int from, int to)
    {
        var states = ListAt(words, from).States;
        return states.Count == 2 && words.Skip(from).Take(to - from).Any(word => word.IsAny("or", "and")) && _steps.Exists(step => step.From == states[1]) ? ([states[0]], [states[1]]) : null;
    }

    /// <summary>The states that end right before the place.</summary>
    private List<string> Before(Seq<Token> words, int end)
    {
        for (var start = 0; start < end; start++)
        {
            if (ListAt(words, start) is { States.Count: > 0 } list && list.End == end && StateAt(words, start) is not null)
            {
                return list.States;
            }
        }

        return [];
    }

    /// <summary>"moves from requested to confirmed, then to checked in and finally to checked out".</summary>
    private bool Route(Seq<Token> words)
    {
        var at = Phrase.IndexOf(words, 1, "from");
        if (at < 0 || words.Take(at).Any(word => word.IsAny(Denials)) || ListAt(words, at + 1) is not { States.Count: > 0 } start || start.End >= words.Count || !words[start.End].IsAny("to", "into", "via", "through", "->"))
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

            if (to == end || to >= words.Count || ListAt(words, to) is not { States.Count: > 0 } reached)
            {
                return to >= words.Count;
            }

            Add(from, reached.States);
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
        while (start < words.Count && StateAt(words, start) is null)
        {
            start++;
        }

        var (states, end) = start < words.Count ? ListAt(words, start) : ([], start);
        if (states.Count < 3 || end < words.Count || words.Skip(start).Any(word => word.Is("or")) || !(Phrase.Has(words, "order", "sequence", "through")))
        {
            return false;
        }

        for (var at = 0; at + 1 < states.Count; at++)
        {
            Add([states[at]], [states[at + 1]]);
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
        if (except > 0 && words[from + 1].IsAny("any", "every", "all") && ListAt(words, except + (words[except + 1].Is("for") ? 2 : 1)) is { States.Count: > 0 } excepted && excepted.End == words.Count)
        {
            Add(values.Except(excepted.States, StringComparer.Ordinal).Except(to, StringComparer.Ordinal), to);
            return true;
        }

        if (ListAt(words, from + 1) is { States.Count: > 0 } listed && listed.End == words.Count)
        {
            Add(listed.States, to);
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
        while (end < words.Count && StateAt(words, end) is null)
        {
            end++;
        }

        if (end >= words.Count || StateAt(words, end) is not var (limit, close) || close < words.Count)
        {
            return false;
        }

        var leading = new List<string> { limit };
        for (var at = 0; at < leading.Count; at++)
        {
            leading.AddRange(_steps.Where(step => step.To == leading[at] && !leading.Contains(step.From, StringComparer.Ordinal)).Select(step => step.From).Distinct(StringComparer.Ordinal).ToList());
        }

        Add(leading.Skip(1).Where(state => !to.Contains(state, StringComparer.Ordinal)), to);
        return leading.Count > 1;
    }

    /// <summary>What the verb before the place leads to: "may be dumped".</summary>
    private List<string> Target(Seq<Token> words, int from, int to)
    {
        var modal = Phrase.IndexOf(words, from, "may", "can", "could");
        for (var at = modal < 0 || modal > to ? to : modal + 1; at < to; at++)
        {
            if (StateAt(words, at, asVerb: true) is var (_, _) && ListAt(words, at, asVerb: true) is { States.Count: > 0 } list)
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
        var verb = Phrase.IndexOf(words, 1, "go", "goes", "move", "moves", "are", "is", "become", "becomes", "pass", "passes", "turn", "turns");
        if (verb < 1 || words.Any(word => word.IsAny(Denials) || word.IsAny("if", "when", "while", "must", "required", "by", "for")))
        {
            return false;
        }

        if (Phrase.At(words, 0, "from", "there") && _reached.Count > 0 && After(words, verb) is { Count: > 0 } next)
        {
            Add(_reached.ToList(), next);
            return true;
        }

        return Moved(words, verb);
    }

    /// <summary>"Deliveries are announced, then weighed, then inspected".</summary>
    private bool Chained(Seq<Token> words)
    {
        var then = Phrase.IndexOf(words, 2, "then");
        var start = then < 0 ? words.Count : Enumerable.Range(0, then).FirstOrDefault(at => StateAt(words, at) is not null, words.Count);
        if (start >= words.Count || words.Any(word => word.IsAny(Denials) || word.IsAny("if", "when")))
        {
            return false;
        }

        var from = new List<string>();
        for (var at = start; at < words.Count;)
        {
            if (StateAt(words, at) is var (value, end))
            {
                if (from.Count > 0)
                {
                    Add(from, [value]);
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
        var from = start < verb ? ListAt(words, start) : ([], start);
        if (from.States.Count == 0 || StateAt(words, start) is null || verb - from.End is < 1 or > 3 || After(words, verb) is not { Count: > 0 } to)
        {
            return false;
        }

        Add(from.States, to);
        return true;
    }

    private List<string> After(Seq<Token> words, int verb)
    {
        var at = verb + 1;
        while (at < words.Count && words[at].IsAny(Ways) && StateAt(words, at) is null)
        {
            at++;
        }

        return at < words.Count && ListAt(words, at, asVerb: true) is { States.Count: > 0 } list && list.End == words.Count ? list.States : [];
    }
}
