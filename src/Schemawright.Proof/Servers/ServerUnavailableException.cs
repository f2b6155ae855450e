namespace Schemawright.Proof;

/// <summary>No PostgreSQL could be found or started; the message names the way out.</summary>
public sealed class ServerUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
