using Shouldly;
using Xunit;

namespace Schemawright.Tests.Tool;

public class CompletionTests
{
    [Theory]
    [InlineData("schemawright ", "init check clarify explain build prove diff doctor completion --help --version")]
    [InlineData("schemawright ch", "check")]
    [InlineData("schemawright check --form", "--format")]
    [InlineData("schemawright check --format ", "github json sarif text")]
    [InlineData("schemawright build somewhere --emit d", "dbml design domain")]
    [InlineData("schemawright completion z", "zsh")]
    public async Task Bash_completes_verbs_options_and_values(string line, string expected)
    {
        var script = $"source <(tool completion bash); COMP_WORDS=({line.TrimEnd()}{(line.EndsWith(' ') ? " ''" : "")}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); _schemawright; echo \"${{COMPREPLY[*]}}\"";
        var result = await ToolProcess.BashAsync(Repository.Root, script);
        result.ShouldBe(new ToolResult(0, expected + "\n", ""));
    }

    [Theory]
    [InlineData("zsh", "zsh -n")]
    [InlineData("fish", "fish --no-execute")]
    [InlineData("pwsh", "pwsh -NoProfile -Command 'Get-Content $args[0] -Raw | ForEach-Object { [scriptblock]::Create($_) } | Out-Null'")]
    public async Task The_other_shells_read_their_script_where_they_are_installed_and_it_names_every_verb(string shell, string reader)
    {
        var result = await ToolProcess.BashAsync(Repository.Root, $"file=$(mktemp); tool completion {shell} > $file; if command -v {shell} >/dev/null; then {reader} $file || exit 9; fi; cat $file; rm $file");
        result.Code.ShouldBe(0, result.Error);
        new[] { "init", "check", "clarify", "explain", "build", "prove", "diff", "doctor", "completion" }.ShouldAllBe(verb => result.Out.Contains(verb, StringComparison.Ordinal));
        result.Out.ShouldContain("sarif");
    }

    [Fact]
    public async Task Fish_offers_the_verbs_where_it_is_installed()
    {
        var result = await ToolProcess.BashAsync(Repository.Root, "command -v fish >/dev/null || { echo prove; exit; }; tool completion fish > /tmp/schemawright-$$.fish; fish -c \"source /tmp/schemawright-$$.fish; complete -C 'schemawright pro'\" | cut -f1; rm /tmp/schemawright-$$.fish");
        result.Out.Trim().ShouldBe("prove");
    }
}
