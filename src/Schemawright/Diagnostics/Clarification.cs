using Schemawright.Collections;

namespace Schemawright.Diagnostics;

/// <summary>What made the compiler ask.</summary>
public enum ClarificationReason
{
    /// <summary>Two places of the input disagree.</summary>
    Contradiction,

    /// <summary>A whole document or a needed figure is absent.</summary>
    Missing,

    /// <summary>A sentence looks like a rule or a fact and could not be read.</summary>
    Unclear,

    /// <summary>The input leaves a choice open and one was taken.</summary>
    Assumption,
}

/// <summary>A question to the author, with the assumption that was taken meanwhile.</summary>
/// <param name="Id">Stable: made from what is asked, never from its position. See <see cref="ClarificationId"/>.</param>
/// <param name="Question">One sentence ending in a question mark.</param>
/// <param name="Alternatives">Worded answers; the first is the one that was assumed.</param>
/// <param name="Assumption">What the compiler did meanwhile, one sentence.</param>
/// <param name="Sources">The places that raise the question; for a contradiction both.</param>
/// <param name="Affects">The objects that change with the answer (entity, entity.attribute, rule id).</param>
/// <param name="Impact">1 (one column) … 5 (the whole schema).</param>
/// <param name="Uncertainty">1 (almost certain) … 5 (a coin toss).</param>
public sealed record Clarification(
    string Id,
    ClarificationReason Reason,
    string Question,
    Seq<string> Alternatives,
    string Assumption,
    Seq<SourceSpan> Sources,
    Seq<string> Affects,
    int Impact,
    int Uncertainty)
{
    public int Rank => (Impact * Uncertainty) + (Reason == ClarificationReason.Contradiction ? 100 : 0);
}

/// <summary>Makes clarification ids such as <c>Q-4F2A91</c> from the topic of the question.</summary>
public static class ClarificationId
{
    /// <param name="topic">What is asked, in words that do not depend on line numbers: "values", "Order.status".</param>
    public static string From(params ReadOnlySpan<string> topic)
    {
        // FNV-1a: stable across runs and machines, unlike string.GetHashCode.
        var hash = 2166136261u;
        foreach (var part in topic)
        {
            foreach (var character in part.ToLowerInvariant() + "\u001f")
            {
                hash = (hash ^ character) * 16777619u;
            }
        }

        return $"Q-{hash & 0xFFFFFF:X6}";
    }
}
