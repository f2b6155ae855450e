using Schemawright.Tests;
using Shouldly;
using Xunit;

namespace Schemawright.Ecosystem.Tests;

/// <summary>The tool as people install it: a .NET tool from a folder of packages, and one native file.</summary>
public sealed class PackageTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("schemawright-package-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task The_package_installs_from_a_folder_and_the_tool_runs()
    {
        await MustAsync(Repository.Root, "dotnet", "pack", "src/Schemawright.Tool", "-c", "Release", "-o", Path.Combine(_root, "feed"), "-v", "quiet", "-nologo");
        var packages = Directory.EnumerateFiles(Path.Combine(_root, "feed")).Select(Path.GetFileName).ToList();
        packages.Count.ShouldBe(1);
        await File.WriteAllTextAsync(Path.Combine(_root, "nuget.config"), """<configuration><packageSources><clear /><add key="folder" value="feed" /></packageSources></configuration>""", TestContext.Current.CancellationToken);
        await MustAsync(_root, "dotnet", "tool", "install", "Schemawright.Tool", "--tool-path", "tools", "--configfile", "nuget.config");
        await RunsAsync(Path.Combine(_root, "tools", "schemawright"));
    }

    [Fact]
    public async Task The_native_binary_is_one_file_and_writes_what_the_examples_expect()
    {
        Repository.Sources("src").Select(File.ReadAllText).ShouldAllBe(text => !text.Contains("UnconditionalSuppressMessage", StringComparison.Ordinal));
        Directory.EnumerateFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories).Append(Repository.PathOf("Directory.Build.props")).Select(File.ReadAllText)
            .ShouldAllBe(text => !text.Contains("NoWarn", StringComparison.Ordinal) && !text.Contains("Suppress", StringComparison.Ordinal));
        if (!OperatingSystem.IsLinux() || !(Programs.Exist("clang") || Programs.Exist("gcc")) || !HasZlib())
        {
            TestContext.Current.TestOutputHelper?.WriteLine("not compiled ahead of time: there is no clang or gcc, or no zlib to link with");
            return;
        }

        // Warnings are errors, those of the trimmer and of the native compiler too.
        await MustAsync(Repository.Root, "dotnet", "publish", "src/Schemawright.Tool", "-c", "Release", "-r", "linux-x64", "-p:PublishAot=true", "-o", Path.Combine(_root, "native"), "-v", "quiet", "-nologo");
        Directory.EnumerateFiles(Path.Combine(_root, "native")).Where(file => Path.GetExtension(file) is not (".pdb" or ".dbg")).Select(Path.GetFileName).ShouldBe(["Schemawright.Tool"]);
        var native = Path.Combine(_root, "native", "Schemawright.Tool");
        await RunsAsync(native);
        foreach (var example in Directory.EnumerateDirectories(Repository.PathOf("examples")))
        {
            var written = Path.Combine(_root, "out", Path.GetFileName(example));
            await MustAsync(_root, native, "build", example, "--out", written);
            foreach (var expected in Directory.EnumerateFiles(Path.Combine(example, "expected"), "*", SearchOption.AllDirectories))
            {
                var name = Path.GetRelativePath(Path.Combine(example, "expected"), expected);
                (await File.ReadAllTextAsync(Path.Combine(written, name), TestContext.Current.CancellationToken) == await File.ReadAllTextAsync(expected, TestContext.Current.CancellationToken)).ShouldBeTrue(name);
            }
        }
    }

    private async Task RunsAsync(string tool)
    {
        (await MustAsync(_root, tool, "--version")).Trim().ShouldMatch(@"^schemawright \d+\.\d+\.\d+");
        (await MustAsync(_root, tool, "build", Repository.PathOf("examples", "library"), "--emit", "mermaid")).ShouldStartWith("erDiagram\n");
        (await Programs.RunAsync(_root, tool, "check", "nowhere")).Code.ShouldBe(2);
    }

    private static async Task<string> MustAsync(string folder, string program, params string[] arguments)
    {
        var outcome = await Programs.RunAsync(folder, program, arguments);
        outcome.Code.ShouldBe(0, $"{program} {string.Join(' ', arguments)}\n{outcome.Output}{outcome.Errors}");
        return outcome.Output;
    }

    private static bool HasZlib() =>
        new[] { "/usr/lib/x86_64-linux-gnu", "/usr/lib64", "/usr/lib", "/usr/local/lib" }.Any(folder => File.Exists(Path.Combine(folder, "libz.so")));
}
