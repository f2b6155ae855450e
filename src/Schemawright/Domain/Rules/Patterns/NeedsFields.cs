using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// What must be filled in, of which rows, and when: "a cancelled trip states why it was cancelled", "when a crate is packed, the person packing it and its weight are
/// recorded", "whoever bars a member has to give the reason", "fees above 20 % need a signing date", "cancelling a sent bill takes a reason".
/// </summary>
internal sealed class NeedsFields : IRulePattern
{
    private const int Longest = 36;

    private static readonly string[] Verbs =
        ["needs", "need", "requires", "require", "states", "state", "names", "name", "carries", "carry", "records", "record", "has", "have", "gives", "give", "shows", "show", "bears", "bear", "hold", "contain", "include", "tell", "specify", "takes", "take", "receives", "receive", "gets", "get", "contains", "includes", "wants", "specifies", "tells", "holds", "demands"];

    private static readonly string[] Recorded =
        ["recorded", "given", "required", "stated", "noted", "entered", "set", "filled", "provided", "mandatory", "needed", "documented", "named", "present", "stored", "known", "kept", "captured", "compulsory", "obligatory", "supplied"];

    private static readonly string[] Openers = ["when", "once", "if", "whenever", "where", "for", "from", "on", "upon", "at", "with", "after"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        Seq<Token> said = [.. words.Take(Rewording.End(words))];
        if (said.Count is < 4 or > Longest || said.Any(word => word.IsAny(";", ":", "only", "unless")) || Enumerable.Range(0, said.Count).Any(at => said[at].Is("until") && !(at + 1 < said.Count && said[at + 1].Is("when"))))
        {
            return null;
        }

        return Whoever(line, said) ?? Opened(line, said) ?? Active(line, said, null) ?? Trailing(line, said);
    }

    /// <summary>"Whoever bars a member has to give the reason".</summary>
    private static Reading? Whoever(RuleLine line, Seq<Token> said)
    {
        var modal = said[0].IsAny("whoever", "who", "anybody", "anyone") ? Phrase.IndexOf(said, 3, "has", "must", "needs", "states", "gives", "names") : -1;
        var from = modal > 0 && said[0].IsAny("anybody", "anyone") && said[1].Is("who") ? 2 : 1;
        if (modal < 0 || Entry(line, [.. said.Skip(from).Take(modal - from)]) is not { } subject)
        {
            return null;
        }

        var verb = modal;
        while (verb + 1 < said.Count && (said[verb].IsAny("has", "must", "to") || said[verb].IsAny("needs") && said[verb + 1].Is("to")))
        {
            verb++;
        }

        verb += said[verb].IsAny("give", "state", "name", "record", "enter", "say", "write", "provide", "leave", "note", "states", "gives", "names", "needs") ? 1 : 0;
        return Made(line, subject, [.. said.Skip(verb)]);
    }

    /// <summary>A circumstance in front, then rows that get something, or things that are recorded.</summary>
    private static Reading? Opened(RuleLine line, Seq<Token> said)
    {
        if (!said[0].IsAny(Openers) || line.Subject is null)
        {
            return null;
        }

        for (var cut = 2; cut + 2 < said.Count; cut++)
        {
            var comma = said[cut].IsAny(",", "then");
            if (!comma && !said[cut].IsAny("a", "an", "the", "its", "their"))
            {
                continue;
            }

            Seq<Token> rest = [.. said.Skip(comma ? cut + 1 : cut)];
            Seq<Token> condition = [.. said.Skip(1).Take(cut - 1)];
            foreach (var rows in new[] { line.Subject, line.Vocabulary.EntitiesIn(rest).FirstOrDefault() }.OfType<EntityTerms>().Distinct())
            {
                if (Under(line, rows, said[0].Lower, condition) is { } subject && (Passive(line, subject, rest) ?? Active(line, rest, subject)) is { } reading)
                {
                    return reading;
                }
            }
        }

        return null;
    }

    /// <summary>"A reason is required when …", "… for pathologists", "… from the second edition on".</summary>
    private static Reading? Trailing(RuleLine line, Seq<Token> said)
    {
        var opener = Phrase.IndexOf(said, 3, Openers);
        if (opener < 0 || opener + 1 >= said.Count || line.Subject is not { } rows || Under(line, rows, said[opener].Lower, [.. said.Skip(opener + 1)]) is not { } subject)
        {
            return null;
        }

        return Passive(line, subject, [.. said.Take(opener)]);
    }

    /// <summary>The rows and the moment that a circumstance tells.</summary>
    private static Subjected? Under(RuleLine line, EntityTerms rows, string opener, Seq<Token> condition) => opener switch
    {
        "on" or "upon" or "at" or "after" => Entry(line.About(rows, condition), condition),
        "for" or "with" => RowsPhrase.Read(line.About(rows, condition), condition) is { Which: not null, Only: false, None: false } phrase && phrase.Terms == rows ? Of(phrase) : null,
        "from" => Circumstance.Read(line.About(rows, condition), rows, condition) is { } counted ? new(rows, counted.Condition, null, counted.Name, []) : null,
        _ => Circumstance.Of(line, rows, condition) is { } clause && clause.Condition.IsSameRow() ? new(rows, clause.Condition, null, clause.Name, Deeds(condition)) : null,
    };

    private static string[] Deeds(Seq<Token> words) => [.. words.Where(word => word.Kind == TokenKind.Word && word.Lower.Length > 4).Select(word => word.Lower)];

    private static Subjected Of(RowsPhrase phrase) => new(phrase.Terms, phrase.Which, null, phrase.Name, Naming.Words(phrase.Name));

    /// <summary>"the reason and the time are recorded".</summary>
    private static Reading? Passive(RuleLine line, Subjected subject, Seq<Token> said)
    {
        var verb = said.Count - 1;
        if (verb < 2 || !said[verb].IsAny(Recorded))
        {
            return null;
        }

        while (verb > 1 && said[verb - 1].IsAny("is", "are", "must", "be", "to", "has", "have", "shall", "always"))
        {
            verb--;
        }

        return verb == said.Count - 1 ? null : Made(line, subject, [.. said.Take(verb)]);
    }

    /// <summary>"A cancelled trip states why it was cancelled": rows with a quality, a verb of having, and the list.</summary>
    private static Reading? Active(RuleLine line, Seq<Token> said, Subjected? under)
    {
        for (var verb = 1; verb < Math.Min(14, said.Count - 1); verb++)
        {
            if (!said[verb].IsAny(Verbs) || said.Take(verb).Any(word => word.IsAny("not", "never", "cannot", "may", "can", "no")))
            {
                continue;
            }

            var end = verb;
            while (end > 1 && said[end - 1].IsAny("must", "always", "also", "shall", "has", "have", "to", "then"))
            {
                end--;
            }

            Seq<Token> noun = [.. said.Take(end)];
            var phrase = RowsPhrase.Read(line, noun);
            var subject = under is not null ? phrase is { Which: null } && phrase.Terms == under.Terms ? under : null
                : phrase is { Which: not null, Only: false, None: false } ? Of(phrase) : Entry(line, noun);
            if (subject is not null && Made(line, subject, [.. said.Skip(said[verb].IsAny("has", "have") && verb + 1 < said.Count && said[verb + 1].Is("to") ? verb + 3 : verb + 1)]) is { } reading)
            {
                return reading;
            }
        }

        return null;
    }

    /// <summary>"Discarding a batch", "release", "bars a member", "cancelling a sent bill": rows that enter a state, from another where it is said.</summary>
    private static Subjected? Entry(RuleLine line, Seq<Token> said)
    {
        var start = Speech.SkipDeterminers(said, 0);
        if (start >= said.Count || said[start].Kind != TokenKind.Word || said[start].Lower.Length < 4)
        {
            return null;
        }

        Seq<Token> rest = [.. said.Skip(said.Count > start + 1 && said[start + 1].Is("of") ? start + 2 : start + 1)];
        var phrase = rest.Count == 0 ? null : RowsPhrase.Read(line, rest);
        var rows = rest.Count == 0 ? line.Subject : phrase is { Only: false, None: false } ? phrase.Terms : null;
        if (rest.Count == 0 && rows is not null && (rows.State is null || Moments.StatesOf(rows, said[start].Lower).Count == 0) && Bynames.Moment(rows, said[start].Lower) is { Required: false } moment)
        {
            // "Checking names the checker", of what has a time of checking and no such state.
            return new(rows, new IsPresent(moment.Ref), null, moment.Name, [said[start].Lower]);
        }

        if (rows?.State is not { } state || Moments.StatesOf(rows, said[start].Lower) is not { Count: 1 } states)
        {
            return null;
        }

        var name = states[0];
        if (phrase?.Which is not { } which)
        {
            return new(rows, Logic.In(state, states), null, name, [name]);
        }

        var from = which switch
        {
            Compare { Op: CompareOp.Equal, Left: Ref { IsOwn: true } left, Right: Literal value } when left.Attribute == state.Name => (Seq<string>)[value.Text],
            OneOf { Term: Ref { IsOwn: true } term } choice when term.Attribute == state.Name => [.. choice.Values.Select(value => value.Text)],
            _ => [],
        };
        return from.Count == 0 ? new(rows, new And([Logic.In(state, states), which]), null, $"{name} {phrase.Name}", [name]) : new(rows, null, new(TriggerKind.OnEnter, [state.Name], [.. states], from), $"{name} after {phrase.Name}", [name]);
    }

    private static Reading? Made(RuleLine line, Subjected subject, Seq<Token> list)
    {
        var terms = subject.Terms;
        if (FieldDemands.Read(line.Vocabulary, terms, list, subject.Quality) is not { } asked || subject.Which is { } narrowed && narrowed.Refs().Any(reference => reference.IsOwn && asked.Given.Any(one => one.Given.Refs().Contains(reference))))
        {
            return null;
        }

        var reading = Reading.Of(asked.Given.Select(one => subject.Entering is { } entering ? new RuleDraft(terms.Name, $"{one.Field.Name} given when {subject.Name}", entering, new Holds(one.Given))
            : line.Must(terms.Name, $"{one.Field.Name} given when {subject.Name}", new Implies(subject.Which!, one.Given))));
        if (asked.Rest.Count == 0)
        {
            return reading;
        }

        var more = OfKind(line, terms, asked) ?? RulePatterns.Read(line.About(terms, [Rewording.Word(asked.Given[^1].Field.Name), .. asked.Rest]));
        return more is { Fate: null } ? reading.And(more) : reading with { Questions = [Questions.NotUnderstood(line, "what it says further of the last thing is not in a known form; the rest is kept")] };
    }

    /// <summary>"… and that person is a chief": whoever is referred to is of the kind.</summary>
    private static Reading? OfKind(RuleLine line, EntityTerms terms, FieldDemands asked)
    {
        if (asked.Given[^1].Field is not { IsForeignKey: true, Role: { } role, Parent: { } parent } || asked.Rest.Count < 2 || !asked.Rest[0].IsAny("is", "must"))
        {
            return null;
        }

        Seq<Token> kind = [.. asked.Rest.SkipWhile(word => word.IsAny("is", "must", "be"))];
        return RowsPhrase.Read(line.About(line.Vocabulary.Of(parent), kind), kind) is { Which: { } which, Only: false, None: false } people && people.Terms.Name == parent && which.IsSameRow()
            ? Reading.Of(line.Must(terms.Name, $"{role} {people.Name}", which.From(role))) : null;
    }

    /// <summary>The rows that need something.</summary>
    /// <param name="Which">Over the rows; null where only the way into a state counts.</param>
    /// <param name="Entering">The way into a state, from where it is said.</param>
    private sealed record Subjected(EntityTerms Terms, Expr? Which, RuleTrigger? Entering, string Name, IReadOnlyList<string> Quality);
}
