using Schemawright.Documents;

namespace Schemawright.Facts.Structure.Trees;

/// <summary>A line of a drawn tree with the lines that hang under it.</summary>
/// <param name="Text">The words without the branch before them.</param>
/// <param name="Column">Where the words begin.</param>
/// <param name="Hangs">False for a title without a branch.</param>
internal sealed record TreeNode(CodeLine Line, string Text, int Column, bool Hangs, List<TreeNode> Children)
{
    private const string Marks = "│├└┝┕╰|+`\\─┬-— \t";

    private static readonly string[] Branches = ["├", "└", "┝", "┕", "╰", "|-", "+-", "`-", "\\-"];

    /// <summary>True when two lines at least hang on branches.</summary>
    public static bool IsTree(CodeFence fence) => fence.Lines.Count(line => Branch(line.Text) >= 0) >= 2;

    /// <summary>The titles with what hangs under them; bounded by the lines, not by recursion.</summary>
    public static List<TreeNode> Of(CodeFence fence)
    {
        var roots = new List<TreeNode>();
        var open = new Stack<TreeNode>();
        foreach (var line in fence.Lines.Where(line => line.Text.Trim(' ', '│', '|', '\t').Length > 0))
        {
            var node = Node(line);
            while (open.TryPeek(out var above) && (!node.Hangs || above.Column >= node.Column) && (above.Hangs || !node.Hangs))
            {
                open.Pop();
            }

            (open.TryPeek(out var parent) ? parent.Children : roots).Add(node);
            open.Push(node);
        }

        return roots;
    }

    private static TreeNode Node(CodeLine line)
    {
        var branch = Branch(line.Text);
        var at = branch < 0 ? line.Text.Length - line.Text.TrimStart().Length : branch;
        while (branch >= 0 && at < line.Text.Length && Marks.Contains(line.Text[at], StringComparison.Ordinal))
        {
            at++;
        }

        return new(line, line.Text[at..].Trim(), at, branch >= 0, []);
    }

    /// <summary>Where the branch begins; -1 when the line has none.</summary>
    private static int Branch(string text)
    {
        var at = 0;
        while (at < text.Length && text[at] is ' ' or '\t' or '│' or '|')
        {
            if (text[at] == '|' && at + 1 < text.Length && text[at + 1] == '-')
            {
                break;
            }

            at++;
        }

        return Array.Exists(Branches, branch => string.CompareOrdinal(text, at, branch, 0, branch.Length) == 0) ? at : -1;
    }
}
