using System.Text;
using Schemawright.Collections;

namespace Schemawright.Tool.Completion;

/// <summary>Completion for PowerShell.</summary>
internal static class PowerShellCompletion
{
    public static string Write(Seq<CompletedVerb> verbs)
    {
        var text = new StringBuilder(
            """
            # schemawright completion for PowerShell. Write in $PROFILE: schemawright completion pwsh | Out-String | Invoke-Expression
            Register-ArgumentCompleter -Native -CommandName schemawright -ScriptBlock {
                param($word, $ast, $position)
                $given = @($ast.CommandElements | Where-Object { $_.Extent.EndOffset -lt $position } | ForEach-Object { $_.Extent.Text } | Select-Object -Skip 1)
                $verb = $given | Where-Object { -not $_.StartsWith('-') } | Select-Object -First 1
                $before = $given | Select-Object -Last 1
                $words = switch ($verb) {

            """);
        foreach (var verb in verbs)
        {
            text.Append("        '").Append(verb.Name).Append("' { switch -Exact ($before) {");
            foreach (var option in verb.Options.Where(option => option.TakesValue))
            {
                text.AppendJoin("", option.Names.Select(name => $" '{name}' {{ {List(option.Values)} }}"));
            }

            text.Append(" default { ").Append(List([.. verb.Options.SelectMany(option => option.Names), .. verb.Values])).Append(" } } }\n");
        }

        text.Append("        default { ").Append(List([.. verbs.Select(verb => verb.Name), "--help", "--version"])).Append(" }\n");
        return text.Append(
            """
                }
                $words | Where-Object { $_ -like "$word*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
            }

            """).ToString();
    }

    private static string List(Seq<string> words) => $"@({string.Join(", ", words.Select(word => $"'{word}'"))})";
}
