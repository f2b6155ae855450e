using Schemawright.Collections;
using Schemawright.Proof.Obligations;
using Schemawright.Proof.Scripts;

namespace Schemawright.Proof.Mutation;

/// <summary>A database with one defect built in on purpose, and where to look for it.</summary>
/// <param name="Kind">check, not null, unique, exclusion, foreign key, policy, trigger, grant, index, rule.</param>
/// <param name="Subject">The object: <c>orders.orders_total_not_negative</c>.</param>
/// <param name="What">dropped, or how it was loosened.</param>
/// <param name="Sql">Builds the defect; written only when its turn comes.</param>
/// <param name="Looks">Where to look for it, the nearest first.</param>
internal sealed record Mutant(string Kind, string Subject, string What, Lazy<Seq<string>> Sql, Seq<Look> Looks)
{
    /// <summary>Looked for on the database that holds rows.</summary>
    public bool NeedsRows { get; init; }

    public static Mutant Of(string kind, string subject, string what, string sql, params IEnumerable<Look> looks) =>
        new(kind, subject, what, new Lazy<Seq<string>>(() => [.. SqlSplitter.Split("mutant", sql).Select(statement => statement.Sql)]), looks.ToSeq());
}

/// <summary>A claim, and the part of it that could notice.</summary>
internal sealed record Look(IObligation Obligation, Focus Focus);
