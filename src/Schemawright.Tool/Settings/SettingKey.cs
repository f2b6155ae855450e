using Schemawright.Collections;

namespace Schemawright.Tool.Settings;

internal enum SettingKind { Path, Choice, Switch }

/// <summary>One key a settings file may hold.</summary>
/// <param name="Choices">For a choice: its words.</param>
internal sealed record SettingKey(string Name, SettingKind Kind, string Description, Seq<string> Choices, Func<ToolSettings, string, ToolSettings> Take)
{
    public static Seq<SettingKey> All { get; } =
    [
        new("product", SettingKind.Path, "The product's folder or file, where a verb names none.", [], (settings, value) => settings with { Product = value }),
        new("out", SettingKind.Path, "The folder that build and prove write to.", [], (settings, value) => settings with { Out = value }),
        new("format", SettingKind.Choice, "How results are shown.", ["text", "json"], (settings, value) => settings with { Format = value }),
        new("color", SettingKind.Choice, "Whether results are coloured: on terminals alone, always or never.", ["auto", "always", "never"], (settings, value) => settings with { Color = value }),
        new("quiet", SettingKind.Switch, "Whether only findings and results are shown.", [], (settings, value) => settings with { Quiet = value == "true" }),
        new("pg-bin", SettingKind.Path, "The folder with PostgreSQL's initdb and postgres.", [], (settings, value) => settings with { PgBin = value }),
        new("baseline", SettingKind.Path, "The file of known findings that check compares with.", [], (settings, value) => settings with { Baseline = value }),
    ];

    /// <summary>What its value has to be, for a message.</summary>
    public string Demand => Kind switch
    {
        SettingKind.Path => "a path in quotes",
        SettingKind.Choice => $"one of {string.Join(", ", Choices.Select(choice => $"\"{choice}\""))}",
        _ => "true or false",
    };
}
