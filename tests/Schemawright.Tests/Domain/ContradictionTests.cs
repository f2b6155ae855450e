using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Domain;
using Schemawright.Domain.Rules;
using Schemawright.Facts;
using Schemawright.Terms;
using Shouldly;
using Xunit;
using static Schemawright.Tests.Domain.Said;

namespace Schemawright.Tests.Domain;

/// <summary>What two places cannot both mean is decided by the stated order, and asked with both places.</summary>
public class ContradictionTests
{
    private const string Model = "# Product Requirements\n\n## Data Model\n\n### Loan\n- number: string, required\n- days: integer\n- returned_on: date\n\n### Reader\n- name: string, required\n\n";

    [Fact]
    public void Deletion_that_cascades_here_and_is_refused_there_is_refused()
    {
        var said = new Said().Block("Shelf", Attribute("Shelf.code"), Attribute("Shelf.room"))
            .Block("Book", Attribute("Book.title"), Attribute("Book.shelf_id") with { References = "Shelf", OnDelete = "cascade" })
            .Table("books", Sql("books.title"), Sql("books.shelf_id", DataKind.Uuid, true, "shelves") with { OnDelete = "restrict" });
        said.Build().ParentsOf("Book").ShouldHaveSingleItem().OnDelete.ShouldBe(DeleteRule.Restrict);
        Question(said, "deleted").Alternatives.Count.ShouldBe(2);
    }

    [Fact]
    public void A_default_that_is_no_beginning_of_the_machine_yields_to_it()
    {
        var said = new Said().Table("books", Sql("books.title"), Sql("books.status", DataKind.Enumeration, true, null, "ordered", "shelved", "lost") with { Default = "shelved" })
            .Machine("Book", "[*]>ordered", "ordered>shelved", "shelved>lost");
        said.Build().Find("Book")!.Find("status")!.Default.ShouldBe(Literal.String("ordered"));
        Question(said, "begin").Sources.Select(source => source.Document).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public void Digits_that_differ_are_asked_about()
    {
        var said = new Said().Block("Book", Attribute("Book.title"), Attribute("Book.price") with { Type = new(DataKind.Decimal, Precision: 12, Scale: 4) })
            .Table("books", Sql("books.title"), Sql("books.price") with { Type = new(DataKind.Decimal, Precision: 10, Scale: 2) });
        said.Build().Find("Book")!.Find("price")!.Type.Scale.ShouldBe(2);
        Question(said, "digits").Reason.ShouldBe(ClarificationReason.Contradiction);
    }

    [Fact]
    public void A_type_that_refines_a_vaguer_one_contradicts_nothing()
    {
        var said = new Said().Block("Reader", Attribute("Reader.contact"), Attribute("Reader.mail", DataKind.Email)).Table("readers", Sql("readers.contact"), Sql("readers.mail"));
        said.Build().Find("Reader")!.Find("mail")!.Type.Kind.ShouldBe(DataKind.Email);
        said.Asked(ClarificationReason.Contradiction).ShouldBeEmpty();
    }

    [Fact]
    public void A_right_given_here_and_refused_there_is_refused()
    {
        var said = Library
            .Fact(DocumentKind.BusinessRules, span => new AccessFact("clerk", AccessVerb.Delete, "books", AccessScope.All, false, span, "clerk delete"))
            .Fact(DocumentKind.ProductRequirements, span => new AccessFact("clerk", AccessVerb.Delete, "books", AccessScope.All, true, span, "clerks delete books"));
        said.Build().Permissions.Where(right => right.Entity == "Book").ShouldAllBe(right => !right.Allowed);
        Question(said, "May the role clerk delete books?").Alternatives.Count.ShouldBe(2);
    }

    [Fact]
    public void A_right_to_own_rows_beside_a_refusal_of_all_is_no_contradiction()
    {
        var said = Library
            .Fact(DocumentKind.BusinessRules, span => new AccessFact("clerk", AccessVerb.Delete, "books", AccessScope.All, false, span, "clerk delete"))
            .Fact(DocumentKind.ProductRequirements, span => new AccessFact("clerk", AccessVerb.Delete, "books", AccessScope.Own, true, span, "clerks delete their books"));
        said.Build();
        said.Asked(ClarificationReason.Contradiction).ShouldBeEmpty();
    }

    [Fact]
    public void One_organisation_here_and_several_there_is_asked_and_several_is_taken()
    {
        var said = new Said().Table("schools", Sql("schools.name"), Sql("schools.city")).Table("users", Sql("users.email"), Sql("users.school_id", DataKind.Uuid, true, "schools"))
            .Fact(DocumentKind.BusinessRules, span => new TenancyFact(TenancyKind.Isolation, "school", span, "each school"))
            .Fact(DocumentKind.TechnicalSpec, span => new TenancyFact(TenancyKind.SingleTenant, null, span, "single tenant"));
        said.Build().Tenancy.TenantEntity.ShouldBe("School");
        Question(said, "organisations").Impact.ShouldBe(5);
    }

    [Theory]
    [InlineData("The days of a loan must be at most 30.", "The days of a loan must be at most 21.", "30", "21")]
    public void A_limit_with_two_figures_is_asked_and_the_later_taken(string first, string second, string one, string other)
    {
        var run = Compiler.Compile(
            [new("PRD.md", Model.Replace("- returned_on", "- reader_id: uuid\n- returned_on", StringComparison.Ordinal)), new("BUSINESS_RULES.md", $"# Business Rules\n\n### BR-1: Loans\n- {first}\n\n### BR-2: More on loans\n- {second}\n")],
            "library", new Findings());
        var question = run.Clarifications.Where(question => question.Reason == ClarificationReason.Contradiction).ShouldHaveSingleItem();
        question.Question.ShouldSatisfyAllConditions(words => words.ShouldContain(one), words => words.ShouldContain(other));
        question.Sources.Count.ShouldBe(2);
        run.Domain.Rules.Count(rule => rule.Origin.Sources.Any(source => source.Document == "BUSINESS_RULES.md")).ShouldBe(1);
    }

    [Fact]
    public void Different_periods_for_different_subjects_stand_side_by_side()
    {
        var said = Library
            .Fact(DocumentKind.BusinessRules, span => new RetentionFact("Books", new(7, PeriodUnit.Year), RetentionKind.Minimum, null, null, span, "7 years"))
            .Fact(DocumentKind.TechnicalSpec, span => new RetentionFact("Users", new(90, PeriodUnit.Day), RetentionKind.Minimum, null, null, span, "90 days"));
        said.Build().Retention.Count.ShouldBe(2);
        said.Asked(ClarificationReason.Contradiction).ShouldBeEmpty();
    }

    private static Said Library => new Said()
        .Table("users", Sql("users.email", required: true), Sql("users.role", DataKind.Enumeration, true, null, "clerk", "librarian"))
        .Table("books", Sql("books.title"), Sql("books.price", DataKind.Decimal));

    private static Clarification Question(Said said, string words) => said.Asked(ClarificationReason.Contradiction).Single(question => question.Question.Contains(words, StringComparison.Ordinal));
}
