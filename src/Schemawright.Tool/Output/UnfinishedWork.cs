namespace Schemawright.Tool.Output;

/// <summary>
/// What must not be left half done: files being put in their place, a server being stopped. An interrupted run waits for what
/// has begun, and begins nothing more.
/// </summary>
internal static class UnfinishedWork
{
    private static readonly Lock Door = new();
    private static readonly TaskCompletionSource Idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private static int _begun;
    private static bool _stopped;

    /// <exception cref="OperationCanceledException">The run was interrupted.</exception>
    public static IDisposable Begin()
    {
        lock (Door)
        {
            if (_stopped)
            {
                throw new OperationCanceledException();
            }

            _begun++;
            return new Part();
        }
    }

    /// <summary>Lets nothing more begin; completes when all that has begun has ended.</summary>
    public static Task StopAsync()
    {
        lock (Door)
        {
            _stopped = true;
            if (_begun == 0)
            {
                Idle.TrySetResult();
            }

            return Idle.Task;
        }
    }

    private static void End()
    {
        lock (Door)
        {
            _begun--;
            if (_stopped && _begun == 0)
            {
                Idle.TrySetResult();
            }
        }
    }

    private sealed class Part : IDisposable
    {
        private bool _ended;

        public void Dispose()
        {
            if (!_ended)
            {
                _ended = true;
                End();
            }
        }
    }
}
