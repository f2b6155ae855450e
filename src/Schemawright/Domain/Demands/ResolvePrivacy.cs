using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain.Merging;
using Schemawright.Facts;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Demands;

/// <summary>Finds which attributes the demands for protection mean, and marks them.</summary>
internal sealed class ResolvePrivacy(DomainDraft domain, EntityWords words, AttributeWords attributes, Seq<Actor> actors)
{
    public Seq<PrivacyDemand> Run() =>
        domain.Facts.Privacy.SelectMany(Of)
            .GroupBy(demand => (demand.Kind, demand.Entity, demand.Attribute, demand.Detail))
            .Select(same => same.First() with { Origin = same.Select(demand => demand.Origin).Aggregate((one, other) => one.And(other)), Actors = same.SelectMany(demand => demand.Actors).Distinct(StringComparer.Ordinal).ToSeq() })
            .ToSeq();

    private IEnumerable<PrivacyDemand> Of(PrivacyFact fact)
    {
        var origin = Origin.At(fact.Source);
        var meant = Meant(fact.Subject).ToList();
        foreach (var (entity, attribute) in meant)
        {
            entity.Replace(Marked(attribute, fact, origin));
        }

        if (Kind(fact.Measure) is not { } kind)
        {
            return [];
        }

        return meant.Count > 0
            ? meant.Select(target => new PrivacyDemand(kind, target.Entity.Name, target.Attribute.Name, fact.Detail, Actors(fact), origin))
            : [new PrivacyDemand(kind, words.Find(fact.Subject)?.Name, null, fact.Detail, Actors(fact), origin)];
    }

    private IEnumerable<(EntityDraft Entity, EntityAttribute Attribute)> Meant(string subject)
    {
        var dot = subject.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0 && words.Find(subject[..dot]) is { } entity && attributes.Find(entity, subject[(dot + 1)..]) is { } name && entity.Find(name) is { } attribute)
        {
            return [(entity, attribute)];
        }

        return subject.Length > 60 || words.Named(subject) is not null ? [] : attributes.Everywhere(subject).Where(found => found.Attribute.Type.Kind != DataKind.Boolean).ToList();
    }

    private static EntityAttribute Marked(EntityAttribute attribute, PrivacyFact fact, Origin origin) => fact.Measure switch
    {
        PrivacyMeasure.Encrypt when !attribute.Hashed && IsProtectable(attribute) => attribute with { Encrypted = true, Privacy = Max(attribute.Privacy, PrivacyClass.Sensitive), Origin = attribute.Origin.And(origin) },
        PrivacyMeasure.Mask or PrivacyMeasure.RestrictAccess => attribute with { Privacy = Max(attribute.Privacy, PrivacyClass.Sensitive) },
        PrivacyMeasure.Personal => attribute with { Privacy = Max(attribute.Privacy, PrivacyClass.Personal) },
        _ => attribute,
    };

    /// <summary>Encryption hides values from constraints, so only plain texts take it.</summary>
    private static bool IsProtectable(EntityAttribute attribute) =>
        !attribute.Type.IsArray && attribute.Type.Kind is DataKind.ShortText or DataKind.LongText or DataKind.Phone or DataKind.Json;

    private static PrivacyClass Max(PrivacyClass one, PrivacyClass other) => one > other ? one : other;

    private Seq<string> Actors(PrivacyFact fact) =>
        fact.Measure != PrivacyMeasure.RestrictAccess || fact.Detail is null ? []
        : actors.Where(actor => Naming.Words(fact.Detail).Intersect(Naming.Words(actor.RoleValue ?? actor.Name), StringComparer.Ordinal).Any()).Select(actor => actor.Name).ToSeq();

    private static PrivacyDemandKind? Kind(PrivacyMeasure measure) => measure switch
    {
        PrivacyMeasure.Encrypt => PrivacyDemandKind.Encrypt,
        PrivacyMeasure.Hash => PrivacyDemandKind.Hash,
        PrivacyMeasure.Mask => PrivacyDemandKind.Mask,
        PrivacyMeasure.RestrictAccess => PrivacyDemandKind.RestrictAccess,
        PrivacyMeasure.Consent => PrivacyDemandKind.Consent,
        PrivacyMeasure.Erase => PrivacyDemandKind.Erase,
        PrivacyMeasure.Export => PrivacyDemandKind.Export,
        PrivacyMeasure.NeverLog => PrivacyDemandKind.NeverLog,
        PrivacyMeasure.KeyRotation => PrivacyDemandKind.KeyRotation,
        _ => null,
    };
}
