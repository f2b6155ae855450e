using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"After issue only the status and the paid amount may still change": all else that the row says is fixed from that state on.</summary>
internal sealed class MovesOnly : IRulePattern
{
    private static readonly string[] Moving = ["change", "changed", "move", "edited", "updated", "modified", "altered", "be", "may", "can", "still", "then", "is", "are", "both", "with", "it"];

    public Reading? Read(RuleLine line)
    {
        var words = Turned(line.Demand);
        var only = words.Count > 5 && words[0].IsAny("after", "from", "once") ? Phrase.IndexOf(words, 2, "only") : -1;
        if (only is < 2 or > 8 || line.Subject is not { State: { } state, Machine: { } machine } terms)
        {
            return null;
        }

        var deed = words.Skip(1).Take(only - 1).Where(word => word.Kind == TokenKind.Word && !word.IsAny("the", "its", "on", "it", "is", "has", "been", "a", "an") && word.Lower != terms.Name.ToLowerInvariant()).ToArray();
        var end = Rewording.End(words);
        while (end > only && words[end - 1].IsAny(Moving))
        {
            end--;
        }

        var fields = FieldLists.Read(new Speech(line.Vocabulary, terms), [.. words.Take(end).Where(word => !word.IsAny("with", "it"))], only + 1, end - words.Take(end).Count(word => word.IsAny("with", "it")));
        if (deed is not [var verb] || end == Rewording.End(words) || Moments.StatesOf(terms, verb.Lower) is not [var reached] || fields.Count == 0 || fields.Any(field => field.Entity != terms.Name || !field.IsOwn))
        {
            return null;
        }

        var later = Later(machine, reached);
        var kept = terms.Columns.Where(column => column != state && column.Role is null && fields.All(field => field.Column != column)).ToArray();
        var content = Content.Of(terms, kept);
        return content.Count == 0 ? null : Reading.Of(new RuleDraft(terms.Name, $"no change but of {string.Join(" and ", fields.Select(field => field.Column.Name))} after {reached}", new(TriggerKind.OnChange, content), new Unchangeable(content, Logic.In(state, later))));
    }

    /// <summary>"Only the status may change once it is issued": the moment stands first.</summary>
    private static Seq<Token> Turned(Seq<Token> words)
    {
        var once = words.Count > 5 && words[0].Is("only") ? Phrase.IndexOf(words, 2, "once", "after") : -1;
        return once < 0 || once + 1 >= words.Count ? words : [.. words.Skip(once).Take(Rewording.End(words) - once), .. words.Take(once)];
    }

    /// <summary>The state and whatever comes after it.</summary>
    private static List<string> Later(StateMachine machine, string first)
    {
        var reached = new List<string> { first };
        for (var at = 0; at < reached.Count; at++)
        {
            reached.AddRange(machine.Transitions.Where(step => step.From == reached[at] && !reached.Contains(step.To, StringComparer.Ordinal)).Select(step => step.To).Distinct(StringComparer.Ordinal).ToList());
        }

        return reached;
    }
}
