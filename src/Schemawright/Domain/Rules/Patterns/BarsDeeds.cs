using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "Cellar rooms are never rented out", "only released lots can be picked", "a barred guest cannot open an account": what is done with a thing is told by
/// rows that refer to it, and these are not made for things of that quality.
/// </summary>
internal sealed class BarsDeeds : IRulePattern
{
    private const int Longest = 16;

    // What is done to the row itself, and needs no other.
    private static readonly string[] ToItself = ["deleted", "removed", "changed", "edited", "modified", "updated", "altered", "added", "archived", "created", "used", "set", "seen", "shown", "moved", "reopened", "reactivated"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        if (words.Count is < 4 or > Longest || Phrase.Has(words, "if", "when", "unless", "until", "while", "before", "after", "except", "without") || Rows(line, words) is not { Which: { } which, None: false } phrase)
        {
            return null;
        }

        var verb = phrase.End;
        while (verb < words.Count && words[verb].IsAny("can", "cannot", "may", "must", "not", "never", "be", "is", "are", "only"))
        {
            verb++;
        }

        var modal = words.Skip(phrase.End).Take(verb - phrase.End).ToArray();
        var denied = Array.Exists(modal, word => word.IsAny("not", "never", "cannot"));
        if (modal.Length == 0 || verb >= Rewording.End(words) || denied == phrase.Only || Moments.StatesOf(phrase.Terms, words[verb].Lower).Count > 0)
        {
            return null;
        }

        var must = phrase.Only ? which : Logic.Opposite(which);
        return modal[^1].IsAny("be", "is", "are", "never") && words[verb].Lower.EndsWith("ed", StringComparison.Ordinal) || words[verb].IsAny("let", "lent", "sold", "taken")
            ? Suffered(line, phrase, words, verb, must) : phrase.Only ? null : Done(line, phrase, words, verb, must);
    }

    /// <summary>The noun with its qualities, or with a clause that tells them: "kits for which lending is not allowed".</summary>
    private static SubjectPhrase? Rows(RuleLine line, Seq<Token> words)
    {
        if (SubjectPhrase.At(line.Vocabulary, words, 0, words.Count) is { Which: not null } plain)
        {
            return plain;
        }

        var modal = Phrase.IndexOf(words, 2, "can", "cannot", "may", "must", "never");
        return modal > 2 && words.Take(modal).Any(word => word.IsAny("which", "that", "who")) && RowsPhrase.Read(line, [.. words.Take(modal)]) is { } told ? new(told.Terms, told.Which, told.Name, 0, modal, told.Only, told.None) : null;
    }

    /// <summary>"… are never rented out": the one kind of row that is named for the deed, or has it as a value.</summary>
    private static Reading? Suffered(RuleLine line, SubjectPhrase phrase, Seq<Token> words, int verb, Expr must)
    {
        if (words[verb].IsAny(ToItself) || !words.Skip(verb + 1).Take(Rewording.End(words) - verb - 1).All(word => word.IsAny("out", "again", "at", "all", "on")))
        {
            return null;
        }

        var links = line.Vocabulary.Children(phrase.Terms.Name).Where(link => link.Child != phrase.Terms.Name).ToArray();
        if (links.Where(link => Naming.Words(link.Child).Any(word => Stems.Same(word, words[verb].Lower) || Bynames.SameDeed(word, words[verb].Lower))).ToArray() is [var named])
        {
            return Made(line, phrase, named.Child, named.Role, must, null);
        }

        var valued = links.SelectMany(link => line.Vocabulary.Of(link.Child).Columns.SelectMany(column => column.Type.Values.Where(value => Naming.Words(value) is [var only] && Stems.Same(only, words[verb].Lower)).Select(value => (Link: link, Column: column, Value: value)))).ToArray();
        return valued is [var (only, kind, said)] ? Made(line, phrase, only.Child, only.Role, must, Logic.In(kind, [said])) : null;
    }

    /// <summary>"… cannot open an account": the rows named, which refer to the one who would do it.</summary>
    private static Reading? Done(RuleLine line, SubjectPhrase phrase, Seq<Token> words, int verb, Expr must)
    {
        var start = verb + 1;
        while (start < words.Count && words[start].IsAny("a", "an", "any", "new", "further", "another", "more", "the"))
        {
            start++;
        }

        return words[verb].IsAny("open", "start", "make", "place", "create", "book", "get", "receive", "take", "submit", "file", "begin", "request", "register", "enter", "have") && start < words.Count && line.Vocabulary.EntityAt(words, start, out var width) is { } made && start + width >= Rewording.End(words)
            && Moments.StatesOf(made, words[verb].Lower).Count == 0 && new Speech(line.Vocabulary, made).ReferenceTo(phrase.Terms) is { Role: { } role } ? Made(line, phrase, made.Name, role, must, null) : null;
    }

    private static Reading Made(RuleLine line, SubjectPhrase phrase, string child, string role, Expr must, Expr? only)
    {
        var demand = must.From(role);
        var reference = line.Vocabulary.Of(child).References.First(link => link.Role == role);
        Seq<string> given = only is null ? [reference.Name] : [reference.Name, .. only.Refs().Select(told => told.Attribute)];
        return Reading.Of(new RuleDraft(child, $"{role} {(phrase.Only ? "" : "not ")}{phrase.Name}", new(TriggerKind.OnChange, given), new Holds(only is null ? demand : new Implies(only, demand))));
    }
}
