using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"A grade can only be given to completed enrolments", "a tracking number may only be set when the parcel is sent": an attribute stays empty in all other rows.</summary>
internal sealed class FilledOnly : IRulePattern
{
    private static readonly string[] Given = ["given", "set", "entered", "recorded", "filled", "assigned", "stored", "specified", "provided", "awarded", "added", "present"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        if (words.Count is < 6 or > 22)
        {
            return null;
        }

        var verb = Phrase.IndexOf(words, 2, Given);
        var said = verb < 2 ? [] : words.Take(verb).ToArray();
        if (verb < 2 || !(Array.Exists(said, word => word.Is("only")) || verb + 1 < words.Count && words[verb + 1].Is("only")) || Phrase.Has(said, "not", "cannot", "never", "no"))
        {
            return null;
        }

        var joint = verb + 1 + (verb + 1 < words.Count && words[verb + 1].Is("only") ? 1 : 0);
        return joint + 1 >= words.Count ? null : OfRows(line, words, joint) ?? OnCondition(line, words, joint);
    }

    /// <summary>"… to completed enrolments": the rows are named with their quality.</summary>
    private static Reading? OfRows(RuleLine line, Seq<Token> words, int joint)
    {
        if (!words[joint].IsAny("to", "for", "on", "in", "of") || SubjectPhrase.At(line.Vocabulary, words, joint + 1, words.Count) is not { Which: { } which, None: false } rows || rows.End < Rewording.End(words))
        {
            return null;
        }

        return Column(line, rows.Terms, words) is { } column ? Filled(line, rows.Terms, column, which, rows.Name) : null;
    }

    private static Reading? OnCondition(RuleLine line, Seq<Token> words, int joint)
    {
        if (!words[joint].IsAny("when", "if", "once", "while", "after") || line.Subject is not { } terms || Column(line, terms, words) is not { } column || Premises.Read(line, words, joint + 1, words.Count) is not { } clause || clause.Entity != terms.Name || !clause.Condition.IsSameRow())
        {
            return null;
        }

        return Filled(line, terms, column, clause.Condition, clause.Name);
    }

    private static Column? Column(RuleLine line, EntityTerms terms, Seq<Token> words)
    {
        var modal = Phrase.IndexOf(words, 1, "can", "may", "must", "is", "are");
        var start = Speech.SkipDeterminers(words, 0);
        return modal > start && new Speech(line.Vocabulary, terms).At(words, start) is { IsOwn: true, Column.IsForeignKey: false } operand && operand.Entity == terms.Name && operand.End == modal && operand.Column is { Required: false } ? operand.Column : null;
    }

    private static Reading Filled(RuleLine line, EntityTerms terms, Column column, Expr which, string name) =>
        Reading.Of(line.Must(terms.Name, $"{column.Name} given only when {name}", new Implies(new IsPresent(column.Ref), which)));
}
