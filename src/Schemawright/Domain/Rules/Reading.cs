using Schemawright.Collections;
using Schemawright.Diagnostics;

namespace Schemawright.Domain.Rules;

/// <summary>A rule as a pattern understood it, before it has an id and its sources.</summary>
/// <param name="Name">What is demanded, in words; it becomes the rule's name.</param>
internal sealed record RuleDraft(string Entity, string Name, RuleTrigger Trigger, Demand Demand);

/// <summary>A uniqueness a rule states.</summary>
internal sealed record KeyDraft(string Entity, Seq<string> Attributes, bool IgnoreCase, bool Global = false, Terms.Expr? Where = null);

/// <summary>A field a rule itself states that no entity has yet.</summary>
internal sealed record AttributeDraft(string Entity, string Name, Terms.DataType Type);

/// <summary>What one statement was understood to say: rules, keys and fields, or the fate of a statement without any.</summary>
internal sealed record Reading
{
    public Seq<RuleDraft> Rules { get; init; }
    public Seq<KeyDraft> Keys { get; init; }

    public Seq<(string Entity, string Attribute, Terms.Literal Default)> Defaults { get; init; }

    /// <summary>For a statement that makes no rule.</summary>
    public Fate? Fate { get; init; }

    /// <summary>One sentence: why no rule came of it, or what the model already has for it.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Another reader took the statement: only what came of that tells whether the model holds it.</summary>
    public bool Presumed { get; init; }

    /// <summary>Asked of the author; its sources are the statement.</summary>
    public Seq<Clarification> Questions { get; init; }

    /// <summary>Both statements together.</summary>
    public Reading And(Reading other) => this with
    {
        Rules = Rules.Concat(other.Rules).Distinct().ToSeq(), Keys = Keys.Concat(other.Keys).Distinct().ToSeq(), Defaults = [.. Defaults, .. other.Defaults], Questions = [.. Questions, .. other.Questions],
    };

    public static Reading Of(params ReadOnlySpan<RuleDraft> rules) => new() { Rules = Seq.Create(rules) };

    public static Reading Of(IEnumerable<RuleDraft> rules) => new() { Rules = rules.ToSeq() };

    public static Reading Elsewhere(string reason) => new() { Fate = Domain.Fate.AnsweredElsewhere, Reason = reason };

    public static Reading Enforced(string reason) => new() { Fate = Domain.Fate.Enforced, Reason = reason };

    public static Reading Modelled(string reason) => new() { Fate = Domain.Fate.Modelled, Reason = reason };

    public static Reading Context(string reason) => new() { Fate = Domain.Fate.Context, Reason = reason };

    public static Reading Unclear(string reason) => new() { Fate = Domain.Fate.Unclear, Reason = reason };
}
