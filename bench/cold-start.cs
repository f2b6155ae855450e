// How long the native binary takes from the start of its process to its end, beside a native program that does nothing.
// The ratio carries from machine to machine; the milliseconds are this machine's, and the smallest of thirty runs stands for an idle one.
using Schemawright.Benchmarks;
using System.Diagnostics;
using System.Globalization;

var root = Path.Combine(Path.GetTempPath(), "schemawright-cold-start");
Directory.CreateDirectory(Path.Combine(root, "empty"));
File.WriteAllText(Path.Combine(root, "empty", "empty.csproj"), """
    <Project Sdk="Microsoft.NET.Sdk">
      <PropertyGroup>
        <OutputType>Exe</OutputType>
        <TargetFramework>net10.0</TargetFramework>
        <InvariantGlobalization>true</InvariantGlobalization>
      </PropertyGroup>
    </Project>
    """);
File.WriteAllText(Path.Combine(root, "empty", "Program.cs"), "return 0;\n");
Programs.Run("dotnet", "publish", Path.Combine(root, "empty"), "-c", "Release", "-r", "linux-x64", "-p:PublishAot=true", "-o", Path.Combine(root, "out"));
Programs.Run("dotnet", "publish", "src/Schemawright.Tool", "-c", "Release", "-r", "linux-x64", "-p:PublishAot=true", "-o", Path.Combine(root, "out"));

var empty = Least(Path.Combine(root, "out", "empty"));
var tool = Path.Combine(root, "out", "Schemawright.Tool");
Show("an empty program", empty, 0);
Show("--version", Least(tool, "--version"), 30);
foreach (var example in Directory.EnumerateDirectories("examples").Order(StringComparer.Ordinal))
{
    Show($"check {example}", Least(tool, "check", example), 150);
}

void Show(string what, double milliseconds, int bar) => Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture, $"{what,-26} {milliseconds,6:0.0} ms {milliseconds / empty,6:0.0} times{(bar > 0 ? $"   (bar: {bar} ms{(milliseconds > bar ? ", passed over" : "")})" : "")}"));

static double Least(string program, params string[] arguments) => Enumerable.Range(0, 30).Min(_ =>
{
    var watch = Stopwatch.StartNew();
    using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
    process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return watch.Elapsed.TotalMilliseconds;
});
