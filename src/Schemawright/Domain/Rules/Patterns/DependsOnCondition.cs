using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "If shipped, a tracking number is required", "due date is required when status is 'sent'", "X cannot be empty unless draft", "A
/// implies B".
/// </summary>
internal sealed class DependsOnCondition : IRulePattern
{
    private static readonly string[] Openers = ["if", "when", "whenever", "once", "for", "where", "unless", "while", "after", "before"];
    private static readonly string[] Inner = ["if", "when", "whenever", "once", "unless", "where", "while"];

    public Reading? Read(RuleLine line) => Leading(line, line.Demand) ?? Trailing(line, line.Demand) ?? ForRows(line, line.Demand) ?? Implies(line, line.Demand) ?? Requiring(line, line.Demand);

    private static Reading? Leading(RuleLine line, IReadOnlyList<Token> words)
    {
        if (words.Count < 4 || !words[0].IsAny(Openers))
        {
            return null;
        }

        var comma = Phrase.IndexOf(words, 1, "then");
        comma = comma < 0 ? Phrase.IndexOf(words, 1, ",") : comma;
        if (comma < 2 || comma >= words.Count - 1)
        {
            return null;
        }

        if (words[0].Is("before") && Premises.Read(line, words, 1, comma) is not { Condition: Compare { Op: CompareOp.Equal, Left: Ref { IsOwn: true } } or OneOf })
        {
            // Before a state is reached, what it needs must be there; before a moment something else is meant.
            return null;
        }

        return Implied(line, words, (1, comma), (words[comma + 1].Is("then") ? comma + 2 : comma + 1, words.Count), words[0].Is("unless"));
    }

    private static Reading? Trailing(RuleLine line, IReadOnlyList<Token> words)
    {
        var opener = Phrase.IndexOf(words, 2, Inner);
        if (opener < 2 || opener >= words.Count - 1 || words[opener - 1].Is("only"))
        {
            return null;
        }

        return Implied(line, words, (opener + 1, words.Count), (0, words[opener - 1].Is(",") ? opener - 1 : opener), words[opener].Is("unless"));
    }

    /// <summary>"The insurance value is mandatory for artworks on loan": the rows are named with their quality.</summary>
    private static Reading? ForRows(RuleLine line, IReadOnlyList<Token> words)
    {
        var joint = Phrase.IndexOf(words, 3, "for");
        if (joint < 3 || !words[joint - 1].IsAny("mandatory", "required", "needed", "compulsory", "obligatory") || SubjectPhrase.At(line.Vocabulary, words, joint + 1, words.Count) is not { Which: { } which, None: false, Only: false } rows || rows.End < Rewording.End(words))
        {
            return null;
        }

        var terms = rows.Terms;
        return PresenceClause.Read(new Speech(line.Vocabulary, terms), words, 0, joint) is { } given && given.Entity == terms.Name
            ? Reading.Of(line.Must(terms.Name, $"{given.Name} when {rows.Name}", new Implies(which, given.Condition))) : null;
    }

    /// <summary>"status = 'sent' implies sent_at is given", "A => B".</summary>
    private static Reading? Implies(RuleLine line, IReadOnlyList<Token> words)
    {
        var arrow = Phrase.IndexOf(words, 1, "implies", "=>");
        return arrow < 1 || arrow >= words.Count - 1 ? null : Implied(line, words, (0, arrow), (arrow + 1, words.Count), false);
    }

    /// <summary>"Rejection requires a comment": the action alone names its state.</summary>
    private static Reading? Requiring(RuleLine line, IReadOnlyList<Token> words)
    {
        var verb = Phrase.IndexOf(words, 1, "requires", "require", "need", "needs");
        var start = Speech.SkipDeterminers(words, 0);
        if (verb > start && verb < words.Count - 2 && verb - start < 4 && Implied(line, words, (start, verb), (verb + 1, words.Count), false) is { } implied)
        {
            return implied;
        }

        if (verb != start + 1 || verb >= words.Count - 1 || line.Subject is not { State: { } state } subject || Moments.StatesOf(subject, words[start].Lower) is not { Count: > 0 } states)
        {
            return null;
        }

        var then = Needed(line, words, Speech.SkipDeterminers(words, verb + 1), words.Count);
        return then is null || then.Entity != subject.Name ? null
            : Reading.Of(line.Must(then.Entity, $"{then.Name} when {states[0]}", new Implies(Logic.In(state, states), then.Condition)));
    }

    private static Reading? Implied(RuleLine line, IReadOnlyList<Token> words, (int From, int To) condition, (int From, int To) consequence, bool unless)
    {
        if (Premises.Read(line, words, condition.From, condition.To) is not { } when)
        {
            return null;
        }

        var premise = unless ? when with { Condition = Logic.Opposite(when.Condition) } : when;
        var then = Conditions.Read(line.Speech, words, consequence.From, consequence.To) ?? Needed(line, words, Speech.SkipDeterminers(words, consequence.From), consequence.To);
        if (then is not null && then.Entity == when.Entity)
        {
            return Reading.Of(line.Must(then.Entity, $"{then.Name} {(unless ? "unless" : "when")} {when.Name}", new Implies(premise.Condition, then.Condition)));
        }

        var about = line.Vocabulary.Of(when.Entity);
        var rest = consequence.From == 0 ? line.With([.. words.Take(consequence.To)]) : line.About(line.Subject ?? about, [.. words.Skip(consequence.From).Take(consequence.To - consequence.From)]);
        var read = RulePatterns.Read(rest) ?? (line.Subject == about ? null : RulePatterns.Read(line.About(about, rest.Tokens)));
        return read is null ? null : Conditioned.By(line.Vocabulary, read, premise);
    }

    /// <summary>"the inspector must write notes": who has to do it is not what is demanded.</summary>
    private static int Actor(IReadOnlyList<Token> words, int from, int to)
    {
        var modal = Phrase.IndexOf(words, from, "must", "has", "have", "needs", "shall");
        var verb = modal < 0 ? -1 : modal + 1 < to && words[modal + 1].Is("to") ? modal + 2 : modal + 1;
        return modal > from && modal - from <= 3 && verb < to && words[verb].IsAny("write", "give", "state", "add", "enter", "record", "provide", "specify") && !words[verb - 1].Is("be") ? verb : from;
    }

    /// <summary>"a tracking number (is required)", "require a fine": the thing alone.</summary>
    private static Clause? Needed(RuleLine line, IReadOnlyList<Token> words, int from, int to)
    {
        from = Actor(words, from, to);
        from = from < to && words[from].IsAny("require", "requires", "provide", "record", "enter", "specify", "write", "give", "state", "add") ? Speech.SkipDeterminers(words, from + 1) : from;
        if (from < to && LengthClause.Read(line.Speech, words, from, to, needed: true) is { } text)
        {
            return text;
        }

        if (from >= to || line.Speech.At(words, from)?.AtHome is not { } operand)
        {
            return null;
        }

        var at = operand.End;
        while (at < to && words[at].IsAny("is", "are", "must", "be", "required", "mandatory", "given", "provided", "present", "set", "."))
        {
            at++;
        }

        return at < to ? null : new(operand.Entity, new IsPresent(operand.Ref), $"{operand.Column.Name} given");
    }
}
