using System.Globalization;
using Schemawright.Proof.Servers;
using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests.Traps;

/// <summary>Two sessions racing for real, round after round: nothing is broken, and where one can win, one wins.</summary>
public class RaceTests(TrapProduct product)
{
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("SCHEMAWRIGHT_RACE_ROUNDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : 8;

    public static TheoryData<string, string> Races => new(RaceCase.All.SelectMany(race => new[] { "READ COMMITTED", "REPEATABLE READ", "SERIALIZABLE" }.Select(level => (race.Name, level))));

    [Theory]
    [MemberData(nameof(Races))]
    public async Task No_round_breaks_the_rule(string name, string level)
    {
        var race = RaceCase.All.Single(known => known.Name == name);
        await using var one = await product.OursAsAsync("application");
        await using var other = await product.BesideAsync(one);
        await other.ActAsync("application");
        await one.AcceptsAsync("SET lock_timeout = '20s'");
        await other.AcceptsAsync("SET lock_timeout = '20s'");
        var answers = new List<(ServerAnswer One, ServerAnswer Other)>();
        for (var round = 1; round <= Rounds; round++)
        {
            (await RunAsync(one, "READ COMMITTED", race.Before(round))).Explained.ShouldBe("accepted");
            var both = await Task.WhenAll(RunAsync(one, level, race.One(round)), RunAsync(other, level, race.Other(round)));
            answers.Add((both[0], both[1]));
        }

        await ReportAsync(name, level, answers);
        await one.AnswersAsync(race.Broken, "0");
        answers.SelectMany(pair => new[] { pair.One, pair.Other }).Select(answer => answer.SqlState).ShouldNotContain("55P03", "a lock was waited for too long");
        if (race.Winners is { } winners && level == "READ COMMITTED")
        {
            answers.ShouldAllBe(pair => (pair.One.Accepted ? 1 : 0) + (pair.Other.Accepted ? 1 : 0) == winners);
        }
    }

    private static async Task<ServerAnswer> RunAsync(ProofSession session, string level, params string[] statements)
    {
        await session.RunAsync($"BEGIN ISOLATION LEVEL {level}");
        foreach (var statement in statements)
        {
            var answer = await session.TryAsync(statement);
            if (!answer.Accepted)
            {
                await session.RunAsync("ROLLBACK");
                return answer;
            }
        }

        return await session.TryAsync("COMMIT");
    }

    /// <summary>How often both, one or none were accepted, and with which answers the others were refused.</summary>
    private static async Task ReportAsync(string name, string level, List<(ServerAnswer One, ServerAnswer Other)> answers)
    {
        if (Environment.GetEnvironmentVariable("SCHEMAWRIGHT_RACE_REPORT") is not { Length: > 0 } file)
        {
            return;
        }

        var refused = answers.SelectMany(pair => new[] { pair.One, pair.Other }).Where(answer => !answer.Accepted).CountBy(answer => answer.Words, StringComparer.Ordinal).OrderBy(pair => pair.Key, StringComparer.Ordinal);
        var line = string.Create(CultureInfo.InvariantCulture,
            $"{name}; {level}; {answers.Count} rounds; both {answers.Count(pair => pair.One.Accepted && pair.Other.Accepted)}; one {answers.Count(pair => pair.One.Accepted != pair.Other.Accepted)}; none {answers.Count(pair => !pair.One.Accepted && !pair.Other.Accepted)}; {string.Join(", ", refused.Select(pair => $"{pair.Value} × {pair.Key}"))}\n");
        await File.AppendAllTextAsync(file, line, TestContext.Current.CancellationToken);
    }
}
