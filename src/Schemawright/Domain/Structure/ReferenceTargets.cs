using Schemawright.Domain.Merging;
using Schemawright.Facts;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Structure;

/// <summary>What an attribute refers to.</summary>
/// <param name="Many">The attribute is a list: many-to-many.</param>
/// <param name="Guessed">The target follows from words, not from a stated reference or the entity's name.</param>
internal sealed record ReferenceTarget(EntityDraft Parent, string Role, string Column, bool Many, bool Guessed);

/// <summary>Finds out which attributes are references, from what is stated, then from the name, then from the note.</summary>
internal sealed class ReferenceTargets(DomainDraft domain)
{
    /// <summary>"kept for the audit, no FK": an identifier that the authors do not want checked.</summary>
    private static readonly string[] NoKey = ["no fk", "not a fk", "not an fk", "without fk", "without a fk", "no foreign key", "not a foreign key", "without foreign key", "without a foreign key", "sin fk", "sans fk", "ohne fk", "sem fk"];

    /// <summary>What the rows about a thing are called.</summary>
    private static readonly string[] KeptAs = ["profile", "record", "account", "card", "file", "master", "sheet", "register", "entry"];

    /// <summary>What tells one of two or more references to the same thing.</summary>
    private static readonly string[] Roles = ["home", "away", "source", "target", "origin", "destination", "main", "primary", "secondary", "first", "second", "previous", "next", "current", "parent", "old", "new", "original", "responsible", "lead", "default", "former", "visiting", "host", "guest", "other"];

    private readonly Dictionary<EntityDraft, bool> _textKeys = [];

    public ReferenceTarget? Find(EntityDraft child, AttributeGroup group)
    {
        var stated = group.Facts.Select(fact => domain.Entities.FindReferenced(fact.References)).FirstOrDefault(parent => parent is not null);
        if (group.IsArray || group.Name.EndsWith("_ids", StringComparison.Ordinal))
        {
            return FindMany(group, stated);
        }

        if (stated is not null)
        {
            return One(stated, group, guessed: false);
        }

        if (group.Facts.Any(fact => fact.Note is { } note && note.Says(NoKey)))
        {
            return null;
        }

        if (IsOwnName(child, group.Name))
        {
            return null;
        }

        return FindByName(child, group) is { } target && (!group.IsWrittenText || HasTextKey(target.Parent)) ? target : null;
    }

    private ReferenceTarget? FindMany(AttributeGroup group, EntityDraft? stated)
    {
        var ofKeys = group.Name.EndsWith("_ids", StringComparison.Ordinal) || group.Typed.Any(fact => fact.Type!.Kind == DataKind.Uuid);
        var ofTexts = !ofKeys && group.Typed.Any(fact => fact.Type!.Kind is not DataKind.Json);
        if (ofTexts && stated is null)
        {
            return null;
        }

        var named = Naming.EntityKey(AttributeNames.WithoutId(group.Name) ?? group.Name);
        var parent = stated ?? domain.Entities.FindKey(named) ?? Holder(named) ?? (ofKeys ? FromNote(group) : null);
        return parent is null ? null : new(parent, named, group.Name, Many: true, Guessed: false);
    }

    private ReferenceTarget? FindByName(EntityDraft child, AttributeGroup group)
    {
        if (AttributeNames.WithoutId(group.Name) is { } named)
        {
            var parent = domain.Entities.FindKey(named) ?? Holder(named);
            if (parent is not null)
            {
                return One(parent, group, guessed: false);
            }

            if (named is "parent" or "previous" or "original" or "superseded" or "replaces")
            {
                return One(child, group, guessed: true);
            }

            return (FromLastWords(named) ?? ByHead(named) ?? FromPerson(named) ?? (IsKeyTyped(group) ? FromNote(group) ?? NearSynonyms.Of(domain, named) : null)) is { } guess ? One(guess, group, guessed: true) : null;
        }

        var untyped = !group.Typed.Any(fact => !Strength.IsDrawing(fact.Form));
        if (untyped && (TypedAs(group) ?? WhoDid(group)) is { } typed)
        {
            return One(typed, group, guessed: false);
        }

        if (untyped && group.Name is not ("note" or "notes" or "description" or "remark") && (domain.Entities.FindKey(Naming.EntityKey(group.Name)) ?? Kept(group.Name) ?? InRole(group.Name)) is { IsWeak: false, Stated.Count: > 0, Declared.Count: > 0 } thing && thing != child)
        {
            return One(thing, group, guessed: false);
        }

        if (untyped && WithKey(child, group.Name) is { } keyed)
        {
            return new(keyed, keyed.Key, keyed.Key + "_id", Many: false, Guessed: false);
        }

        return (IsKeyTyped(group) || (untyped && group.Name.EndsWith("_by", StringComparison.Ordinal))) && (FromPerson(group.Name) ?? FromWholeName(group)) is { } person
            ? One(person, group, guessed: true)
            : null;
    }

    /// <summary>The type of the attribute is the name of a described thing: <c>attending: Doctor</c>.</summary>
    private EntityDraft? TypedAs(AttributeGroup group)
    {
        foreach (var words in group.Facts.Select(fact => fact.Note?.Trim('(', ')', ' ').Split([';', ',', '-', '('], 2)[0].Trim()).OfType<string>())
        {
            if (words.Length is > 1 and < 40 && (char.IsUpper(words[0]) || IsAll(group, words)) && domain.Entities.Find(words) is { IsWeak: false, Stated.Count: > 0, Declared.Count: > 0 } thing)
            {
                return thing;
            }
        }

        return null;
    }

    /// <summary>"The skipper who signed": the remark says which thing the attribute names.</summary>
    private EntityDraft? WhoDid(AttributeGroup group)
    {
        foreach (var words in group.Facts.Select(fact => fact.Note?.Trim('(', ')', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries)).OfType<string[]>())
        {
            var who = words is ["the" or "The" or "a" or "A", ..] ? Array.FindIndex(words, word => word is "who" or "whom") : -1;
            if (who is 2 or 3 && domain.Entities.FindKey(Naming.EntityKey(string.Join(' ', words[1..who]))) is { IsWeak: false, Stated.Count: > 0, Declared.Count: > 0 } thing)
            {
                return thing;
            }
        }

        return null;
    }

    /// <summary>"sender (member)": the remark is nothing but the thing's name.</summary>
    private static bool IsAll(AttributeGroup group, string words) => group.Facts.Any(fact => fact.Note?.Trim('(', ')', ' ', '.') is { } note && note.Equals(words.Trim('(', ')', ' ', '.'), StringComparison.Ordinal));

    /// <summary>A "skipper" is told by the skipper profile when nothing is called skipper alone.</summary>
    private EntityDraft? Kept(string name)
    {
        var key = Naming.EntityKey(name);
        return Array.Find([.. KeptAs.Select(word => domain.Entities.FindKey($"{key}_{word}"))], thing => thing is not null);
    }

    /// <summary>"home club", "offered plant": one of the things in a role.</summary>
    private EntityDraft? InRole(string name)
    {
        var end = name.IndexOf('_', StringComparison.Ordinal);
        return end > 0 && (Roles.Contains(name[..end], StringComparer.Ordinal) || (Facts.Language.Grammar.Verbs.Read(name[..end]).Form & Facts.Language.Grammar.VerbForm.Participle) != 0) ? domain.Entities.FindKey(Naming.EntityKey(name[(end + 1)..])) : null;
    }

    /// <summary><c>zone_code</c> elsewhere is that of the zone which has a <c>zone_code</c> of its own.</summary>
    private EntityDraft? WithKey(EntityDraft child, string name)
    {
        var end = name.LastIndexOf('_');
        return end > 0 && name[(end + 1)..] is "code" or "no" or "number" or "nr" or "ref" && domain.Entities.FindKey(name[..end]) is { } thing && thing != child
            && thing.Stated.Count > 0 && AttributeNames.Of(thing.Stated[0].Name) == name ? thing : null;
    }

    /// <summary>A reference named after a role makes the role another name of its holder.</summary>
    private EntityDraft? Holder(string role)
    {
        if (!domain.RoleHolders.TryGetValue(role, out var holder) || domain.Entities.FindKey(holder.Key) != holder)
        {
            return null;
        }

        domain.Entities.AddAlias(role, holder);
        return holder;
    }

    private EntityDraft? FromWholeName(AttributeGroup group) => domain.Entities.FindKey(Naming.EntityKey(group.Name)) ?? FromNote(group);

    private EntityDraft? FromPerson(string name) => AttributeNames.IsPerson(name) ? domain.User : null;

    /// <summary><c>billing_address</c> is an address, <c>parent_category</c> a category.</summary>
    private EntityDraft? FromLastWords(string name)
    {
        for (var cut = name.IndexOf('_', StringComparison.Ordinal); cut >= 0; cut = name.IndexOf('_', cut + 1))
        {
            if (domain.Entities.FindKey(name[(cut + 1)..]) is { } entity)
            {
                return entity;
            }
        }

        return null;
    }

    /// <summary>Where nothing is called trip alone, <c>trip_id</c> is that of the one thing whose name ends in it: a river trip.</summary>
    private EntityDraft? ByHead(string name) =>
        name.Length > 3 && !name.Contains('_', StringComparison.Ordinal) && domain.Entities.All.Where(thing => thing.Stated.Count > 0 && thing.Key.EndsWith("_" + name, StringComparison.Ordinal)).Take(2).ToArray() is [var only] ? only : null;

    /// <summary>"the assigned reviewers", "approver user id": the first word of the note that is an entity or a role.</summary>
    private EntityDraft? FromNote(AttributeGroup group)
    {
        foreach (var word in group.Facts.Where(fact => fact.Note is not null).SelectMany(fact => Naming.Words(fact.Note!)))
        {
            var key = Nouns.Singular(word);
            if ((domain.Entities.FindKey(key) ?? Holder(key)) is { } entity)
            {
                return entity;
            }
        }

        return null;
    }

    private static bool IsKeyTyped(AttributeGroup group) =>
        group.Type is { Kind: DataKind.Uuid or DataKind.BigInteger or DataKind.Identity } || group.Facts.Any(fact => fact.References is not null);

    private static ReferenceTarget One(EntityDraft parent, AttributeGroup group, bool guessed)
    {
        var role = AttributeNames.WithoutId(group.Name) ?? group.Name;
        var keepsName = group.Name.EndsWith("_id", StringComparison.Ordinal) || group.Name.EndsWith("_by", StringComparison.Ordinal) || group.Facts[0].Form == FactForm.Sql || IsColumn(group);
        return new(parent, role, keepsName ? group.Name : group.Name + "_id", Many: false, guessed);
    }

    /// <summary>A reference written with the type of a key is a column of that name, not a property.</summary>
    private static bool IsColumn(AttributeGroup group) =>
        group.Typed.Any(fact => fact.Type!.Kind is DataKind.Uuid or DataKind.BigInteger or DataKind.Integer or DataKind.Identity && !Strength.IsDrawing(fact.Form))
        && group.Name.Contains('_', StringComparison.Ordinal);

    /// <summary><c>ticket_id</c> of a ticket is its own number, or one from outside, never another ticket.</summary>
    public static bool IsOwnName(EntityDraft entity, string name) => name == entity.Key + "_id";

    /// <summary>The parent's own key is written as text, so a textual reference to it is one.</summary>
    private bool HasTextKey(EntityDraft parent)
    {
        if (!_textKeys.TryGetValue(parent, out var text))
        {
            var key = parent.Stated.Where(fact => AttributeNames.IsKey(AttributeNames.Of(fact.Name)) && !Strength.IsDrawing(fact.Form) && fact.Type is not null)
                .OrderByDescending(Strength.Of).FirstOrDefault();
            _textKeys[parent] = text = key?.Type!.Kind is DataKind.ShortText or DataKind.LongText;
        }

        return text;
    }
}
