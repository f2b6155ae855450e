using System.Text.Json;
using Schemawright.Design.Stack;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Domain;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Design;

/// <summary>The stores beside the database: built when the documents name them, and only then.</summary>
public class StackTests
{
    [Fact]
    public void Nothing_is_built_that_is_not_named()
    {
        var compilation = Compile("- **Database**: PostgreSQL 16\n- **Search**: PostgreSQL full-text search");
        compilation.Design.Stack.ShouldBe(new StackDesign());
        compilation.Artifacts.ShouldNotContain(file => file.Path.StartsWith("stack/", StringComparison.Ordinal));
        compilation.Schema.Tables.ShouldNotContain(table => table.Name.Schema.Text == "outbox");
        compilation.Schema.Roles.ShouldNotContain(role => role.Name.Text.EndsWith(StackPlan.Feeder, StringComparison.Ordinal));
    }

    [Fact]
    public void A_cache_for_sessions_holds_sessions_and_no_rows() =>
        Compile("- **Cache**: Redis 7 for sessions").Design.Stack.Cache.ShouldHaveSingleItem().Name.ShouldBe("sessions");

    [Fact]
    public void A_cache_without_a_stated_purpose_holds_what_is_read_and_never_what_is_secret()
    {
        var entries = Compile("- **Cache**: Memcached").Design.Stack.Cache;
        var list = entries.Single(entry => entry.Name == "growers list");
        list.Key.ShouldBe("{tenant}:growers:list:{filter}:{generation}");
        list.Written.ShouldBe(["growers"]);
        list.LeftOut.ShouldContain("bank_account_ciphertext");
        entries.ShouldNotContain(entry => entry.Name == "sessions");
    }

    [Theory]
    [InlineData("Elasticsearch", "mappings")]
    [InlineData("OpenSearch 2", "mappings")]
    [InlineData("Algolia", "attributesForFaceting")]
    [InlineData("Meilisearch", "filterableAttributes")]
    [InlineData("Typesense", "fields")]
    public void Each_search_engine_gets_its_own_words_and_the_tenant_as_a_filter(string product, string word)
    {
        var compilation = Compile($"- **Search engine**: {product}");
        var index = compilation.Artifacts.Single(file => file.Path == "stack/search/growers.json").Text;
        JsonDocument.Parse(index).RootElement.TryGetProperty(word, out _).ShouldBeTrue();
        index.ShouldContain("nursery_id");
        compilation.Design.Stack.Search.ShouldHaveSingleItem().Fields.Where(field => field.Searched).Select(field => field.Column).ShouldBe(["name", "speciality"], ignoreOrder: true);
    }

    [Fact]
    public void A_search_engine_without_anything_searched_is_asked_about()
    {
        var findings = new Findings();
        Compile("- **Search engine**: Algolia", findings, api: "").Design.Stack.Search.ShouldBeEmpty();
        findings.Clarifications.ShouldContain(question => question.Question == "What do people search for with Algolia?");
    }

    [Theory]
    [InlineData("S3 for photos of beds", "Rules", "Expiration")]
    [InlineData("Google Cloud Storage", "rule", "matchesPrefix")]
    [InlineData("Azure Blob Storage", "rules", "daysAfterCreationGreaterThan")]
    public void Files_go_when_their_rows_go(string product, string rules, string removal)
    {
        var compilation = Compile($"- **File Storage**: {product}");
        var bucket = compilation.Design.Stack.Buckets.ShouldHaveSingleItem();
        bucket.Columns.ShouldBe([new FileColumnDesign("beds", "photo_url") { IsAddress = true }]);
        bucket.Life.ShouldHaveSingleItem().ShouldBe(new FileLifeDesign("beds/", 2 * 365, bucket.Life[0].Reason));
        var lifecycle = compilation.Artifacts.Single(file => file.Path.StartsWith("stack/files/", StringComparison.Ordinal)).Text;
        JsonDocument.Parse(lifecycle).RootElement.TryGetProperty(rules, out _).ShouldBeTrue();
        lifecycle.ShouldContain(removal);
    }

    [Theory]
    [InlineData("BigQuery", "`fact_beds`", "PARTITION BY DATE_TRUNC")]
    [InlineData("Snowflake", "\"fact_beds\"", "NUMBER(38, 9)")]
    [InlineData("Redshift", "\"fact_beds\"", "SORTKEY")]
    [InlineData("ClickHouse", "`fact_beds`", "ReplacingMergeTree")]
    public void A_warehouse_gets_facts_and_dimensions_without_personal_columns(string product, string name, string words)
    {
        var compilation = Compile($"- **Data Warehouse**: {product}");
        var fact = compilation.Design.Stack.Facts.Single(fact => fact.Table == "beds");
        fact.Measures.ShouldBe(["area"]);
        fact.Keys.Select(key => key.Dimension).ShouldBe(["nurseries", "growers"], ignoreOrder: true);
        compilation.Design.Stack.Dimensions.Single(dimension => dimension.Table == "growers").Columns.ShouldBe(["speciality"]);
        var schema = compilation.Artifacts.Single(file => file.Path == "stack/warehouse/schema.sql").Text;
        schema.ShouldContain(name);
        schema.ShouldContain(words);
        schema.ShouldNotContain("email");
    }

    [Fact]
    public void The_document_shows_each_store_below_the_technology_stack()
    {
        var document = Compile("- **Cache**: Redis\n- **Search engine**: Elasticsearch\n- **File Storage**: S3\n- **Data Warehouse**: Snowflake").Artifacts.Single(file => file.Path == "DATA_MODEL.md").Text;
        var section = document[document.IndexOf("### Technology Stack", StringComparison.Ordinal)..document.IndexOf("### Design Principles", StringComparison.Ordinal)];
        foreach (var word in new[] { "stack/cache.json", "stack/search/", "outbox.search_changes", "stack/files/", "stack/warehouse/", "fact\\_beds" })
        {
            section.Replace("`fact_beds`", "fact\\_beds", StringComparison.Ordinal).ShouldContain(word);
        }
    }

    [Fact]
    public void Each_store_is_a_decision_with_the_sentence_that_names_it() =>
        Compile("- **Cache**: Redis").Design.Decisions.Single(decision => decision.Id == "D05-cache").Sources.ShouldHaveSingleItem().Document.ShouldBe("TECHNICAL_SPEC.md");

    private const string Api =
        """

        ## API

        - `GET /api/growers?speciality=roses` - List growers
        - `GET /api/growers/search` - Search growers by name and speciality
        """;

    internal static Compilation Compile(string stack, Findings? findings = null, string api = Api) => Compiler.Compile(
        [
            new InputDocument("PRD.md",
                """
                # PRD: Green Rows

                ### Nursery
                - id (uuid)
                - name (text, required)

                ### Grower
                - id (uuid)
                - nursery_id (uuid, references Nursery)
                - name (text, required)
                - email (email, required)
                - speciality (string)
                - bank_account (text, encrypted)

                ### Bed
                - id (uuid)
                - nursery_id (uuid, references Nursery)
                - grower_id (uuid, references Grower, required)
                - area (decimal, required)
                - photo_url (url)
                """),
            new InputDocument("TECHNICAL_SPEC.md", $"# Technical Specification\n\n## Technology Stack\n\n{stack}\n{api}\n\n## Security\n\n- Nursery-based isolation: a user never sees data of another nursery\n- GDPR: names and emails of growers are personal data\n"),
            new InputDocument("BUSINESS_RULES.md", "# Business Rules\n\n- Beds are deleted after 2 years.\n"),
        ], "rows", findings ?? new Findings());
}
