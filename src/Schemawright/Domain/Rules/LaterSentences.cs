using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules;

/// <summary>What a later sentence says of what the sentences before demanded: which rows do not count, which are free, what holds of the field named last.</summary>
internal static class LaterSentences
{
    /// <summary>All that is then demanded; null when the sentence says nothing of the kind.</summary>
    public static Reading? Read(RuleLine line, Seq<Token> part, Reading before, Func<RuleLine, Reading?> read) => Uncounted(line, part, before) ?? Freed(line, part, before) ?? OfLast(line, part, before, read);

    /// <summary>"There is one bill per member and year. Void bills do not count": what was demanded so far holds of all other rows.</summary>
    private static Reading? Uncounted(RuleLine line, Seq<Token> part, Reading before)
    {
        var end = Rewording.End(part);
        var verb = Phrase.IndexOf(part, 1, "do", "does", "are", "is");
        var said = verb < 1 || verb + 2 > end ? "" : string.Join(' ', part.Skip(verb).Take(end - verb).Select(word => word.Lower));
        if (said is not ("do not count" or "does not count" or "are not counted" or "is not counted" or "are ignored" or "are exempt" or "are excepted" or "are left out" or "do not count here" or "do not count towards it")
            || before.Rules.Select(rule => rule.Entity).Concat(before.Keys.Select(key => key.Entity)).Distinct(StringComparer.Ordinal).ToArray() is not [var entity])
        {
            return null;
        }

        var terms = line.Vocabulary.Of(entity);
        Seq<Token> noun = SeveralSentences.Ones([.. part.Take(verb)], terms);
        return SubjectPhrase.At(line.Vocabulary, noun, 0, noun.Count) is { Which: { } which, Only: false, None: false } rows && rows.Terms == terms && rows.End == noun.Count
            && Conditioned.By(line.Vocabulary, before, new(entity, Logic.Opposite(which), $"not {rows.Name}")) is { } narrowed ? narrowed
            : line.Vocabulary.EntityAt(noun, noun.Count - 1, out _) == terms ? Reading.Unclear("which rows do not count is not known, and without them it would demand more than it says") : null;
    }

    /// <summary>"A show has either a hall or a tent, not both. Drafts may have neither": what must be given need not be of those rows.</summary>
    private static Reading? Freed(RuleLine line, Seq<Token> part, Reading before)
    {
        var end = Rewording.End(part);
        if (end < 4 || !Phrase.At(part, end - 3, "may", "have", "neither") && !Phrase.At(part, end - 3, "can", "have", "neither") && !Phrase.At(part, end - 3, "need", "have", "neither") || before.Keys.Count > 0 || before.Rules.Select(rule => rule.Entity).Distinct(StringComparer.Ordinal).ToArray() is not [var entity])
        {
            return null;
        }

        var terms = line.Vocabulary.Of(entity);
        var start = Speech.SkipDeterminers(part, 0);
        var value = start == end - 4 && terms.State is { } state ? Values.Enumerated(part[start].Text, state) ?? Values.Enumerated(Facts.Language.Nouns.Singular(part[start].Lower), state) : null;
        if (value is null)
        {
            return null;
        }

        var when = new Clause(entity, Logic.Opposite(Logic.In(terms.State!, [value])), $"not {value}");
        var rules = before.Rules.Select(rule => rule.Demand is Holds { Condition: Or { Terms: var given } } && given.All(one => one is IsPresent) ? Conditioned.By(line.Vocabulary, Reading.Of(rule), when)?.Rules[0] : rule).ToArray();
        return rules.Contains(null) || rules.SequenceEqual(before.Rules) ? null : before with { Rules = rules.OfType<RuleDraft>().ToSeq() };
    }

    /// <summary>"… has an opening date. It lies after the release", "… are 14 or 30 days. If nothing was agreed, 30 days apply": of the attribute named last.</summary>
    private static Reading? OfLast(RuleLine line, Seq<Token> part, Reading before, Func<RuleLine, Reading?> read)
    {
        if (before is { Rules.Count: 0, Keys: [{ Attributes.Count: > 0 } key] } && part[0].Is("it") && part.Count > 2 && part[1].IsAny("has", "is", "consists", "must"))
        {
            // "The code is unique. It has three letters": of the attribute that was called unique.
            return read(line.About(line.Vocabulary.Of(key.Entity), [Rewording.Word(key.Attributes[^1]), .. part.Skip(1)])) is { Fate: null } shape ? before.And(shape) : null;
        }

        if (before.Rules.LastOrDefault() is not { Demand: Holds { Condition: var condition } } rule || (condition is Implies { Then: IsPresent { Term: Ref { IsOwn: true } told } } ? told : condition is OneOf { Term: Ref { IsOwn: true } listed } ? listed : null) is not { } field)
        {
            return null;
        }

        var terms = line.Vocabulary.Of(rule.Entity);
        if (part[0].IsAny("it", "this") && Enumerable.Range(1, part.Count - 1).Any(at => Relation.At(part, at) is not null))
        {
            return read(line.About(terms, [Rewording.Word(field.Attribute), .. part.Skip(1)])) is { Fate: null } reading ? before.And(reading) : null;
        }

        var applies = part.Count > 6 && Phrase.At(part, 0, "if", "nothing") && part[Rewording.End(part) - 1].IsAny("apply", "applies") ? Enumerable.Range(2, part.Count - 2).Where(at => part[at].Kind == TokenKind.Number).ToArray() : [];
        return applies is [var figure] && terms.Columns.FirstOrDefault(column => column.Name == field.Attribute) is { IsNumber: true } ? before.And(new Reading { Defaults = [(rule.Entity, field.Attribute, Literal.Number(part[figure].Value))] }) : null;
    }
}
