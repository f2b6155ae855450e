using System.Text;
using Schemawright.Collections;

namespace Schemawright.Tool.Completion;

/// <summary>Completion for zsh.</summary>
internal static class ZshCompletion
{
    public static string Write(Seq<CompletedVerb> verbs)
    {
        var text = new StringBuilder(
            """
            #compdef schemawright
            # schemawright completion for zsh. Save it as _schemawright in a folder of $fpath,
            # or write in ~/.zshrc after compinit: source <(schemawright completion zsh)
            _schemawright() {
                local -a verbs
                verbs=(

            """);
        foreach (var verb in verbs)
        {
            text.Append("        '").Append(verb.Name).Append(':').Append(verb.Description).Append("'\n");
        }

        text.Append(
            """
                )
                if (( CURRENT == 2 )); then
                    _describe -t verbs verb verbs
                    _arguments '--help[show help]' '--version[show the version]'
                    return
                fi
                case "$words[2]" in

            """);
        foreach (var verb in verbs)
        {
            Write(text, verb);
        }

        return text.Append(
            """
                esac
            }
            if [ "$funcstack[1]" = _schemawright ]; then _schemawright "$@"; else compdef _schemawright schemawright; fi

            """).ToString();
    }

    private static void Write(StringBuilder text, CompletedVerb verb)
    {
        text.Append("    ").Append(verb.Name).Append(") shift words; (( CURRENT-- )); _arguments");
        foreach (var option in verb.Options)
        {
            Write(text, option);
        }

        text.Append(verb.Values.Count > 0 ? $" '1:word:({string.Join(' ', verb.Values)})'" : " '*:path:_files'").Append(" ;;\n");
    }

    private static void Write(StringBuilder text, CompletedOption option)
    {
        var value = !option.TakesValue ? "" : option.Values.Count > 0 ? $":value:({string.Join(' ', option.Values)})" : ":value:_files";
        foreach (var name in option.Names)
        {
            text.Append(" '").Append(name).Append('[').Append(option.Description).Append(']').Append(value).Append('\'');
        }
    }
}
