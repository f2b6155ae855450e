using Schemawright.Diagnostics;

namespace Schemawright.Proof;

/// <summary>No PostgreSQL could be found or started; the message names the way out.</summary>
public sealed class ServerUnavailableException(Diagnostic diagnostic) : Exception($"{diagnostic.Kind.Code}: {diagnostic.Message}; {diagnostic.WayOut}")
{
    public ServerUnavailableException(DiagnosticKind kind, params ReadOnlySpan<string> arguments)
        : this(kind.At(null, arguments))
    {
    }

    public Diagnostic Diagnostic { get; } = diagnostic;
}
