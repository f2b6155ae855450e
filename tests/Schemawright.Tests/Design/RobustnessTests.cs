using System.Text;
using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Domain.Rules;
using Schemawright.Terms;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Design;

public class RobustnessTests
{
    [Fact]
    public void Hostile_names_become_short_unique_names_and_rules_still_find_their_columns()
    {
        var name = "say \"hi\"; DROP TABLE x; -- 🐘 مرحبا " + new string('n', 200);
        var rule = new Rule("H1", name, "Pet", RuleTrigger.Always, new Holds(new Compare(CompareOp.Greater, Ref.To(name), Literal.Number(0))), "positive", SampleDomain.At(1));
        var twin = rule with { Id = "H2", Name = name + "x", Demand = new Holds(new Compare(CompareOp.Less, Ref.To(name), Literal.Number(9))) };
        var design = DesignPasses.Run(WithAttribute("Pet", new(name, DataType.Of(DataKind.Integer), true, SampleDomain.At(1))) with { Rules = [rule, twin] }, new());
        var checks = design.Find("pets").ShouldNotBeNull().Checks;
        checks.Select(check => check.Name).Distinct(StringComparer.Ordinal).Count().ShouldBe(2);
        checks.ShouldAllBe(check => Encoding.UTF8.GetByteCount(check.Name) <= 63);
    }

    [Fact]
    public void A_natural_key_that_is_referenced_gives_its_type_to_the_references()
    {
        var model = SampleDomain.Model with
        {
            Entities = SampleDomain.Model.Entities.Select(entity => entity.Name == "Vaccine" ? entity with { StatedPrimaryKey = ["code"] } : entity).ToSeq(),
        };
        var design = DesignPasses.Run(model, new());
        design.Find("vaccines").ShouldNotBeNull().PrimaryKey.Columns.ShouldBe(["code"]);
        design.Find("pet_vaccines").ShouldNotBeNull().Find("vaccine_id").ShouldNotBeNull().Type.Kind.ShouldBe(DataKind.ShortText);
    }

    [Fact]
    public void Without_tenants_no_table_carries_a_tenant()
    {
        var design = DesignPasses.Run(SampleDomain.Model with { Tenancy = new(TenancyModel.None, null, "one practice only", SampleDomain.At(2)) }, new());
        design.Tables.ShouldAllBe(table => table.Scope == TenantScope.Global);
        design.Find("visits").ShouldNotBeNull().PrimaryKey.Columns.ShouldBe(["id"]);
    }

    [Fact]
    public void What_refers_to_somebodys_data_is_no_list_that_tenants_share()
    {
        var warden = SampleDomain.Model.Entities.First(entity => entity.Name == "Owner") with { Name = "Warden", TableName = "wardens" };
        var chamber = new Entity("Chamber", "chambers", EntityKind.Core, "Where practices are registered.", SampleDomain.At(4));
        var model = SampleDomain.Model with
        {
            Entities = [.. SampleDomain.Model.Entities, warden, chamber],
            Relationships = [.. SampleDomain.Model.Relationships, Upward("Warden", "Chamber"), Upward("Chamber", "Practice")],
        };
        var design = DesignPasses.Run(model, new());
        design.Find("chambers").ShouldNotBeNull().Scope.ShouldBe(TenantScope.Scoped);
        design.Find("chambers").ShouldNotBeNull().ForeignKeys.ShouldContain(key => key.ReferencedTable == "wardens" && key.Columns.Count == 2);

        var without = DesignPasses.Run(model with { Relationships = [.. SampleDomain.Model.Relationships, Upward("Chamber", "Practice")] }, new());
        without.Find("chambers").ShouldNotBeNull().Scope.ShouldBe(TenantScope.Global);

        static Relationship Upward(string parent, string child) =>
            new(parent, child, parent.ToLowerInvariant(), parent.ToLowerInvariant() + "_id", Cardinality.ExactlyOne, Cardinality.ZeroOrMore, DeleteRule.Restrict, false, "", SampleDomain.At(3));
    }

    [Theory]
    [InlineData("Vaccine", TenantScope.Global)]
    [InlineData("Trainer", TenantScope.Scoped)]
    public void What_all_are_said_to_share_is_shared_unless_it_would_show_the_people_of_all(string shared, TenantScope scope)
    {
        var trainer = SampleDomain.Model.Entities.First(entity => entity.Name == "Owner") with { Name = "Trainer", TableName = "trainers" };
        var contract = new Entity("Contract", "contracts", EntityKind.Core, "Says which practice works with which trainer.", SampleDomain.At(4));
        var model = SampleDomain.Model with
        {
            Entities = [.. SampleDomain.Model.Entities, trainer, contract],
            Relationships = [.. SampleDomain.Model.Relationships, Of("Practice"), Of("Trainer")],
            Tenancy = SampleDomain.Model.Tenancy with { Shared = [new(shared, shared + "s are global.", SampleDomain.At(5))] },
        };
        var findings = new Findings();
        var design = DesignPasses.Run(model, findings);
        design.OfEntity(shared).ShouldNotBeNull().Scope.ShouldBe(scope);
        findings.Clarifications.Any(question => question.Question == "When one trainer belongs to several practices, do they share one record?").ShouldBe(scope == TenantScope.Scoped);

        static Relationship Of(string parent) =>
            new(parent, "Contract", parent.ToLowerInvariant(), parent.ToLowerInvariant() + "_id", Cardinality.ExactlyOne, Cardinality.ZeroOrMore, DeleteRule.Restrict, false, "", SampleDomain.At(3));
    }

    [Fact]
    public void Two_entities_with_one_plural_are_two_tables()
    {
        var twin = new Entity("Pets", "pets", EntityKind.Core, "Another.", SampleDomain.At(4));
        var design = DesignPasses.Run(SampleDomain.Model with { Entities = [.. SampleDomain.Model.Entities, twin] }, new());
        design.OfEntity("Pets").ShouldNotBeNull().Name.ShouldBe("pets_2");
    }

    [Fact]
    public void Tables_that_refer_to_each_other_are_all_laid_out()
    {
        var back = new Relationship("Visit", "Pet", "last_visit", "last_visit_id", Cardinality.ZeroOrOne, Cardinality.ZeroOrMore, DeleteRule.SetNull, false, "", SampleDomain.At(3));
        var design = DesignPasses.Run(SampleDomain.Model with { Relationships = [.. SampleDomain.Model.Relationships, back] }, new());
        design.Find("pets").ShouldNotBeNull().ForeignKeys.ShouldContain(key => key.Role == "last_visit" && key.OnDelete == DeleteRule.SetNull);
    }

    [Fact]
    public void A_thousand_entities_are_designed_with_all_their_rules()
    {
        var entities = Enumerable.Range(0, 1000).Select(number => new Entity($"Thing{number}", $"things{number}", EntityKind.Core, "A thing.", SampleDomain.At(number + 1))
        {
            Attributes = Enumerable.Range(0, 12).Select(place => new EntityAttribute($"value_{place}", DataType.Of(place % 2 == 0 ? DataKind.ShortText : DataKind.Integer), place < 4, SampleDomain.At(number + 1))).ToSeq(),
        });
        var links = Enumerable.Range(1, 999).SelectMany(number => new[] { number / 2, number / 3 }.Distinct()
            .Select(parent => new Relationship($"Thing{parent}", $"Thing{number}", $"thing{parent}", $"thing{parent}_id", Cardinality.ExactlyOne, Cardinality.ZeroOrMore, DeleteRule.Restrict, false, "has", SampleDomain.At(number))));
        var rules = Enumerable.Range(0, 3000).Select(number => new Rule($"R{number}", $"rule_{number}", $"Thing{number % 1000}", RuleTrigger.Always,
            new Holds(new Compare(CompareOp.Greater, Ref.To("value_1"), Literal.Number(number))), "bigger", SampleDomain.At(number + 1)));
        var model = SampleDomain.Model with
        {
            Entities = entities.ToSeq(), Relationships = links.ToSeq(), Rules = rules.ToSeq(), StateMachines = [], AccessPaths = [], Permissions = [], Retention = [], Privacy = [],
            Tenancy = new(TenancyModel.SharedSchema, "Thing0", "many", SampleDomain.At(1)), Scale = [],
        };
        var design = DesignPasses.Run(model, new());
        design.Tables.Count.ShouldBe(1000);
        design.RuleOutcomes.Count.ShouldBe(3000);
    }

    private static DomainModel WithAttribute(string entity, EntityAttribute attribute) => SampleDomain.Model with
    {
        Entities = SampleDomain.Model.Entities.Select(known => known.Name == entity ? known with { Attributes = [.. known.Attributes, attribute] } : known).ToSeq(),
    };
}
