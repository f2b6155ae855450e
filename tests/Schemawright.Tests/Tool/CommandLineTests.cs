using Schemawright.Tool.Cli;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Tool;

public class CommandLineTests
{
    [Theory]
    [InlineData("prove", "nowhere", "--only", "TenantsAreIsolatd")]
    [InlineData("prove")]
    [InlineData("improve", "nowhere")]
    [InlineData("build", "nowhere", "--emit", "everything")]
    [InlineData("build", "nowhere")]
    [InlineData("check", "nowhere")]
    [InlineData("check", "nowhere", "--format", "yaml")]
    [InlineData("explain", "nowhere")]
    [InlineData("clarify", "nowhere", "--wirte")]
    [InlineData]
    public async Task What_cannot_be_understood_or_found_is_neither_success_nor_a_refuted_promise(params string[] arguments) =>
        (await CommandLine.RunAsync(arguments)).ShouldBe(2);

    [Theory]
    [InlineData("check")]
    [InlineData("clarify")]
    [InlineData("explain")]
    [InlineData("build")]
    [InlineData("prove")]
    public async Task The_help_of_a_verb_names_the_program_and_shows_examples(string verb)
    {
        var help = await Output([verb, "--help"]);
        help.ShouldContain($"schemawright {verb} <product>");
        help.ShouldContain($"  schemawright {verb} examples/");
        help.ShouldNotContain("Schemawright.T");
    }

    [Fact]
    public async Task A_full_disk_behind_the_output_is_one_line_and_no_success()
    {
        using var full = new StreamWriter(new FullDisk());
        (await CommandLine.RunAsync(["check", Repository.PathOf("examples", "library")], Terminals.Of(full), TestContext.Current.CancellationToken)).ShouldBe(2);
    }

    private static async Task<string> Output(string[] arguments)
    {
        using var writer = new StringWriter();
        (await CommandLine.RunAsync(arguments, Terminals.Of(writer))).ShouldBe(0);
        return writer.ToString();
    }

    /// <summary>Takes nothing, as a disk without space.</summary>
    private sealed class FullDisk : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("No space left on device");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No space left on device");

        public override void Flush()
        {
        }
    }
}
