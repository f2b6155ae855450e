using System.CommandLine;
using Schemawright.Tool.Settings;
using Spectre.Console;

namespace Schemawright.Tool.Cli;

/// <summary>What every verb is given: where results go, and how they are wanted.</summary>
internal sealed class Face(IAnsiConsole output, ToolSettings settings)
{
    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "show results and findings alone", Recursive = true };
    private readonly Option<string> _color = new("--color") { Description = "colour results: auto (on terminals alone), always or never", Recursive = true, DefaultValueFactory = _ => settings.Color ?? "auto" };

    public IAnsiConsole Output { get; } = output;

    public ToolSettings Settings { get; } = settings;

    /// <summary>No summary, no progress, no hint.</summary>
    public bool Quiet { get; private set; } = settings.Quiet;

    /// <summary>The options that stand at every verb.</summary>
    public IEnumerable<Option> Options()
    {
        _color.AcceptOnlyFromAmong("auto", "always", "never");
        return [_quiet, _color];
    }

    /// <summary>The next useful command, as the last line a person reads.</summary>
    public void Next(IAnsiConsole console, string command)
    {
        if (!Quiet)
        {
            Terminals.Write(console, [new([new("next: ", Reports.Tone.Faint), new($"{CommandLine.Program} {command}")])]);
        }
    }

    /// <summary>Follows what the command line says of showing.</summary>
    public void Take(ParseResult parsed)
    {
        Quiet |= parsed.GetValue(_quiet);
        Busy.Silent = Quiet;
        var color = parsed.GetValue(_color) ?? "auto";
        foreach (var console in new[] { Output, Terminals.Error })
        {
            Terminals.Color(console, color);
        }
    }

    /// <summary>Says on the standard error which variables of the environment are not followed, because something stronger speaks.</summary>
    public void NameUnfollowed(ParseResult parsed)
    {
        Name("NO_COLOR", _color.Name, parsed.GetValue(_color) is "always" ? "always" : null, "");
        if (parsed.CommandResult.Command.Options.FirstOrDefault(option => option.Name == CommonOptions.PgBinName) is Option<string?> pgBin)
        {
            Name(Proof.Servers.InstalledServer.FolderVariable, pgBin.Name, parsed.GetValue(pgBin), Environment.GetEnvironmentVariable(Proof.Servers.InstalledServer.FolderVariable) ?? "");
        }

        void Name(string variable, string option, string? followed, string said)
        {
            if (followed is not null && !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable)) && !string.Equals(followed, said, StringComparison.Ordinal))
            {
                var stronger = parsed.Tokens.Any(token => token.Value == option || token.Value.StartsWith(option + "=", StringComparison.Ordinal)) ? option : SettingsFile.Name;
                Terminals.Write(Terminals.Error, [Reports.ReportLine.Of($"{CommandLine.Program}: {variable} is not followed: {stronger} says {followed}")]);
            }
        }
    }
}
