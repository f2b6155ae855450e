namespace Schemawright.Postgres;

/// <summary>Which server version offers what: the only place with version numbers.</summary>
public static class Capabilities
{
    /// <summary>The oldest server the artefacts run on: SET NULL of single columns, security_invoker views, UNIQUE NULLS NOT DISTINCT.</summary>
    public const int OldestServer = 15;

    /// <summary>From here on <c>uuidv7()</c> is built in; before, <c>app.uuid7()</c> does the same in SQL.</summary>
    public const int NativeUuid7 = 18;

    /// <summary>From here on exclusion constraints work on partitioned tables whose range key is compared with =.</summary>
    public const int ExclusionOnPartitions = 17;

    public static bool Runs(int serverMajor) => serverMajor >= OldestServer;
}
