using Schemawright.Coverage;
using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Domain;
using Schemawright.Facts;
using Schemawright.Postgres;
using Schemawright.Rendering;

namespace Schemawright;

/// <summary>The pipeline: product documents in, a data model out. A pure function from texts to texts.</summary>
public static class Compiler
{
    /// <param name="fallbackName">The product's name when no document states one: the folder's name.</param>
    /// <param name="findings">Collects diagnostics and questions of all stages.</param>
    public static Compilation Compile(IEnumerable<InputDocument> documents, string fallbackName, Findings findings)
    {
        var model = Model(documents, fallbackName, findings);
        var (domain, design, schema) = (model.Domain, model.Design, model.Schema);
        var ledger = LedgerBuilder.Build(model.Facts, domain, design, findings);
        AnswerReport.Run(findings);
        return new(model.Corpus, model.Facts, domain, design, schema, ledger, findings.Diagnostics, findings.Clarifications)
        {
            Rendering = () => Renderer.Render(domain, design, schema, ledger, findings),
        };
    }

    /// <summary>The stages that make the schema, without the account of the statements and without the files.</summary>
    public static CompiledModel Model(IEnumerable<InputDocument> documents, string fallbackName, Findings findings)
    {
        var corpus = DocumentReader.Read(documents, fallbackName, findings);
        findings.Hear(AnswerReader.Read(corpus));
        var facts = FactReader.Read(corpus, findings);
        var domain = ThirdNormalForm.Synthesise(DomainBuilder.Build(facts, findings), findings); // checklist 1-2, and what 4 asks of the things themselves
        var design = DesignPasses.Run(domain, findings); // checklist 3-15
        return new(corpus, facts, domain, design, PostgresLowering.Lower(design, findings));
    }
}
