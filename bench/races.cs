// Two sessions race for what only one can have, two hundred rounds for each rule and isolation level, on a throw-away server.
// Prints how often both, one or none were accepted and how the others were refused; a broken rule or a lock without end fails.
using System.Diagnostics;

var rounds = args.Length > 0 ? args[0] : "200";
var report = Path.GetTempFileName();
Run("dotnet", "build", "tests/Schemawright.Proof.Tests", "-v", "q", "-nologo");
var code = Run("dotnet", ".artifacts/bin/Schemawright.Proof.Tests/debug/Schemawright.Proof.Tests.dll", "--filter-class", "*RaceTests");
foreach (var line in File.ReadAllLines(report).Order(StringComparer.Ordinal))
{
    Console.WriteLine(line);
}

File.Delete(report);
Console.WriteLine(code == 0 ? "no rule was broken" : "a rule was broken, or the wrong side won: run the tests for the details");
return code;

int Run(string command, params string[] arguments)
{
    var start = new ProcessStartInfo(command, arguments) { UseShellExecute = false, RedirectStandardOutput = true };
    start.Environment["SCHEMAWRIGHT_RACE_ROUNDS"] = rounds;
    start.Environment["SCHEMAWRIGHT_RACE_REPORT"] = report;
    using var process = Process.Start(start)!;
    process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return process.ExitCode;
}
