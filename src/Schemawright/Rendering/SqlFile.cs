using System.Text;
using Schemawright.Collections;
using Schemawright.Postgres.Sql;

namespace Schemawright.Rendering;

/// <summary>A file of SQL: a heading, and statements in one transaction or each in its own.</summary>
internal static class SqlFile
{
    /// <summary>More would need more locks than a server holds by default, so a very large schema takes several transactions.</summary>
    private const int MostStatements = 800;

    public static bool FitsOneTransaction(int statements) => statements <= MostStatements;

    /// <param name="about">One line each; they become comments.</param>
    public static string Transaction(Seq<string> about, IEnumerable<SqlText> statements)
    {
        var text = Heading(about);
        foreach (var part in statements.Chunk(MostStatements))
        {
            text.Append("BEGIN;\nSET LOCAL lock_timeout = '5s';\n\n");
            Append(text, part);
            text.Append("COMMIT;\n\n");
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    public static string Statements(Seq<string> about, IEnumerable<SqlText> statements)
    {
        var text = Heading(about);
        Append(text, statements);
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static StringBuilder Heading(Seq<string> about)
    {
        var text = new StringBuilder();
        foreach (var line in about)
        {
            text.Append("-- ").Append(OneLine(line)).Append('\n');
        }

        return text.Append('\n');
    }

    /// <summary>A line end inside a comment would turn the rest into SQL.</summary>
    public static string OneLine(string words) => MarkdownEscape.OneLine(words);

    private static void Append(StringBuilder text, IEnumerable<SqlText> statements)
    {
        var previousIsShort = false;
        foreach (var statement in statements)
        {
            var isShort = !statement.Text.Contains('\n', StringComparison.Ordinal);
            if (text.Length > 1 && text[^2] != '\n' && !(isShort && previousIsShort))
            {
                text.Append('\n');
            }

            text.Append(statement.Text).Append('\n');
            previousIsShort = isShort;
        }

        text.Append('\n');
    }
}
