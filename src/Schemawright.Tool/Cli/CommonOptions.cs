using System.CommandLine;

namespace Schemawright.Tool.Cli;

/// <summary>Arguments several verbs take.</summary>
internal static class CommonOptions
{
    public const string PgBinName = "--pg-bin";

    public static Argument<string> Path(Face face)
    {
        var path = new Argument<string>("product") { Description = "the folder with the product's documents, or one file that holds them between tags" };
        if (face.Settings.Product is { } product)
        {
            path.Arity = ArgumentArity.ZeroOrOne;
            path.DefaultValueFactory = _ => product;
        }

        return path;
    }

    public static Option<string?> Out(Face face) => Unless(new("--out", "-o") { Description = "the folder to write to (out/<product> unless given)" }, face.Settings.Out);

    public static Option<string?> PgBin(Face face) => Unless(new(PgBinName) { Description = "the folder with PostgreSQL's initdb and postgres (found on the machine unless given)" }, face.Settings.PgBin);

    /// <summary>What the settings say holds unless the option is given.</summary>
    public static Option<string?> Unless(Option<string?> option, string? setting)
    {
        if (setting is not null)
        {
            option.DefaultValueFactory = _ => setting;
        }

        return option;
    }

    /// <param name="formats">The default first.</param>
    public static Option<string> Format(Face face, params string[] formats)
    {
        var format = new Option<string>("--format", "-f") { Description = $"how to show it: {string.Join(", ", formats)}", DefaultValueFactory = _ => face.Settings.Format ?? formats[0] };
        format.AcceptOnlyFromAmong(formats);
        return format;
    }
}
