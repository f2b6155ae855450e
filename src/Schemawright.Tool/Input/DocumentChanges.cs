namespace Schemawright.Tool.Input;

/// <summary>Notices that documents of a product were saved, added or removed.</summary>
internal sealed class DocumentChanges : IDisposable
{
    /// <summary>How often files are looked at where the system does not tell of changes.</summary>
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(100);

    /// <summary>And where it does, in case it missed one.</summary>
    private static readonly TimeSpan Seldom = TimeSpan.FromSeconds(1);

    /// <summary>An editor empties a file before it fills it.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(15);

    private const int MostSettled = 20;

    private readonly string _folder;
    private readonly SemaphoreSlim _told = new(0);
    private readonly FileSystemWatcher? _watcher;
    private volatile bool _isTold;
    private string _seen;

    /// <param name="folder">The folder the documents lie in.</param>
    public DocumentChanges(string folder)
    {
        _folder = folder;
        _watcher = Watcher(folder);
        _isTold = _watcher is not null;
        _seen = Stamps();
    }

    /// <summary>Completes once the documents differ from what they were before, and have been still for a moment.</summary>
    public async Task NextAsync(CancellationToken cancellation)
    {
        while (true)
        {
            await _told.WaitAsync(_isTold ? Seldom : Often, cancellation);
            var now = Stamps();
            if (string.Equals(now, _seen, StringComparison.Ordinal))
            {
                continue;
            }

            for (var round = 0; round < MostSettled; round++)
            {
                await Task.Delay(Settling, cancellation);
                var (before, later) = (now, Stamps());
                now = later;
                if (string.Equals(before, later, StringComparison.Ordinal))
                {
                    break;
                }
            }

            while (_told.Wait(0, CancellationToken.None))
            {
                // One build answers all that has been told so far.
            }

            _seen = now;
            return;
        }
    }

    public void Dispose()
    {
        _watcher?.Dispose();
        _told.Dispose();
    }

    private FileSystemWatcher? Watcher(string folder)
    {
        try
        {
            var watcher = new FileSystemWatcher(folder) { NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size };
            watcher.Changed += Tell;
            watcher.Created += Tell;
            watcher.Deleted += Tell;
            watcher.Renamed += Tell;
            // Where the system's means are used up, looking often does as well.
            watcher.Error += (_, _) => _isTold = false;
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    private void Tell(object sender, FileSystemEventArgs happening)
    {
        try
        {
            _told.Release();
        }
        catch (ObjectDisposedException)
        {
            // The watch has ended.
        }
    }

    /// <summary>Names, sizes and times of the documents; another text when any of them was saved.</summary>
    private string Stamps()
    {
        try
        {
            return string.Join('\n', ProductInputReader.DocumentsIn(_folder).Select(file => new FileInfo(file)).Where(file => file.Exists).Select(file => FormattableString.Invariant($"{file.Name} {file.Length} {file.LastWriteTimeUtc.Ticks}")));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
