namespace Schemawright.Domain.Rules.Clauses;

/// <summary>The ways that sentences have told up to here, and between which states the last one went.</summary>
internal sealed record StepsSoFar
{
    /// <summary>Of the sentences before.</summary>
    public List<SpokenStep> Before { get; init; } = [];

    public List<SpokenStep> Now { get; init; } = [];

    public IReadOnlyList<string> Left { get; set; } = [];

    public IReadOnlyList<string> Reached { get; set; } = [];

    public StepsSoFar Copy() => this with { Before = [.. Before], Now = [.. Now] };

    public void Add(IEnumerable<string> from, IEnumerable<string> to)
    {
        Left = [.. from];
        Reached = [.. to];
        Now.AddRange(Left.SelectMany(one => Reached.Select(other => new SpokenStep(one, other))));
    }

    /// <summary>Takes back what a clause told that was not understood to its end.</summary>
    public void BackTo(int count) => Now.RemoveRange(count, Now.Count - count);
}
