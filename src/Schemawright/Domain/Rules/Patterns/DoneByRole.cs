using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "Orders above 3,000 are approved by finance", "a waiver must be signed by an owner or a manager", "only an owner approves", "clerks approve nothing": the
/// role of who is recorded to have done it.
/// </summary>
internal sealed class DoneByRole : IRulePattern
{
    private static readonly string[] Modals = ["must", "be", "is", "are", "can", "may", "only", "always", "shall", "has", "have", "to", "been", "not", "never", "cannot"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        return words.Count is < 4 or > 22 || Phrase.Has(words, "if", "when", "unless", "until", "same", "differ", "different") ? null : By(line, words) ?? Only(line, words);
    }

    /// <summary>"… are approved by finance".</summary>
    private static Reading? By(RuleLine line, Seq<Token> words)
    {
        var by = Phrase.IndexOf(words, 2, "by");
        if (by < 2 || by + 1 >= words.Count || words[by - 1].Kind != TokenKind.Word || SubjectPhrase.At(line.Vocabulary, words, 0, by - 1) is not { Only: false, None: false } phrase)
        {
            return null;
        }

        var modal = words.Skip(phrase.End).Take(by - 1 - phrase.End).ToArray();
        var permits = Array.Exists(modal, word => word.IsAny("can", "may")) && !words.Skip(phrase.End).Take(by + 1).Any(word => word.Is("only"));
        var end = by + (words[by + 1].Is("only") ? 2 : 1);
        if (modal.Length == 0 || permits || !Array.TrueForAll(modal, word => word.IsAny(Modals)) || Moments.DoneBy(phrase.Terms, words[by - 1].Lower) is not { } doer || Role(line, doer, words, end, Rewording.End(words)) is not { } role)
        {
            return null;
        }

        return Made(line, phrase.Terms, doer, role, phrase.Which, phrase.Name, Array.Exists(modal, word => word.IsAny("not", "never", "cannot")));
    }

    /// <summary>"Only an owner approves", "only managers may sign it".</summary>
    private static Reading? Only(RuleLine line, Seq<Token> words)
    {
        var only = words[0].IsAny("and", "then") ? 1 : 0;
        var verb = Enumerable.Range(only + 2, Math.Max(0, Math.Min(5, words.Count - only - 2))).FirstOrDefault(at => words[at].Kind == TokenKind.Word && Doer(line, words, at) is not null, -1);
        if (!words[only].Is("only") || verb < 0 || Doer(line, words, verb) is not var (terms, doer))
        {
            return null;
        }

        var modal = words[verb - 1].IsAny("may", "can") ? verb - 1 : verb;
        var tail = words.Skip(verb + 1).Take(Rewording.End(words) - verb - 1).ToArray();
        return !Array.TrueForAll(tail, word => word.IsAny("it", "them", "this", "such", "the", "a", "an") || line.Vocabulary.EntityAt([word], 0, out _) == terms) || Role(line, doer, words, only + 1, modal) is not { } role ? null
            : Made(line, terms, doer, role, null, "", false);
    }

    private static (EntityTerms Terms, Column Doer)? Doer(RuleLine line, Seq<Token> words, int verb)
    {
        foreach (var terms in line.Vocabulary.EntitiesIn([.. words.Skip(verb + 1)]).Append(line.Subject).OfType<EntityTerms>())
        {
            if (words[verb].Lower.Length > 3 && Moments.DoneBy(terms, words[verb].Lower) is { } doer)
            {
                return (terms, doer);
            }
        }

        return null;
    }

    /// <summary>Which of those who can do it: a value of theirs in the singular or plural, or their noun with a quality.</summary>
    private static Qualifier? Role(RuleLine line, Column doer, Seq<Token> words, int from, int to)
    {
        if (line.Vocabulary.Find(doer.Parent) is not { } parent || from >= to)
        {
            return null;
        }

        if (SubjectPhrase.At(line.Vocabulary, words, from, to) is { Which: { } which, None: false } phrase && phrase.Terms == parent && phrase.End == to)
        {
            return new(which, phrase.Name, to);
        }

        Seq<Token> single = [.. words.Skip(from).Take(to - from).Select(word => word.Kind == TokenKind.Word ? Rewording.Word(Nouns.Singular(word.Lower)) : word)];
        if (Listed(parent, words, from, to) is { } spelled)
        {
            return spelled;
        }

        return StateLists.At(parent, words, from, to) is { } listed && listed.End == to ? listed
            : StateLists.At(parent, single, 0, single.Count) is { } one && one.End == single.Count ? one : null;
    }

    /// <summary>"a board member or a finance officer": values of one attribute, of several words each.</summary>
    private static Qualifier? Listed(EntityTerms parent, Seq<Token> words, int from, int to)
    {
        var said = string.Join(' ', words.Skip(from).Take(to - from).Where(word => !word.IsAny("a", "an", "the")).Select(word => Nouns.Singular(word.Lower))).Split(" or ");
        var columns = said.Length > 4 ? [] : parent.Columns.Where(column => column.Type.Values.Count > 0 && Array.TrueForAll(said, value => Values.Enumerated(value, column) is not null)).Take(2).ToArray();
        return columns is [var only] ? new(Logic.In(only, [.. said.Select(value => Values.Enumerated(value, only)!)]), string.Join(" or ", said), to) : null;
    }

    private static Reading Made(RuleLine line, EntityTerms terms, Column doer, Qualifier role, Expr? which, string name, bool denied)
    {
        var has = denied ? Logic.Opposite(role.Which) : role.Which;
        var demand = has.From(doer.Role!);
        return Reading.Of(line.Must(terms.Name, $"{doer.Name} {(denied ? "not " : "")}{role.Name}{(which is null ? "" : $" when {name}")}", which is null ? demand : new Implies(which, demand)));
    }
}
