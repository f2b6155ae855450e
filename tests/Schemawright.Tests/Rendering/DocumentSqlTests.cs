using System.Text.RegularExpressions;
using Schemawright.Postgres.Ddl;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Rendering;

/// <summary>The document's SQL is the schema's SQL: every statement once, whatever it needs above it.</summary>
public class DocumentSqlTests
{
    private static readonly string Sql = string.Join("\n\n", Regex.Matches(SampleRun.Clinic.Document, @"^(`{3,})sql\n(.*?)^\1$", RegexOptions.Multiline | RegexOptions.Singleline).Select(match => match.Groups[2].Value));

    [Fact]
    public void Every_statement_of_the_schema_is_printed_as_it_runs() =>
        SchemaDdl.Write(SampleRun.Clinic.Schema).Where(statement => !Sql.Contains(statement.Sql.Text, StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void No_table_and_no_trigger_is_made_twice()
    {
        foreach (var statement in SchemaDdl.Write(SampleRun.Clinic.Schema).Where(statement => statement.Kind is "table" or "trigger" or "foreignKey" or "function"))
        {
            Regex.Count(Sql, Regex.Escape(statement.Sql.Text)).ShouldBe(1, statement.Name);
        }
    }

    [Fact]
    public void A_table_stands_above_what_is_attached_to_it()
    {
        foreach (var table in SampleRun.Clinic.Schema.Tables)
        {
            var made = Sql.IndexOf($"CREATE TABLE {table.Name} (", StringComparison.Ordinal);
            made.ShouldBeGreaterThanOrEqualTo(0, table.Name.ToString());
            Regex.Match(Sql, $@"(ON|ALTER TABLE|REFERENCES) {Regex.Escape(table.Name.ToString())}\b").Index.ShouldBeGreaterThan(made, table.Name.ToString());
        }
    }

    [Fact]
    public void A_function_stands_above_the_triggers_that_call_it()
    {
        foreach (var function in SampleRun.Clinic.Schema.Functions)
        {
            var made = Sql.IndexOf($"CREATE FUNCTION {function.Name}(", StringComparison.Ordinal);
            var used = Sql.IndexOf($"EXECUTE FUNCTION {function.Name}(", StringComparison.Ordinal);
            (used < 0 || made < used).ShouldBeTrue(function.Name.ToString());
        }
    }

    [Fact]
    public void No_plan_is_shown_by_running_a_statement_that_writes() => Sql.ShouldNotContain("EXPLAIN (ANALYZE");
}
