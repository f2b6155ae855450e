using System.Runtime.InteropServices;
using Schemawright.Tool.Output;

namespace Schemawright.Tool.Cli;

/// <summary>Ctrl-C and its like: what has begun to be written ends or is taken back, then the run ends; a second one ends it at once.</summary>
internal sealed class Interruption : IDisposable
{
    /// <summary>How long an interrupted run may take to stop its server and remove its folder.</summary>
    private static readonly TimeSpan CleanUpTime = TimeSpan.FromSeconds(15);

    private readonly CancellationTokenSource _source = new();
    private readonly TaskCompletionSource<int> _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly PosixSignalRegistration[] _signals;
    private bool _wasBusy;

    public Interruption() => _signals =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Take(context, ExitCode.Cancelled)),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Take(context, ExitCode.Terminated)),
        PosixSignalRegistration.Create(PosixSignal.SIGHUP, context => Take(context, ExitCode.HungUp)),
    ];

    public async Task<int> WatchAsync(Func<CancellationToken, Task<int>> run)
    {
        var verb = Task.Run(() => run(_source.Token));
        if (await Task.WhenAny(verb, _asked.Task) == verb)
        {
            return await verb;
        }

        var code = await _asked.Task;
        var cleaned = UnfinishedWork.StopAsync();
        await Task.WhenAny(cleaned, Task.Delay(CleanUpTime));
        // What was busy says itself how it ended, a moment after its work is done.
        await Task.WhenAny(verb, Task.Delay(cleaned.IsCompleted && _wasBusy ? 500 : 0));
        if (!verb.IsCompletedSuccessfully)
        {
            Busy.Wipe();
            CommandLine.Complain(cleaned.IsCompleted ? "interrupted; nothing is left half written" : "interrupted while cleaning up", null);
            return code;
        }

        return await verb;
    }

    public void Dispose()
    {
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }

        _source.Dispose();
    }

    private void Take(PosixSignalContext context, int code)
    {
        // The second one is left to the system, which ends the process.
        _wasBusy |= !UnfinishedWork.StopAsync().IsCompleted;
        context.Cancel = _asked.TrySetResult(code);
        _source.Cancel();
    }
}
