using System.Text;
using Schemawright.Diagnostics;
using Schemawright.Tool.Input;
using Schemawright.Tool.Output;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Tool;

public sealed class ProductInputTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("schemawright-test-").FullName;

    [Fact]
    public void A_folders_documents_are_read_and_files_about_the_folder_are_not()
    {
        Put("PRD.md", "x");
        Put("schema.sql", "x");
        Put("README.md", "x");
        Put("picture.png", "x");
        var (input, codes) = Read(_root);
        input.Documents.Select(document => document.Name).ShouldBe(["PRD.md", "schema.sql"]);
        codes.ShouldBeEmpty();
    }

    [Fact]
    public void Documents_in_an_input_folder_are_found()
    {
        Directory.CreateDirectory(Path.Combine(_root, "input"));
        Put("input/PRD.md", "x");
        Read(_root).Input.Documents.Count.ShouldBe(1);
    }

    [Fact]
    public void A_single_file_is_a_product()
    {
        Put("all.md", "<prd>x</prd>");
        Read(Path.Combine(_root, "all.md")).Input.Name.ShouldBe("all");
    }

    [Fact]
    public void Every_unusable_file_is_named_and_the_others_are_read()
    {
        Put("PRD.md", "x");
        File.WriteAllBytes(Path.Combine(_root, "binary.md"), [0x50, 0x00, 0x51]);
        File.WriteAllBytes(Path.Combine(_root, "latin.md"), Encoding.Latin1.GetBytes("Stra\u00DFe"));
        using (var large = File.Create(Path.Combine(_root, "large.md")))
        {
            large.SetLength(50L * 1024 * 1024);
        }

        var (input, codes) = Read(_root);
        input.Documents.Select(document => document.Name).ShouldBe(["PRD.md"]);
        codes.ShouldBe(["SW1013", "SW1012", "SW1013"]);
    }

    [Fact]
    public void A_path_that_does_not_exist_is_said_so() => Read(Path.Combine(_root, "nowhere")).Codes.ShouldBe(["SW1010"]);

    [Fact]
    public void An_empty_folder_is_said_so() => Read(_root).Codes.ShouldBe(["SW1011"]);

    [Fact]
    public void What_the_tool_wrote_into_a_folder_is_no_document_of_a_product()
    {
        var built = new OutputFolder(Path.Combine(_root, "built"));
        built.Write([new("DATA_MODEL.md", "# Ferries\n"), new("db/migrations/001.sql", "SELECT 1;\n")], new Findings()).ShouldBeTrue();
        Read(built.Path).Codes.ShouldBe(["SW1015"]);
        Put("built/PRD.md", "x");
        var (input, codes) = Read(built.Path);
        input.Documents.Select(document => document.Name).ShouldBe(["PRD.md"]);
        codes.ShouldBeEmpty();
    }

    [Fact]
    public void A_document_that_leads_nowhere_is_said_so()
    {
        Put("PRD.md", "x");
        File.CreateSymbolicLink(Path.Combine(_root, "RULES.md"), Path.Combine(_root, "gone.md"));
        var (input, codes) = Read(_root);
        input.Documents.Select(document => document.Name).ShouldBe(["PRD.md"]);
        codes.ShouldBe(["SW1014"]);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void Put(string name, string text) => File.WriteAllText(Path.Combine(_root, name), text);

    private static (ProductInput Input, IEnumerable<string> Codes) Read(string path)
    {
        var findings = new Findings();
        return (ProductInputReader.Read(path, findings), findings.Diagnostics.Select(found => found.Kind.Code));
    }
}
