using System.CommandLine;

namespace Schemawright.Tool.Cli;

/// <summary>Arguments several verbs take.</summary>
internal static class CommonOptions
{
    public static Argument<string> Path() => new("product") { Description = "the folder with the product's documents, or one file that holds them between tags" };

    public static Option<string?> Out() => new("--out", "-o") { Description = "the folder to write to (out/<product> unless given)" };

    public static Option<string?> PgBin() => new("--pg-bin") { Description = "the folder with PostgreSQL's initdb and postgres (found on the machine unless given)" };

    /// <param name="formats">The default first.</param>
    public static Option<string> Format(params string[] formats)
    {
        var format = new Option<string>("--format", "-f") { Description = $"how to show it: {string.Join(", ", formats)}", DefaultValueFactory = _ => formats[0] };
        format.AcceptOnlyFromAmong(formats);
        return format;
    }
}
