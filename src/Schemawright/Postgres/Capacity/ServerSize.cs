using Schemawright.Design;
using Schemawright.Domain;

namespace Schemawright.Postgres.Capacity;

/// <summary>The server that the rows and the people of a product ask for, after the last planned year.</summary>
/// <param name="WorkingSet">What is read again and again: all indexes and a fifth of the rows.</param>
/// <param name="Memory">In whole gigabytes.</param>
/// <param name="Disk">Data with room for dead rows, and the log kept on the server.</param>
/// <param name="LogPerDay">Bytes of write-ahead log.</param>
/// <param name="Pool">Connections that work at the same time.</param>
/// <param name="Connections">max_connections: the pool, and some for jobs, backups and people.</param>
/// <param name="PoolBasis">What the pool follows from, one clause.</param>
public sealed record ServerSize(double WorkingSet, int Memory, double Disk, double LogPerDay, int Pool, int Connections, string PoolBasis)
{
    /// <summary>In megabytes: what one sort or hash may take while every connection works.</summary>
    public int WorkMemory => Math.Clamp(Memory * 1024 / 4 / Connections, 4, 64);

    /// <summary>In gigabytes: half an hour of log between two checkpoints.</summary>
    public int LogBetweenCheckpoints => (int)Math.Clamp(Math.Ceiling(LogPerDay / 48 / Gigabyte), 1, 64);

    private const double Gigabyte = 1024d * 1024 * 1024;
    private const double ShareOfRowsInUse = 0.2;
    private const double RoomForDeadRows = 1.3;
    private const double LogPerStoredByte = 3;
    private const double SecondsBetweenRequests = 10;
    private const double SecondsOfARequest = 0.02;
    private const int LeastPool = 8;
    private const int MostPool = 64;
    private const int Beside = 16;
    private const int MostMemory = 1024;

    public static ServerSize Of(CapacityPlan plan, DomainModel domain)
    {
        var total = plan.Total(CapacityPlan.Years.Count - 1);
        var working = plan.IndexesAtTheEnd + ((total - plan.IndexesAtTheEnd) * ShareOfRowsInUse);
        var grown = (total - plan.Total(0)) / CapacityPlan.Years[^1] * LogPerStoredByte / 365;
        var memory = 4;
        while (memory < MostMemory && memory * Gigabyte < working * 1.5)
        {
            memory *= 2;
        }

        var (pool, basis) = PoolOf(domain);
        var kept = grown * 2;
        return new(working, memory, (total * RoomForDeadRows) + kept + (2 * Gigabyte), grown, pool, pool + Beside, basis);
    }

    /// <summary>A request holds a connection for moments, so far fewer connections than people are needed.</summary>
    private static (int Pool, string Basis) PoolOf(DomainModel domain)
    {
        decimal? Largest(ScaleKind kind) => domain.Scale.Where(figure => figure.Kind == kind && figure.Entity is null).Select(figure => (decimal?)figure.Value).Max();

        if (Largest(ScaleKind.RequestsPerSecond) is { } rate)
        {
            return (Clamped((double)rate), FormattableString.Invariant($"{rate:#,0} requests a second of {SecondsOfARequest * 1000:0} ms each"));
        }

        if (Largest(ScaleKind.ConcurrentUsers) is { } users)
        {
            var peak = Largest(ScaleKind.PeakFactor) ?? 1;
            return (Clamped((double)(users * peak) / SecondsBetweenRequests), FormattableString.Invariant($"{users:#,0} users at once{(peak > 1 ? FormattableString.Invariant($", {peak:0.#} times as many at peak") : "")}, one request each in {SecondsBetweenRequests:0} seconds of {SecondsOfARequest * 1000:0} ms"));
        }

        return (LeastPool, "no number of users is stated, so the least is assumed");
    }

    private static int Clamped(double requestsPerSecond) => (int)Math.Clamp(Math.Ceiling(requestsPerSecond * SecondsOfARequest * 2), LeastPool, MostPool);
}
