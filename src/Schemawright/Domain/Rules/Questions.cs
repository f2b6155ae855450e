using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Facts;

namespace Schemawright.Domain.Rules;

/// <summary>What the reading of rules asks the author.</summary>
internal static class Questions
{
    public static Clarification NotUnderstood(RuleLine line, string reason) => new(
        ClarificationId.From("rule", line.Fact.Title ?? "", line.Fact.Label ?? "", line.Fact.Text),
        ClarificationReason.Unclear,
        $"What must the database hold to \"{Quote(line.Fact)}\"?",
        ["Nothing: the application sees to it", "The rule that the answer states as a sentence of its own"],
        $"No rule was made: {reason}.",
        [line.Fact.Source],
        line.Subject is null ? [] : [line.Subject.Name],
        1,
        3);

    public static Clarification ForbiddenStep(RuleLine line, EntityTerms terms, Transition way) => new(
        ClarificationId.From("forbidden step", terms.Name, way.From, way.To),
        ClarificationReason.Contradiction,
        $"May {terms.Machine!.Attribute} of {terms.Name} go from {way.From} to {way.To}, as the transitions say, or not, as \"{Quote(line.Fact)}\" says?",
        ["It may: the transition stands", "It may not: the transition is struck out"],
        $"The transition from {way.From} to {way.To} stands, because the transitions were listed one by one.",
        [line.Fact.Source, .. way.Origin.Sources],
        [$"{terms.Name}.{terms.Machine!.Attribute}"],
        2,
        4);

    public static Clarification MissingStep(RuleLine line, EntityTerms terms, string from, string to) => new(
        ClarificationId.From("missing step", terms.Name, from, to),
        ClarificationReason.Contradiction,
        $"May {terms.Machine!.Attribute} of {terms.Name} go from {from} to {to}, as \"{Quote(line.Fact)}\" says, though the transitions listed do not have it?",
        ["It may not: the transitions listed are all", "It may: the transition is added to the list"],
        $"There is no way from {from} to {to}, because the transitions were listed one by one.",
        [line.Fact.Source, .. terms.Machine!.Origin.Sources],
        [$"{terms.Name}.{terms.Machine!.Attribute}"],
        2,
        4);

    public static Clarification SharedName(RuleLine line, string attribute, IReadOnlyList<string> entities) => new(
        ClarificationId.From("shared name", attribute, line.Fact.Text),
        ClarificationReason.Assumption,
        $"Does \"{Quote(line.Fact)}\" hold for {attribute} of {string.Join(" and of ", entities)} alike?",
        ["For all of them", .. entities.Select(entity => $"For {entity} alone")],
        "It holds for all of them, because the statement does not say whose it is.",
        [line.Fact.Source],
        [.. entities.Select(entity => $"{entity}.{attribute}")],
        2,
        2);

    public static Clarification FieldOfRule(AttributeDraft field, RuleFact fact) => new(
        ClarificationId.From("rule field", field.Entity, field.Name),
        ClarificationReason.Assumption,
        $"Is {field.Name} a field of {field.Entity}, as the rule \"{Quote(fact)}\" takes for granted?",
        [$"Yes, an optional {field.Name}", $"No, it lives outside {field.Entity}"],
        $"{field.Entity} was given the optional field {field.Name}, because the rule names it and no model lists it.",
        [fact.Source],
        [$"{field.Entity}.{field.Name}"],
        2,
        2);

    public static Clarification UnknownApprover(RuleFact fact, string entity, string tier) => new(
        ClarificationId.From("approver", entity, tier),
        ClarificationReason.Unclear,
        $"Who is meant by the {tier} that approves \"{Quote(fact)}\", since no role is called so?",
        ["One of the known roles, named in the answer", $"A new role {tier}"],
        $"Until then the database asks for an approver, whoever it is.",
        [fact.Source],
        [entity],
        2,
        3);

    public static Clarification Contradicting(string entity, string attribute, string kept, string dropped, SourceSpan first, SourceSpan second) => new(
        ClarificationId.From("bounds", entity, attribute, kept.Split(' ')[1]),
        ClarificationReason.Contradiction,
        $"Which bound holds for {attribute} of {entity}: {kept} or {dropped}?",
        [kept, dropped],
        $"The statement that comes later in the documents was taken: {kept}.",
        [first, second],
        [$"{entity}.{attribute}"],
        2,
        4);

    public static Clarification OtherFigure(Rule kept, Rule dropped, string figure, string other) => new(
        ClarificationId.From("figure", kept.Entity, Plain(kept.Words, figure)),
        ClarificationReason.Contradiction,
        $"Which figure holds for {kept.Entity}: {figure} (\"{Shortened(kept.Words)}\") or {other} (\"{Shortened(dropped.Words)}\")?",
        [figure, other],
        $"The statement that comes later in the documents was taken: {figure}.",
        kept.Origin.Sources.Concat(dropped.Origin.Sources).Distinct().Order().ToSeq(),
        [kept.Id],
        2,
        4);

    /// <summary>The topic without the figure itself, so that a corrected figure asks the same question.</summary>
    private static string Plain(string words, string figure) => words.Trim().Replace(figure, "", StringComparison.Ordinal);

    private static string Shortened(string words) => words.Trim().TrimStart('-', '*', ' ').TrimEnd('.') is var text && text.Length > 90 ? text[..90] + "…" : text;

    public static string Quote(RuleFact fact)
    {
        var words = (fact.Label is null ? fact.Text : $"{fact.Label}: {fact.Text}").Trim().TrimEnd('.');
        return words.Length > 160 ? words[..160] + "…" : words;
    }
}
