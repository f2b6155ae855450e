using Schemawright.Collections;

namespace Schemawright.Reports;

public enum CheckState
{
    Fine,

    /// <summary>Good to know; nothing depends on it.</summary>
    Note,

    /// <summary>Something cannot be done without it.</summary>
    Missing,
}

/// <summary>One thing looked at on the machine.</summary>
/// <param name="Remedy">The command that helps; empty when nothing is amiss.</param>
public sealed record MachineCheck(string Subject, CheckState State, string Words, string Remedy = "");

/// <summary>What was found on the machine, for programs.</summary>
public static class MachineChecksJson
{
    public static string Write(Seq<MachineCheck> checks) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "schemawright/doctor/v1");
        json.WriteBoolean("ready", checks.All(check => check.State != CheckState.Missing));
        json.Objects("checks", checks, check =>
        {
            json.WriteString("subject", check.Subject);
            json.WriteString("state", check.State.ToString().ToLowerInvariant());
            json.Words("words", check.Words);
            json.Words("remedy", check.Remedy);
        });
        json.WriteEndObject();
    });
}
