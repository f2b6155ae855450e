using Schemawright.Collections;
using Schemawright.Design;

namespace Schemawright.Proof;

/// <summary>What a run looks at: everything, or some tables, some of their objects, and what some sentences brought about.</summary>
/// <param name="Tables">Names of tables; empty: all.</param>
/// <param name="Subjects">Objects as vectors name them, <c>orders.orders_total_not_negative</c>; empty: all.</param>
/// <param name="Places">Sentences as vectors name them, <c>RULES.md:12</c>; empty: all.</param>
internal sealed record Focus(Seq<string> Tables = default, Seq<string> Subjects = default, Seq<string> Places = default)
{
    public static Focus Everything { get; } = new();

    public bool IsEverything => Tables.Count == 0 && Subjects.Count == 0 && Places.Count == 0;

    public static Focus On(string? table, params IEnumerable<string> subjects) => new(table is null ? [] : [table], subjects.ToSeq());

    public bool Has(TableDesign table) => HasTable(table.Name);

    public bool HasTable(string table) => Tables.Count == 0 || Tables.Contains(table, StringComparer.Ordinal);

    public bool HasSubject(string subject) => Subjects.Count == 0 || Subjects.Contains(subject, StringComparer.Ordinal);

    /// <summary>True when the vector is about what is looked at.</summary>
    public bool Concerns(ProofVector vector)
    {
        var words = vector.Subject.Split([' ', ':', '.'], StringSplitOptions.RemoveEmptyEntries);
        bool Names(string subject) => subject.Split('.').All(part => words.Contains(part, StringComparer.Ordinal));
        return HasSource(vector.Source) && (Subjects.Count > 0 ? Subjects.Any(Names) : Tables.Count == 0 || Tables.Any(Names));
    }

    /// <param name="source">One place, or several joined by commas.</param>
    public bool HasSource(string source) => Places.Count == 0 || source.Split(", ").Any(place => Places.Contains(place, StringComparer.Ordinal));
}
