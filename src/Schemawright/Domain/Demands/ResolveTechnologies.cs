using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Facts;

namespace Schemawright.Domain.Demands;

/// <summary>Takes over the products that store, cache, search or move data, each once.</summary>
internal static class ResolveTechnologies
{
    public static Seq<Technology> Run(FactBase facts) =>
        facts.Technologies.GroupBy(fact => (Role(fact.Category), Product: fact.Product.ToLowerInvariant()))
            .Select(same => new Technology(
                same.Key.Item1, same.First().Product, same.Select(fact => fact.Version).FirstOrDefault(version => version is not null), same.Select(fact => fact.Purpose).FirstOrDefault(purpose => purpose is not null),
                new Origin(same.Select(fact => fact.Source).Distinct().Order().ToSeq())))
            .ToSeq();

    private static TechnologyRole Role(TechnologyCategory category) => category switch
    {
        TechnologyCategory.Database => TechnologyRole.Database,
        TechnologyCategory.Cache => TechnologyRole.Cache,
        TechnologyCategory.Search => TechnologyRole.Search,
        TechnologyCategory.FileStorage => TechnologyRole.FileStorage,
        TechnologyCategory.Warehouse => TechnologyRole.Warehouse,
        TechnologyCategory.Queue => TechnologyRole.Queue,
        _ => TechnologyRole.Other,
    };
}
