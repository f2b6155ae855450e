using System.Text.Json;
using Schemawright.Tests;
using Shouldly;
using Xunit;

namespace Schemawright.Ecosystem.Tests;

/// <summary>Other tools and their parsers from npm, by <c>tests/parsers/parse.mjs</c>. Without Node.js there are none, and the tests say so.</summary>
public sealed class ForeignParsers : IAsyncLifetime
{
    private static readonly string Source = Repository.PathOf("tests", "parsers");
    private static readonly string Folder = Repository.PathOf(".artifacts", "parsers");

    private static readonly Lazy<Task<string?>> Fetched = new(FetchAsync);

    /// <summary>Null when the parsers are there.</summary>
    public string? Missing { get; private set; }

    public async ValueTask InitializeAsync() => Missing = await Fetched.Value;

    private static async Task<string?> FetchAsync()
    {
        if (!Programs.Exist("node") || !Programs.Exist("npm"))
        {
            return "node and npm are not installed";
        }

        Directory.CreateDirectory(Folder);
        var wanted = await File.ReadAllTextAsync(Path.Combine(Source, "package-lock.json"));
        var installed = Path.Combine(Folder, "installed.json");
        if (!File.Exists(installed) || await File.ReadAllTextAsync(installed) != wanted)
        {
            File.Copy(Path.Combine(Source, "package.json"), Path.Combine(Folder, "package.json"), overwrite: true);
            File.Copy(Path.Combine(Source, "package-lock.json"), Path.Combine(Folder, "package-lock.json"), overwrite: true);
            var outcome = await Programs.RunAsync(Folder, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent");
            if (outcome.Code != 0)
            {
                return $"npm cannot fetch them: {outcome.Errors}";
            }

            await File.WriteAllTextAsync(installed, wanted);
        }

        File.Copy(Path.Combine(Source, "parse.mjs"), Path.Combine(Folder, "parse.mjs"), overwrite: true);
        return null;
    }

    /// <summary>Where the migration tool lies; npm brings it for some systems only.</summary>
    internal static string Dbmate => Path.Combine(Folder, "node_modules", "@dbmate", "linux-x64", "bin", "dbmate");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>What the format's own parser understands; it fails with the parser's message.</summary>
    internal async Task<Understood> ReadAsync(string format, string text, string? data = null)
    {
        var (outcome, message) = await TryAsync(format, text, data);
        outcome.ShouldNotBeNull(message);
        return outcome;
    }

    /// <summary>Null and the parser's message when it refuses.</summary>
    internal async Task<(Understood? Understood, string Message)> TryAsync(string format, string text, string? data = null)
    {
        var files = Directory.CreateTempSubdirectory("schemawright-parse-");
        try
        {
            var file = Path.Combine(files.FullName, "model");
            await File.WriteAllTextAsync(file, text);
            string[] arguments = [Path.Combine(Folder, "parse.mjs"), format, file];
            if (data is not null)
            {
                await File.WriteAllTextAsync(file + ".data", data);
                arguments = [.. arguments, file + ".data"];
            }

            var outcome = await Programs.RunAsync(Folder, "node", arguments);
            return outcome.Code == 0 ? (JsonSerializer.Deserialize<Understood>(outcome.Output, JsonSerializerOptions.Web), "") : (null, outcome.Errors);
        }
        finally
        {
            files.Delete(recursive: true);
        }
    }
}

/// <summary>What another tool's parser made of a file.</summary>
internal sealed record Understood(Dictionary<string, string[]> Tables, int References);
