using System.Text;
using Schemawright.Collections;

namespace Schemawright.Tool.Completion;

/// <summary>Completion for fish: a line for each verb and option.</summary>
internal static class FishCompletion
{
    public static string Write(Seq<CompletedVerb> verbs)
    {
        var text = new StringBuilder(
            """
            # schemawright completion for fish. Save it as ~/.config/fish/completions/schemawright.fish
            complete -c schemawright -n __fish_use_subcommand -f
            complete -c schemawright -n __fish_use_subcommand -l help -d 'show help'
            complete -c schemawright -n __fish_use_subcommand -l version -d 'show the version'

            """);
        foreach (var verb in verbs)
        {
            text.Append("complete -c schemawright -n __fish_use_subcommand -f -a ").Append(verb.Name).Append(" -d '").Append(verb.Description).Append("'\n");
            var within = $"complete -c schemawright -n '__fish_seen_subcommand_from {verb.Name}'";
            if (verb.Values.Count > 0)
            {
                text.Append(within).Append(" -f -a '").AppendJoin(' ', verb.Values).Append("'\n");
            }

            foreach (var option in verb.Options)
            {
                text.Append(within).AppendJoin("", option.Names.Select(Name)).Append(Value(option)).Append(" -d '").Append(option.Description).Append("'\n");
            }
        }

        return text.ToString();
    }

    private static string Name(string name) => name.StartsWith("--", StringComparison.Ordinal) ? $" -l {name[2..]}" : name.Length == 2 ? $" -s {name[1..]}" : "";

    private static string Value(CompletedOption option) =>
        !option.TakesValue ? "" : option.Values.Count > 0 ? $" -x -a '{string.Join(' ', option.Values)}'" : " -r";
}
