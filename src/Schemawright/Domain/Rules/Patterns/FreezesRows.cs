using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "Once a visit is closed, its lines cannot be changed", "posted entries are never deleted", "the currency cannot change after the order is
/// placed", "only drafts can be edited", "an order can be edited only while open", "paid orders cannot be modified except the note".
/// </summary>
internal sealed class FreezesRows : IRulePattern
{
    private static readonly string[] Verbs = ["edit", "edited", "edits", "update", "updated", "modify", "modified", "change", "changed", "changes", "alter", "altered", "amend", "amended", "overwritten", "delete", "deleted", "deletes", "remove", "removed", "erased", "purged"];
    private static readonly string[] Frozen = ["immutable", "append-only", "read-only", "unchangeable", "write-once", "frozen", "locked"];
    private static readonly string[] Records = ["log", "logs", "record", "records", "history", "trail", "ledger", "journal", "entries", "register"];
    private static readonly string[] Before = ["cannot", "can't", "can", "may", "must", "not", "never", "be", "is", "are", "no", "only", "longer", "should", "shall", "become", "becomes", "remain", "remains", "ever", "stay"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        if (Opening(line, words) is { } opening)
        {
            return opening;
        }

        if (Sentences.Cut(words) is not { } cut)
        {
            return null;
        }

        var body = WithoutRemark(cut.Body);
        var verb = Phrase.IndexOf(body, 0, [.. Verbs, .. Frozen]);
        if (verb < 1 || Phrase.IndexOf(body, 1, "their", "its") is > 0 and var parts && parts < verb && body[parts - 1].Is("and") || Target(line, body, verb) is not { } target || Ends(body, verb) is not { } kinds)
        {
            return null;
        }

        if (target.Terms.Entity.Kind == EntityKind.AuditTrail)
        {
            return Reading.Modelled($"the audit log that stands for {target.Terms.Name} refuses every change and deletion of its entries");
        }

        var middle = body.Skip(target.End).Take(verb - target.End).ToArray();
        var only = target.Only || middle.Any(word => word.Is("only")) || cut.Only;
        var denied = target.None || middle.Any(word => word.IsAny("cannot", "can't", "not", "never", "no")) || body[verb].IsAny(Frozen);
        return only == denied && !(denied && body[verb].IsAny(Frozen)) || only && target.Which is null && cut.Condition is null ? null : Rules(line, target, cut, only, kinds, body[verb].IsAny(Frozen));
    }

    /// <summary>"Append-only ledger of all bookings": a description that opens with the quality, of what its place speaks of.</summary>
    private static Reading? Opening(RuleLine line, Seq<Token> words)
    {
        var at = Speech.SkipDeterminers(words, 0);
        if (Rewording.End(words) == at + 1 && words[at].IsAny("append-only", "immutable", "write-once") && line.Subject is { } meant && (line.Fact.Label is not { } label || line.Vocabulary.EntityAt(Lexer.Read(label), 0, out _) == meant))
        {
            words = [words[at], Rewording.Word("records")];
            at = 0;
        }

        if (at + 1 >= words.Count || !words[at].IsAny("immutable", "append-only", "write-once") || !words[at + 1].IsAny(Records)
            || line.Subject is not { } subject || Phrase.Has(words, "once", "after", "until", "when", "unless", "except", "while", "if", "only"))
        {
            return null;
        }

        return subject.Entity.Kind == EntityKind.AuditTrail ? Reading.Modelled($"the audit log that stands for {subject.Name} refuses every change and deletion of its entries")
            : Reading.Of([new(subject.Name, "no deletion", new(TriggerKind.OnDelete), new NotDeletable(null)), new(subject.Name, "no change", new(TriggerKind.OnChange, []), new Unchangeable([], null))]);
    }

    /// <summary>"…; they are reversed": what is done instead demands nothing.</summary>
    private static Seq<Token> WithoutRemark(Seq<Token> body)
    {
        var end = Phrase.IndexOf(body, 2, ";", "(");
        var rather = Enumerable.Range(2, Math.Max(0, body.Count - 4)).FirstOrDefault(at => Phrase.At(body, at, ",", "only"), -1);
        if (rather > 0 && body.Take(rather).Any(word => word.IsAny("cannot", "can't", "not", "never")) && body.Skip(rather).All(word => !word.IsAny(Verbs)))
        {
            // "cannot be changed, only cancelled": what may be done instead takes nothing back.
            return [.. body.Take(rather)];
        }

        return end < 0 || Phrase.Has([.. body.Skip(end)], "must", "shall", "cannot", "only", "not") ? body : [.. body.Take(end)];
    }

    private static Reading? Rules(RuleLine line, FrozenTarget target, Sentences cut, bool only, ChangeVerbs kinds, bool frozen)
    {
        Expr? forbidden = target.Which;
        var name = target.Name;
        if (cut.Condition is { } condition && !(cut.Opener is "once" or "after" && IsMade(line.Vocabulary, target.Terms, condition)))
        {
            if (Forbidding.Read(line, target.Terms, condition, cut.Opener) is not { } when)
            {
                return null;
            }

            forbidden = forbidden is null ? when.Condition : new And([forbidden, when.Condition]);
            name = $"{name} {when.Name}".Trim();
        }

        forbidden = only ? forbidden is null ? null : new Not(forbidden) : forbidden;
        if (Kept(line, target, cut.Exceptions, forbidden) is not { } columns)
        {
            return null;
        }

        var said = name.Length == 0 ? "" : only ? $" unless {name}" : $" when {name}";
        var rules = new List<RuleDraft>();
        if (kinds.Deletes && target.Columns.Count == 0)
        {
            rules.Add(new(target.Terms.Name, $"no deletion{said}", new(TriggerKind.OnDelete), new NotDeletable(forbidden)));
        }

        if (kinds.Edits || frozen)
        {
            var what = target.Columns.Count > 0 ? string.Join(' ', target.Columns) + " " : "";
            rules.Add(new(target.Terms.Name, $"{what}no change{said}", new(TriggerKind.OnChange, columns), new Unchangeable(columns, forbidden)));
        }

        return rules.Count == 0 ? null : Reading.Of(rules);
    }

    /// <summary>"Once posted", of what knows no such state: from the moment there is a row.</summary>
    private static bool IsMade(Vocabulary vocabulary, EntityTerms terms, Seq<Token> condition)
    {
        var said = condition.Where(word => !word.IsAny("it", "they", "is", "are", "has", "have", "been", "was", "were") && word.Kind == TokenKind.Word).ToArray();
        return said is [var made] && made.IsAny("posted", "recorded", "created", "saved", "entered", "stored", "written", "logged", "made", "added", "registered", "issued", "booked", "submitted", "taken", "creation", "filed", "registration", "entry", "booking", "submission", "issue")
            && Moments.StatesOf(terms, made.Lower).Count == 0 && !terms.References.Any(link => Moments.StatesOf(vocabulary.Of(link.Parent!), made.Lower).Count > 0) && Adjectives.Of(terms, made.Lower) is null && (Moments.DoneAt(terms, made.Lower) is not { } done || done.Required);
    }

    /// <summary>Which attributes may not change; null when an exception names none.</summary>
    private static Seq<string>? Kept(RuleLine line, FrozenTarget target, Seq<Token> exceptions, Expr? forbidden)
    {
        var ownState = forbidden is not null && forbidden.Refs().All(reference => reference.IsOwn);
        var columns = target.Columns.Count > 0 ? target.Columns : ownState ? Content.Of(target.Terms, target.Terms.Columns) : [];
        if (exceptions.Count == 0)
        {
            return columns;
        }

        var open = FieldLists.Read(new Speech(line.Vocabulary, target.Terms), exceptions, 0, exceptions.Count).Select(field => field.Column.Name).ToArray();
        return open.Length == 0 ? null
            : (columns.Count > 0 ? columns : target.Terms.Columns.Where(column => column != target.Terms.State).Select(column => column.Name)).Except(open, StringComparer.Ordinal).ToSeq();
    }

    /// <summary>The rows, or the attributes of rows, before the verb; only modal words stand between.</summary>
    private static FrozenTarget? Target(RuleLine line, Seq<Token> body, int verb)
    {
        var phrase = SubjectPhrase.At(line.Vocabulary, body, 0, verb);
        if (phrase is not null && AreModal(body, phrase.End, verb))
        {
            return new(phrase.Terms, phrase.Which, phrase.Name, [], phrase.End, phrase.Only, phrase.None);
        }

        var end = verb;
        while (end > 0 && body[end - 1].IsAny(Before))
        {
            end--;
        }

        var only = body[0].Is("only");
        var named = end == verb ? [] : FieldLists.Read(line.Speech, body, only ? 1 : 0, end);
        if (named.Count > 0 && named.All(field => field.Column.Entity == named[0].Column.Entity))
        {
            return new(line.Vocabulary.Of(named[0].Column.Entity), null, "", named.Select(field => field.Column.Name).ToSeq(), end, false, false);
        }

        return Noun(line, body, only, end) ?? Part(line, body, end);
    }

    /// <summary>"its lines", of what the condition speaks of.</summary>
    private static FrozenTarget? Part(RuleLine line, Seq<Token> body, int end)
    {
        if (end != 2 || !body[0].IsAny("its", "their") || Phrase.Key(body, 1, 1) is not { } key)
        {
            return null;
        }

        var dated = body[1].IsAny("dates", "times", "period") ? line.Vocabulary.EntitiesIn(line.Demand).Append(line.Subject).OfType<EntityTerms>().Distinct().Where(terms => Spans.Of(terms) is not null).Take(2).ToArray() : [];
        if (dated.Length == 1 && Spans.Of(dated[0]) is var (from, until))
        {
            return new(dated[0], null, "", [from.Name, until.Name], end, false, false);
        }

        var parts = line.Vocabulary.EntitiesIn(line.Demand).Append(line.Subject).OfType<EntityTerms>().SelectMany(terms => line.Vocabulary.PartsOf(terms, key)).Distinct().ToArray();
        return parts.Length == 1 ? new(parts[0], null, "", [], end, false, false) : null;
    }

    /// <summary>"Only drafts", "only open ones": the state used as a noun.</summary>
    private static FrozenTarget? Noun(RuleLine line, Seq<Token> body, bool only, int end)
    {
        var at = only ? 1 : 0;
        return end == at + 1 && line.Subject is { State: { } state } subject
            && (Values.Enumerated(body[at].Text, state) ?? Values.Enumerated(Facts.Language.Nouns.Singular(body[at].Lower), state)) is { } value
            ? new(subject, Logic.In(state, [value]), value, [], end, only, false) : null;
    }

    private static bool AreModal(Seq<Token> body, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (!body[at].IsAny(Before))
            {
                return false;
            }
        }

        return from < to;
    }

    /// <summary>Which changes are meant; null when other words follow the verb, which may change everything.</summary>
    private static ChangeVerbs? Ends(Seq<Token> body, int verb)
    {
        for (var at = verb + 1; at < body.Count; at++)
        {
            if (!body[at].IsAny("or", "and", ",", ".", "nor", "at", "all", "anymore", "any", "more", "permanently", "by", "anybody", "anyone", "in", "way", "whatsoever", "after", "creation", "once", "created", "written") && !body[at].IsAny(Verbs))
            {
                return null;
            }
        }

        return new ChangeVerbs(body);
    }

    private sealed record FrozenTarget(EntityTerms Terms, Expr? Which, string Name, Seq<string> Columns, int End, bool Only, bool None);
}
