using Schemawright.Collections;
using Schemawright.Diagnostics;

namespace Schemawright.Domain.Merging;

/// <summary>
/// Finishes a domain whose questions the author answered: an answer that says in a sentence of its own what the model now holds
/// has been followed, what an answer changed names its line as a source, and statements whose question is settled are settled too.
/// </summary>
internal static class FollowedAnswers
{
    public static DomainModel Apply(DomainModel domain, Findings findings)
    {
        if (findings.Answers.Count == 0)
        {
            return domain;
        }

        SettleSentences(domain, findings);
        var settled = findings.Settled;
        return Settled(WithSources(domain, settled, findings), settled, findings);
    }

    private static void SettleSentences(DomainModel domain, Findings findings)
    {
        var lines = Origins(domain).SelectMany(origin => origin.Sources).Select(source => (source.Document, source.Line)).ToHashSet();
        foreach (var answer in findings.Answers.Where(answer => lines.Contains((answer.Source.Document, answer.Source.Line))))
        {
            findings.Settle(answer.Id);
        }
    }

    private static IEnumerable<Origin> Origins(DomainModel domain) =>
    [
        .. domain.Entities.SelectMany(entity => entity.Attributes.Select(attribute => attribute.Origin).Concat(entity.Keys.Select(key => key.Origin)).Append(entity.Origin)),
        .. domain.Relationships.Select(known => known.Origin), .. domain.Rules.Select(known => known.Origin), .. domain.StateMachines.Select(known => known.Origin),
        .. domain.Permissions.Select(known => known.Origin), .. domain.Retention.Select(known => known.Origin), .. domain.Scale.Select(known => known.Origin), .. domain.Skews.Select(known => known.Origin),
        .. domain.Recovery.Select(known => known.Origin), .. domain.Privacy.Select(known => known.Origin), .. domain.Audit.Select(known => known.Origin),
        .. domain.AccessPaths.Select(known => known.Origin), .. domain.Technologies.Select(known => known.Origin), domain.Tenancy.Origin,
    ];

    /// <summary>Every object that a settled question affects was decided by its answer too.</summary>
    private static DomainModel WithSources(DomainModel domain, Seq<Clarification> settled, Findings findings)
    {
        var answers = new Dictionary<string, Origin>(StringComparer.Ordinal);
        foreach (var question in settled)
        {
            foreach (var path in question.Affects.Where(_ => findings.AnswerTo(question.Id) is not null))
            {
                var origin = Origin.At(findings.AnswerTo(question.Id)!.Source);
                answers[path] = answers.TryGetValue(path, out var known) ? known.And(origin) : origin;
            }
        }

        return domain with
        {
            Entities = domain.Entities.Select(entity => entity with
            {
                Origin = With(entity.Origin, entity.Name),
                Attributes = entity.Attributes.Select(attribute => attribute with { Origin = With(attribute.Origin, $"{entity.Name}.{attribute.Name}") }).ToSeq(),
            }).ToSeq(),
            Relationships = domain.Relationships.Select(link => link with { Origin = With(link.Origin, $"{link.Child}.{link.Role}") }).ToSeq(),
        };

        Origin With(Origin origin, string path) => answers.TryGetValue(path, out var answer) ? origin.And(answer) : origin;
    }

    private static DomainModel Settled(DomainModel domain, Seq<Clarification> settled, Findings findings)
    {
        var bySource = settled.Where(question => findings.AnswerTo(question.Id) is not null).SelectMany(question => question.Sources.Select(source => (source, question.Id)))
            .DistinctBy(entry => entry.source).ToDictionary(entry => entry.source, entry => entry.Id);
        return domain with
        {
            Dispositions = domain.Dispositions.Select(known => known.Fate == Fate.Unclear && bySource.TryGetValue(known.Source, out var id)
                ? known with { Fate = Fate.AnsweredElsewhere, Reason = $"The author answered {id} ({findings.AnswerTo(id)!.Source.Document}:{findings.AnswerTo(id)!.Source.Line})." }
                : known).ToSeq(),
        };
    }
}
