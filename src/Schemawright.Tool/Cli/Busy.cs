using System.Diagnostics;
using System.Globalization;

namespace Schemawright.Tool.Cli;

/// <summary>Says on a terminal what is running and since when, once it takes longer than half a second; the line is gone when it ends.</summary>
internal sealed class Busy : IDisposable
{
    private const int Before = 500;
    private const int Each = 100;
    private const string Clear = "\r\u001b[K";
    private static readonly string[] Signs = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

    private readonly Stopwatch _since = Stopwatch.StartNew();
    private readonly Lock _lock = new();
    private readonly Timer? _timer;
    private string _what;
    private bool _shown;
    private bool _ended;

    private Busy(string what)
    {
        _what = what;
        _timer = Silent || !Terminals.Error.Profile.Capabilities.Interactive ? null : new Timer(_ => Show(), null, Before, Each);
    }

    /// <summary>Nothing is shown in this run.</summary>
    public static bool Silent { get; set; }

    public static Busy With(string what) => new(what);

    /// <summary>What is running now.</summary>
    public void Goes(string what)
    {
        lock (_lock)
        {
            _what = what;
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _ended = true;
            _timer?.Dispose();
            if (_shown)
            {
                Terminals.Write(Terminals.Error, Clear);
            }
        }
    }

    /// <summary>Removes the line of a run that ends where it stands.</summary>
    public static void Wipe()
    {
        if (!Silent && Terminals.Error.Profile.Capabilities.Interactive)
        {
            Terminals.Write(Terminals.Error, Clear);
        }
    }

    private void Show()
    {
        lock (_lock)
        {
            if (_ended)
            {
                return;
            }

            _shown = true;
            var seconds = _since.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
            var line = $"{Signs[_since.ElapsedMilliseconds / Each % Signs.Length]} {seconds} s  {_what}";
            var width = Math.Max(20, Terminals.Error.Profile.Width - 1);
            try
            {
                Terminals.Write(Terminals.Error, Clear + (line.Length > width ? line[..width] : line));
            }
            catch (IOException)
            {
                _ended = true; // Nobody watches any more.
            }
        }
    }
}
