using System.CommandLine;
using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Reports;
using Schemawright.Tool.Output;
using Spectre.Console;

namespace Schemawright.Tool.Cli;

/// <summary><c>init</c>: five documents of a small working product, which explain in comments how to write one's own.</summary>
internal static class InitVerb
{
    private static readonly string[] Documents = ["APP_DETAILS.md", "PRD.md", "TECHNICAL_SPEC.md", "BUSINESS_RULES.md", "SCALE_REQUIREMENTS.md"];

    public static Verb Create(Face face)
    {
        var folder = new Argument<string>("folder") { Description = "the folder to write the documents to; it is made if there is none" };
        var format = CommonOptions.Format(face, FindingsView.Text, "json");
        var verb = new Verb("init", "Write the five documents of a small working product, with comments that explain the forms.", "init out/first", "init out/second --format json")
        {
            folder, format,
        };
        verb.SetAction(arguments => Run(face, arguments.GetValue(folder)!, arguments.GetValue(format)!));
        return verb;
    }

    private static int Run(Face face, string folder, string format)
    {
        var findings = new Findings();
        var files = Documents.Select(name => new NewFile(name, Text(name))).ToSeq();
        if (!NewFiles.Write(folder, files, findings))
        {
            Terminals.Write(Terminals.Error, FindingsText.Write(findings.Diagnostics.Select(Finding.Of), new([])));
            return ExitCode.Unusable;
        }

        if (format == FindingsView.Text)
        {
            Terminals.Write(face.Output, face.Quiet ? [] : Documents.Select(name => ReportLine.Of($"wrote {Path.Combine(folder, name)}")));
            face.Next(face.Output, $"build {CommandLine.Quoted(folder)}");
        }
        else
        {
            Terminals.Write(face.Output, WrittenFilesJson.Write(folder, Documents.ToSeq()));
        }

        return ExitCode.Clean;
    }

    private static string Text(string name)
    {
        using var stream = typeof(InitVerb).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"the tool holds no {name}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
