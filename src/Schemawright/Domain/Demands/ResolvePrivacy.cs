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
    private static readonly HashSet<string> Deeds = new(StringComparer.Ordinal) { "deletion", "erasure", "export", "portability", "anonymisation", "anonymization", "removal" };

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

        if (kind is PrivacyDemandKind.Erase or PrivacyDemandKind.Export && Persons(fact.Words) is { Count: > 0 } persons)
        {
            return persons.Select(person => new PrivacyDemand(kind, person.Name, null, fact.Detail, [], origin));
        }

        return meant.Count > 0
            ? meant.SelectMany(target => Demands(kind, target.Entity.Name, target.Attribute.Name, fact, origin))
            : [new PrivacyDemand(kind, words.Find(fact.Subject)?.Name, null, fact.Detail, Actors(fact), origin)];
    }

    /// <summary>"Deletion of guests on request" speaks of the guests; whoever speaks of persons in general means all of them.</summary>
    private List<EntityDraft> Persons(string text)
    {
        var said = Naming.Words(text);
        return Enumerable.Range(1, Math.Max(0, said.Count - 1)).Where(at => said[at - 1] is "of" && at >= 2 && Deeds.Contains(said[at - 2]))
            .SelectMany(at => said.Skip(at).TakeWhile(word => word is not ("on" or "in" or "within" or "by" or "for" or "when" or "after")).Take(5).Select(word => words.Named(word)))
            .OfType<EntityDraft>().Where(entity => entity.Attributes.Exists(attribute => attribute.Type.Kind == DataKind.Email || attribute.Privacy is PrivacyClass.Personal or PrivacyClass.Sensitive)).Distinct().ToList();
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

    /// <summary>What is masked for some is kept for all others.</summary>
    private IEnumerable<PrivacyDemand> Demands(PrivacyDemandKind kind, string entity, string attribute, PrivacyFact fact, Origin origin)
    {
        yield return new(kind, entity, attribute, fact.Detail, Actors(fact), origin);
        if (kind == PrivacyDemandKind.Mask && fact.Detail is { } detail && detail.StartsWith("for ", StringComparison.Ordinal) && Others(detail[4..]) is { Count: > 0 } others)
        {
            yield return new(PrivacyDemandKind.RestrictAccess, entity, attribute, $"not {detail[4..]}", others, origin);
        }
    }

    private Seq<string> Actors(PrivacyFact fact) =>
        fact.Measure != PrivacyMeasure.RestrictAccess || fact.Detail is null ? []
        : fact.Detail.StartsWith("not ", StringComparison.Ordinal) ? Others(fact.Detail[4..])
        : Named(fact.Detail).Select(actor => actor.Name).ToSeq();

    /// <summary>All but those named; none when nobody known is named.</summary>
    private Seq<string> Others(string words) => Named(words) is { Count: > 0 } hidden ? actors.Except(hidden).Select(actor => actor.Name).ToSeq() : [];

    private List<Actor> Named(string words)
    {
        var said = Naming.Words(words).Select(Nouns.Singular).ToHashSet(StringComparer.Ordinal);
        return actors.Where(actor => Naming.Words(actor.RoleValue ?? actor.Name) is var name && (name.All(said.Contains) || (name.Count > 1 && said.Overlaps(name.Where(word => word is not ("manager" or "staff" or "user" or "officer" or "admin")))))).ToList();
    }

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
