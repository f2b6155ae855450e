using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "Damaged copies cannot be loaned", "only active vets can be assigned to an appointment", "a member must be active to borrow a copy",
/// "entries can only be posted to an open period": what must be true of a thing when something is done with it.
/// </summary>
internal sealed class GuardsAction : IRulePattern
{
    private static readonly string[] Modals = ["can", "cannot", "can't", "may", "must", "not", "never", "only", "be", "should", "shall", "to", "get", "ever", "is", "are", "no", "longer", "have", "has", "been", "new"];
    private static readonly string[] Joints = ["to", "for", "in", "on", "by", "with", "at", "into", "from", "as", "within", "against", "a", "an", "the", "any", "new", "further", "more", "another", "their", "out", "up", "off"];
    // What is done with anything that another thing takes up.
    private static readonly string[] General = ["used", "assigned", "booked", "chosen", "selected", "allocated", "picked", "taken", "scheduled", "reserved", "offered", "ordered"];

    private static readonly string[] Linking = ["refer", "refers", "belong", "belongs", "reference", "references", "use", "uses", "link", "linked", "point", "relate", "assigned", "made", "placed", "booked", "created"];

    // Who looks at a row leaves no trace in it.
    private static readonly string[] Looking = ["see", "seen", "view", "viewed", "read", "search", "searched", "browse", "download", "downloaded", "shown", "displayed", "export", "exported", "print", "printed"];

    public Reading? Read(RuleLine line) => Barred(line) ?? Toward(line) ?? Needed(line);

    /// <summary>The thing comes first, with its quality: "blocked customers cannot place orders".</summary>
    private static Reading? Barred(RuleLine line)
    {
        var words = line.Demand;
        if (SubjectPhrase.At(line.Vocabulary, words, 0, words.Count) is not { Which: { } which } phrase || Denies(words, phrase) is not { } denied || Verb(words, phrase.End) is not { } verb)
        {
            return null;
        }

        var must = denied ? Logic.Opposite(which) : which;
        return line.Vocabulary.EntityAt(words, verb, out var width) is { } got ? Given(line, phrase, must, denied, words, got, verb + width)
            : Read(line, phrase.Terms, must, $"{(denied ? "not " : "")}{phrase.Name}", words, verb);
    }

    /// <summary>"blocked owners may not get new visits for their animals": the rows lead to the thing, through what they are for.</summary>
    private static Reading? Given(RuleLine line, SubjectPhrase phrase, Expr must, bool denied, IReadOnlyList<Token> words, EntityTerms got, int at)
    {
        if (got == phrase.Terms || Paths.To(line.Vocabulary, got, phrase.Terms) is not { Count: > 0 } roles || got.References.FirstOrDefault(link => link.Role == roles[0]) is not { } reference)
        {
            return null;
        }

        var through = at + 2 < words.Count && words[at].IsAny("for", "of", "with", "on") && words[at + 1].IsAny("their", "its", "his", "her", "the", "any", "a") && line.Vocabulary.EntityAt(words, at + 2, out var width) is { } middle && middle.Name == reference.Parent ? at + 2 + width : at;
        return !Ends(words, through) ? null
            : Reading.Of(new RuleDraft(got.Name, $"{roles[^1]} {(denied ? "not " : "")}{phrase.Name}", new(TriggerKind.OnChange, [reference.Name]), new Holds(roles.Reverse().Aggregate(must, (inner, role) => inner.From(role)))));
    }

    /// <summary>"cannot" of all, or "only": null where nothing is refused.</summary>
    private static bool? Denies(IReadOnlyList<Token> words, SubjectPhrase phrase)
    {
        var modal = words.Skip(phrase.End).TakeWhile(word => word.IsAny(Modals)).ToArray();
        var denied = phrase.None || modal.Any(word => word.IsAny("cannot", "can't", "not", "never", "no"));
        return modal.Length == 0 || phrase.Only == denied ? null : denied;
    }

    private static int? Verb(IReadOnlyList<Token> words, int from)
    {
        var at = from;
        while (at < words.Count && words[at].IsAny(Modals))
        {
            at++;
        }

        return at > from && at < words.Count && words[at].Kind == TokenKind.Word && !words[at].IsAny(Looking) ? at : null;
    }

    /// <summary>"A member must be active to borrow a copy", "the account must be verified before it is charged".</summary>
    private static Reading? Needed(RuleLine line)
    {
        var words = line.Demand;
        var to = Phrase.IndexOf(words, 3, "to", "before");
        if (to < 3 || to >= words.Count - 1 || !Phrase.Has([.. words.Take(to)], "must", "needs", "has", "shall", "have", "should")
            || SubjectPhrase.At(line.Vocabulary, words, 0, to) is not { Which: null } phrase || Premises.Read(line, words, 0, Shorter(words, to)) is not { } clause || clause.Entity != phrase.Terms.Name)
        {
            return null;
        }

        var verb = to + 1;
        while (verb < words.Count - 1 && words[verb].IsAny("be", "being", "it", "is", "they", "are", "can", "the", "a", "an", "may", "to"))
        {
            verb++;
        }

        return words[verb].Kind == TokenKind.Word ? Read(line, phrase.Terms, clause.Condition, clause.Name, words, verb) : null;
    }

    private static int Shorter(IReadOnlyList<Token> words, int to) => Phrase.At(words, to - 2, "in", "order") ? to - 2 : to;

    /// <summary>"Entries can only be posted to an open period", "an order item must refer to an active product".</summary>
    private static Reading? Toward(RuleLine line)
    {
        var words = line.Demand;
        if (SubjectPhrase.At(line.Vocabulary, words, 0, words.Count) is not { Which: null } phrase || Verb(words, phrase.End) is not { } verb)
        {
            return null;
        }

        var modal = words.Skip(phrase.End).Take(verb - phrase.End).ToArray();
        var denied = phrase.None || modal.Any(word => word.IsAny("cannot", "can't", "not", "never"));
        var limited = modal.Any(word => word.Is("only")) || verb + 1 < words.Count && words[verb + 1].Is("only") || modal.Any(word => word.IsAny("must", "shall", "has")) && words[verb].IsAny(Linking);
        var place = verb + 1;
        while (place < words.Count && (words[place].IsAny(Joints) || words[place].Is("only")))
        {
            place++;
        }

        limited |= modal.Any(word => word.IsAny("must", "shall", "has")) && words[verb].Lower.EndsWith("ed", StringComparison.Ordinal) && verb + 1 < words.Count && words[verb + 1].IsAny("in", "for", "with", "by", "to", "on", "from", "at");
        if (limited == denied || place >= words.Count || SubjectPhrase.At(line.Vocabulary, words, place, words.Count) is not { Which: { } which } toward || !Ends(words, toward.End)
            || Roles(line, phrase.Terms, toward.Terms) is not { Count: > 0 } roles || phrase.Terms.References.FirstOrDefault(link => link.Role == roles[0]) is not { } reference)
        {
            return null;
        }

        var must = roles.Reverse().Aggregate(denied ? Logic.Opposite(which) : which, (inner, role) => inner.From(role));
        return Reading.Of(Guard(phrase.Terms, reference, must, words[verb].Lower, $"{roles[^1]} {(denied ? "not " : "")}{toward.Name}"));
    }

    /// <summary>The way to what the rows belong to, at one remove or more.</summary>
    private static Collections.Seq<string>? Roles(RuleLine line, EntityTerms from, EntityTerms to) =>
        new Speech(line.Vocabulary, from).ReferenceTo(to) is { Role: { } role } ? [role] : from == to ? null : Paths.To(line.Vocabulary, from, to);

    /// <summary>What the verb does with the thing: makes another that refers to it, or changes its own state.</summary>
    private static Reading? Read(RuleLine line, EntityTerms terms, Expr must, string name, IReadOnlyList<Token> words, int verb)
    {
        var place = verb + 1;
        while (place < words.Count && words[place].IsAny(Joints))
        {
            place++;
        }

        var named = place < words.Count ? SubjectPhrase.At(line.Vocabulary, words, place, words.Count) : null;
        if (place < words.Count && !Ends(words, named?.End ?? place) || named?.Which is not null)
        {
            return null;
        }

        if (Made(line, terms, named?.Terms, words[verb].Lower) is var (made, reference))
        {
            return Reading.Of(Guard(made, reference, must.From(reference.Role!), words[verb].Lower, $"{reference.Role} {name}"));
        }

        return named is null || named.Terms == terms ? Own(terms, must, name, words[verb].Lower) : null;
    }

    private static bool Ends(IReadOnlyList<Token> words, int at) => at >= words.Count || words[at].Kind == TokenKind.Mark || words[at].IsAny("anymore", "again");

    /// <summary>What refers to the thing once the verb is done: the object itself, what links both, or what the verb is named for.</summary>
    private static (EntityTerms Made, Column Reference)? Made(RuleLine line, EntityTerms terms, EntityTerms? named, string verb)
    {
        foreach (var link in line.Vocabulary.Children(terms.Name).DistinctBy(link => link.Child, StringComparer.Ordinal))
        {
            var child = line.Vocabulary.Of(link.Child);
            var fits = named is null ? Facts.Language.Naming.Words(child.Name).Any(word => Stems.Same(word, verb) || Bynames.SameDeed(word, verb))
                : child == named || (named != terms && child.References.Any(other => other.Parent == named.Name) && Links(line, terms, named));
            var by = fits && child == named && Moments.DoneBy(child, verb) is { } doer && doer.Parent == terms.Name ? doer : null;
            if (fits && child != terms && (by ?? new Speech(line.Vocabulary, child).ReferenceTo(terms)) is { } reference)
            {
                return (child, reference);
            }
        }

        return named is null && Moments.StatesOf(terms, verb).Count == 0 ? ByMoment(line, terms, verb) ?? ByUse(line, terms, verb) : null;
    }

    /// <summary>"Broken tanks cannot be used": the one kind of thing that refers to it.</summary>
    private static (EntityTerms Made, Column Reference)? ByUse(RuleLine line, EntityTerms terms, string verb)
    {
        var found = !General.Contains(verb, StringComparer.Ordinal) ? [] : line.Vocabulary.Children(terms.Name).Select(link => line.Vocabulary.Of(link.Child)).Distinct().Where(child => child != terms && child.Entity.Kind != EntityKind.AuditTrail).ToArray();
        return found.Length == 1 && new Speech(line.Vocabulary, found[0]).ReferenceTo(terms) is { } reference ? (found[0], reference) : null;
    }

    /// <summary>"Worn skis may not be lent": the one kind of thing that refers to it and has the day on which that is done.</summary>
    private static (EntityTerms Made, Column Reference)? ByMoment(RuleLine line, EntityTerms terms, string verb)
    {
        var found = line.Vocabulary.Children(terms.Name).Select(link => line.Vocabulary.Of(link.Child)).Distinct().Where(child => child != terms && Moments.DoneAt(child, verb) is not null).ToArray();
        return found.Length == 1 && new Speech(line.Vocabulary, found[0]).ReferenceTo(terms) is { } reference ? (found[0], reference) : null;
    }

    /// <summary>Only one kind of thing refers to both.</summary>
    private static bool Links(RuleLine line, EntityTerms one, EntityTerms other) =>
        line.Vocabulary.Children(one.Name).Select(link => link.Child).Distinct(StringComparer.Ordinal).Count(child => line.Vocabulary.Of(child).References.Any(link => link.Parent == other.Name)) == 1
        && !other.References.Any(link => link.Parent == one.Name);

    /// <summary>At the state the verb leads to, else when the reference is made.</summary>
    private static RuleDraft Guard(EntityTerms made, Column reference, Expr must, string verb, string name)
    {
        var states = Moments.StatesOf(made, verb).Where(state => made.Machine?.Initial.Contains(state, StringComparer.Ordinal) != true).ToArray();
        return states.Length > 0 ? new(made.Name, $"{name} when {states[0]}", Triggers.Enter(made, states), new Holds(must))
            : new(made.Name, name, new(TriggerKind.OnChange, [reference.Name]), new Holds(must));
    }

    /// <summary>Where no order of the states is known, the moment of entering one is looked at alone.</summary>
    private static Reading? Unbound(EntityTerms terms, Expr must, string name, IReadOnlyList<string> states, Column state)
    {
        var own = must.Refs().All(reference => reference.IsOwn && reference.Attribute == state.Name);
        if (!own)
        {
            return must.Refs().Any(reference => reference.IsOwn && reference.Attribute == state.Name) ? null : Reading.Of(Moments.InState(terms, states, must, $"{name} when {states[0]}"));
        }

        if (state.Type.Values.All(value => StateSpace.Holds(must, value) != states.Contains(value, StringComparer.Ordinal)))
        {
            return Reading.Modelled($"{terms.Name}.{state.Name} holds the state once: what is {states[0]} cannot take it again while it has it");
        }

        var before = must.Rewrite(node => node is Ref reference ? reference with { Old = true } : node);
        return Reading.Of(new RuleDraft(terms.Name, $"{states[0]} only when {name}", Triggers.Enter(terms, [.. states]), new Holds(before)));
    }

    /// <summary>The thing itself changes its state: the state machine may say so already.</summary>
    internal static Reading? Own(EntityTerms terms, Expr must, string name, string verb)
    {
        if (Moments.StatesOf(terms, verb) is not { Count: > 0 } states || terms.State is not { } state)
        {
            return null;
        }

        if (terms.Machine is not { } machine)
        {
            return Unbound(terms, must, name, states, state);
        }

        if (must.Refs().Any(reference => !reference.IsOwn || reference.Attribute != state.Name))
        {
            return must.Refs().Any(reference => reference.Attribute == state.Name) ? null : Reading.Of(Moments.InState(terms, states, must, $"{name} when {states[0]}"));
        }

        var from = machine.Transitions.Where(step => states.Contains(step.To, StringComparer.Ordinal)).Select(step => step.From).Distinct(StringComparer.Ordinal).ToArray();
        if (from.Length == 0)
        {
            return Reading.Enforced($"the state machine knows no way by which {terms.Name}.{machine.Attribute} becomes {string.Join(" or ", states)} again");
        }

        if (from.All(value => StateSpace.Holds(must, value)))
        {
            return Reading.Enforced($"the state machine lets {terms.Name}.{machine.Attribute} become {string.Join(" or ", states)} only from {string.Join(" or ", from)}");
        }

        var before = must.Rewrite(node => node is Ref reference ? reference with { Old = true } : node);
        return Reading.Of(new RuleDraft(terms.Name, $"{states[0]} only when {name}", Triggers.Enter(terms, [.. states.Where(to => !machine.Initial.Contains(to, StringComparer.Ordinal))]), new Holds(before)));
    }
}
