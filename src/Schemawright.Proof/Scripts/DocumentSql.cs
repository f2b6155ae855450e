namespace Schemawright.Proof.Scripts;

/// <summary>A fenced block of SQL in a Markdown document.</summary>
/// <param name="Line">The line of its first line of SQL, from 1.</param>
internal sealed record SqlBlock(int Line, string Heading, string Sql);

/// <summary>Finds the SQL a document shows.</summary>
internal static class DocumentSql
{
    public static IEnumerable<SqlBlock> Blocks(string markdown)
    {
        var (heading, fence, start, isSql) = ("", "", 0, false);
        var lines = markdown.Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            var line = lines[index].Trim();
            if (fence.Length == 0 && line.StartsWith('#'))
            {
                heading = line.TrimStart('#').Trim();
            }

            if (fence.Length == 0 && (line.StartsWith("```", StringComparison.Ordinal) || line.StartsWith("~~~", StringComparison.Ordinal)))
            {
                fence = new string(line[0], line.TakeWhile(character => character == line[0]).Count());
                (start, isSql) = (index + 1, string.Equals(line[fence.Length..].Trim(), "sql", StringComparison.OrdinalIgnoreCase));
            }
            else if (fence.Length > 0 && line.StartsWith(fence, StringComparison.Ordinal) && line.Trim(fence[0]).Length == 0)
            {
                if (isSql)
                {
                    yield return new(start + 1, heading, string.Join('\n', lines[start..index]));
                }

                fence = "";
            }
        }
    }
}
