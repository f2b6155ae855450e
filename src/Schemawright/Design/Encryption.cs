using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Domain.Rules;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>Replaces each attribute that must be encrypted by its ciphertext, the key's id and, where it is looked up, a blind index.</summary>
internal sealed class Encryption(DomainModel domain)
{
    private readonly List<Decision> _decisions = [];

    /// <summary>Before keys and rules, which must find the columns that will exist.</summary>
    public static DataDesign Applied(DataDesign design)
    {
        var encryption = new Encryption(design.Domain);
        return design.EachTable(encryption.Apply).Decide(encryption._decisions);
    }

    private readonly ILookup<string, AccessPath> _paths = domain.AccessPaths.ToLookup(path => path.Entity, StringComparer.Ordinal);

    private TableDesign Apply(TableDesign table)
    {
        var entity = domain.Find(table.Entity!)!;
        var secret = entity.Attributes.Where(attribute => attribute.Encrypted).ToDictionary(attribute => ObjectNames.Shortened(attribute.Name), StringComparer.Ordinal);
        var hashed = entity.Attributes.Where(attribute => attribute.Hashed).Select(attribute => ObjectNames.Shortened(attribute.Name)).ToHashSet(StringComparer.Ordinal);
        var columns = table.Columns.SelectMany(column => column.Role == ColumnRole.Attribute && secret.TryGetValue(column.Name, out var attribute)
            ? Encrypted(table, column, IsLookedUp(entity, attribute.Name))
            : [hashed.Contains(column.Name) ? Hashed(table, column) : column]);
        return table.WithColumns(columns.ToList());
    }

    private IEnumerable<ColumnDesign> Encrypted(TableDesign table, ColumnDesign column, bool lookedUp)
    {
        var decision = $"D11-{table.Name}-{column.Name}-encrypted";
        var origin = column.Origin with { Decision = decision };
        _decisions.Add(new(decision, 11,
            $"{column.Name} of {table.Name} is encrypted by the application; the database stores ciphertext{(lookedUp ? ", a key id and a blind index for equality" : " and a key id")}.",
            "The documents ask for encryption; a key that passes through the database would stand in its logs and statistics.", column.Origin.Sources));
        var form = column with { Default = null, Mask = "hidden", Origin = origin };
        yield return form with
        {
            Name = RuleColumns.CiphertextOf(column.Name), Type = DataType.Of(DataKind.Binary), Role = ColumnRole.Ciphertext,
            Comment = $"{Named(column)} encrypted with AES-256-GCM by the application.",
        };
        yield return form with
        {
            Name = RuleColumns.KeyIdOf(column.Name), Type = new(DataKind.ShortText), Role = ColumnRole.KeyId, Privacy = PrivacyClass.None, Mask = "none",
            Comment = $"Names the key that {column.Name} is encrypted with; destroying the key erases the value.",
        };
        if (lookedUp)
        {
            yield return form with
            {
                Name = RuleColumns.BlindIndexOf(column.Name), Type = DataType.Of(DataKind.Binary), Role = ColumnRole.BlindIndex,
                Comment = $"Keyed hash of {column.Name}, for finding equal values without decrypting.",
            };
        }
    }

    private ColumnDesign Hashed(TableDesign table, ColumnDesign column)
    {
        var decision = $"D11-{table.Name}-{column.Name}-hashed";
        _decisions.Add(new(decision, 11, $"{column.Name} of {table.Name} holds a salted hash made by the application; only the application reads it.",
            "The documents ask for hashing; nobody needs to read it, only to compare.", column.Origin.Sources));
        return column with { Privacy = PrivacyClass.Secret, Hashed = true, Mask = "hidden", ReadableBy = [RolePlan.Application], Type = new(DataKind.ShortText), Origin = column.Origin with { Decision = decision } };
    }

    private bool IsLookedUp(Entity entity, string attribute) =>
        entity.Keys.Any(key => key.Attributes.Has(attribute)) || _paths[entity.Name].Any(path => path.Equality.Has(attribute));

    private static string Named(ColumnDesign column) => column.Comment.Length > 0 ? column.Comment.TrimEnd('.') + "," : column.Name;
}
