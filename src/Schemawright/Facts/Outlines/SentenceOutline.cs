using Schemawright.Collections;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Outlines;

/// <summary>Reads a document's paragraphs as outline lines, a sentence each.</summary>
internal sealed class SentenceOutline(ProductDocument document)
{
    private readonly Statement[] _sentences = [.. document.Statements.Where(statement => statement.Form == StatementForm.Sentence)];
    private int _next;

    /// <summary>The paragraph's sentences; paragraphs are asked for in the order of the document.</summary>
    public IEnumerable<OutlineLine> Of(ParagraphBlock paragraph)
    {
        var title = BoldStart(paragraph.Raw);
        var isFirst = true;
        while (_next < _sentences.Length && _sentences[_next].Span.CompareTo(paragraph.Span) < 0 && !_sentences[_next].Span.Overlaps(paragraph.Span))
        {
            _next++;
        }

        for (; _next < _sentences.Length && _sentences[_next].Span.Overlaps(paragraph.Span); _next++)
        {
            var own = isFirst ? null : OwnCode(_sentences[_next].Text);
            title = own is { Length: 0 } ? null : own ?? title;
            yield return Line(paragraph, _sentences[_next], title, isFirst || own is not null);
            isFirst = false;
        }
    }

    /// <summary>A sentence with a code of its own is no part of the rule above it.</summary>
    private static string? OwnCode(string text) => RuleCodes.Split(text) is { Code: { } code, Title.Length: > 0 } ? code : RuleCodes.WithoutNumber(text).Length < text.Length ? "" : null;

    private static OutlineLine Line(ParagraphBlock paragraph, Statement sentence, string? title, bool isFirst)
    {
        var coded = title is not null && OwnCode(sentence.Text) is { Length: > 0 } own && title.TrimEnd('.', ':') == own;
        var text = title is not null && isFirst && !coded ? Labels.After(sentence.Text, title).Trim() : sentence.Text;
        var label = isFirst && !coded ? title : null;
        Seq<string> keys = isFirst || title is null ? [] : [title];
        var (code, said) = label is null ? RuleCodes.Split(RuleCodes.WithoutNumber(text)) : (null, text);
        return new(paragraph, OutlineForm.Sentence, keys, label, code is not null && said.Length == 0 ? text : said, 0, false, sentence.Span, sentence.Text) { Code = said.Length == 0 ? null : code };
    }

    /// <summary>The bold words a paragraph begins with: <c>**Limits**: …</c>.</summary>
    private static string? BoldStart(string raw)
    {
        if (!raw.StartsWith("**", StringComparison.Ordinal))
        {
            return null;
        }

        var end = raw.IndexOf("**", 2, StringComparison.Ordinal);
        return end is > 2 and <= 82 ? raw[2..end].Trim().TrimEnd(':') : null;
    }
}
