using System.Text;
using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Rendering.Operations;

/// <summary>A bash script: it stops at the first error, and takes its connection from PG* variables, never from the file.</summary>
internal static class ShellScript
{
    /// <summary>Such as "day" or "2 weeks".</summary>
    public static string Each(Period period) => period.Each();

    /// <summary>A word that the shell takes as it stands.</summary>
    public static string Quoted(string word) => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    public static Artifact Of(string name, Seq<string> about, string body)
    {
        var text = new StringBuilder("#!/usr/bin/env bash\n");
        foreach (var line in about)
        {
            text.Append("# ").Append(SqlFile.OneLine(line)).Append('\n');
        }

        text.Append("# Connection: PGHOST, PGPORT, PGDATABASE, PGUSER, and a password file or certificate; no secret belongs into this file.\n");
        text.Append("set -euo pipefail\n\n").Append(body.TrimEnd('\n')).Append('\n');
        return new(OperationFiles.Folder + name, text.ToString(), Executable: true);
    }
}
