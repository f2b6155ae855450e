using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Design;

/// <summary>Dependencies, their cover, the keys and the forms that follow, compared with trying every set of columns.</summary>
public class DependencyTheoryTests
{
    private static readonly Seq<string> Columns = ["a", "b", "c", "d", "e"];

    [Theory]
    [InlineData("a>bcde", "BCNF", "a")]
    [InlineData("ab>cde,c>b", "3NF", "ab ac")]
    [InlineData("ab>cde,b>c", "1NF", "ab")]
    [InlineData("a>bcde,b>c", "2NF", "a")]
    [InlineData("a>bcde,b>acde", "BCNF", "a b")]
    public void The_form_and_the_keys_follow(string dependencies, string form, string keys)
    {
        DependencyTheory.NormalForm(Columns, Read(dependencies)).ShouldBe(form);
        string.Join(' ', DependencyTheory.CandidateKeys(Columns, Read(dependencies)).Select(key => string.Concat(key.Order(StringComparer.Ordinal)))).ShouldBe(keys);
    }

    [Fact]
    public void A_minimal_cover_says_the_same_without_anything_that_is_not_needed()
    {
        for (var seed = 1; seed <= 300; seed++)
        {
            var given = Random(seed);
            var cover = DependencyTheory.MinimalCover(given);
            foreach (var set in Subsets())
            {
                DependencyTheory.Closure(set, cover).Order(StringComparer.Ordinal).ShouldBe(DependencyTheory.Closure(set, given).Order(StringComparer.Ordinal), $"seed {seed}");
            }

            foreach (var dependency in cover)
            {
                DependencyTheory.Closure(dependency.Determinant, [.. cover.Where(other => other != dependency)]).ShouldNotContain(dependency.Dependent[0], $"seed {seed}");
            }
        }
    }

    [Fact]
    public void The_candidate_keys_are_the_least_sets_that_determine_everything()
    {
        for (var seed = 1; seed <= 300; seed++)
        {
            var given = Random(seed);
            bool IsAll(IEnumerable<string> set) => DependencyTheory.Closure(set, given).Count == Columns.Count;
            var least = Subsets().Where(set => IsAll(set) && !set.Any(column => IsAll(set.Where(other => other != column)))).Select(set => string.Concat(set.Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal);
            DependencyTheory.CandidateKeys(Columns, given).Select(key => string.Concat(key.Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal).ShouldBe(least, $"seed {seed}");
        }
    }

    private const string Parcels =
        """
        # Parcels

        ## Data model

        ### Parcel
        - id: uuid
        - label: string(20) (required, unique)
        - postal_code: string(10) (required)
        - city: string(60) (required)
        - weight: decimal(8,2) (required)
        """;

    private const string Rules = "# Business Rules: Parcels\n\n## Parcels\n\n- The postal code determines the city\n";

    [Fact]
    public void What_no_key_determines_gets_a_table_of_its_own()
    {
        var design = Compiled(Parcels, Rules).Design;
        design.Find("parcels")!.Find("city").ShouldBeNull();
        var codes = design.Find("postal_codes").ShouldNotBeNull();
        codes.PrimaryKey.Columns.ShouldBe(["postal_code"]);
        design.Find("parcels")!.ForeignKeys.Single().ReferencedTable.ShouldBe("postal_codes");
        design.Tables.ShouldAllBe(table => table.NormalForm == "BCNF");
        design.Decisions.Single(decision => decision.Id == "D04-postal_codes").Choice.ShouldContain("parted from parcels");
        design.RuleOutcomes.Single().Mechanism.ShouldBe("foreign key parcels_postal_code_fkey");
    }

    [Fact]
    public void What_something_else_speaks_of_stays_and_is_asked_about()
    {
        var compilation = Compiled(Parcels, Rules + "- The city must have at most 40 characters\n");
        compilation.Design.Find("postal_codes").ShouldBeNull();
        compilation.Design.Find("parcels")!.NormalForm.ShouldBe("2NF");
        compilation.Clarifications.ShouldContain(question => question.Question.Contains("postal_code of Parcel determines city", StringComparison.Ordinal));
        compilation.Diagnostics.ShouldContain(found => found.Kind.Code == "SW4042");
    }

    [Fact]
    public void What_a_key_determines_stays_where_it_is()
    {
        var design = Compiled(Parcels.Replace("postal_code: string(10) (required)", "postal_code: string(10) (required, unique)", StringComparison.Ordinal), Rules).Design;
        design.Find("parcels")!.NormalForm.ShouldBe("BCNF");
        design.RuleOutcomes.Single().Mechanism.ShouldBe("unique key parcels_postal_code_key");
    }

    private static Compilation Compiled(string text, string rules) => Compiler.Compile([new InputDocument("PRD.md", text), new InputDocument("BUSINESS_RULES.md", rules)], "parcels", new Findings());

    private static Seq<FunctionalDependency> Read(string text) =>
        [.. text.Split(',').Select(part => part.Split('>')).Select(sides => new FunctionalDependency([.. sides[0].Select(letter => letter.ToString())], [.. sides[1].Select(letter => letter.ToString())], "", Origin.Decided("test")))];

    private static Seq<FunctionalDependency> Random(int seed)
    {
        var state = (uint)seed * 2654435761u;
        uint Next(uint below) => (state = (state * 1664525u) + 1013904223u) / 65536u % below;
        Seq<string> Some() => [.. Columns.Where(_ => Next(3) == 0).DefaultIfEmpty(Columns[(int)Next(5)])];
        return [.. Enumerable.Range(0, 1 + (int)Next(5)).Select(_ => new FunctionalDependency(Some(), Some(), "", Origin.Decided("test")))];
    }

    private static IEnumerable<Seq<string>> Subsets() => Enumerable.Range(0, 32).Select(bits => Columns.Where((_, place) => (bits >> place & 1) == 1).ToSeq());
}
