using Schemawright.Collections;
using Schemawright.Domain.Merging;

namespace Schemawright.Domain.Structure;

/// <summary>The lists of people's roles that documents give outside the role attribute itself.</summary>
internal static class RoleSets
{
    /// <summary>The roles each document names, when the entity is the one whose people hold them.</summary>
    public static IEnumerable<ValueSet> Of(DomainDraft domain, EntityDraft entity) =>
        entity != domain.User ? []
        : domain.Facts.Roles.GroupBy(role => role.Source.Document, StringComparer.Ordinal)
            .Select(document => ValueSet.Of(document.Select(role => role.Name).ToSeq(), document.First().Source));

    /// <summary>A role and its abbreviation (<c>admin</c>, <c>administrator</c>) are one: the first spelling stays.</summary>
    public static List<ValueSet> WithOneSpelling(List<ValueSet> sets)
    {
        var spellings = new List<string>();
        return [.. sets.Select(set => set with { Values = set.Values.Select(Spelling).Distinct(StringComparer.Ordinal).ToSeq() })];

        string Spelling(string value)
        {
            var known = spellings.Find(known => IsAbbreviation(known, value));
            if (known is null)
            {
                spellings.Add(value);
            }

            return known ?? value;
        }
    }

    public static bool IsAbbreviation(string one, string other) =>
        string.Equals(one, other, StringComparison.Ordinal)
        || (Math.Min(one.Length, other.Length) >= 4 && !one.Contains('_', StringComparison.Ordinal) && !other.Contains('_', StringComparison.Ordinal)
            && (one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal)));
}
