using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Each club keeps at least one active coach at all times", "every team has exactly one leader": how many parts of a quality, told by a value used as a noun, a thing has.</summary>
internal sealed class KeepsOneInState : IRulePattern
{
    private const int LongestValue = 3;

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var verb = words.Count is > 4 and < 16 && words[0].IsAny("each", "every", "a", "an") ? Phrase.IndexOf(words, 2, "keeps", "has", "needs", "keep", "have") : -1;
        if (verb < 2 || SubjectPhrase.At(line.Vocabulary, words, 0, verb) is not { Only: false, None: false } rows || rows.End != (words[verb - 1].IsAny("must", "always") ? verb - 1 : verb) || rows.Which?.IsSameRow() == false)
        {
            return null;
        }

        var whole = rows.Terms;

        var exactly = words[verb + 1].Is("exactly");
        var figure = exactly ? verb + 2 : Phrase.At(words, verb + 1, "at", "least") ? verb + 3 : -1;
        var end = Rewording.End(words);
        end -= end > 4 && Phrase.At(words, end - 3, "at", "all", "times") ? 3 : 0;
        if (figure < 0 || figure + 1 >= end || Figures.At(words, figure) is not ({ } number and >= 1 and < 100) || Counted(line, whole, [.. words.Skip(figure + 1).Take(end - figure - 1)]) is not var (link, which))
        {
            return null;
        }

        var count = new Aggregate(AggregateKind.Count, link.Child, link.Role, null, which);
        Expr enough = new Compare(exactly ? CompareOp.Equal : CompareOp.GreaterOrEqual, count, Literal.Number(number));
        var name = $"{(exactly ? "exactly" : "at least")} {number:0} {words[end - 1].Lower}";
        return Reading.Of(new RuleDraft(whole.Name, rows.Which is null ? name : $"{name} when {rows.Name}", RuleTrigger.Always, new Holds(rows.Which is { } given ? new Implies(given, enough) : enough)));
    }

    /// <summary>"active coach" where a coach is a role of members, and the club's members have it.</summary>
    private static (Relationship Link, Expr Which)? Counted(RuleLine line, EntityTerms whole, Seq<Token> words)
    {
        if (line.Vocabulary.EntityAt(words, words.Count - 1, out _) is not null)
        {
            return null;
        }

        for (var length = Math.Min(LongestValue, words.Count); length > 0; length--)
        {
            // "fire watch" is one value of two words.
            string[] said = [.. words.Skip(words.Count - length).Select(word => word.Lower)];
            said[^1] = Nouns.Singular(said[^1]);
            var value = string.Join(' ', said);
            var found = line.Vocabulary.Children(whole.Name).Where(link => link.Child != whole.Name).SelectMany(link => line.Vocabulary.Of(link.Child).Columns.Where(column => Values.Enumerated(value, column) is not null).Select(column => (Link: link, Column: column))).Take(2).ToArray();
            if (found is [var (only, column)])
            {
                var terms = line.Vocabulary.Of(only.Child);
                var before = words.Take(words.Count - length).Where(word => !word.IsAny("and", ",")).Select(word => Adjectives.Denied(terms, word.Lower)).ToArray();
                return before.Contains(null) ? null : (only, Logic.All([Logic.In(column, [Values.Enumerated(value, column)!]), .. before.OfType<Expr>()]));
            }
        }

        return null;
    }
}
