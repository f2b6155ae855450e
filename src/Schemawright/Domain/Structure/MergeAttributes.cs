using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain.Merging;
using Schemawright.Terms;

namespace Schemawright.Domain.Structure;

/// <summary>Makes each entity's attributes, keys and references out of all places that state them.</summary>
internal sealed class MergeAttributes(DomainDraft domain)
{
    private readonly MergeTypes _types = new(domain);
    private readonly MergeNeeds _needs = new(domain);
    private readonly ReferenceTargets _references = new(domain);

    /// <summary>The many-to-many attributes (<c>tag_ids: array</c>) found on the way: they become junctions.</summary>
    public List<(EntityDraft Entity, AttributeGroup Group, ReferenceTarget Target)> Many { get; } = [];

    public void Run()
    {
        foreach (var entity in domain.Entities.All)
        {
            foreach (var group in SameAttribute.Merge(domain, entity, GroupAttributes.Of(entity)))
            {
                Place(entity, group);
            }

            MergeKeys.Add(entity);
            SameReference.Merge(domain, entity);
            _needs.RequireIdentifying(entity);
        }

        _types.AskAboutZones();
        _needs.AskAboutIdentifying();
    }

    private void Place(EntityDraft entity, AttributeGroup group)
    {
        if (AttributeNames.IsKey(group.Name) || IsOwnKey(entity, group, _types))
        {
            entity.StatedKey ??= KeyKind(group);
            Note(group, $"The key of {entity.Name}.");
        }
        else if ((AttributeNames.IsAudit(group.Name) && !AttributeNames.MarksDeletion(group.Name)) || IsLock(group))
        {
            _types.NoteZone(entity, group);
            Note(group, $"Every table has {group.Name}.");
        }
        else if (_references.Find(entity, group) is { } target && !(target is { Guessed: true, Many: false } && IsOutside(entity, group, target)))
        {
            AddReference(entity, group, target);
        }
        else if (string.Equals(group.Name, "version", StringComparison.Ordinal) && CountsChanges(entity, group))
        {
            Note(group, $"The row version of {entity.Name}, as the author answered.");
        }
        else
        {
            entity.Attributes.Add(Attribute(entity, group));
            AddKeys(entity, group);
        }
    }

    /// <summary>The design makes these columns for every table, so only the ledger has to know where they are stated.</summary>
    private void Note(AttributeGroup group, string reason) =>
        domain.Dispositions.AddRange(group.Facts.Select(fact => new Disposition(fact.Source, Fate.Modelled, reason, fact.Words)));

    private void AddReference(EntityDraft entity, AttributeGroup group, ReferenceTarget target)
    {
        if (target.Many)
        {
            Many.Add((entity, group, target));
            return;
        }

        var link = new LinkDraft(target.Parent, entity, target.Role, target.Column)
        {
            StatedByAttribute = true,
            Required = _needs.Of(entity, group, target.Role),
            Unique = group.IsUnique,
            Strength = Strength.Of(group.Facts[0]),
        };
        link.Sources.AddRange(group.Origin.Sources);
        link.Deletions.AddRange(group.Facts.Select(fact => (DeleteRules.Parse(fact.OnDelete), fact.Source)).Where(stated => stated.Item1 is not null).Select(stated => (stated.Item1!.Value, stated.Source)));
        domain.Links.Add(link);
        if (group.Facts.Any(fact => fact.PrimaryKey == true))
        {
            entity.StatedPrimaryKey.Add(target.Role);
        }

        link.Decision = target.Guessed ? ClarificationId.From("reference", link.Path) : null;
    }

    /// <summary>A target that follows from words alone is asked about; the author may say that it is none.</summary>
    private bool IsOutside(EntityDraft entity, AttributeGroup group, ReferenceTarget target)
    {
        var path = $"{entity.Name}.{target.Role}";
        Side[] sides = [new($"{group.Name} refers to {target.Parent.Name}", group.Origin.Sources), new($"{group.Name} is an identifier of something outside", [])];
        domain.Findings.Assumption(
            "reference", path, $"Does {entity.Name}.{group.Name} refer to {target.Parent.Name}?",
            sides, $"{entity.Name}.{group.Name} refers to {target.Parent.Name}.", impact: 2, uncertainty: 1, affects: [path, $"{entity.Name}.{group.Name}"]);
        return domain.Findings.Declined("reference", path, sides);
    }

    private EntityAttribute Attribute(EntityDraft entity, AttributeGroup group)
    {
        var name = Named(entity, group);
        var (type, assumed) = _types.Of(entity, group, name);
        var hashed = name.EndsWith("_hash", StringComparison.Ordinal) || group.HasMark("hash");
        return new(name, type, _needs.Of(entity, group, name) ?? false, group.Origin)
        {
            TypeAssumed = assumed,
            Default = MergeDefaults.Of(domain, entity, group, name, type),
            Immutable = group.HasMark("immutable"),
            Hashed = hashed,
            Encrypted = !hashed && (group.HasMark("encrypt") || group.Facts.Any(fact => fact.Name.EndsWith("_encrypted", StringComparison.OrdinalIgnoreCase))),
            Privacy = PrivacyWords.Of(name, domain.User == entity),
            Description = group.Note ?? "",
        };
    }

    private static string Named(EntityDraft entity, AttributeGroup group)
    {
        if (!string.Equals(group.Name, "version", StringComparison.Ordinal))
        {
            return group.Name;
        }

        return $"{entity.Key}_version";
    }

    /// <summary>A "version" may be the row's own, which every table has.</summary>
    private bool CountsChanges(EntityDraft entity, AttributeGroup group)
    {
        var name = $"{entity.Key}_version";
        Side[] sides = [new("business versions", group.Origin.Sources), new("changes of the row, for detecting concurrent edits", [])];
        domain.Findings.Assumption(
            "version", entity.Name, $"Does {entity.Name}.version count the business versions of {Words.Article(entity.Name)}, or the changes of its row?",
            sides, $"The attribute is kept as {name}; the row's own version column is separate.", affects: [$"{entity.Name}.{name}"]);
        return domain.Findings.Declined("version", entity.Name, sides);
    }

    private void AddKeys(EntityDraft entity, AttributeGroup group)
    {
        var name = entity.Attributes[^1].Name;
        if (group.Facts.Any(fact => fact.PrimaryKey == true))
        {
            entity.StatedPrimaryKey.Add(name);
        }
        else if (group.IsUnique)
        {
            var ignoreCase = entity.Attributes[^1].Type.Kind == DataKind.Email || group.HasMark("lower");
            var within = group.Facts.Select(fact => fact.UniqueWithin).FirstOrDefault(scope => scope is not null) is { } scope && domain.Entities.Find(scope) is { } owner && owner != entity ? owner.Key : null;
            entity.Keys.Add(new(within is null ? [name] : [within, name], ignoreCase, Global: false, Where: null, group.Origin));
        }
    }

    /// <summary><c>order_id</c> as the key of orders is the surrogate key under another name.</summary>
    private static bool IsOwnKey(EntityDraft entity, AttributeGroup group, MergeTypes types) =>
        ReferenceTargets.IsOwnName(entity, group.Name) && group.Facts.All(fact => fact.References is null)
        && (group.Facts.Any(fact => fact.PrimaryKey == true) || (!group.Typed.Any() && types.Elsewhere(group.Name) is not { Kind: DataKind.ShortText or DataKind.LongText }));

    private static bool IsLock(AttributeGroup group) =>
        string.Equals(group.Name, "version", StringComparison.Ordinal) && string.IsNullOrWhiteSpace(group.Note);

    private static DataKind? KeyKind(AttributeGroup group) => group.Type?.Kind switch
    {
        DataKind.Uuid => DataKind.Uuid,
        DataKind.Integer or DataKind.BigInteger or DataKind.Identity => DataKind.BigInteger,
        _ => null,
    };
}
