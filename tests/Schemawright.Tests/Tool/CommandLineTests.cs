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
    public async Task What_cannot_be_understood_or_found_is_neither_success_nor_a_refuted_promise(params string[] arguments) =>
        (await CommandLine.RunAsync(arguments)).ShouldBe(2);
}
