using Schemawright.Collections;
using Schemawright.Reports;
using Spectre.Console;

namespace Schemawright.Tool.Cli;

/// <summary><c>doctor</c>: what is installed, which server a proof would use, and what is missing with the command that installs it.</summary>
internal static class DoctorVerb
{
    public static Verb Create(Face face)
    {
        var pgBin = CommonOptions.PgBin(face);
        var format = CommonOptions.Format(face, FindingsView.Text, "json");
        var verb = new Verb("doctor", "Look at what is installed: what works, which server a proof would use, and what to install where something is missing.", "doctor", "doctor --format json")
        {
            pgBin, format,
        };
        verb.SetAction(arguments => Run(face, arguments.GetValue(pgBin), arguments.GetValue(format)!));
        return verb;
    }

    private static int Run(Face face, string? pgBin, string format)
    {
        var checks = MachineChecks.All(pgBin, face).ToSeq();
        if (format == FindingsView.Text)
        {
            Terminals.Write(face.Output, checks.Where(check => !face.Quiet || check.State == CheckState.Missing).SelectMany(Lines));
        }
        else
        {
            Terminals.Write(face.Output, MachineChecksJson.Write(checks));
        }

        return checks.Any(check => check.State == CheckState.Missing) ? ExitCode.CouldNotVerify : ExitCode.Clean;
    }

    private static IEnumerable<ReportLine> Lines(MachineCheck check)
    {
        var (sign, tone) = check.State switch
        {
            CheckState.Fine => ("✔", Tone.Note),
            CheckState.Missing => ("✘", Tone.Error),
            _ => ("–", Tone.Faint),
        };
        yield return new([new($"{sign} ", tone), new($"{check.Subject,-17}", Tone.Strong), new(check.Words)]);
        if (check.Remedy.Length > 0)
        {
            yield return new([new($"{"",-19}do this: ", Tone.Faint), new(check.Remedy)]);
        }
    }
}
