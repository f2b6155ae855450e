using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Proof.Ledger;
using Schemawright.Proof.Obligations;
using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests;

/// <summary>Trying one claim, one object or one sentence alone.</summary>
public class SelectionTests(SampleProduct product) : IClassFixture<SampleProduct>
{
    private static readonly Compilation Pond = PondDeeperThan(0);

    [Theory]
    [InlineData("invoices")]
    [InlineData("app.invoices")]
    [InlineData("invoices.invoices_amount_positive_check")]
    [InlineData("invoices_amount_positive_check")]
    public async Task An_object_alone_is_tried_by_every_claim_that_concerns_it(string name)
    {
        var report = await product.ProveAsync(new ProofOptions(Only: [name, nameof(RulesAcceptAndRefuse), nameof(NoDrift)]));
        report.Holds.ShouldBeTrue();
        report.Obligations.Select(obligation => obligation.Name).ShouldBe([nameof(NoDrift), nameof(RulesAcceptAndRefuse)], ignoreOrder: true);
        var vectors = report.Obligations.SelectMany(obligation => obligation.Vectors).ToArray();
        vectors.ShouldNotBeEmpty();
        vectors.ShouldAllBe(vector => vector.Subject.Contains("invoices", StringComparison.Ordinal));
        vectors.ShouldContain(vector => vector.Subject == "invoices.invoices_amount_positive_check" && vector.Expected.StartsWith("refused 23514", StringComparison.Ordinal));
    }

    [Fact]
    public void A_sentence_is_known_by_its_document_and_line()
    {
        var selection = Selection.Of(Pond, ["RULES.md:5"]);
        selection.Unknown.ShouldBeEmpty();
        selection.Focus.HasSource("PRD.md:8, RULES.md:5").ShouldBeTrue();
        selection.Focus.HasSource("PRD.md:8").ShouldBeFalse();
    }

    [Theory]
    [InlineData("NoDrif")]
    [InlineData("RULES.md:2")]
    [InlineData("ponds.no_such_check")]
    public void A_word_that_names_nothing_is_said_to(string word) => Prover.UnknownIn(Pond, [word, "ponds"]).ShouldBe([word]);

    [Fact]
    public void A_vector_leads_back_to_its_sentence_and_its_rule()
    {
        var ledger = new ProofLedger(Pond);
        var sentence = ledger.SentencesOf("RULES.md:5").Single();
        (sentence.Document, sentence.Line, sentence.Hash.Length).ShouldBe(("RULES.md", 5, 64));
        ledger.SentencesOf("decision D03-uuid7").ShouldBeEmpty();
        var outcome = Pond.Design.RuleOutcomes.First(known => known.ObjectName is not null);
        ledger.RuleOf($"{outcome.Table}.{outcome.ObjectName}").ShouldBe(outcome.RuleId);
        new ProofLedger(PondDeeperThan(1)).SentencesOf("RULES.md:5").Single().Hash.ShouldNotBe(sentence.Hash);
    }

    private static Compilation PondDeeperThan(int depth) => Compiler.Compile(
        [
            new InputDocument("PRD.md", "# Product Requirements Document: Pond Keeper\n\n## Data Model\n\n```\nPond\n- id: UUID\n- name: string(100)\n- depth: decimal\n```\n"),
            new InputDocument("RULES.md", $"# Business Rules\n\n## Pond\n\n- The depth must be greater than {depth}.\n"),
        ],
        "pond", new Findings());

    [Theory]
    [InlineData("PRD.md:3", 1)]
    [InlineData("PRD.md:6", 1)]
    [InlineData("PRD.md:3, PRD.md:7", 2)]
    [InlineData("PRD.md:2", 0)]
    [InlineData("decision D03-key", 0)]
    public void A_heading_and_a_block_of_code_are_sentences_too(string source, int sentences)
    {
        var compilation = Compiler.Compile([new InputDocument("PRD.md", "# PRD: Barrels\n\n### Barrel\n- id: uuid\n\n```\nCask\n- id: UUID\n```\n")], "barrels", new Findings());
        new ProofLedger(compilation).SentencesOf(source).Count.ShouldBe(sentences);
    }
}
