using Schemawright.Collections;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Outlines;

/// <summary>Reads a YAML-like block as outline lines: labels nest by indentation, whatever language the fence names.</summary>
internal static class FenceOutline
{
    private static readonly string[] OtherLanguages =
    [
        "sql", "mermaid", "json", "jsonc", "json5", "typescript", "ts", "tsx", "jsx", "bash", "sh", "shell", "dockerfile", "docker", "nginx", "env", "ini", "html", "css", "csharp", "cs",
        "java", "go", "rust", "graphql", "proto", "xml", "dbml", "prisma", "plantuml", "diff", "http", "javascript", "js", "python", "py", "php", "ruby", "kotlin", "swift", "toml", "gherkin",
    ];

    public static IEnumerable<OutlineLine> Of(CodeFence fence, string? leadIn)
    {
        if (!IsOutline(fence))
        {
            return [];
        }

        var entries = Entries(fence);
        return Nested(fence, entries, leadIn);
    }

    /// <summary>True for a block of labels and items; for a fence of another language only when it opens with a rule's title.</summary>
    public static bool IsOutline(CodeFence fence)
    {
        var lines = fence.Lines.Select(line => line.Text.Trim()).Where(line => line.Length > 0).ToArray();
        if (lines.Length == 0)
        {
            return false;
        }

        if (RuleTitles.IsTitle(lines[0]))
        {
            return true;
        }

        if (OtherLanguages.Contains(fence.Language, StringComparer.Ordinal) || lines[0][0] is '{' or '[' or '<')
        {
            return false;
        }

        var fitting = lines.Count(line => FenceLine.IsItem(line) || Labels.Split(line).Label is not null || line[0] == '#');
        return fitting * 10 >= lines.Length * 7 && !lines.Any(ProgramCode.HasBoxes);
    }

    private static List<FenceLine> Entries(CodeFence fence)
    {
        var entries = new List<FenceLine>();
        for (var index = 0; index < fence.Lines.Count; index++)
        {
            if (fence.Lines[index].Text.Trim().Length == 0)
            {
                continue;
            }

            var line = FenceLine.Read(fence.Lines[index]);
            entries.Add(line);
            if (line.Text is "|" or ">" or "|-" or ">-")
            {
                entries[^1] = line with { Text = "" };
                index = AddScalar(fence, index + 1, line.Indent, entries) - 1;
            }
        }

        return entries;
    }

    /// <summary>The lines of a block scalar: program code stays code, anything else is read like the rest.</summary>
    private static int AddScalar(CodeFence fence, int from, int indent, List<FenceLine> entries)
    {
        var end = from;
        while (end < fence.Lines.Count && (fence.Lines[end].Text.Trim().Length == 0 || FenceLine.Indentation(fence.Lines[end].Text) > indent))
        {
            end++;
        }

        var body = fence.Lines.Skip(from).Take(end - from).Where(line => line.Text.Trim().Length > 0).ToArray();
        var isCode = ProgramCode.IsCode(body.Select(line => line.Text));
        entries.AddRange(body.Select(line => isCode ? FenceLine.Program(line) : FenceLine.Read(line)));
        return end;
    }

    private static IEnumerable<OutlineLine> Nested(CodeFence fence, List<FenceLine> entries, string? leadIn)
    {
        var open = new Stack<FenceLine>();
        for (var index = 0; index < entries.Count; index++)
        {
            var entry = entries[index];
            while (open.TryPeek(out var above) && !entry.HangsUnder(above))
            {
                open.Pop();
            }

            Seq<string> keys = [.. leadIn is null ? Array.Empty<string>() : [leadIn], .. open.Reverse().Select(above => above.Name)];
            var hasChildren = index + 1 < entries.Count && entries[index + 1].HangsUnder(entry);
            if (!entry.IsComment)
            {
                yield return new(
                    fence, entry.IsProgram ? OutlineForm.Program : OutlineForm.Entry, keys, entry.Label, entry.Text, entry.Indent, hasChildren, entry.Source.Span, entry.Source.Text.Trim());
            }

            if (!entry.IsProgram && !entry.IsComment)
            {
                open.Push(entry);
            }
        }
    }
}
