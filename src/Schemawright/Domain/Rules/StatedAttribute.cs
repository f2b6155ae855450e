using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;

namespace Schemawright.Domain.Rules;

/// <summary>"The settled amount equals the price of the tour": an attribute with a state of its row before it, of which rows the demand is made.</summary>
internal static class StatedAttribute
{
    public static Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var start = Speech.SkipDeterminers(words, 0);
        if (words.Count < 5 || start == 0 || start + 2 >= words.Count || line.Depth > 3 || line.Subject is not { State: { } state } subject || Values.Enumerated(words[start].Text, state) is not { } value
            || line.Speech.At(words, start + 1) is not { IsOwn: true, Column: { IsForeignKey: false } column } operand || operand.Entity != subject.Name || column == state)
        {
            return null;
        }

        return RulePatterns.Read(line.About(subject, [.. words.Skip(start + 1)])) is { } reading
            ? Conditioned.By(line.Vocabulary, reading, new(subject.Name, Logic.In(state, [value]), value)) : null;
    }
}
