using Schemawright.Collections;

namespace Schemawright.Proof.Vectors;

/// <summary>One attempt as SQL: what must stand first, and the statement that is tried.</summary>
/// <param name="Tenant">The key of the tenant the session works for; null where there are none.</param>
/// <param name="What">In words, without values that differ from run to run.</param>
internal sealed record Scene(Seq<string> Setup, string Tried, string? Tenant, string What)
{
    /// <summary>Rules that wait for the commit are asked at once.</summary>
    public bool AtCommit { get; init; }

    /// <summary>Statements run before everything else, which take other rules out of the way.</summary>
    public Seq<string> Aside { get; init; }

    /// <summary>The set-up's own triggers run, because they keep the books the rule reads.</summary>
    public bool LiveSetup { get; init; }

    /// <summary>What must be seen once the statement was accepted; null when its answer says everything.</summary>
    public Aftermath? Then { get; init; }
}

/// <summary>A question to the server after a statement, and the answer it must give.</summary>
internal sealed record Aftermath(string Query, string Expected);
