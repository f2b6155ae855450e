using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Design;

public class DesignPassesTests
{
    private static readonly Findings Findings = new();

    private static readonly DataDesign Design = DesignPasses.Run(SampleDomain.Model, Findings);

    private static TableDesign Table(string name) => Design.Find(name).ShouldNotBeNull();

    [Fact]
    public void A_states_time_limit_counts_from_the_change_of_state_not_from_the_last_change_of_the_row()
    {
        var design = DesignPasses.Run(SampleDomain.Model, new());
        var invoices = design.OfEntity("Invoice")!;
        invoices.Find("status_since")!.Role.ShouldBe(ColumnRole.StateSince);
        design.TimeoutJobs.Single(job => job.Table == invoices.Name).Since.ShouldBe("status_since");
        invoices.Indexes.ShouldContain(index => index.Columns.Any(column => column.Name == "status_since"));
    }

    [Fact]
    public void Every_rule_has_an_outcome_and_only_impossible_ones_are_not_enforced() =>
        Design.RuleOutcomes.Where(outcome => outcome.Fate != Fate.Enforced).Select(outcome => (outcome.RuleId, outcome.Fate))
            .ShouldBe([("O2", Fate.AnsweredElsewhere), ("P1", Fate.Unclear)]);

    [Fact]
    public void A_reference_between_tenants_rows_carries_the_tenant()
    {
        var key = Table("visits").ForeignKeys.Single(key => key.Role == "pet");
        key.Columns.ShouldBe(["practice_id", "pet_id"]);
        key.ReferencedColumns.ShouldBe(["practice_id", "id"]);
    }

    [Fact]
    public void A_reference_to_shared_values_does_not_carry_the_tenant()
    {
        Table("vaccines").Scope.ShouldBe(TenantScope.Global);
        Table("pet_vaccines").ForeignKeys.Single(key => key.Role == "vaccine").Columns.ShouldBe(["vaccine_id"]);
    }

    [Fact]
    public void A_junction_is_identified_by_the_tenant_and_its_parents() =>
        Table("pet_vaccines").PrimaryKey.Columns.ShouldBe(["practice_id", "pet_id", "vaccine_id"]);

    [Fact]
    public void An_encrypted_attribute_leaves_only_ciphertext_and_the_rule_follows_it()
    {
        var owners = Table("owners");
        owners.Find("insurance_number").ShouldBeNull();
        owners.Find("insurance_number_ciphertext").ShouldNotBeNull().Role.ShouldBe(ColumnRole.Ciphertext);
        owners.Checks.ShouldContain(check => check.RuleId == "O1");
    }

    [Fact]
    public void Uniqueness_counts_live_rows_where_deletion_is_soft()
    {
        Table("owners").SoftDelete.ShouldBeTrue();
        Table("owners").Uniques.ShouldAllBe(unique => unique.Where != null);
    }

    [Fact]
    public void Who_deletes_softly_may_only_mark_the_row()
    {
        var clerk = Design.Roles.Single(role => role.Name == "clerk").Grants.Single(grant => grant.Table == "owners");
        clerk.Verbs.ShouldBe(["select"]);
        clerk.UpdateColumns.ShouldBe(["deleted_at"]);
        Design.Roles.Single(role => role.Purpose == RolePurpose.Application).Grants.Single(grant => grant.Table == "owners").Verbs.ShouldNotContain("delete");
    }

    [Fact]
    public void The_documents_trail_becomes_the_audit_log_with_its_extra_columns()
    {
        Design.Find("activity_trails").ShouldBeNull();
        Design.Audit.Table.ShouldBe("activity_trails");
        Design.Audit.ExtraColumns.Select(column => column.Name).ShouldBe(["ip_address"]);
    }

    [Fact]
    public void A_frozen_row_still_lets_its_life_go_on()
    {
        var frozen = Table("invoices").Immutables.Single().Columns.ToHashSet(StringComparer.Ordinal);
        frozen.Contains("amount").ShouldBeTrue();
        frozen.Overlaps(["status", "paid_at"]).ShouldBeFalse();
    }

    [Fact]
    public void The_same_domain_gives_the_same_design() =>
        DesignPasses.Run(SampleDomain.Model, new()).Decisions.ShouldBe(Design.Decisions);
}
