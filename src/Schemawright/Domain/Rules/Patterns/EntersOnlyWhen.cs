using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "A show may be opened once every seat is free", "you cannot close a hall while one of its shows is open", "a ticket can be set to paid only when its
/// show is open": what must be true when a state is entered, of the row, of what it refers to and of its parts.
/// </summary>
internal sealed class EntersOnlyWhen : IRulePattern
{
    private static readonly string[] Openers = ["once", "after", "when", "whenever", "if", "while", "until", "unless", "before", "without"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var end = Rewording.End(words);
        var opener = Phrase.IndexOf(words, 2, Openers);
        if (words.Count > 40 || opener < 2 || opener + 1 >= end || words.Skip(opener + 1).Any(word => word.IsAny(Openers)))
        {
            return null;
        }

        var only = words[opener - 1].Is("only");
        if (StateEntry.Read(line.Vocabulary, [.. words.Take(only ? opener - 1 : opener)]) is not { } entry || Required(words[opener].Lower, entry, only) is not { } required)
        {
            return null;
        }

        Seq<Token> condition = [.. words.Skip(opener + 1).Take(end - opener - 1)];
        var wanted = words[opener].Is("without") ? Conditions(line, entry.Terms, [Rewording.Word("it"), Rewording.Word("has"), .. condition]) : Conditions(line, entry.Terms, condition);
        return wanted is null || !required && wanted.Count > 1 ? null : Made(entry, [.. wanted.Select(one => required ? one : one with { Condition = Logic.Opposite(one.Condition), Name = $"not {one.Name}", Part = null })]);
    }

    /// <summary>Whether the condition must hold (true) or may not (false); null where the sentence limits nothing.</summary>
    private static bool? Required(string opener, StateEntry entry, bool only) => opener switch
    {
        "unless" or "until" or "before" or "without" => entry.Denied ? true : null,
        "once" or "after" => entry.Denied ? null : true,
        "if" or "when" or "while" or "whenever" => entry.Denied ? false : only || entry.Only ? true : null,
        _ => null,
    };

    /// <summary>All parts of the condition joined by "and"; null when one of them is not understood.</summary>
    private static IReadOnlyList<PartsClause>? Conditions(RuleLine line, EntityTerms terms, Seq<Token> words)
    {
        for (var at = 2; at + 2 < words.Count; at++)
        {
            if (words[at].Is("and") && One(line, terms, [.. words.Take(words[at - 1].Is(",") ? at - 1 : at)]) is { } first && Conditions(line, terms, [.. words.Skip(at + 1)]) is { } rest)
            {
                return [first, .. rest];
            }
        }

        return One(line, terms, words) is { } whole ? [whole] : null;
    }

    private static PartsClause? One(RuleLine line, EntityTerms terms, Seq<Token> words)
    {
        if (PartsClause.Read(line.Vocabulary, terms, words, 0, words.Count) is { } parts)
        {
            return parts;
        }

        var read = Forbidding.Read(line, terms, words, "when");
        return read is null || read.Entity != terms.Name || read.Condition.Refs().Any(reference => reference.IsOwn && reference.Attribute == terms.State!.Name) ? null : new(read.Condition, read.Name, null, 0);
    }

    private static Reading? Made(StateEntry entry, IReadOnlyList<PartsClause> wanted)
    {
        var terms = entry.Terms;
        if (wanted.All(one => one.Condition.IsSameRow() && !one.Condition.UsesAggregate()) && !entry.Only && !entry.Denied)
        {
            // Of the row alone other forms know more: which states come after.
            return null;
        }

        return Reading.Of(wanted.Select(one => one.Part is { } part
            ? new RuleDraft(terms.Name, $"{one.Name} when {entry.States[0]}", RuleTrigger.Always, new AtLeast(part.Child, part.Role, one.Least, [.. entry.States]))
            : one.Condition.UsesAggregate() ? new RuleDraft(terms.Name, $"{one.Name} when {entry.States[0]}", Triggers.Enter(terms, [.. entry.States]), new Holds(one.Condition))
            : Moments.InState(terms, entry.States, one.Condition, $"{one.Name} when {entry.States[0]}")));
    }
}
