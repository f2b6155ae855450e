using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"paid_at must be set when the status is paid and empty otherwise", "the return date is given exactly when the loan is returned": filled in these rows and in no others.</summary>
internal sealed class FilledExactly : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var end = Rewording.End(words);
        var otherwise = end > 6 && words[end - 1].Is("otherwise") && words[end - 2].IsAny("empty", "null", "blank", "absent", "missing", "unset");
        end -= otherwise ? words[end - 3].IsAny("and", ",") ? 3 : words[end - 3].Is("be") ? 5 : 0 : 0;
        var exactly = Phrase.IndexOf(words, 2, "exactly");
        var opener = exactly > 0 && exactly + 1 < words.Count && words[exactly + 1].IsAny("when", "if") ? exactly + 1 : otherwise ? Phrase.IndexOf(words, 2, "when", "if", "once") : -1;
        if (opener < 3 || opener + 1 >= end || words.Count > 30 || words.Take(opener).Any(word => word.IsAny("not", "never", "cannot", "empty")) || !words.Take(opener).Any(word => Adjectives.SaysPresent(word.Lower) || word.Is("required"))
            || line.Speech.At(words, 0) is not { IsOwn: true, Column.IsForeignKey: false } operand || Premises.Read(line.About(line.Vocabulary.Of(operand.Entity)), words, opener + 1, end) is not { } clause || clause.Entity != operand.Entity)
        {
            return null;
        }

        var given = new IsPresent(operand.Ref);
        return Reading.Of(
            line.Must(operand.Entity, $"{operand.Column.Name} given when {clause.Name}", new Implies(clause.Condition, given)),
            line.Must(operand.Entity, $"{operand.Column.Name} given only when {clause.Name}", new Implies(given, clause.Condition)));
    }
}
