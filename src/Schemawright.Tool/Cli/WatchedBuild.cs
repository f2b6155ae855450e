using System.Diagnostics;
using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Rendering;
using Schemawright.Reports;
using Schemawright.Reports.Comparison;
using Schemawright.Tool.Input;
using Schemawright.Tool.Output;

namespace Schemawright.Tool.Cli;

/// <summary><c>build --watch</c>: builds again after each save, and says what changed since the build before.</summary>
/// <param name="run">What was built last.</param>
internal sealed class WatchedBuild(Face face, ProductRun run, OutputFolder folder)
{
    private ModelPicture _picture = PictureOf(run);
    private Dictionary<string, Finding> _findings = Prints(run);
    private Seq<Artifact> _files = run.Artifacts;
    private readonly ProductRun _first = run;

    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        using var work = UnfinishedWork.Begin();
        using var changes = new DocumentChanges(_first.Input.Root);
        Say($"watching {_first.Input.Root}; Ctrl-C ends");
        try
        {
            while (true)
            {
                await changes.NextAsync(cancellation);
                Build();
            }
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Clean;
        }
    }

    private void Build()
    {
        var since = Stopwatch.StartNew();
        var now = _first.Again();
        var files = now.Result is null ? [] : now.Artifacts;
        if (now.Findings.HasErrors || now.Result is null || !folder.Write(files, now.Findings))
        {
            FindingsView.PrintErrors(now, Severity.Error);
            Say("not built; the model is as it was");
            return;
        }

        var picture = PictureOf(now);
        var differences = ModelDifferences.Between(_picture, picture);
        var lines = differences.AreSame ? [] : DifferencesText.Write(differences).SkipLast(1);
        var findings = Prints(now);
        Terminals.Write(face.Output, [.. lines, .. Differing(findings, now)]);
        var changed = files.Except(_files).Select(file => file.Path).ToArray();
        Say($"built in {since.ElapsedMilliseconds} ms: {(changed.Length == 0 ? "nothing changed" : $"{Shown(changed)} changed")}");
        (_picture, _findings, _files) = (picture, findings, files);
    }

    /// <summary>The findings that are new, as a run shows them, and those that are gone, a line each.</summary>
    private IEnumerable<ReportLine> Differing(Dictionary<string, Finding> after, ProductRun now)
    {
        var before = _findings;
        foreach (var line in FindingsText.Write(after.Where(pair => !before.ContainsKey(pair.Key)).Select(pair => pair.Value), new(now.Input.Documents, Terminals.WidthOf(face.Output))))
        {
            yield return line;
        }

        foreach (var (_, gone) in before.Where(pair => !after.ContainsKey(pair.Key)))
        {
            yield return new([new("- ", Tone.Note), new($"{gone.Kind.Code} is settled: {gone.Message}")]);
        }
    }

    private static Dictionary<string, Finding> Prints(ProductRun run)
    {
        var report = FindingsView.Report(run, null);
        return report.Fingerprints().Zip(report.Findings).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
    }

    private static string Shown(string[] files) => files.Length <= 4 ? string.Join(", ", files) : $"{string.Join(", ", files.Take(3))} and {files.Length - 3} more files";

    private static ModelPicture PictureOf(ProductRun run) =>
        ModelFileReader.Read(run.Compilation.Artifacts.First(artifact => artifact.Path == "model.json").Text, "model.json", new Findings()) ?? throw new InvalidOperationException("the tool cannot read the model it wrote");

    private void Say(string words)
    {
        if (!face.Quiet)
        {
            Terminals.Write(face.Output, [ReportLine.Of(words, Tone.Faint)]);
        }
    }
}
