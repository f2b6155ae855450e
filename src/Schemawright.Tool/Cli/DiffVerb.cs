using System.CommandLine;
using Schemawright.Diagnostics;
using Schemawright.Reports;
using Schemawright.Reports.Comparison;
using Schemawright.Tool.Input;
using Spectre.Console;

namespace Schemawright.Tool.Cli;

/// <summary><c>diff</c>: what differs between two models, in words, entity by entity.</summary>
internal static class DiffVerb
{
    private const string ModelFile = "model.json";

    public static Verb Create(Face face)
    {
        var before = new Argument<string>("before") { Description = "a product's folder or file, the folder that build wrote, or its model.json" };
        var after = new Argument<string>("after") { Description = "the same, to compare with" };
        var format = CommonOptions.Format(face, FindingsView.Text, "json");
        var verb = new Verb("diff", "Say in words what differs between two models: two versions of a product, or an output and its input.",
            "diff examples/library examples/marina", "diff examples/marina/expected/model.json examples/marina --format json")
        {
            before, after, format,
        };
        verb.SetAction(arguments => Run(face, arguments.GetValue(before)!, arguments.GetValue(after)!, arguments.GetValue(format)!));
        return verb;
    }

    private static int Run(Face face, string before, string after, string format)
    {
        if (Picture(before) is not { } old || Picture(after) is not { } now)
        {
            return ExitCode.Unusable;
        }

        var differences = ModelDifferences.Between(old, now);
        if (format == FindingsView.Text && face.Quiet)
        {
            return differences.AreSame ? ExitCode.Clean : ExitCode.Findings;
        }

        if (format == FindingsView.Text)
        {
            Terminals.Write(face.Output, DifferencesText.Write(differences));
        }
        else
        {
            Terminals.Write(face.Output, DifferencesJson.Write(differences));
        }

        return differences.AreSame ? ExitCode.Clean : ExitCode.Findings;
    }

    /// <summary>A model from its file, or from the documents it would be made of; null when neither can be used, which has been said.</summary>
    private static ModelPicture? Picture(string path)
    {
        var findings = new Findings();
        var file = Directory.Exists(path) ? Path.Combine(path, ModelFile) : path;
        var text = file.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && File.Exists(file)
            ? ProductInputReader.ModelFile(file, findings)
            : ProductRun.Start(path)?.Compilation.Artifacts.First(artifact => artifact.Path == ModelFile).Text;
        var picture = text is null ? null : ModelFileReader.Read(text, file, findings);
        Terminals.Write(Terminals.Error, FindingsText.Write(findings.Diagnostics.Select(Finding.Of), new([])));
        return picture;
    }
}
