using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"While a shop is closed, no order can be placed in it", "as long as a budget is frozen, no award may be approved against it": rows are not made, or take no state, while what they refer to has a quality.</summary>
internal sealed class RefusesWhile : IRulePattern
{
    private static readonly string[] Making = ["started", "made", "created", "opened", "placed", "booked", "added", "entered", "planned", "taken", "registered", "issued", "filed", "requested", "begun", "recorded", "accepted", "granted", "given"];

    public Reading? Read(RuleLine line) => Led(line, line.Demand) ?? Led(line, Turned(line));

    /// <summary>"No crate may be packed for a guest who is barred": the quality of what it would refer to stands behind.</summary>
    private static Seq<Token> Turned(RuleLine line)
    {
        var words = line.Demand;
        var modal = words.Count is > 7 and < 24 && words[0].Is("no") ? Phrase.IndexOf(words, 2, "may", "can", "must") : -1;
        var joint = modal < 0 ? -1 : Phrase.IndexOf(words, modal + 2, "for", "in", "on", "under", "against", "to", "from");
        return joint != modal + 3 || !words[modal + 1].Is("be") || SubjectPhrase.At(line.Vocabulary, words, joint + 1, words.Count) is not { Which: not null, Only: false, None: false } rows || rows.End < Rewording.End(words) ? []
            : [Rewording.Word("while"), .. words.Skip(joint + 1).Take(rows.End - joint - 1), Rewording.Word(","), .. words.Take(joint)];
    }

    private static Reading? Led(RuleLine line, Seq<Token> words)
    {
        var comma = words.Count is > 8 and < 30 && words[0].IsAny("while", "when", "if") ? Phrase.IndexOf(words, 3, ",") : -1;
        if (comma < 0 || comma + 4 >= words.Count || !words[comma + 1].Is("no") || Rows(line, words, comma) is not { } closed)
        {
            return null;
        }

        var noun = comma + 2 + (words[comma + 2].IsAny("new", "further", "more") ? 1 : 0);
        if (line.Vocabulary.EntityAt(words, noun, out var width) is not { } made || Way(line, made, line.Vocabulary.Of(closed.Entity)) is not { Count: > 0 } roles || made.References.FirstOrDefault(link => link.Role == roles[0]) is not { } reference)
        {
            return null;
        }

        var verb = noun + width;
        while (verb < words.Count && words[verb].IsAny("can", "may", "must", "be", "is", "are", "shall"))
        {
            verb++;
        }

        if (verb == noun + width || verb >= words.Count || !words.Skip(verb + 1).Take(Rewording.End(words) - verb - 1).All(word => word.IsAny("under", "in", "on", "for", "against", "with", "it", "them", "him", "her", "there", "at", "by", "from", "to")))
        {
            return null;
        }

        var role = roles[^1];
        var must = roles.Reverse().Aggregate(Logic.Opposite(closed.Condition), (inner, step) => inner.From(step));
        return Moments.StatesOf(made, words[verb].Lower) is { Count: > 0 } states && made.Machine is { } machine && !states.Any(machine.Initial.Contains) ? Reading.Of(Moments.InState(made, states, must, $"{role} not {closed.Name} when {states[0]}"))
            : words[verb].IsAny(Making) ? Reading.Of(new RuleDraft(made.Name, $"{role} not {closed.Name}", new(TriggerKind.OnChange, [reference.Name]), new Holds(must))) : null;
    }

    /// <summary>How the rows lead to what is closed, at one remove or more.</summary>
    private static Seq<string>? Way(RuleLine line, EntityTerms made, EntityTerms closed) =>
        new Speech(line.Vocabulary, made).ReferenceTo(closed) is { Role: { } role } ? [role] : Paths.To(line.Vocabulary, made, closed);

    private static Clause? Rows(RuleLine line, Seq<Token> words, int comma)
    {
        var start = Speech.SkipDeterminers(words, 1);
        return line.Vocabulary.EntityAt(words, start, out _) is { } terms && Premises.Read(line.About(terms, words), words, 1, comma) is { } read && read.Entity == terms.Name ? read : null;
    }
}
