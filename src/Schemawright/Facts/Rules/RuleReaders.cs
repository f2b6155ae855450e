namespace Schemawright.Facts.Rules;

/// <summary>The readers of rules, access, retention, scale, technology, queries, recovery, privacy, audit and tenancy.</summary>
internal static class RuleReaders
{
    public static IFactReader[] All { get; } =
    [
        new RuleBlockReader(),
        new RuleSentenceReader(),
    ];
}
