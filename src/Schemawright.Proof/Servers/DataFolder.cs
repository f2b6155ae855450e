using System.Security.Cryptography;

namespace Schemawright.Proof.Servers;

/// <summary>Where a throw-away cluster lives: memory when there is room, else the folder for temporary files.</summary>
internal static class DataFolder
{
    private const string Memory = "/dev/shm";
    private const long Room = 1L << 30;

    /// <summary>The socket's path has to stay below the kernel's 107 bytes.</summary>
    private const int LongestFolder = 80;

    /// <summary>A path that does not exist yet.</summary>
    public static string Choose() => System.IO.Path.Combine(Parent(), "schemawright-" + RandomNumberGenerator.GetHexString(12, lowercase: true));

    private static string Parent()
    {
        if (Directory.Exists(Memory) && new DriveInfo(Memory).AvailableFreeSpace > Room)
        {
            return Memory;
        }

        var temporary = System.IO.Path.GetTempPath().TrimEnd('/');
        return Environment.IsPrivilegedProcess || temporary.Length > LongestFolder ? "/tmp" : temporary;
    }
}
