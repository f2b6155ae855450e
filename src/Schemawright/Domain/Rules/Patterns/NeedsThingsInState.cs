using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "An opened show has a title, at least 3 seats and a guide", "to be opened, a show needs two seats or more", "every show that leaves the draft state needs
/// a seat": fields and parts that a state asks for in one list.
/// </summary>
internal sealed class NeedsThingsInState : IRulePattern
{
    private const int MostParts = 1000;

    private static readonly string[] Verbs = ["needs", "need", "requires", "require", "has", "have", "contains", "contain", "carries", "carry", "includes", "include", "offers", "offer", "holds", "hold"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        return words.Count is < 5 or > 40 || words.Any(word => word.IsAny("if", "when", "unless", "only", "cannot", "not", "never", "most", "exactly", "while", "until")) ? null : ToBe(line, words) ?? Leaving(line, words) ?? Being(line, words);
    }

    /// <summary>"To be opened, a show needs …".</summary>
    private static Reading? ToBe(RuleLine line, Seq<Token> words)
    {
        var comma = Phrase.At(words, 0, "to", "be") ? Phrase.IndexOf(words, 2, ",") : -1;
        var verb = comma < 3 ? -1 : Phrase.IndexOf(words, comma, Verbs);
        return verb > 0 && SubjectPhrase.At(line.Vocabulary, words, comma + 1, verb) is { Which: null, Only: false, None: false } phrase && phrase.End == verb
            && StateEntry.Entered(phrase.Terms, words, 2, comma) is { Count: > 0 } states ? Things(line, phrase.Terms, states, words, verb + 1) : null;
    }

    /// <summary>"Every show which leaves the draft state needs …": in all the other states.</summary>
    private static Reading? Leaving(RuleLine line, Seq<Token> words)
    {
        var leaves = Phrase.IndexOf(words, 2, "leaves", "leave", "left");
        var verb = leaves < 2 || !words[leaves - 1].IsAny("that", "which") ? -1 : Phrase.IndexOf(words, leaves, Verbs);
        if (verb < 0 || SubjectPhrase.At(line.Vocabulary, words, 0, leaves - 1) is not { Which: null, Only: false, None: false } phrase || phrase.End != leaves - 1 || phrase.Terms.State is not { } state)
        {
            return null;
        }

        var left = words.Skip(leaves + 1).Take(verb - leaves - 1).Where(word => !word.IsAny("the", "state", "status", "its")).ToArray();
        return Values.Enumerated(string.Join(' ', left.Select(word => word.Text)), state) is { } value ? Things(line, phrase.Terms, [.. state.Type.Values.Where(other => other != value)], words, verb + 1) : null;
    }

    /// <summary>"An opened show has …".</summary>
    private static Reading? Being(RuleLine line, Seq<Token> words)
    {
        var verb = Phrase.IndexOf(words, 2, Verbs);
        if (verb < 2 || SubjectPhrase.At(line.Vocabulary, words, 0, words[verb - 1].IsAny("must", "always", "shall") ? verb - 1 : verb) is not { Which: { } which, Only: false, None: false } phrase || verb - phrase.End > 1 || phrase.Terms.State is not { } state)
        {
            return null;
        }

        var states = which.Nodes().OfType<Ref>().All(reference => reference.IsOwn && reference.Attribute == state.Name) ? state.Type.Values.Where(value => StateSpace.Holds(which, value)).ToArray() : [];
        return states.Length == 0 ? null : Things(line, phrase.Terms, states, words, verb + 1);
    }

    /// <summary>Only lists in which a part is counted: of fields alone other forms know more. Of a list that is not understood to its end the rest is asked about.</summary>
    private static Reading? Things(RuleLine line, EntityTerms terms, IReadOnlyList<string> states, Seq<Token> words, int from)
    {
        var rules = new List<RuleDraft>();
        var (unread, parts) = (false, 0);
        foreach (var item in Items(words, from))
        {
            if (Part(line, terms, states, item) is { Count: > 0 } counted)
            {
                rules.AddRange(counted);
                parts++;
            }
            else if (NeededFields.Read(line.Vocabulary, terms, item, 0, item.Count, [states[0]]) is [{ } column])
            {
                rules.Add(Moments.InState(terms, states, new IsPresent(column.Ref), $"{column.Name} given when {states[0]}"));
            }
            else
            {
                unread = true;
            }
        }

        var reading = Reading.Of(rules);
        return parts == 0 ? null : unread ? reading with { Questions = [Questions.NotUnderstood(line, "only some of what it asks for is known; that is kept")] } : reading;
    }

    /// <summary>"at least 3 seats", "between 2 and 9 seats", "a seat".</summary>
    private static IReadOnlyList<RuleDraft> Part(RuleLine line, EntityTerms terms, IReadOnlyList<string> states, Seq<Token> item)
    {
        if (item[0].Is("between") && item.Count > 4 && Figures.At(item, 1) is { } low && item[2].Is("and") && Figures.At(item, 3) is { } high && low >= 1 && low < high && high <= MostParts && PartsClause.One(line.Vocabulary, terms, [.. item.Skip(4)], 0, item.Count - 4) is ({ Part: { } between }, var close) && close == item.Count - 4)
        {
            var count = new Aggregate(AggregateKind.Count, between.Child, between.Role, null, null);
            return [Least(terms, states, between, (int)low), new(terms.Name, $"at most {high:0} {between.Child} when {states[0]}", RuleTrigger.Always, new Holds(new Implies(Logic.In(terms.State!, states), new Compare(CompareOp.LessOrEqual, count, Literal.Number(high)))))];
        }

        if (PartsClause.One(line.Vocabulary, terms, item, 0, item.Count) is not var (one, end) || end != item.Count || item[0].Is("no"))
        {
            return [];
        }

        return one.Part is { } part ? [Least(terms, states, part, one.Least)] : [new(terms.Name, $"{one.Name} when {states[0]}", RuleTrigger.Always, new Holds(new Implies(Logic.In(terms.State!, states), one.Condition)))];
    }

    private static RuleDraft Least(EntityTerms terms, IReadOnlyList<string> states, Relationship part, int count) =>
        new(terms.Name, $"at least {count} {part.Child} when {states[0]}", RuleTrigger.Always, new AtLeast(part.Child, part.Role, count, [.. states]));

    /// <summary>What stands between commas and "and"; a verb said again ("and has two seats") and the numbers of "between 2 and 9" do not cut.</summary>
    private static IEnumerable<Seq<Token>> Items(Seq<Token> words, int from)
    {
        var end = Rewording.End(words);
        var start = from;
        for (var at = from; at <= end; at++)
        {
            if (at < end && (!words[at].IsAny(",", "and") || words[at].Is("and") && at - 2 >= start && words[at - 2].Is("between")))
            {
                continue;
            }

            var first = start;
            while (first < at && (words[first].IsAny(Verbs) || words[first].IsAny("also", "both", "it", "they", "then")))
            {
                first++;
            }

            if (first < at)
            {
                yield return [.. words.Skip(first).Take(at - first)];
            }

            start = at + 1;
        }
    }
}
