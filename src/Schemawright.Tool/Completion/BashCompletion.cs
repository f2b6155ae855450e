using System.Text;
using Schemawright.Collections;

namespace Schemawright.Tool.Completion;

/// <summary>Completion for bash, without bash-completion's own functions.</summary>
internal static class BashCompletion
{
    public static string Write(Seq<CompletedVerb> verbs)
    {
        var text = new StringBuilder(
            """
            # schemawright completion for bash. Save it as ~/.local/share/bash-completion/completions/schemawright,
            # or write in ~/.bashrc: source <(schemawright completion bash)
            _schemawright() {
                local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} verb="" index words
                for ((index = 1; index < COMP_CWORD; index++)); do
                    case ${COMP_WORDS[index]} in -*) ;; *) verb=${COMP_WORDS[index]}; break ;; esac
                done
                COMPREPLY=()
                case "$verb" in
                "") words="
            """);
        text.Append(string.Join(' ', verbs.Select(verb => verb.Name))).Append(" --help --version\" ;;\n");
        foreach (var verb in verbs)
        {
            Write(text, verb);
        }

        text.Append(
            """
                *) words="" ;;
                esac
                # Where no word begins so, bash offers files.
                COMPREPLY=($(compgen -W "$words" -- "$word"))
            }
            complete -o default -o bashdefault -F _schemawright schemawright ./schemawright

            """);
        return text.ToString();
    }

    private static void Write(StringBuilder text, CompletedVerb verb)
    {
        text.Append("    ").Append(verb.Name).Append(")\n        case \"$before\" in\n");
        foreach (var option in verb.Options.Where(option => option.TakesValue))
        {
            text.Append("        ").AppendJoin('|', option.Names).Append(") words=\"").AppendJoin(' ', option.Values).Append("\" ;;\n");
        }

        var options = string.Join(' ', verb.Options.SelectMany(option => option.Names));
        text.Append("        *) case \"$word\" in -*) words=\"").Append(options).Append("\" ;; *) words=\"").AppendJoin(' ', verb.Values).Append("\" ;; esac ;;\n        esac ;;\n");
    }
}
