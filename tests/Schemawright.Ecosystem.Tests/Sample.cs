using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Domain;
using Schemawright.Postgres;
using Schemawright.Postgres.Model;
using Schemawright.Rendering;
using Schemawright.Rendering.Exports;
using Schemawright.Terms;
using Schemawright.Tests;
using Schemawright.Tests.Design;
using Schemawright.Tests.Postgres;
using Xunit;

namespace Schemawright.Ecosystem.Tests;

/// <summary>A model to export: the examples, and two models by hand, one of them with a hostile name.</summary>
internal sealed record Sample(DomainModel Domain, DataDesign Design, PgSchema Schema)
{
    public const string Hostile = "hostile";

    /// <summary>More statements than one transaction has locks for.</summary>
    public const string Large = "large";

    public static TheoryData<string> Names => ["marina", "library", "practice", Hostile];

    public Seq<Artifact> Files => DatabaseFiles.Render(Design, Schema);

    public string Export(string format) => SchemaExports.Write(format, Domain, Design, Schema);

    public static Sample Of(string name) => name switch
    {
        "practice" => Of(DesignPasses.Run(SampleDomain.Model, new Findings())),
        Hostile => Of(SampleDesign.Create()),
        Large => Of(DesignPasses.Run(LargeDomain, new Findings())),
        _ => OfExample(name),
    };

    private static DomainModel LargeDomain => new()
    {
        AppName = "Many Drawers",
        AppNameOrigin = SampleDomain.At(1),
        Tenancy = new(TenancyModel.None, null, "one cabinet", SampleDomain.At(1)),
        Entities =
        [
            .. Enumerable.Range(1, 180).Select(number => new Entity($"Drawer{number}", $"drawers_{number}", EntityKind.Core, "A drawer.", SampleDomain.At(number))
            {
                Attributes = [new("label", DataType.Of(DataKind.ShortText), true, SampleDomain.At(number))],
            }),
        ],
    };

    private static Sample Of(DataDesign design) => new(design.Domain, design, PostgresLowering.Lower(design, new Findings()));

    private static Sample OfExample(string name)
    {
        var documents = Directory.EnumerateFiles(Repository.PathOf("examples", name, "input"), "*.md")
            .Select(file => new InputDocument(Path.GetFileName(file), File.ReadAllText(file)));
        var model = Compiler.Model(documents, name, new Findings());
        return new(model.Domain, model.Design, model.Schema);
    }
}
