using Schemawright.Diagnostics;
using Schemawright.Documents;
using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests.Traps;

/// <summary>What people look for in long texts: each word by its beginning, the title before the body, within the tenant, through an index.</summary>
public sealed class SearchTraps
{
    private const string Documents =
        """
        # Cooks

        The kitchens are tenants: each kitchen sees only its own rows.

        - [ ] Cooks can search dishes by title or method
        - [ ] Cooks can search measures by name or remark

        ## Data model

        ### Kitchen
        - id: uuid
        - name: string (required, unique)

        ### Dish
        - id: uuid
        - kitchen_id: uuid (FK -> Kitchen, required)
        - title: string (required)
        - method: text

        ### Measure
        - id: uuid
        - name: string (required)
        - remark: text

        """;

    [Fact]
    public async Task Words_are_found_by_their_beginning_in_rows_of_the_tenant_alone_and_titles_count_most()
    {
        var compilation = Compiler.Compile([new InputDocument("PRD.md", Documents)], "cooks", new Findings());
        compilation.Schema.Searches.Select(search => search.Table).Order(StringComparer.Ordinal).ShouldContain("dishes");
        await using var deployed = await Deployed.OfAsync(compilation);
        var session = deployed.Session;
        await session.AcceptsAsync(
            """
            INSERT INTO app.kitchens (id, name) VALUES (md5('a')::uuid, 'A'), (md5('b')::uuid, 'B');
            INSERT INTO app.dishes (kitchen_id, title, method) VALUES (md5('a')::uuid, 'Soup', 'Boil a leek'), (md5('a')::uuid, 'Leeks', NULL), (md5('b')::uuid, 'Leeks', 'Fry');
            SELECT set_config('app.tenant_id', md5('a')::uuid::text, false);
            SET ROLE cooks_application
            """);
        (await session.ListAsync("SELECT title FROM search.dishes('lee') WITH ORDINALITY AS found(id, place) JOIN app.dishes USING (id) ORDER BY place")).ShouldBe(["Leeks", "Soup"]);
        await session.AnswersAsync("SELECT count(*)::text FROM search.dishes('boil lee')", "1");
        await session.AnswersAsync("SELECT count(*)::text FROM search.dishes('eek')", "0");
        await session.AnswersAsync("SELECT count(*)::text FROM search.dishes(':* | & ''')", "0");
        await session.AcceptsAsync("RESET ROLE");
        await deployed.ProveAsync(compilation);
    }

    [Fact]
    public async Task What_belongs_to_no_tenant_is_searched_by_whoever_may_read_it()
    {
        var compilation = Compiler.Compile([new InputDocument("PRD.md", Documents.Replace("The kitchens are tenants: each kitchen sees only its own rows.", "", StringComparison.Ordinal))], "cooks", new Findings());
        compilation.Schema.Tables.ShouldAllBe(table => !table.RowSecurity);
        await using var deployed = await Deployed.OfAsync(compilation);
        var session = deployed.Session;
        await session.AcceptsAsync("INSERT INTO app.measures (name, remark) VALUES ('Pinch', 'between two fingers'), ('Cup', NULL); SET ROLE cooks_application");
        (await session.ListAsync("SELECT name FROM search.measures('finger') AS found JOIN app.measures USING (id)")).ShouldBe(["Pinch"]);
        await session.AnswersAsync("SELECT count(*)::text FROM search.measures('spoon')", "0");
        await session.AcceptsAsync("RESET ROLE; SET ROLE cooks_auditor");
        await session.RefusesAsync("SELECT * FROM search.measures('finger')", "42501");
    }
}
