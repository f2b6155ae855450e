using Schemawright.Domain.Merging;
using Schemawright.Facts;
using Schemawright.Facts.Language;

namespace Schemawright.Domain.Structure;

/// <summary>Makes one entity of the two names that a document declares to mean one thing.</summary>
internal static class DeclaredSynonyms
{
    public static void Run(DomainDraft domain)
    {
        foreach (var fact in domain.Facts.Synonyms.Where(fact => fact.Stated))
        {
            Declare(domain, fact);
        }

        foreach (var fact in domain.Facts.Synonyms.Where(fact => !fact.Stated))
        {
            Suppose(domain, fact);
        }
    }

    private static void Declare(DomainDraft domain, SynonymFact fact)
    {
        var named = Longest(domain, fact.Name);
        var alias = domain.Entities.Find(fact.Alias);
        if (named is not null && alias is not null && named != alias)
        {
            var keepsName = IsUsed(named) || !IsUsed(alias);
            Join(domain, keepsName ? alias : named, keepsName ? named : alias, fact);
        }
        else if (named is not null && alias is null)
        {
            Name(domain, fact.Alias, named, fact);
        }
        else if (named is null && alias is not null)
        {
            Name(domain, fact.Name, alias, fact);
        }
    }

    /// <summary>A bare name in brackets counts where it stands for nothing else: a box without attributes, or the name of a key.</summary>
    private static void Suppose(DomainDraft domain, SynonymFact fact)
    {
        if (Longest(domain, fact.Name) is not { } named || !IsUsed(named))
        {
            return;
        }

        var alias = domain.Entities.Find(fact.Alias);
        if (alias is not null && alias != named && !IsUsed(alias))
        {
            Join(domain, alias, named, fact);
        }
        else if (alias is null && IsKeyStem(domain, fact.Alias))
        {
            Name(domain, fact.Alias, named, fact);
        }
    }

    private static void Join(DomainDraft domain, EntityDraft alias, EntityDraft kept, SynonymFact fact)
    {
        kept.Declared.AddRange(alias.Declared);
        domain.Entities.Merge(alias, kept);
        Note(domain, kept, fact);
    }

    private static void Name(DomainDraft domain, string alias, EntityDraft entity, SynonymFact fact)
    {
        domain.Entities.AddAlias(Naming.EntityKey(alias), entity);
        Note(domain, entity, fact);
    }

    private static void Note(DomainDraft domain, EntityDraft entity, SynonymFact fact) =>
        domain.Dispositions.Add(new(fact.Source, Fate.Modelled, $"It gives {entity.Name} another name: {fact.Name} and {fact.Alias} are one.", fact.Words));

    /// <summary>Of "a registered pet owner" the longest ending that is known.</summary>
    private static EntityDraft? Longest(DomainDraft domain, string words)
    {
        var parts = words.Split(' ');
        return Enumerable.Range(0, parts.Length).Select(start => domain.Entities.Find(string.Join(' ', parts.Skip(start)))).FirstOrDefault(entity => entity is not null);
    }

    private static bool IsUsed(EntityDraft draft) => draft.Stated.Count > 0;

    /// <summary>Some attribute is a key of that name (<c>client_id</c>).</summary>
    private static bool IsKeyStem(DomainDraft domain, string alias)
    {
        var key = Naming.EntityKey(alias) + "_id";
        return domain.Entities.All.Any(entity => entity.Stated.Exists(fact => AttributeNames.Of(fact.Name) == key));
    }
}
