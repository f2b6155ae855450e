// How long it takes from the save of a document to the line that says it was built again, on each example: dotnet run bench/watch.cs
// The release build is what is measured; the figure is the middle one of nine saves.
using Schemawright.Benchmarks;
using System.Diagnostics;
using System.Globalization;

const int Bar = 200;
Programs.Run("dotnet", "build", "src/Schemawright.Tool", "-c", "Release", "-v", "q", "-nologo");
var tool = Path.GetFullPath(".artifacts/bin/Schemawright.Tool/release/Schemawright.Tool.dll");
foreach (var example in Directory.EnumerateDirectories("examples").Order(StringComparer.Ordinal))
{
    var root = Directory.CreateTempSubdirectory("schemawright-watch-");
    foreach (var file in Directory.EnumerateFiles(Path.Combine(example, "input")))
    {
        File.Copy(file, Path.Combine(Directory.CreateDirectory(Path.Combine(root.FullName, "product")).FullName, Path.GetFileName(file)));
    }

    using var watch = Process.Start(new ProcessStartInfo("dotnet", [tool, "build", "product", "--out", "out", "--watch"]) { UseShellExecute = false, WorkingDirectory = root.FullName, RedirectStandardOutput = true })!;
    Until(watch, "watching ");
    var times = Enumerable.Range(0, 9).Select(round => Saved(watch, Path.Combine(root.FullName, "product", "PRD.md"), round)).Order().ToList();
    watch.Kill();
    watch.WaitForExit();
    root.Delete(recursive: true);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{example,-20} {times[4],6:0} ms from save to built (of {times[0]:0} to {times[^1]:0}; bar: {Bar} ms{(times[4] > Bar ? ", passed over" : "")})"));
}

static double Saved(Process watch, string document, int round)
{
    var text = File.ReadAllText(document);
    var time = Stopwatch.StartNew();
    File.WriteAllText(document, text + string.Create(CultureInfo.InvariantCulture, $"\nThe team met {round + 2} times.\n"));
    Until(watch, "built in ");
    Thread.Sleep(150); // The next save is another one.
    return time.Elapsed.TotalMilliseconds - 150;
}

static void Until(Process watch, string begin)
{
    while (watch.StandardOutput.ReadLine() is { } line && !line.StartsWith(begin, StringComparison.Ordinal))
    {
    }
}
