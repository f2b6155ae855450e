using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain.Demands;
using Schemawright.Domain.Merging;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Structure;

/// <summary>
/// Where the documents speak of legal holds: the attribute that says so, else a mark on the rows of the things they name. What belongs to a
/// held row is held with it.
/// </summary>
internal static class RecordHolds
{
    private const string Key = "legal hold";
    private const string Mark = "legal_hold";

    public static void Run(DomainDraft domain)
    {
        var told = domain.Facts.Holds;
        if (told.Count == 0)
        {
            return;
        }

        var origin = new Origin(told.Select(fact => fact.Source).Distinct().Order().ToSeq());
        var stated = domain.Entities.All.SelectMany(entity => entity.Attributes.Where(IsHold).Select(attribute => new LegalHold(entity.Name, attribute.Name, origin.And(attribute.Origin)))).ToList();
        if (stated.Count > 0)
        {
            domain.Holds.AddRange(stated);
            return;
        }

        var words = new EntityWords(domain, domain.Tenant);
        var named = told.SelectMany(fact => Named(words, Naming.Words(fact.Words))).Where(entity => entity.Kind is not (EntityKind.AuditTrail or EntityKind.Reference)).Distinct().ToList();
        if (named.Count == 0)
        {
            domain.Findings.Unclear(
                Key, "*", "Which records can be under legal hold, and which of their attributes says so?",
                [new("no attribute says so, so the jobs that remove rows are paused by hand while a hold lasts", origin.Sources), new("an attribute, which the documents have to name", [])],
                "Nothing was modelled for legal hold: whoever runs the jobs has to pause them.", impact: 3, uncertainty: 4, affects: ["*"]);
            return;
        }

        AddMarks(domain, named, origin);
    }

    private static void AddMarks(DomainDraft domain, List<EntityDraft> named, Origin origin)
    {
        var decision = domain.Findings.Assumption(
            Key, "mark", $"Is a legal hold a mark on {string.Join(", ", named.Select(entity => Words.Plain(Naming.Table(entity.Key))))}, which holds what belongs to them as well?",
            [new("yes, a mark on each row", origin.Sources), new("another attribute, which the documents have to name", [])],
            $"Each of these rows has {Mark}; while it is set, neither the row nor what belongs to it is removed or made anonymous.", impact: 3, uncertainty: 2, affects: [.. named.Select(entity => entity.Name)]);
        foreach (var entity in named)
        {
            var marked = origin with { Decision = decision };
            entity.Attributes.Add(new(Mark, DataType.Of(DataKind.Boolean), true, marked) { Default = Literal.Bool(false), Description = "Set while the law forbids to remove the row." });
            domain.Holds.Add(new(entity.Name, Mark, marked));
        }
    }

    /// <summary>"clients", "lab reports": a thing by one word or two.</summary>
    private static IEnumerable<EntityDraft> Named(EntityWords words, IReadOnlyList<string> said) =>
        Enumerable.Range(0, said.Count).Select(at => (at + 1 < said.Count ? words.Named($"{said[at]}_{said[at + 1]}") : null) ?? words.Named(said[at])).OfType<EntityDraft>();

    private static bool IsHold(EntityAttribute attribute) =>
        attribute.Type is { Kind: DataKind.Boolean, IsArray: false } && Naming.Words(attribute.Name) is var name && name.Contains("hold", StringComparer.Ordinal) && name.Any(word => word is "legal" or "litigation");
}
