using Schemawright.Proof.Scripts;
using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests;

public class SqlSplitterTests
{
    [Fact]
    public void A_semicolon_inside_quotes_or_comments_ends_nothing()
    {
        const string Sql = """
            -- first; second
            SELECT 'a;b', "c;d", $x$ e; $$ f; $x$, E'it\';s' /* g; /* h; */ i; */;
            SELECT 2
            """;
        var statements = SqlSplitter.Split("a.sql", Sql);
        string.Join(' ', statements.Select(statement => statement.Place)).ShouldBe("a.sql:2 a.sql:3");
        statements[1].Sql.ShouldBe("SELECT 2");
    }

    [Fact]
    public void A_standard_function_body_is_one_statement()
    {
        const string Sql = """
            CREATE FUNCTION f() RETURNS integer LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT CASE WHEN true THEN 2 END; END;
            BEGIN; COMMIT;
            """;
        SqlSplitter.Split("a.sql", Sql).Count.ShouldBe(3);
    }

    [Fact]
    public void Two_spellings_of_one_statement_compare_equal()
    {
        SqlLexer.Normalize("SELECT  a -- why\n FROM t;").ShouldBe(SqlLexer.Normalize("select a from t"));
        string.Equals(SqlLexer.Normalize("SELECT 'A  b'"), SqlLexer.Normalize("SELECT 'a b'"), StringComparison.Ordinal).ShouldBeFalse();
    }

    [Fact]
    public void A_parameter_is_no_dollar_quote() =>
        SqlSplitter.Split("a.sql", "SELECT $1; SELECT $2;").Count.ShouldBe(2);
}
