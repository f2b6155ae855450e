using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Proof.Rules;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Mutation;

/// <summary>Why nothing can notice a defect, where that is known: something else holds the same promise.</summary>
/// <param name="sound">What the database without a defect answered.</param>
internal sealed class SurvivorReasons(PgSchema schema, DataDesign design, ServerClock clock, Seq<ObligationResult> sound)
{
    private const string Already = "refused, already by ";

    /// <param name="seen">What the database with the defect answered about the object.</param>
    public string Of(Mutant mutant, Seq<ProofVector> seen) => Computed(mutant) ?? HeldTwice(mutant, seen) ?? NeverUpdated(mutant) ?? NeverDeleted(mutant) ?? OutOfReach(mutant) ?? Numbered(mutant) ?? OpenToAll(mutant) ?? Redundant(mutant) ?? OwnKey(mutant) ?? NeverNew(mutant) ?? "";

    private string? Computed(Mutant mutant) => mutant.Kind == "not null" && mutant.Subject.Split('.') is [var table, var column] && schema.Find(table)?.Find(column) is { Generated: not null }
        ? "the server computes the value; nobody can leave it out"
        : null;

    private static string? HeldTwice(Mutant mutant, Seq<ProofVector> seen) => seen
        .Where(vector => vector.Subject == mutant.Subject && vector.Answer.StartsWith(Already, StringComparison.Ordinal))
        .Select(vector => $"held twice: {vector.Answer}").FirstOrDefault();

    private string? NeverUpdated(Mutant mutant) => mutant.Kind == "trigger" && Trigger(mutant) is { } trigger && trigger.Events.Text.StartsWith("UPDATE", StringComparison.Ordinal)
        && design.Find(trigger.Table.Name.Text) is { } table && OrdinaryScenes.NeverChanges(table)
        ? "no value of a stored row may change, so no update happens"
        : null;

    /// <summary>The audit of deletions has nothing to tell where no ordinary row goes.</summary>
    private string? NeverDeleted(Mutant mutant) => mutant.Kind == "trigger" && Trigger(mutant) is { } trigger && trigger.Events.Text == "DELETE"
        ? sound.SelectMany(result => result.Vectors).FirstOrDefault(vector => vector.Verdict == Verdict.NotApplicable && vector.Subject == trigger.Table.Name.Text && vector.Answer.Contains("deleted", StringComparison.Ordinal))?.Answer
        : null;

    /// <summary>No role is granted the counters of numbers: their owner's triggers alone write them, with the keys of the row that is numbered.</summary>
    private string? OutOfReach(Mutant mutant) => new Looks(design).AreCounters(mutant.Subject.Split('.')[0]) && !schema.Grants.Any(grant => grant.Object.Text.Contains(mutant.Subject.Split('.')[0], StringComparison.Ordinal))
        ? "no role is granted the counters; the trigger that writes them takes their values from a row that keeps the same promise"
        : null;

    /// <summary>What is demanded of a number that the counter gives cannot be broken by whoever stores a row.</summary>
    private string? Numbered(Mutant mutant) => mutant.Subject.Split('.') is [var table, var name]
        && design.Find(table)?.Numberings.Any(rule => name == rule.Column || name.StartsWith($"{table}_{rule.Column}_", StringComparison.Ordinal)) == true
        ? "the counter gives the number, whatever is sent"
        : null;

    /// <summary>The owner is exempted from limits that bind single roles only.</summary>
    private string? OpenToAll(Mutant mutant) => mutant is { Kind: "policy", What: PolicyMutants.OwnerExempted }
        && schema.Policies.Where(policy => policy.Table.Name.Text == mutant.Subject && policy.Roles.Count == 0).All(policy => PolicyMutants.IsOpen(policy.Using))
        ? "only policies of single roles narrow this table; the owner is none of them"
        : null;

    /// <summary>The planner has another index that serves the query as well.</summary>
    private string? Redundant(Mutant mutant) => mutant.Kind != "index" ? null : sound.SelectMany(result => result.Vectors)
        .FirstOrDefault(vector => vector.Subject == mutant.Subject && vector.Verdict == Verdict.NotApplicable)?.Answer;

    /// <summary>Whoever may change the row may not change whose it is, because that is its key.</summary>
    private string? OwnKey(Mutant mutant) => mutant is { Kind: "policy", What: PolicyMutants.OpenedForWriting } && mutant.Subject.Split('.') is [var table, _]
        && design.RowScopes.Any(scope => $"{scope.Table}.{scope.Name}" == mutant.Subject && scope.Owner is { Through: null } owner && design.Find(table)?.IsKey(owner.PersonColumn) == true)
        ? "the row's key says whose it is, and a key never changes"
        : null;

    /// <summary>Rows come to count by a change alone, because a new one is in a state that does not.</summary>
    private string? NeverNew(Mutant mutant)
    {
        if (mutant.Kind != "trigger" || Trigger(mutant) is not { } trigger || trigger.Events.Text != "INSERT" || design.Find(trigger.Table.Name.Text) is not { } table
            || table.Quotas.FirstOrDefault(quota => quota.Name == trigger.Name.Text && quota.Where is not null) is not { } quota)
        {
            return null;
        }

        var staging = new Staging(design, schema, clock);
        var world = staging.World();
        var row = QuotaProbe.Member(world, table, quota);
        return staging.Solve(world, [.. QuotaProbe.Counting(quota, row), .. RowRules.Created(row)]).Any() ? null : "no new row comes under the rule's condition";
    }

    private PgTrigger? Trigger(Mutant mutant) => schema.Triggers.FirstOrDefault(trigger => $"{trigger.Table.Name.Text}.{trigger.Name.Text}" == mutant.Subject);
}
