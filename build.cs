// The development verbs: dotnet run build.cs -- check | golden | quality | prove | bench | pack
using System.Diagnostics;

var verbs = new Dictionary<string, Func<int>>(StringComparer.Ordinal)
{
    ["check"] = () => Run("./test"),
    ["golden"] = () => Run("dotnet", ["run", "--project", "tests/Schemawright.Tests", "-c", "Release", "--", "--filter-class", "*ExampleTests"], ("SCHEMAWRIGHT_ACCEPT", "1")),
    ["quality"] = () => Run("dotnet", ["run", "--project", "tests/Schemawright.Tests", "-c", "Release", "--", "--filter-class", "*ReadingQualityTests"], ("SCHEMAWRIGHT_ACCEPT", "1")),
    ["prove"] = () => Directory.EnumerateDirectories("examples").Order(StringComparer.Ordinal).Select(example => Run("./schemawright", ["prove", example])).Max(),
    ["bench"] = () => Array.ConvertAll(["scaling", "cold-start", "watch", "prove"], name => Run("dotnet", ["run", $"bench/{name}.cs"])).Max(),
    ["pack"] = () => Math.Max(
        Run("dotnet", ["pack", "src/Schemawright.Tool", "-c", "Release", "-o", ".artifacts/package"]),
        Run("dotnet", ["publish", "src/Schemawright.Tool", "-c", "Release", "-r", "linux-x64", "-p:PublishAot=true", "-o", ".artifacts/native"])),
};

if (args.Length == 1 && verbs.TryGetValue(args[0], out var verb))
{
    return verb();
}

Console.Error.WriteLine($"usage: dotnet run build.cs -- {string.Join(" | ", verbs.Keys)}");
return 2;

static int Run(string command, string[]? arguments = null, params (string Name, string Value)[] variables)
{
    var start = new ProcessStartInfo(command, arguments ?? []);
    foreach (var (name, value) in variables)
    {
        start.Environment[name] = value;
    }

    using var process = Process.Start(start) ?? throw new InvalidOperationException($"{command} did not start");
    process.WaitForExit();
    return process.ExitCode;
}
