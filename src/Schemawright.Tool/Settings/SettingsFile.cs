using Schemawright.Diagnostics;
using Schemawright.Reports;
using Schemawright.Tool.Input;
using Tomlyn.Parsing;
using Tomlyn.Syntax;
using SourceSpan = Schemawright.Diagnostics.SourceSpan;

namespace Schemawright.Tool.Settings;

/// <summary>Finds and reads <c>schemawright.toml</c>, in the working directory or the nearest folder above it.</summary>
internal static class SettingsFile
{
    public const string Name = "schemawright.toml";

    private static readonly DiagnosticKind NoSuchSetting = new(
        "SW1020", Severity.Error, "A setting has an unknown name",
        "there is no setting {0}",
        "A misspelt setting would be ignored, and what it asks for would not happen.",
        "{1}");

    private static readonly DiagnosticKind WrongValue = new(
        "SW1021", Severity.Error, "A setting has a value it cannot have",
        "{0} must be {1}",
        "A value that is not understood cannot be followed.",
        "write {1}");

    private static readonly DiagnosticKind NotToml = new(
        "SW1022", Severity.Error, "The settings file is not TOML",
        "the settings cannot be read: {0}",
        "Nothing of the file can be followed while a part of it is unreadable.",
        "write one key = value a line; docs/settings.schema.json names the keys");

    /// <returns>What the file says, and where it stands for messages; what is wrong with it is reported.</returns>
    public static ToolSettings Find(string folder, Findings findings)
    {
        for (var place = new DirectoryInfo(folder); place is not null; place = place.Parent)
        {
            var file = Path.Combine(place.FullName, Name);
            if (File.Exists(file))
            {
                return ProductInputReader.SettingsFile(file, findings) is { } text ? Read(text, file, folder, findings) : new(file);
            }
        }

        return ToolSettings.None;
    }

    private static ToolSettings Read(string text, string file, string folder, Findings findings)
    {
        var shown = Shown(file, folder);
        var document = SyntaxParser.Parse(text, shown, validate: true);
        foreach (var message in document.Diagnostics.Where(message => message.Kind == DiagnosticMessageKind.Error))
        {
            findings.Report(NotToml, Place(shown, message.Span), message.Message.TrimEnd('.'));
        }

        var settings = new ToolSettings(file);
        if (document.HasErrors)
        {
            return settings;
        }

        foreach (var pair in document.KeyValues)
        {
            settings = Take(settings, pair, shown, folder, findings);
        }

        foreach (var table in document.Tables)
        {
            ReportUnknown(table.Name?.ToString().Trim() ?? "", Place(shown, (table.Name as SyntaxNode ?? table).Span), findings);
        }

        return settings;
    }

    private static ToolSettings Take(ToolSettings settings, KeyValueSyntax pair, string shown, string folder, Findings findings)
    {
        var name = pair.Key?.ToString().Trim() ?? "";
        var key = SettingKey.All.FirstOrDefault(known => string.Equals(known.Name, name, StringComparison.Ordinal));
        if (key is null)
        {
            ReportUnknown(name, Place(shown, (pair.Key as SyntaxNode ?? pair).Span), findings);
            return settings;
        }

        var value = pair.Value switch
        {
            StringValueSyntax words when key.Kind == SettingKind.Path && words.Value is { Length: > 0 } path => FromHere(path, settings.File!, folder),
            StringValueSyntax words when key.Kind == SettingKind.Choice && key.Choices.Contains(words.Value ?? "", StringComparer.Ordinal) => words.Value,
            BooleanValueSyntax { Value: var given } when key.Kind == SettingKind.Switch => given ? "true" : "false",
            _ => null,
        };
        if (value is null)
        {
            findings.Report(WrongValue, Place(shown, (pair.Value as SyntaxNode ?? pair).Span), name, key.Demand);
            return settings;
        }

        return key.Take(settings, value);
    }

    private static void ReportUnknown(string name, SourceSpan place, Findings findings)
    {
        var names = SettingKey.All.Select(key => key.Name).ToArray();
        var near = Nearest.To(name, names, 1);
        findings.Report(NoSuchSetting, place, name, near.Count > 0 ? $"did you mean {near[0]}?" : $"the settings are {string.Join(", ", names)}");
    }

    /// <summary>A path in the file is meant from the file's folder.</summary>
    private static string FromHere(string path, string file, string folder) => Shown(Path.GetFullPath(path, Path.GetDirectoryName(file)!), folder);

    private static string Shown(string full, string folder)
    {
        var relative = Path.GetRelativePath(folder, full);
        return relative.StartsWith("..", StringComparison.Ordinal) ? full : relative;
    }

    private static SourceSpan Place(string file, Tomlyn.Syntax.SourceSpan span) =>
        new(file, span.Start.Line + 1, span.Start.Column + 1, span.End.Line + 1, Math.Max(span.Start.Column, span.End.Column) + 1);
}
