using System.Text.RegularExpressions;
using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests.Traps;

/// <summary>Traps 34 to 37, which no server sees: parts of a document that disagree, words for figures, inventions, a normal form by assertion.</summary>
public partial class ModelTraps(TrapProduct product)
{
    [Fact]
    public async Task Trap_34_the_diagram_the_table_of_relationships_and_the_database_agree()
    {
        await using var ours = await product.OursAsync();
        var references = (await ours.QueryAsync("SELECT confrelid::regclass::text, conrelid::regclass::text FROM pg_constraint WHERE contype = 'f' AND connamespace = 'app'::regnamespace"))
            .Select(row => (Parent: row[0]!.Split('.')[1], Child: row[1]!.Split('.')[1])).Distinct().Order().ToList();
        var document = product.File("DATA_MODEL.md");
        var drawn = Arrow().Matches(document).Select(match => (Parent: match.Groups[1].Value, Child: match.Groups[2].Value)).Distinct().Order().ToList();
        drawn.Select(link => (link.Parent.ToLowerInvariant(), link.Child.ToLowerInvariant())).ShouldBe(references);
        foreach (var (parent, child) in references)
        {
            document.Split('\n').ShouldContain(line => line.StartsWith('|') && line.Contains($"`{parent}`", StringComparison.Ordinal) && line.Contains($"`{child}`", StringComparison.Ordinal), $"{parent} to {child}");
        }
    }

    [Fact]
    public void Trap_35_growth_is_a_figure_with_its_basis()
    {
        foreach (var table in product.Compilation.Design.Tables)
        {
            var volume = table.Volume.ShouldNotBeNull(table.Name);
            volume.RowsNow.ShouldBeGreaterThan(0, table.Name);
            volume.BytesPerRow.ShouldBeGreaterThan(0, table.Name);
            volume.Basis.ShouldNotBeEmpty();
        }

        product.Compilation.Design.Find("firings")!.Volume!.Origin.Sources.ShouldContain(source => source.Document == "SCALE_REQUIREMENTS.md");
    }

    [Fact]
    public void Trap_36_nothing_stands_in_the_model_without_a_sentence_or_a_decision()
    {
        var design = product.Compilation.Design;
        var decisions = design.Decisions.Select(decision => decision.Id).Concat(product.Compilation.Clarifications.Select(question => question.Id)).ToHashSet(StringComparer.Ordinal);
        var origins = design.Tables.SelectMany(table => table.Columns.Select(column => ($"{table.Name}.{column.Name}", column.Origin)).Append((table.Name, table.Origin)).Concat(table.Checks.Select(check => (check.Name, check.Origin))).Concat(table.Indexes.Select(index => (index.Name, index.Origin)))).ToList();
        origins.Count.ShouldBeGreaterThan(80);
        origins.Where(pair => pair.Origin.Sources.Count == 0 && (pair.Origin.Decision is null || !decisions.Contains(pair.Origin.Decision))).Select(pair => $"{pair.Item1}: {pair.Origin.Decision}").ShouldBeEmpty();
        Placeholder().Matches(product.File("DATA_MODEL.md")).Select(match => match.Value).ShouldBeEmpty();
    }

    [Fact]
    public void Trap_37_the_normal_form_follows_from_dependencies()
    {
        foreach (var table in product.Compilation.Design.Tables)
        {
            table.NormalForm.ShouldBe("BCNF", table.Name);
            table.Dependencies.ShouldNotBeEmpty();
            DependencyTheory.Closure(table.PrimaryKey.Columns, table.Dependencies).Count.ShouldBe(table.Columns.Count, table.Name);
        }

        var computed = Compiler.Compile([new InputDocument("TECHNICAL_SPEC.md", Sums)], "sums", new Findings()).Design;
        computed.Find("invoices")!.NormalForm.ShouldBe("2NF");
        computed.Decisions.Single(decision => decision.Id == "D04-invoices").Reason.ShouldContain("(net, tax) determines total");
    }

    [Fact]
    public async Task Trap_37_two_rows_of_one_code_say_two_cities_and_ours_cannot()
    {
        await using var trap = await product.EmptyAsync();
        await trap.AcceptsAsync("CREATE TABLE parcels (id integer PRIMARY KEY, postal_code text, city text); INSERT INTO parcels VALUES (1, '1010', 'Wien'), (2, '1010', 'Graz')");
        await trap.AnswersAsync("SELECT count(DISTINCT city)::text FROM parcels WHERE postal_code = '1010'", "2");

        var compilation = Compiler.Compile([new InputDocument("PRD.md", Codes), new InputDocument("BUSINESS_RULES.md", "# Business Rules: Parcels\n\n## Parcels\n\n- The postal code determines the city\n")], "parcels", new Findings());
        await using var deployed = await Deployed.OfAsync(compilation);
        await deployed.Session.AcceptsAsync("INSERT INTO app.postal_codes (postal_code, city) VALUES ('1010', 'Wien'); INSERT INTO app.parcels (label, postal_code) VALUES ('a', '1010'), ('b', '1010')");
        await deployed.Session.RefusesAsync("INSERT INTO app.postal_codes (postal_code, city) VALUES ('1010', 'Graz')", "23505", "postal_codes_pkey");
        await deployed.Session.AcceptsAsync("DELETE FROM app.parcels; DELETE FROM app.postal_codes");
        await deployed.ProveAsync(compilation);
    }

    private const string Codes =
        """
        # Parcels

        ## Data model

        ### Parcel
        - id: uuid
        - label: string(20) (required, unique)
        - postal_code: string(10) (required)
        - city: string(60) (required)
        """;

    private const string Sums =
        """
        # Sums

        ## Data model

        ### Invoice
        - id: uuid
        - net: decimal(10,2) (required)
        - tax: decimal(10,2) (required)
        - total: decimal(10,2) (required)

        **Rules**:
        - total must equal net + tax
        """;

    [GeneratedRegex(@"^\s*(\w+) [|}o]{2}--[|{o]{2} (\w+) :", RegexOptions.Multiline, 1000)]
    private static partial Regex Arrow();

    [GeneratedRegex(@"\bTBD\b|\bTODO\b|\[(?:Entity|Table|Description|Name)\b[^\]]*\]|lorem ipsum", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Placeholder();
}
