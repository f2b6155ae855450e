using Schemawright.Collections;

namespace Schemawright.Rendering;

/// <summary>A file to write.</summary>
/// <param name="Path">Below the output folder, with forward slashes.</param>
/// <param name="Executable">A script people run.</param>
public sealed record Artifact(string Path, string Text, bool Executable = false);
