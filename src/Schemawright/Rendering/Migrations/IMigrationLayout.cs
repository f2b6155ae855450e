using Schemawright.Collections;

namespace Schemawright.Rendering.Migrations;

/// <summary>How a migration tool wants its files named and marked.</summary>
internal interface IMigrationLayout
{
    /// <summary>As <c>--layout</c> takes it.</summary>
    string Name { get; }

    /// <param name="about">Lines on the product for the head of each file.</param>
    IEnumerable<Artifact> Files(Seq<string> about, Migration migration);

    /// <summary>How the files are run.</summary>
    Instructions Explain(Seq<Artifact> files);
}

/// <param name="Language">Of the command or program.</param>
/// <param name="Remark">What the tool must be told besides; null for nothing.</param>
internal sealed record Instructions(string Language, string Text, string? Remark);
