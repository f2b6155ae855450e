using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules;

/// <summary>Something a rule can speak of: an attribute of an entity, or a foreign key of it.</summary>
/// <param name="Name">The attribute's name, or the foreign key's column name.</param>
/// <param name="Role">Of a foreign key: the role by which expressions walk to the parent; else null.</param>
/// <param name="Parent">Of a foreign key: the entity it leads to; else null.</param>
internal sealed record Column(string Entity, string Name, DataType Type, bool Required, bool Encrypted, string? Role = null, string? Parent = null)
{
    public IReadOnlyList<string> Words { get; } = Naming.Words(Name);

    public bool IsForeignKey => Role is not null;

    /// <summary>Only a fingerprint of the value is stored, so nothing can be said of its characters.</summary>
    public bool IsHash => Words.Contains("hash", StringComparer.Ordinal) || Words.Contains("digest", StringComparer.Ordinal) || Words.Contains("hashed", StringComparer.Ordinal);

    public bool IsText => Type.Kind is DataKind.ShortText or DataKind.LongText or DataKind.Email or DataKind.Phone or DataKind.Url
        or DataKind.Unknown or DataKind.CurrencyCode or DataKind.CountryCode or DataKind.LanguageCode or DataKind.Enumeration && !IsForeignKey;

    public bool IsNumber => Type.Kind is DataKind.Integer or DataKind.BigInteger or DataKind.Decimal or DataKind.Money or DataKind.Percentage;

    public bool IsDate => Type.Kind is DataKind.Date;

    public bool IsMoment => Type.Kind is DataKind.Timestamp or DataKind.LocalTimestamp;

    public Expr Ref => Terms.Ref.To(Name);
}
