namespace Schemawright.Facts.Outlines;

/// <summary>Tells program code from labelled lines.</summary>
internal static class ProgramCode
{
    private static readonly string[] Openers =
    [
        "function ", "const ", "let ", "var ", "return ", "return;", "if (", "for (", "async ", "await ", "class ", "def ", "import ", "export ", "SELECT", "WITH ", "FROM ", "public ", "private ", "switch", "} else",
    ];

    /// <summary>True when the lines are a program or a query.</summary>
    public static bool IsCode(IEnumerable<string> lines)
    {
        var marks = 0;
        foreach (var line in lines.Select(line => line.Trim()))
        {
            var opens = Array.Exists(Openers, opener => line.StartsWith(opener, StringComparison.Ordinal));
            marks += opens || line.EndsWith(';') || line.EndsWith('{') || line is "}" or "};" or "})" or "});" ? 1 : 0;
        }

        return marks >= 2;
    }

    /// <summary>True when the line draws a box or a tree.</summary>
    public static bool HasBoxes(string line) => line.AsSpan().ContainsAny("┌┐└┘├┤┬┴┼│─╔╗╚╝║═");
}
