using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Domain.Rules.Deeds;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// Who or what may or may not do or undergo what, under which condition: "suspended members may not book benches or enrol in classes", "while a kiln is being
/// cleaned it may not be loaded or fired", "only volunteers with licence class B or C may drive", "novices may only book small rooms".
/// </summary>
internal sealed class GuardsDeeds : IRulePattern
{
    private const int Longest = 40;

    private static readonly string[] Modals = ["can", "cannot", "may", "must", "not", "never", "only", "should", "shall", "ever", "no", "will", "would", "do", "does", "is", "are", "to", "have", "has", "allowed", "permitted", "able"];
    private static readonly string[] Denials = ["cannot", "not", "never", "no"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        if (words.Count is < 4 or > Longest || words.Any(word => word.Is(";") || word.Kind == TokenKind.Operator && !word.IsAny("-")))
        {
            return null;
        }

        return Clauses(line, words) is var (body, condition, opener, only) ? Said(line, body, condition, opener, only) : null;
    }

    /// <summary>The main clause and its condition; one that stands first may end without a comma before "it" and "they".</summary>
    private static (Seq<Token> Body, Seq<Token> Condition, string Opener, bool Only)? Clauses(RuleLine line, Seq<Token> words)
    {
        if (words[0].IsAny("while", "if", "when", "once", "until", "unless", "after", "whenever") && Phrase.IndexOf(words, 2, ",") is var comma && Phrase.IndexOf(words, 2, "it", "they") is > 0 and var pronoun && (comma < 0 || comma > pronoun))
        {
            return ([.. words.Skip(pronoun).Take(Rewording.End(words) - pronoun)], [.. words.Skip(1).Take(pronoun - 1)], words[0].Lower, false);
        }

        if (Sentences.Cut(words) is not { Exceptions.Count: 0 } cut || cut.Opener is "before")
        {
            return null;
        }

        return (cut.Body, cut.Condition ?? [], cut.Opener, cut.Only);
    }

    private static Reading? Said(RuleLine line, Seq<Token> body, Seq<Token> condition, string opener, bool only)
    {
        var start = body.Count > 0 && body[0].IsAny("then", ",") ? 1 : 0;
        var (thing, which, name, at, limited, none) = Thing(line, body, start, condition);
        if (thing is null)
        {
            return null;
        }

        var verb = at;
        while (verb < body.Count && body[verb].IsAny(Modals))
        {
            verb++;
        }

        var modal = body.Skip(at).Take(verb - at).ToArray();
        var denied = none || modal.Any(word => word.IsAny(Denials));
        var toward = modal.Any(word => word.Is("only")) || verb + 3 < body.Count && body.Skip(verb).Take(4).Any(word => word.Is("only"));
        if (modal.Length == 0 && !limited || verb >= body.Count || (limited || only || toward) == denied || modal.All(word => word.IsAny("must", "is", "are", "has", "have", "to", "shall", "should")) && !limited)
        {
            return null;
        }

        return Guarded(line, new(thing, which, name, limited, only, toward), body, verb, condition, opener);
    }

    /// <summary>What the main clause is about: a noun with its qualities, or what "it" takes up from the condition.</summary>
    private static (EntityTerms? Thing, Expr? Which, string Name, int At, bool Only, bool None) Thing(RuleLine line, Seq<Token> body, int start, Seq<Token> condition)
    {
        if (start < body.Count && body[start].IsAny("it", "they"))
        {
            var named = line.Vocabulary.EntitiesIn(condition).FirstOrDefault() ?? line.Subject;
            return (named, null, "", start + 1, false, false);
        }

        if (SubjectPhrase.At(line.Vocabulary, body, start, body.Count) is not { } phrase)
        {
            return (null, null, "", 0, false, false);
        }

        return PartQualities.At(line.Vocabulary, phrase.Terms, body, phrase.End, body.Count) is { } parts
            ? (phrase.Terms, phrase.Which is null ? parts.Which : new And([phrase.Which, parts.Which]), $"{phrase.Name} {parts.Name}".Trim(), parts.End, phrase.Only, phrase.None)
            : (phrase.Terms, phrase.Which, phrase.Name, phrase.End, phrase.Only, phrase.None);
    }

    private sealed record Guarding(EntityTerms Thing, Expr? Which, string Name, bool Limited, bool Only, bool Toward);

    private static Reading? Guarded(RuleLine line, Guarding guard, Seq<Token> body, int verb, Seq<Token> condition, string opener)
    {
        var (end, lacking) = Lacking(line, guard.Thing, body, verb);
        var deeds = DeedPhrases.Read(line.Vocabulary, guard.Thing, guard.Which, body, verb, end);
        var together = new Reading();
        foreach (var deed in deeds)
        {
            if (Rule(line, guard, deed, condition, opener, lacking) is not { } reading)
            {
                return null;
            }

            together = together.And(reading);
        }

        return together.Rules.Count > 0 ? together : null;
    }

    /// <summary>"without a licence number": what the thing lacks, said behind the deed.</summary>
    private static (int End, Expr? Which) Lacking(RuleLine line, EntityTerms thing, Seq<Token> body, int verb)
    {
        var at = Phrase.IndexOf(body, verb + 1, "without");
        return at > 0 && Qualifiers.At(line.Vocabulary, thing, body, at, body.Count) is { } lack && lack.End >= Rewording.End(body) ? (at, lack.Which) : (body.Count, null);
    }

    private static Reading? Rule(RuleLine line, Guarding guard, Deed deed, Seq<Token> words, string opener, Expr? lacking)
    {
        Clause? condition = null;
        if (words.Count > 0 && (condition = Condition(line, guard.Thing, deed, words, opener)) is null)
        {
            return null;
        }

        var which = Seen(guard.Which, deed.Roles);
        var lacks = Seen(lacking, deed.Roles);
        if (guard.Which is not null && which is null || lacking is not null && lacks is null)
        {
            return null;
        }

        // Of the three that may be said, one is demanded and the others tell where.
        var (demanded, others) = guard.Limited ? (which, (Expr?[])[deed.Toward, condition?.Condition, lacks]) : guard.Only ? (condition?.Condition, [which, deed.Toward, lacks]) : guard.Toward ? (deed.Toward, [which, condition?.Condition, lacks]) : (null, []);
        if (guard.Limited || guard.Only || guard.Toward)
        {
            var given = others.OfType<Expr>().ToArray();
            return demanded is null ? null : DeedRules.Of(line, deed, given.Length == 0 ? null : Logic.All(given), demanded, Name(guard, deed, condition));
        }

        var all = new[] { which, deed.Toward, condition?.Condition, lacks }.OfType<Expr>().ToArray();
        return all.Length == 0 ? null : DeedRules.Of(line, deed, all.Length == 1 ? null : Logic.All(all.Take(all.Length - 1)), Logic.Opposite(all[^1]), Name(guard, deed, condition) is var said && said.StartsWith("no ", StringComparison.Ordinal) ? said[3..] : "not " + said);
    }

    private static string Name(Guarding guard, Deed deed, Clause? condition) =>
        string.Join(' ', new[] { string.Join(' ', deed.Roles), guard.Name, deed.Kind == DeedKind.Making ? deed.Said : "", condition?.Name ?? "" }.Where(part => part.Length > 0));

    /// <summary>As the deed's rows see it; a figure over parts is seen by its own row alone.</summary>
    private static Expr? Seen(Expr? which, Seq<string> roles) =>
        which is null || which.UsesAggregate() && roles.Count > 0 ? null : roles.Reverse().Aggregate(which, (inner, role) => inner.From(role));

    /// <summary>The condition over the deed's rows, said of them, or of the thing.</summary>
    private static Clause? Condition(RuleLine line, EntityTerms thing, Deed deed, Seq<Token> words, string opener)
    {
        if (Forbidding.Read(line, thing, words, opener) is { } own && Seen(Planned(line.Vocabulary.Of(own.Entity), own.Condition), deed.Roles) is { } seen)
        {
            return own with { Entity = deed.Rows.Name, Condition = seen };
        }

        return deed.Rows == thing || Forbidding.Read(line, deed.Rows, words, opener) is not { } made || made.Condition.UsesAggregate() ? null : made with { Condition = Planned(deed.Rows, made.Condition) };
    }

    /// <summary>"After it ended", of what has an end planned: the clock has passed it; that it is known says nothing.</summary>
    private static Expr Planned(EntityTerms terms, Expr condition) => condition switch
    {
        IsPresent { Term: Ref { IsOwn: true } moment } when At(terms, moment) is { } clock => new Compare(CompareOp.GreaterOrEqual, clock, moment),
        Not { Term: IsPresent { Term: Ref { IsOwn: true } moment } } when At(terms, moment) is { } clock => new Compare(CompareOp.Less, clock, moment),
        _ => condition,
    };

    private static Clock? At(EntityTerms terms, Ref moment) =>
        terms.Columns.FirstOrDefault(column => column.Name == moment.Attribute) is { } column && !column.Words[0].EndsWith("ed", StringComparison.Ordinal) && column.Words[0].EndsWith('s') ? Values.ClockOf(column) : null;
}
