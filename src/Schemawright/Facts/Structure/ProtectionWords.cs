using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure;

/// <summary>Remarks that ask to protect, derive or freeze an attribute.</summary>
internal static class ProtectionWords
{
    private static readonly (string Word, string Mark)[] Marks =
    [
        ("encrypted", "encrypted"), ("encrypt", "encrypted"), ("hashed", "hashed"), ("hash", "hashed"), ("bcrypt", "hashed"), ("argon2", "hashed"), ("argon2id", "hashed"),
        ("masked", "masked"), ("calculated", "calculated"), ("computed", "calculated"), ("derived", "calculated"), ("auto-calculated", "calculated"),
        ("immutable", "immutable"), ("read-only", "immutable"), ("readonly", "immutable"), ("never changes", "immutable"), ("cannot be changed", "immutable"),
    ];

    /// <summary>An "encrypted" value in an attribute named as a hash is hashed.</summary>
    public static string? MarkOf(string remark, string name)
    {
        foreach (var (word, mark) in Marks)
        {
            if (TextScan.HasWord(remark, word) && (mark is not "calculated" || Naming.Words(remark).Take(2).Contains(word.Split('-')[^1], StringComparer.Ordinal)))
            {
                return mark is "encrypted" && Naming.Words(name).Contains("hash", StringComparer.Ordinal) ? "hashed" : mark;
            }
        }

        return null;
    }
}
