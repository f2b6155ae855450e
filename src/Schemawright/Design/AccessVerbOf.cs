using Schemawright.Domain;

namespace Schemawright.Design;

/// <summary>The verb of the database that carries out a kind of access.</summary>
internal static class AccessVerbOf
{
    public static string Kind(AccessKind kind) => kind switch
    {
        AccessKind.Create => "insert",
        AccessKind.Read => "select",
        AccessKind.Update or AccessKind.Approve => "update",
        AccessKind.Delete => "delete",
        _ => throw new InvalidOperationException($"unknown access {kind}"),
    };
}
