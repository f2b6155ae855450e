using Schemawright.Facts.Language;

namespace Schemawright.Domain.Structure;

/// <summary>How private an attribute is, by the words of its name.</summary>
internal static class PrivacyWords
{
    private static readonly HashSet<string> Secret = new(StringComparer.Ordinal) { "password", "passcode", "secret", "token", "otp", "pin", "totp", "credential", "credentials" };

    private static readonly HashSet<string> Sensitive = new(StringComparer.Ordinal)
    {
        "ssn", "ein", "itin", "tin", "iban", "bic", "bank", "passport", "health", "medical", "diagnosis", "allergy", "allergies", "ethnicity", "religion", "disability",
        "biometric", "salary", "cvv", "vat",
    };

    private static readonly HashSet<string> Personal = new(StringComparer.Ordinal)
    {
        "email", "phone", "mobile", "address", "street", "birth", "birthday", "dob", "birthdate", "gender", "nationality", "surname", "postcode", "zip", "avatar", "photo",
    };

    private static readonly HashSet<string> PersonNames = new(StringComparer.Ordinal)
    {
        "first_name", "last_name", "full_name", "middle_name", "given_name", "family_name", "maiden_name", "nickname", "contact_name", "emergency_contact", "ip_address", "user_agent",
    };

    /// <param name="isPerson">The entity is the people's own.</param>
    public static PrivacyClass Of(string name, bool isPerson)
    {
        var words = Naming.Words(name);
        if (name.Contains("api_key", StringComparison.Ordinal) || words.Any(Secret.Contains))
        {
            return name.EndsWith("_at", StringComparison.Ordinal) || name.EndsWith("_count", StringComparison.Ordinal) ? PrivacyClass.None : PrivacyClass.Secret;
        }

        if (words.Any(Sensitive.Contains) || Has(name, "tax_id") || Has(name, "tax_number") || Has(name, "account_number") || Has(name, "national_id") || Has(name, "social_security") || Has(name, "credit_card") || Has(name, "debit_card"))
        {
            return PrivacyClass.Sensitive;
        }

        return IsFlagOrTime(name) ? PrivacyClass.None
            : words.Any(Personal.Contains) || PersonNames.Contains(name) || (isPerson && name is "name" or "display_name" or "username") ? PrivacyClass.Personal
            : PrivacyClass.None;
    }

    private static bool Has(string name, string part) => name.Contains(part, StringComparison.Ordinal);

    private static bool IsFlagOrTime(string name) =>
        name.StartsWith("is_", StringComparison.Ordinal) || name.StartsWith("has_", StringComparison.Ordinal)
        || name.EndsWith("_at", StringComparison.Ordinal) || name.EndsWith("_verified", StringComparison.Ordinal) || name.EndsWith("_enabled", StringComparison.Ordinal);
}
