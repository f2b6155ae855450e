using System.Globalization;
using Schemawright.Proof;
using Schemawright.Proof.Mutation;
using Spectre.Console;

namespace Schemawright.Tool.Cli;

/// <summary>Shows the proof while it runs and its verdicts at the end.</summary>
internal static class ProofView
{
    public static async Task<ProofReport> RunAsync(IAnsiConsole console, bool quiet, Func<IProgress<ProofEvent>, Task<ProofReport>> prove)
    {
        if (quiet)
        {
            return await prove(new Sink(_ => { }));
        }

        if (!console.Profile.Capabilities.Interactive)
        {
            return await prove(new Sink(happening => PrintOnce(console, happening)));
        }

        using var busy = Busy.With("starting a throw-away PostgreSQL");
        return await prove(new Sink(happening => busy.Goes(Line(happening))));
    }

    public static void Print(IAnsiConsole console, ProofReport report, string folder, bool quiet)
    {
        if (!quiet)
        {
            console.WriteLine();
            console.MarkupLineInterpolated($"[bold]Proof[/] on {report.Server}");
        }

        foreach (var obligation in report.Obligations.Where(obligation => !quiet || obligation.Verdict is Verdict.Refuted or Verdict.CouldNotVerify))
        {
            var proved = obligation.Vectors.Count(vector => vector.Verdict == Verdict.Proved);
            var spared = obligation.Vectors.Count(vector => vector.Verdict == Verdict.NotApplicable);
            var remarks = string.Concat(spared > 0 ? $"; {spared} not applicable" : "", obligation.Reason.Length > 0 ? "; " + obligation.Reason : "");
            console.MarkupLineInterpolated($"  {Mark(obligation.Verdict)} {obligation.Name,-28} {proved,6} of {obligation.Vectors.Count - spared} as promised{remarks}");
            foreach (var vector in obligation.Vectors.Where(vector => vector.Verdict is Verdict.Refuted or Verdict.CouldNotVerify).Take(5))
            {
                console.MarkupLineInterpolated($"      {vector.Subject}: {vector.Attempt}; expected {vector.Expected}; the server answered {vector.Answer}");
            }
        }

        if (report.Mutation is { } mutation)
        {
            PrintMutation(console, mutation);
        }

        if (!quiet)
        {
            console.MarkupLineInterpolated($"  every vector with the server's answer: {Path.Combine(folder, "proof.md")}");
        }
    }

    private static void PrintMutation(IAnsiConsole console, MutationReport mutation)
    {
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]Mutation score[/] {mutation.Score} %: {mutation.Noticed} of {mutation.Made} defects noticed{(mutation.IsEnough ? "" : $"; less than {MutationReport.Bar} % is not enough")}");
        foreach (var survivor in mutation.Survivors)
        {
            console.MarkupLineInterpolated($"      survived: {survivor.Kind} {survivor.Object}, {survivor.What}{(survivor.Words.Length > 0 ? $" ({survivor.Words})" : "")}");
        }
    }

    private static void PrintOnce(IAnsiConsole console, ProofEvent happening)
    {
        if (happening.Done == 0)
        {
            console.MarkupLineInterpolated($"  {Line(happening)}");
        }
    }

    private static string Line(ProofEvent happening) =>
        happening.Total > 0 ? $"{happening.Obligation}: {happening.Done} of {happening.Total} {happening.Message}" : $"{happening.Obligation} {happening.Message}";

    private static string Mark(Verdict verdict) => verdict switch
    {
        Verdict.Proved => "✔ proved          ",
        Verdict.Refuted => "✘ REFUTED         ",
        Verdict.CouldNotVerify => "? COULD NOT VERIFY",
        Verdict.NotApplicable => "– not applicable  ",
        _ => throw new InvalidOperationException($"unknown verdict {verdict}"),
    };

    /// <summary>Reports in the caller's thread, in order; Progress&lt;T&gt; would shuffle events over the thread pool.</summary>
    private sealed class Sink(Action<ProofEvent> show) : IProgress<ProofEvent>
    {
        private readonly Lock _lock = new();

        public void Report(ProofEvent value)
        {
            lock (_lock)
            {
                show(value);
            }
        }
    }
}
