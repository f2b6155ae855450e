using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"At most 5 open tickets per customer", "an order must have at least one item", "maximum 10 photos per listing".</summary>
internal sealed class LimitsCount : IRulePattern
{
    /// <summary>Counting more rows than this at every change would cost more than it protects.</summary>
    private const int Largest = 2000;

    public Reading? Read(RuleLine line) => LoadTargets.Read(line) ?? Most(line) ?? SummedUp(line) ?? Logged(line) ?? Least(line);

    /// <summary>"A mechanic logs at most 10 hours a day": the hours of the one kind of row that refers to mechanics and has hours.</summary>
    private static Reading? Logged(RuleLine line)
    {
        var words = line.Demand;
        if (SubjectPhrase.At(line.Vocabulary, words, 0, words.Count) is not { Which: null, None: false } owner || words.Count > 16)
        {
            return null;
        }

        for (var at = owner.End + 1; at < words.Count; at++)
        {
            var number = Limits.UpperAt(words, at);
            if (number < 0 || number + 2 >= words.Count || Figures.At(words, number) is not { } limit || Phrase.Key(words, number + 1, 1) is not { } named || Windows.At(words, number + 2) is not var (unit, end) || end < Rewording.End(words))
            {
                continue;
            }

            var found = line.Vocabulary.Children(owner.Terms.Name).Select(link => line.Vocabulary.Of(link.Child)).Distinct().Where(terms => terms != owner.Terms && (terms.Exact(named) ?? terms.Exact(named + "s")) is { IsNumber: true, IsForeignKey: false }).ToArray();
            if (found.Length == 1 && new Speech(line.Vocabulary, found[0]).ReferenceTo(owner.Terms) is { } role)
            {
                var column = (found[0].Exact(named) ?? found[0].Exact(named + "s"))!;
                return Reading.Of(new RuleDraft(found[0].Name, $"{column.Name} at most {limit} per {role.Role} a {unit.ToString().ToLowerInvariant()}", RuleTrigger.Always, new AtMost([role.Role!], limit, column.Name, null, new(Windows.MomentOf(found[0], words), unit))));
            }
        }

        return null;
    }

    /// <summary>"Total hours per employee per day must not exceed 24", "at most 10 hours per driver a day": the sum of an attribute.</summary>
    private static Reading? SummedUp(RuleLine line)
    {
        var words = line.Whole;
        for (var at = 0; at < words.Count; at++)
        {
            var number = Limits.UpperAt(words, at);
            if (number < 0 || number >= words.Count || Figures.At(words, number) is not { } limit || words[number].Unit is not ("" or "money"))
            {
                continue;
            }

            var end = at;
            while (end > 0 && words[end - 1].IsAny("must", "cannot", "can't", "not", "may", "never", "is", "are", "be", "shall", "to"))
            {
                end--;
            }

            IReadOnlyList<Token> said = [.. words.Take(end)];
            if (Totalled(line, said) is var (terms, column, after) && Group(line, terms, said, after, 0) is var (per, window, which) && which is null)
            {
                return Reading.Of(new RuleDraft(terms.Name, $"{column.Name} at most {limit} per {string.Join(" and ", per.Select(one => one.Role))}{(window is null ? "" : $" a {window.Unit.ToString().ToLowerInvariant()}")}", RuleTrigger.Always, new AtMost(per.Select(one => one.Role!).ToSeq(), limit, column.Name, null, window)));
            }
        }

        return null;
    }

    /// <summary>The attribute that is added up: "total hours", "hours" of what the sentence or its place speaks of.</summary>
    private static (EntityTerms Terms, Column Column, int After)? Totalled(RuleLine line, IReadOnlyList<Token> words)
    {
        var start = Phrase.IndexOf(words, 0, "total", "combined", "sum") is (0 or 1) and var said ? said + 1 : 0;
        start += start > 0 && start < words.Count && words[start].Is("of") ? 1 : 0;
        return start > 0 && start < words.Count && line.Speech.At(words, start) is { Column: { IsNumber: true, IsForeignKey: false } } operand
            ? (line.Vocabulary.Of(operand.Column.Entity), operand.Column, operand.End) : null;
    }

    private static Reading? Most(RuleLine line)
    {
        var words = line.Whole;
        for (var at = 0; at < words.Count; at++)
        {
            var number = Limits.UpperAt(words, at);
            if (number < 0 || number >= words.Count || (words[number].Is("single") ? 1 : Figures.At(words, number)) is not { } limit || limit < 1 || limit != decimal.Truncate(limit) || words[number].Unit.Length > 0 || words[number].Text.Contains('.', StringComparison.Ordinal))
            {
                continue;
            }

            if ((Counted(line, words, number + 1, out var after) ?? Meant(line, words, number + 1, out after)) is var (terms, condition) && Group(line, terms, words, after, at) is var (per, window, which))
            {
                if (condition is null && which is null && window is null && Enumerable.Range(after, words.Count - after).Any(place => IsAtATime(words, place)))
                {
                    which = StillGoing.Of(terms);
                    if (which is null && Lasts(terms))
                    {
                        return null;
                    }
                }

                return limit > Largest
                    ? Reading.Elsewhere($"counting up to {limit} rows of {terms.Name} at every change costs more than it protects; the application keeps the figure")
                    : Reading.Of(new RuleDraft(terms.Name, $"at most {limit} per {string.Join(" and ", per.Select(column => column.Role))}{(window is null ? "" : $" a {window.Unit.ToString().ToLowerInvariant()}")}", RuleTrigger.Always, new AtMost(per.Select(column => column.Role!).ToSeq(), limit, null, condition is null ? which : which is null ? condition : new Terms.And([condition, which]), window)));
            }
        }

        return null;
    }

    /// <summary>"open tickets": the entity counted and the quality its rows must have to count.</summary>
    private static (EntityTerms Terms, Terms.Expr? Where)? Counted(RuleLine line, IReadOnlyList<Token> words, int at, out int after)
    {
        after = at;
        var start = at < words.Count && words[at].IsAny("concurrent", "simultaneous", "total", "different", "separate") ? at + 1 : at;
        if (start >= words.Count || words[start].IsAny("a", "an", "the") || SubjectPhrase.At(line.Vocabulary, words, start, words.Count) is not { } phrase)
        {
            return null;
        }

        // What stands behind may be whose rows are counted, which is no quality of theirs.
        var bare = SubjectPhrase.At(line.Vocabulary, words, start, Owners(words, line.Vocabulary.EntityAt(words, start, out var named) is null ? start : start + named - 1));
        after = bare?.End ?? phrase.End;
        return bare is null ? null : (bare.Terms, bare.Which);
    }

    /// <summary>"… receipts, up to 10 per expense": what is counted was named before.</summary>
    private static (EntityTerms Terms, Terms.Expr? Where)? Meant(RuleLine line, IReadOnlyList<Token> words, int at, out int after)
    {
        after = at;
        if (at >= words.Count || !(words[at].Is("per") || (words[at].Is("for") && at + 1 < words.Count && words[at + 1].Is("each"))))
        {
            return null;
        }

        var owner = Speech.SkipDeterminers(words, at + 1);
        var named = owner < words.Count ? line.Vocabulary.EntityAt(words, owner, out _) : null;
        var counted = named is null ? [] : line.Vocabulary.EntitiesIn([.. words.Take(at)]).Append(line.Subject).OfType<EntityTerms>().Distinct().Where(terms => terms != named && terms.References.Any(link => link.Parent == named.Name)).ToArray();
        return counted.Length == 1 ? (counted[0], null) : null;
    }

    private static int Owners(IReadOnlyList<Token> words, int from)
    {
        var end = Phrase.IndexOf(words, from + 1, "per", "for", "by", "in", "on", "each", "of", "at", "to");
        return end < 0 ? words.Count : end;
    }

    /// <summary>Whose rows are counted together, and for which time: "per member", "for each member and day", or the subject before.</summary>
    private static (IReadOnlyList<Column> Per, RuleWindow? Window, Terms.Expr? Which)? Group(RuleLine line, EntityTerms counted, IReadOnlyList<Token> words, int after, int before)
    {
        var speech = new Speech(line.Vocabulary, counted);
        var per = new List<Column>();
        Terms.PeriodUnit? unit = null;
        Terms.Expr? which = null;
        var at = after;
        while (at < words.Count && words[at].Kind != TokenKind.Mark)
        {
            if ((Windows.At(words, words[at].Is("and") ? at + 1 : at) ?? (words[at].Is("and") ? Windows.Named(words, at + 1) : null)) is var (named, end))
            {
                (unit, at) = (named, end);
            }
            else if (at > after && Rewording.End(words) - at <= 2 && words.Skip(at).All(word => word.IsAny("is", "are", "counts", "count", "allowed", "permitted", "possible", ".")))
            {
                break;
            }
            else if (which is null && Quality(counted, words, at) is { } quality)
            {
                (which, at) = (quality.Which, quality.End);
            }
            else if (AtATime(words, at) is var width and > 0)
            {
                at += width;
            }
            else if (words[at].IsAny("per", "for", "by", "in", "on", "and", "to", "of") && Reference(speech, words, at + 1) is var (reference, close))
            {
                per.Add(reference);
                at = close;
            }
            else
            {
                return null;
            }
        }

        return !Whose(line, counted, words, before, per) || per.Count == 0 ? null : (per, unit is { } period ? new(Windows.MomentOf(counted, words), period) : null, which);
    }

    /// <summary>"Only one bid per lot can be accepted", "one open claim may be active": the rows that count are said behind the verb.</summary>
    private static Qualifier? Quality(EntityTerms counted, IReadOnlyList<Token> words, int at)
    {
        var start = at;
        while (start < words.Count && words[start].IsAny("can", "may", "must", "is", "are", "be", "shall"))
        {
            start++;
        }

        return start == at || start >= words.Count ? null : StateLists.At(counted, words, start, words.Count);
    }

    /// <summary>"A member may place one hold per title": the subject joins the group; false where its rows are nothing to what is counted.</summary>
    private static bool Whose(RuleLine line, EntityTerms counted, IReadOnlyList<Token> words, int before, List<Column> per)
    {
        var start = Speech.SkipDeterminers(words, words.Count > 0 && words[0].IsAny("no", "each", "every", "any") ? 1 : 0);
        var first = start < before ? line.Vocabulary.EntityAt(words, start, out _) : null;
        if (start < before && new Speech(line.Vocabulary, counted).ReferenceAt(words, start, out _) is { Role: not null } owner)
        {
            per.AddRange(per.Contains(owner) || per.Count > 0 && first is null ? [] : [owner]);
            return true;
        }

        return per.Count == 0 || first is null || first == counted;
    }

    private static (Column Reference, int End)? Reference(Speech speech, IReadOnlyList<Token> words, int at)
    {
        var start = Speech.SkipDeterminers(words, at);
        start += start < words.Count && words[start].IsAny("same", "single", "one", "given") ? 1 : 0;
        return start < words.Count && speech.ReferenceAt(words, start, out var width) is { Role: not null } reference ? (reference, start + width) : null;
    }

    private static bool IsAtATime(IReadOnlyList<Token> words, int at) => AtATime(words, at) > 0 && !Phrase.At(words, at, "in", "total") && !Phrase.At(words, at, "at", "most") && !words[at].IsAny("total", "maximum", "max");

    /// <summary>It comes to an end: by a state or by a moment that is told when it is over.</summary>
    private static bool Lasts(EntityTerms terms) => terms.State is not null || Spans.Of(terms) is not null;

    private static int AtATime(IReadOnlyList<Token> words, int at) =>
        Phrase.At(words, at, "at", "a", "time") || Phrase.At(words, at, "at", "any", "time") || Phrase.At(words, at, "at", "the", "same") ? (at + 3 < words.Count && words[at + 3].Is("time") ? 4 : 3)
        : Phrase.At(words, at, "at", "once") || Phrase.At(words, at, "in", "total") || Phrase.At(words, at, "at", "most") ? 2
        : words[at].IsAny("simultaneously", "concurrently", "total", "maximum", "max") ? 1 : 0;

    private static Reading? Least(RuleLine line)
    {
        var words = line.Whole;
        for (var at = 0; at + 1 < words.Count; at++)
        {
            var number = Phrase.At(words, at, "at", "least") ? at + 2 : Phrase.At(words, at, "one", "or", "more") ? at : -1;
            if (number < 0 || Figures.At(words, number) is not { } count || count < 1 || count != decimal.Truncate(count) || words[number].Unit.Length > 0)
            {
                continue;
            }

            var child = Phrase.At(words, at, "one", "or", "more") ? at + 3 : number + 1;
            var either = Phrase.IndexOf(words, child, "or");
            if (either > 0 && either + 1 < words.Count && either - child < 4 && line.Vocabulary.EntityAt(words, Speech.SkipDeterminers(words, either + 1), out _) is not null
                || IsCondition(line, words, at, child) || SaysMore(words, child) || at > 2 && words[at - 1].IsAny("and", ",") && words.Take(at - 2).Any(word => word.IsAny("needs", "need", "has", "have", "requires", "require")) || Enumerable.Range(1, at).Any(place => words[place - 1].IsAny(",", "and") && words[place].IsAny("has", "have", "needs", "need", "carries", "contains", "must")))
            {
                return null;
            }

            if (PartsWithQuality(line, words, at, child, (int)count) is { } qualified)
            {
                return qualified.Fate is null ? qualified : null;
            }

            if (child < words.Count && Part(line, words, child) is var (parent, link) && !(words.Take(at).Any(word => word.IsAny("which", "that", "who")) && States(parent, words).Count == 0))
            {
                var which = SubjectPhrase.At(line.Vocabulary, words, 0, at) is { Which: { } said } phrase && phrase.Terms == parent ? said : null;
                var states = which is null ? States(parent, words) : Terms.ExprWalk.Refs(which).All(reference => reference.IsOwn && reference.Attribute == parent.State?.Name) ? Named(which) : [];
                if (line.Moment is { Kind: TriggerKind.OnEnter, States.Count: > 0 } step && which is null && states.Count == 0)
                {
                    return AtStep(line, words, child, parent, link, (int)count, step.States);
                }

                var gated = which is null && states.Count == 0 ? Gated(parent, words, at) : null;
                return which is not null && states.Count == 0 || gated is { Count: 0 } ? null : InStates(parent, link, (int)count, gated ?? states, gated is not null || which is not null);
            }
        }

        return null;
    }

    /// <summary>
    /// "At least two seats of every hall must be covered", "every family with a child needs at least one adult member": only parts of the kind count;
    /// a reading with a fate when a kind is said that is not known.
    /// </summary>
    private static Reading? PartsWithQuality(RuleLine line, IReadOnlyList<Token> words, int at, int child, int count)
    {
        if (SubjectPhrase.At(line.Vocabulary, words, child, words.Count) is not { } parts)
        {
            return null;
        }

        var must = at == 0 ? Phrase.IndexOf(words, parts.End, "must", "shall", "is", "are", "has", "have") : -1;
        var said = must < 0 ? null : StateClause.Quality(words, must, words.Count);
        var behind = said is not { Negated: false } quality ? null : Qualifiers.At(line.Vocabulary, parts.Terms, words, quality.At, words.Count) ?? StateLists.At(parts.Terms, words, quality.At, words.Count) ?? (quality.At > 0 ? Qualifiers.At(line.Vocabulary, parts.Terms, words, quality.At - 1, words.Count) : null);
        if (must >= 0 && (behind is null || behind.End < Rewording.End(words)))
        {
            return said is null || words.Skip(must).Any(word => word.IsAny("required", "needed", "mandatory", "present", "given", "have", "has", "assigned", "listed")) ? null : Reading.Unclear("");
        }

        var which = parts.Which is null ? behind?.Which : behind is null ? parts.Which : new Terms.And([parts.Which, behind.Which]);
        var phrase = at == 0 ? null : SubjectPhrase.At(line.Vocabulary, words, 0, at);
        var whole = phrase?.Terms ?? line.Vocabulary.EntitiesIn([.. words.Skip(parts.End)]).FirstOrDefault() ?? line.Subject;
        if (which is null || whole is null || whole == parts.Terms || !which.IsSameRow() || line.Vocabulary.Children(whole.Name).Where(link => link.Child == parts.Terms.Name).Take(2).ToArray() is not [var only])
        {
            return null;
        }

        Terms.Expr enough = new Terms.Compare(Terms.CompareOp.GreaterOrEqual, new Terms.Aggregate(Terms.AggregateKind.Count, only.Child, only.Role, null, which), Terms.Literal.Number(count));
        var asks = phrase is not null && Having(line, phrase, words, at);
        var given = asks ? Deeds.PartQualities.At(line.Vocabulary, whole, words, phrase!.End, words.Count) : null;
        if (asks && given is null || phrase?.Which is not null && !phrase.Which.IsSameRow())
        {
            return Reading.Unclear("");
        }

        enough = given is not null ? new Terms.Implies(given.Which, enough) : phrase?.Which is { } state ? new Terms.Implies(state, enough) : enough;
        return Reading.Of(line.Must(whole.Name, $"at least {count} {parts.Name} {only.Child}", enough));
    }

    private static bool Having(RuleLine line, SubjectPhrase phrase, IReadOnlyList<Token> words, int to) => phrase.End < to && words[phrase.End].IsAny("with", "without", "having", "that", "which", "who");

    /// <summary>A condition of a transition holds from the state it leads to; what is said of the parts besides is not known here.</summary>
    private static Reading? AtStep(RuleLine line, IReadOnlyList<Token> words, int child, EntityTerms parent, Relationship link, int count, Collections.Seq<string> states)
    {
        var end = child + (line.Vocabulary.EntityAt(words, child, out var width) is null ? 1 : width);
        return end < Rewording.End(words) ? null : Reading.Of(new RuleDraft(parent.Name, $"at least {count} {link.Child} when {states[0]}", RuleTrigger.Always, new AtLeast(link.Child, link.Role, count, states)));
    }

    /// <summary>"A stall can only open if its square has at least 3 taps which work": what another thing must have for this one's step is no demand on it at all times.</summary>
    private static bool IsCondition(RuleLine line, IReadOnlyList<Token> words, int at, int child)
    {
        var opener = Enumerable.Range(1, Math.Max(0, at - 1)).FirstOrDefault(place => words[place].IsAny("if", "when", "once", "unless", "until", "while") || words[place].Is("after") && words[place - 1].Is("only"), -1);
        return opener > 0 && words[opener].Is("after") || opener > 0 && Part(line, words, child) is var (parent, _) && line.Vocabulary.EntitiesIn([.. words.Take(opener)]).ToArray() is { Length: > 0 } before && !before.Contains(parent)
            || opener > 0 && child < words.Count && words.Skip(child).Any(word => word.IsAny("that", "which", "who", "whose"));
    }

    private static Reading InStates(EntityTerms parent, Relationship link, int count, Collections.Seq<string> states, bool named) =>
        Reading.Of(new RuleDraft(parent.Name, $"at least {count} {link.Child}{(named ? $" when {states[0]}" : "")}", RuleTrigger.Always, new AtLeast(link.Child, link.Role, count, states)));

    /// <summary>"A show can go on sale only when it has at least one class": the states entered before the condition, none where none is known; null without such a condition.</summary>
    private static Collections.Seq<string>? Gated(EntityTerms parent, IReadOnlyList<Token> words, int to)
    {
        var only = Enumerable.Range(1, Math.Max(0, to - 1)).FirstOrDefault(at => words[at].Is("only") && at + 1 < to && words[at + 1].IsAny("when", "if", "once", "after"), -1);
        var names = only < 0 || parent.State is not { } state ? null : new StateNames(state.Type.Values);
        return only < 0 ? null : names is null ? [] : Enumerable.Range(1, only - 1).Select(at => names.StateAt(words, at, asVerb: true)).FirstOrDefault(found => found is not null) is var (value, end) && end <= only ? [value] : [];
    }

    /// <summary>The states that a condition lists; none when it denies some.</summary>
    private static Collections.Seq<string> Named(Terms.Expr which) => which switch
    {
        Terms.Compare { Op: Terms.CompareOp.Equal, Right: Terms.Literal value } => [value.Text],
        Terms.OneOf choice => [.. choice.Values.Select(value => value.Text)],
        _ => [],
    };

    /// <summary>Another bound follows: "at least 3 legs and at least 2 stops" is read part by part.</summary>
    private static bool SaysMore(IReadOnlyList<Token> words, int from) =>
        words.Skip(from).Any(word => word.IsAny("and", ",")) && Enumerable.Range(from, words.Count - from - 1).Any(at => Phrase.At(words, at, "at", "least") || Phrase.At(words, at, "at", "most"));

    private static (EntityTerms Parent, Relationship Link)? Part(RuleLine line, IReadOnlyList<Token> words, int at)
    {
        var named = line.Vocabulary.EntitiesIn(words).FirstOrDefault();
        foreach (var parent in (EntityTerms?[])[named, line.Subject])
        {
            if (parent is null)
            {
                continue;
            }

            for (var place = at; place < Math.Min(at + 2, words.Count); place++)
            {
                // "items" of an order are its order items.
                var child = line.Vocabulary.EntityAt(words, place, out _);
                var link = line.Vocabulary.Children(parent.Name).FirstOrDefault(link => link.Child == child?.Name)
                    ?? (Phrase.Key(words, place, 1) is { } key ? line.Vocabulary.Children(parent.Name).FirstOrDefault(link => Facts.Language.Naming.EntityKey(link.Child).EndsWith("_" + key, StringComparison.Ordinal)) : null);
                link ??= child is null ? null : Through(line.Vocabulary, parent, child);
                if (link is not null && link.Child != parent.Name)
                {
                    return (parent, link);
                }
            }
        }

        return null;
    }

    /// <summary>The one kind of row that ties the two together: the stops of a tour through its tour stops.</summary>
    private static Relationship? Through(Vocabulary vocabulary, EntityTerms parent, EntityTerms child) =>
        child == parent || child.References.Any(link => link.Parent == parent.Name) ? null
        : vocabulary.Children(parent.Name).Where(link => link.Child != parent.Name && vocabulary.Of(link.Child).References.Any(other => other.Required && other.Parent == child.Name)).ToArray() is [var only] ? only : null;

    /// <summary>"before it is submitted": from that state on; else in every state.</summary>
    private static Collections.Seq<string> States(EntityTerms parent, IReadOnlyList<Token> words)
    {
        var from = Phrase.IndexOf(words, 0, "before", "to", "when", "once");
        for (var at = from; at >= 0 && at < words.Count; at++)
        {
            if (Moments.StatesOf(parent, words[at].Lower) is { Count: > 0 } states)
            {
                return Collections.Seq.ToSeq(states);
            }
        }

        return [];
    }
}
