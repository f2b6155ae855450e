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
            AskAboutPlain(entity, attribute, fact);
            entity.Replace(Marked(attribute, fact, origin));
        }

        if (Kind(fact.Measure) is not { } kind)
        {
            return [];
        }

        if (meant.Count == 0 && kind is PrivacyDemandKind.Encrypt or PrivacyDemandKind.Hash or PrivacyDemandKind.Mask && words.Find(fact.Subject) is null)
        {
            AskAboutNothingStored(kind, fact);
        }

        if (kind is PrivacyDemandKind.Erase or PrivacyDemandKind.Export && Persons(fact.Words) is { Count: > 0 } persons)
        {
            return persons.Select(person => new PrivacyDemand(kind, person.Name, null, fact.Detail, [], origin));
        }

        return meant.Count > 0
            ? meant.SelectMany(target => Demands(kind, target.Entity.Name, target.Attribute.Name, fact, origin))
            : [new PrivacyDemand(kind, words.Find(fact.Subject)?.Name, null, fact.Detail, Actors(fact), origin)];
    }

    /// <summary>What all data has, a disk or a backup, is a matter of the server; what names something that no attribute is called is asked about.</summary>
    private void AskAboutNothingStored(PrivacyDemandKind kind, PrivacyFact fact)
    {
        var named = Naming.Words(fact.Subject);
        if (named.Any(word => word.StartsWith("password", StringComparison.Ordinal) || word is "credentials" or "tokens"))
        {
            domain.Dispositions.Add(new(fact.Source, Fate.AnsweredElsewhere, $"\"{fact.Subject}\" are no attribute of the model: whatever signs people in protects them.", fact.Words));
            return;
        }

        if (named.Count is 0 or > 5 || named.Concat(Naming.Words(fact.Words).Where(word => word is "sensitive" or "pii" or "personal")).Any(General.Contains))
        {
            return;
        }

        var verb = kind switch { PrivacyDemandKind.Hash => "hashed", PrivacyDemandKind.Mask => "masked", _ => "encrypted" };
        domain.Findings.Ask(new(
            ClarificationId.From("protected attribute", verb, fact.Subject), ClarificationReason.Unclear, $"Which attributes are the “{fact.Subject}” that must be {verb}?",
            ["none: they are not stored here", "those that a sentence of the answer names"], "No attribute is protected for this sentence.", [fact.Source], [], 3, 3));
        domain.Dispositions.Add(new(fact.Source, Fate.Unclear, $"\"{fact.Subject}\" is no attribute of the model.", fact.Words));
    }

    private static readonly HashSet<string> General = new(StringComparer.Ordinal)
    {
        "data", "database", "databases", "rest", "pii", "personal", "sensitive", "everything", "all", "information", "backup", "backups", "storage", "disk", "disks", "volume", "volumes", "file", "files", "field", "fields", "column", "columns", "encryption", "transit", "traffic", "communication", "communications", "at",
    };

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

        if (subject.Seek(" of ") is > 0 and var of && words.Named(subject[(of + 4)..]) is { } owner && (attributes.Find(owner, subject[..of]) ?? attributes.Find(owner, Naming.EntityKey(subject[..of]))) is { } owned && owner.Find(owned) is { } part)
        {
            return [(owner, part)];
        }

        return subject.Length > 60 || words.Named(subject) is not null ? []
            : Stored(subject) is { Count: > 0 } stored ? stored
            : Structure.AttributeNames.Of(subject) is var plain && plain != Naming.Snake(subject) && Stored(plain) is { Count: > 0 } marked ? marked
            : subject.LastIndexOf(' ') is > 2 and var space && Nouns.Singular(subject[(space + 1)..].ToLowerInvariant()) is "number" or "detail" ? Stored(subject[..space])
            : [];
    }

    private List<(EntityDraft Entity, EntityAttribute Attribute)> Stored(string subject) =>
        attributes.Everywhere(subject).Where(found => found.Attribute.Type.Kind != DataKind.Boolean).ToList();

    private static EntityAttribute Marked(EntityAttribute attribute, PrivacyFact fact, Origin origin) => fact.Measure switch
    {
        PrivacyMeasure.Encrypt when !attribute.Hashed && IsProtectable(attribute) => attribute with { Encrypted = true, Privacy = Max(attribute.Privacy, PrivacyClass.Sensitive), Origin = attribute.Origin.And(origin) },
        PrivacyMeasure.Mask or PrivacyMeasure.RestrictAccess => attribute with { Privacy = Max(attribute.Privacy, PrivacyClass.Sensitive) },
        PrivacyMeasure.Personal => attribute with { Privacy = Max(attribute.Privacy, PrivacyClass.Personal) },
        _ => attribute,
    };

    /// <summary>What is compared all the time, a flag or one of a few states, tells by its ciphertext little less than in clear.</summary>
    private static bool IsProtectable(EntityAttribute attribute) =>
        attribute is { Derived: null, Type: { IsArray: false, Kind: not (DataKind.Boolean or DataKind.Enumeration or DataKind.Uuid or DataKind.Identity) } };

    private void AskAboutPlain(EntityDraft entity, EntityAttribute attribute, PrivacyFact fact)
    {
        if (fact.Measure == PrivacyMeasure.Encrypt && attribute is { Hashed: false, Encrypted: false } && !IsProtectable(attribute))
        {
            domain.Findings.Unclear(
                "plain attribute", $"{entity.Name}.{attribute.Name}", $"How must {entity.Name}.{attribute.Name} be encrypted, which rows are told apart by?",
                [new("not at all: the disks are encrypted", [fact.Source]), new("as a text of its own, which the documents have to name", [])], $"{entity.Name}.{attribute.Name} is stored in clear.", impact: 3, uncertainty: 3, affects: [entity.Name]);
        }
    }

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
