using Schemawright.Diagnostics;
using Schemawright.Documents;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Documents;

public class DocumentReaderTests
{
    [Fact]
    public void Sentences_of_one_line_are_statements_with_their_columns()
    {
        var statements = Read("PRD.md", "# Requirements: Tern\n\nA ferry has a name. It sails at 9 a.m. daily, e.g. to the islands.\n").Documents[0].Statements;
        statements.Select(statement => statement.Text).ShouldBe(["A ferry has a name.", "It sails at 9 a.m. daily, e.g. to the islands."]);
        statements[1].Span.ShouldBe(new SourceSpan("PRD.md", 3, 21, 3, 66));
    }

    [Fact]
    public void Bullets_know_their_parent_and_lose_their_task_box()
    {
        var statements = Read("PRD.md", "Rules:\n\n- [ ] **Fares** are set\n  - per `route`\n").Documents[0].Statements;
        statements.Select(statement => statement.Text).ShouldBe(["Fares are set", "per route"]);
        statements.Select(statement => statement.LeadIn).ShouldBe(["Rules:", "Fares are set"]);
    }

    [Fact]
    public void Table_rows_keep_empty_cells_and_escaped_bars()
    {
        var table = (TableBlock)Read("PRD.md", "| A | B | C |\n|---|---|---|\n| 1 |  | x \\| y |\n").Documents[0].Blocks[0];
        table.Rows[0].Cells.Select(cell => cell.Text).ShouldBe(["1", "", "x | y"]);
    }

    [Fact]
    public void Code_lines_that_say_something_are_statements()
    {
        var statements = Read("PRD.md", "```yaml\nRule: x\n  }\n\n  - y\n```\n").Documents[0].Statements;
        statements.Select(statement => (statement.Text, statement.Span.Line)).ShouldBe([("Rule: x", 2), ("- y", 5)]);
    }

    [Fact]
    public void A_tagged_file_is_cut_into_documents_that_keep_its_line_numbers()
    {
        var corpus = Read("all.md", "<app_name>\nTern\n</app_name>\n<prd>\nFerries sail.\n</prd>\n<business_rules>\nFares are paid.\n</business_rules>\n");
        corpus.AppName.ShouldBe("Tern");
        corpus.Documents.Select(document => document.Kind).ShouldBe([DocumentKind.AppDetails, DocumentKind.ProductRequirements, DocumentKind.BusinessRules]);
        corpus.Documents[2].Statements[0].Span.Line.ShouldBe(8);
    }

    [Theory]
    [InlineData("PRD.md", DocumentKind.ProductRequirements)]
    [InlineData("business-rules.md", DocumentKind.BusinessRules)]
    [InlineData("Technical_Spec.md", DocumentKind.TechnicalSpec)]
    [InlineData("PERFORMANCE_SCALABILITY.md", DocumentKind.ScaleRequirements)]
    [InlineData("ANSWERS.md", DocumentKind.Answers)]
    [InlineData("schema.sql", DocumentKind.TechnicalSpec)]
    [InlineData("notes.md", DocumentKind.Other)]
    public void A_documents_kind_follows_from_its_name(string name, DocumentKind kind) =>
        Read(name, "Ferries sail.\n").Documents[0].Kind.ShouldBe(kind);

    [Theory]
    [InlineData("# Product Requirements Document: Tern\n", "Tern")]
    [InlineData("# Tern - Product Requirements Document\n", "Tern")]
    [InlineData("# Product Requirements Document (PRD)\n", "folder")]
    [InlineData("# Title\n\n**App Name:** Tern\n", "Tern")]
    public void The_products_name_is_found(string text, string name) => Read("PRD.md", text).AppName.ShouldBe(name);

    [Theory]
    [InlineData("# Tern\n\nFerries sail between islands and carry cars, too.\n", "Tern")]
    [InlineData("# ⛴ Tern\n\nFerries sail.\n\n- and return\n", "Tern")]
    [InlineData("# Ferries\n\nThe name of the application is **Tern**. It sells fares.\n", "Tern")]
    [InlineData("# Application name\n\nTern\n\nFerries sail.\n", "Tern")]
    [InlineData("# Application name\n\nFerries sail between all the islands.\n\nThey return.\n", "what it does")]
    [InlineData("# App details\n\nFerries sail.\n\nThey return.\n", "what it does")]
    [InlineData("# The harbour and its ferries\n\nThe system is named after a bird.\n\nThey return.\n", "what it does")]
    public void The_document_about_the_application_names_it_before_the_title_of_the_requirements(string details, string name) =>
        DocumentReader.Read([new("APP_NAME.md", details), new("PRD.md", "# PRD: what it does\n\nFerries sail.\n")], "folder", new Findings()).AppName.ShouldBe(name);

    [Fact]
    public void An_empty_document_is_an_error_and_the_others_are_read()
    {
        var findings = new Findings();
        var corpus = DocumentReader.Read([new("PRD.md", "Ferries sail."), new("RULES.md", " \n")], "folder", findings);
        findings.Diagnostics.Select(found => (found.Kind.Code, found.Message)).ShouldBe([("SW1001", "RULES.md is empty")]);
        corpus.Documents.Select(document => document.Name).ShouldBe(["PRD.md"]);
    }

    [Fact]
    public void Text_nested_beyond_reason_is_read_line_by_line()
    {
        var findings = new Findings();
        var corpus = DocumentReader.Read([new("PRD.md", new string('>', 5000) + " deep\n\nA ferry sails.")], "folder", findings);
        findings.Diagnostics.ShouldContain(found => found.Kind.Code == "SW1003");
        corpus.Documents[0].Statements[^1].Text.ShouldBe("A ferry sails.");
    }

    [Fact]
    public void Comments_behind_other_words_are_no_words_of_the_product_but_stay_in_the_lines_and_in_code()
    {
        var document = Read("RULES.md", "# Rules\n\n- The fare must be > 0 <!-- may be 0 for crew? -->\n\nWrite `<!-- x -->` here.\n\n```\nfare <!-- y -->\n```\n").Documents[0];
        document.Statements.Select(statement => statement.Text).ShouldBe(["The fare must be > 0", "Write <!-- x --> here.", "fare <!-- y -->"]);
        document.Statements[0].Span.ShouldBe(new SourceSpan("RULES.md", 3, 3, 3, 22));
        document.Lines[2].ShouldEndWith("for crew? -->");
    }

    private static Corpus Read(string name, string text) => DocumentReader.Read([new(name, text)], "folder", new Findings());
}
