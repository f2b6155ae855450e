using System.Runtime.CompilerServices;
using Npgsql;

namespace Schemawright.Ecosystem.Tests;

/// <summary>The prover switches the reading of named parameters off for its whole process; Entity Framework needs it, so it is settled first.</summary>
internal static class NamedParameters
{
    [ModuleInitializer]
    public static void Settle() => RuntimeHelpers.RunClassConstructor(typeof(NpgsqlCommand).TypeHandle);
}
