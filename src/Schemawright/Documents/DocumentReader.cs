using Schemawright.Collections;
using Schemawright.Diagnostics;

namespace Schemawright.Documents;

/// <summary>Reads the input texts into blocks and statements, each with its span.</summary>
public static class DocumentReader
{
    private static readonly DiagnosticKind DocumentIsEmpty = new(
        "SW1001", Severity.Error, "A document is empty",
        "{0} is empty",
        "An empty file says nothing; most often it was saved too early or is a left-over.",
        "write the document, or remove the file");

    private static readonly DiagnosticKind NothingToRead = new(
        "SW1002", Severity.Error, "There is no document to read",
        "there is no document to read",
        "Without a document there is nothing to model.",
        "put PRD.md, TECHNICAL_SPEC.md, BUSINESS_RULES.md and SCALE_REQUIREMENTS.md into the folder");

    /// <param name="documents">Decoded texts; names with forward slashes.</param>
    /// <param name="fallbackName">The product's name when no document states one.</param>
    public static Corpus Read(IEnumerable<InputDocument> documents, string fallbackName, Findings findings)
    {
        var read = new List<ProductDocument>();
        foreach (var document in documents.OrderBy(document => document.Name, StringComparer.Ordinal))
        {
            read.AddRange(ReadOne(document, findings));
        }

        if (read.Count == 0)
        {
            findings.Report(NothingToRead, null);
        }

        var ordered = read.OrderBy(document => document.Kind).ThenBy(document => document.Name, StringComparer.Ordinal).ToList();
        var (name, origin) = AppNames.Find(ordered, fallbackName);
        return new(name, origin, ordered.ToSeq());
    }

    private static IEnumerable<ProductDocument> ReadOne(InputDocument document, Findings findings)
    {
        if (string.IsNullOrWhiteSpace(document.Text))
        {
            findings.Report(DocumentIsEmpty, null, document.Name);
            return [];
        }

        var parts = TaggedInput.Split(document.Text);
        return parts.Count > 0
            ? parts.Select(part => ReadText(document.Name, part.Text, part.Kind, findings)).ToList()
            : [ReadText(document.Name, document.Text, null, findings)];
    }

    private static ProductDocument ReadText(string name, string text, DocumentKind? kind, Findings findings)
    {
        var written = new SourceText(name, text);
        var language = DocumentKinds.LanguageOf(name);
        var source = language is null ? new SourceText(name, InlineComments.Blank(text)) : written;
        var blocks = language is null ? MarkdownBlocks.Read(source, findings) : [WholeFile(source, language)];
        var title = blocks.OfType<HeadingBlock>().FirstOrDefault()?.Text ?? name;
        var read = new ProductDocument(
            name, kind ?? DocumentKinds.Of(name, title, findings), title, written.Lines.ToSeq(), blocks.ToSeq(),
            StatementReader.Read(blocks, source).ToSeq());
        return read.Kind == DocumentKind.Answers ? Answers(read, text, findings) : read;
    }

    /// <summary>Answers are read without the ids of their questions, which stay in the lines.</summary>
    private static ProductDocument Answers(ProductDocument document, string text, Findings findings)
    {
        var source = new SourceText(document.Name, AnswerReader.AsStatements(text));
        var blocks = MarkdownBlocks.Read(source, findings);
        return document with { Blocks = blocks.ToSeq(), Statements = StatementReader.Read(blocks, source).ToSeq() };
    }

    /// <summary>A file of code is read as one fence.</summary>
    private static CodeFence WholeFile(SourceText source, string language) =>
        new(language, Enumerable.Range(0, source.Lines.Length).Select(line => new CodeLine(source.Lines[line], line + 1, source.LineSpan(line))).ToSeq(),
            source.Span(0, source.Text.Length), []);
}
