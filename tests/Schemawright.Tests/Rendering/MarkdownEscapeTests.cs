using Markdig;
using Schemawright.Rendering;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Rendering;

/// <summary>Whatever the input says shows as it was written and means nothing to Markdown.</summary>
public class MarkdownEscapeTests
{
    public static TheoryData<string> HostileWords() =>
    [
        "a | b", "`code`", "``", "*bold* _it_ ~~gone~~", "<script>alert(1)</script>", "[link](javascript:x)", "![i](u)", "&lt;", "a\\b", "# not a heading",
        "1. not a list", "- neither", "+ nor this", "> quote", "snake_case_name", "\"; DROP TABLE x; --", "||", "`|`", "price\u202Egpj.exe", "café 🎻 שלום",
    ];

    [Theory]
    [MemberData(nameof(HostileWords))]
    public void Text_at_a_line_s_start_is_read_back_as_plain_text(string words) =>
        Plain(MarkdownEscape.LineStart(words)).ShouldBe($"<p>{Html(MarkdownEscape.OneLine(words))}</p>");

    [Theory]
    [MemberData(nameof(HostileWords))]
    public void Code_is_read_back_as_it_was(string words) =>
        Plain(MarkdownEscape.Code(words)).ShouldBe($"<p><code>{Html(MarkdownEscape.OneLine(words))}</code></p>");

    [Theory]
    [MemberData(nameof(HostileWords))]
    public void A_cell_stays_one_cell(string words)
    {
        var text = new MarkdownText();
        text.Table(["A", "B"], [[MarkdownEscape.Text(words), MarkdownEscape.Code(words)]]);
        var html = Markdown.ToHtml(text.ToString(), new MarkdownPipelineBuilder().UsePipeTables().Build());
        System.Text.RegularExpressions.Regex.Count(html, "<td>").ShouldBe(2, html);
    }

    [Fact]
    public void A_fence_is_longer_than_any_inside()
    {
        var text = new MarkdownText();
        text.Code("sql", "SELECT '```';");
        text.ToString().ShouldStartWith("````sql\n");
    }

    private static string Plain(string markdown) => Markdown.ToHtml(markdown, new MarkdownPipelineBuilder().Build()).Trim();

    private static string Html(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
}
