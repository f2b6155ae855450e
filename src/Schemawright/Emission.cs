using Schemawright.Rendering.Exports;

namespace Schemawright;

/// <summary>What <c>--emit</c> prints: a stage of the run as JSON, or the model in another tool's format.</summary>
public static class Emission
{
    private static readonly string[] Stages = ["facts", "domain", "design", "schema"];

    public static IReadOnlyList<string> Names { get; } = [.. Stages, .. SchemaExports.Formats];

    public static string Write(Compilation compilation, string name) =>
        Stages.Contains(name, StringComparer.Ordinal)
            ? ModelJson.Emit(compilation, name)
            : SchemaExports.Write(name, compilation.Domain, compilation.Design, compilation.Schema);
}
