using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "A note belongs either to a boat or to a berth, never to both", "a shipped crate is for a shop or for a stall, not both": exactly one of two references
/// is filled; "A and B are mutually exclusive": not both are.
/// </summary>
internal sealed class BelongsToEither : IRulePattern
{
    private static readonly string[] Joints = ["to", "for", "about", "on", "with", "at", "by", "a", "an", "the", "one", "its"];
    private static readonly string[] Verbs = ["is", "are", "belongs", "belong", "refers", "refer", "assigned", "linked", "attached", "tied", "points", "point", "goes", "made", "given", "bound", "relates", "either", "must", "be", "always", "has", "have", "names", "hangs"];

    public Reading? Read(RuleLine line) => Exclusive(line) ?? Either(line);

    private static Reading? Exclusive(RuleLine line)
    {
        var words = line.Demand;
        var are = Phrase.IndexOf(words, 3, "are", "is");
        var end = Rewording.End(words);
        if (are < 3 || !(Phrase.At(words, end - 2, "mutually", "exclusive") && end - 2 == are + 1 || Phrase.At(words, are + 1, "never", "both") && end - are <= 4))
        {
            return null;
        }

        var fields = FieldLists.Read(line.Speech, words, 0, are);
        return fields is [{ IsOwn: true } first, { IsOwn: true } second] && first.Entity == second.Entity && first.Column != second.Column
            ? Reading.Of(line.Must(first.Entity, $"not both {first.Column.Name} and {second.Column.Name}", new Or([new Not(new IsPresent(first.Ref)), new Not(new IsPresent(second.Ref))]))) : null;
    }

    private static Reading? Either(RuleLine line)
    {
        var words = line.Demand;
        var both = Phrase.IndexOf(words, 4, "both");
        var or = Phrase.IndexOf(words, 3, "or");
        if (both < 0 || or < 0 || or > both || !words.Skip(or).Take(both - or).Any(word => word.IsAny("not", "never")) || SubjectPhrase.At(line.Vocabulary, words, 0, words.Count) is not { Only: false, None: false } rows)
        {
            return null;
        }

        var at = rows.End;
        while (at < or && words[at].IsAny(Verbs))
        {
            at++;
        }

        var speech = new Speech(line.Vocabulary, rows.Terms);
        if (at == rows.End || Named(speech, rows.Terms, words, at, or) is not { } one || Named(speech, rows.Terms, words, or + 1, both) is not { } other || one == other)
        {
            return null;
        }

        Expr first = new IsPresent(one.Ref);
        Expr second = new IsPresent(other.Ref);
        var exactly = new And([new Or([first, second]), new Or([new Not(first), new Not(second)])]);
        var name = $"either {one.Name} or {other.Name}";
        return Reading.Of(rows.Which is { } which ? line.Must(rows.Terms.Name, $"{name} when {rows.Name}", new Implies(which, exactly)) : line.Must(rows.Terms.Name, name, exactly));
    }

    /// <summary>The one reference or attribute between the places, with nothing but joints and marks around it.</summary>
    private static Column? Named(Speech speech, EntityTerms terms, Seq<Token> words, int from, int to)
    {
        while (from < to && words[from].IsAny(Joints))
        {
            from++;
        }

        if (from >= to)
        {
            return null;
        }

        var reference = speech.ReferenceAt(words, from, out var width);
        var own = reference is null && speech.At(words, from) is { IsOwn: true } operand && operand.Entity == terms.Name && !operand.Column.Required ? operand : null;
        var end = reference is not null ? from + width : own?.End ?? to;
        return Enumerable.Range(end, Math.Max(0, to - end)).All(place => words[place].Kind == TokenKind.Mark || words[place].IsAny("not", "never", "but", "to", "for", "and", "about")) ? reference ?? own?.Column : null;
    }
}
