using Schemawright.Diagnostics;

namespace Schemawright.Proof.Servers;

/// <summary>No server could be had: what is missing, and the way out.</summary>
public sealed class ServerException(Diagnostic diagnostic) : Exception(diagnostic.Message)
{
    public ServerException(DiagnosticKind kind, params ReadOnlySpan<string> arguments)
        : this(kind.At(null, arguments))
    {
    }

    public Diagnostic Diagnostic { get; } = diagnostic;
}
