using System.Text;
using Schemawright.Diagnostics;
using Schemawright.Postgres;
using Schemawright.Postgres.Ddl;
using Schemawright.Postgres.Lowering;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Postgres;

public class SchemaDdlTests
{
    private static readonly PgSchema Schema = PostgresLowering.Lower(SampleDesign.Create(), new Findings());
    private static readonly IReadOnlyList<PgStatement> Statements = SchemaDdl.Write(Schema);

    private static int First(Func<PgStatement, bool> condition) => Statements.TakeWhile(statement => !condition(statement)).Count();

    [Fact]
    public void Policies_stand_before_row_security_is_switched_on() =>
        First(statement => statement.Sql.Text.EndsWith("ENABLE ROW LEVEL SECURITY;", StringComparison.Ordinal))
            .ShouldBeGreaterThan(Statements.Select((statement, place) => (statement, place)).Last(pair => pair.statement.Sql.Text.StartsWith("CREATE POLICY", StringComparison.Ordinal)).place);

    [Fact]
    public void Every_table_with_tenants_is_guarded_by_a_policy_that_cannot_be_widened() =>
        Schema.Tables.Where(table => table.Name.Schema == Target.App && table.RowSecurity).ShouldAllBe(table =>
            table.ForceRowSecurity && Schema.Policies.Any(policy => policy.Table == table.Name && !policy.Permissive && policy.Command == "ALL"));

    [Fact]
    public void Every_object_says_what_it_is_and_where_it_comes_from()
    {
        var comments = Statements.Where(statement => statement.Kind == "comment").Select(statement => (statement.Table, statement.Name)).ToHashSet();
        Schema.Tables.SelectMany(table => table.Columns.Select(column => ((string?)table.Name.Name.Text, column.Name.Text))).ShouldAllBe(column => comments.Contains(column));
        Schema.Triggers.ShouldAllBe(trigger => comments.Contains(new(trigger.Table.Name.Text, trigger.Name.Text)));
        Statements.First(statement => statement.Kind == "comment" && statement.Table == "visits").Sql.Text.ShouldBe("COMMENT ON TABLE app.visits IS 'The visits (PRD.md:12)';");
    }

    [Fact]
    public void Each_statement_ends_in_its_only_unquoted_semicolon() =>
        Statements.ShouldAllBe(statement => statement.Sql.Text.EndsWith(';'));

    [Fact]
    public void A_hostile_name_is_quoted() =>
        Statements.First(statement => statement.Kind == "table" && statement.Name == "breeds").Sql.Text.ShouldContain("\"\"\"; DROP TABLE x; -- 🐕 select\"");

    [Fact]
    public void A_body_cannot_end_its_own_quotes()
    {
        var body = SqlText.Of($"BEGIN RAISE EXCEPTION {SqlLiteral.String("$function$; DROP TABLE x")}; END");
        var function = new PgFunction(QualifiedName.Of("app", "f"), "", "trigger", "plpgsql", "VOLATILE", body, true, false, "", Origin.Decided("D"));
        FunctionDdl.Write(function).Text.ShouldEndWith("$function_1$;");
    }

    [Fact]
    public void Long_names_are_cut_between_characters_and_stay_apart()
    {
        var first = FittedName.Of(new string('ü', 60), "idx");
        var second = FittedName.Of(new string('ü', 60), "key");
        Encoding.UTF8.GetByteCount(first.Text).ShouldBeLessThanOrEqualTo(Identifier.MaxBytes);
        first.ShouldNotBe(second);
        first.Text.ShouldNotContain('\uFFFD');
    }

    [Theory]
    [InlineData("Vet Desk", "vet_desk")]
    [InlineData("PG Tools", "app_pg_tools")]
    [InlineData("3 Rivers!", "app_3_rivers")]
    [InlineData("動物病院", "product")]
    public void A_product_name_becomes_a_prefix_roles_can_have(string name, string prefix) => ProductName.Of(name).ShouldBe(prefix);
}
