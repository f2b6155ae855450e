using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Facts.Language;

namespace Schemawright.Design.Stack;

/// <summary>What the cache holds: sessions where they are meant for it, else single rows, reference lists, lists and reports that the documents say are read.</summary>
internal sealed class PlanCache(DataDesign design, StoreDesign store)
{
    private const int Day = 86_400;

    /// <summary>"sessions and the price list": what is held beside sessions.</summary>
    private static readonly string[] Beside = [" and ", ", ", "; ", " & ", " as well as "];

    /// <summary>"the price list of a shop": what stands behind says whose, not what.</summary>
    private static readonly string[] Each = [" of each ", " of every ", " of a ", " of an ", " of one ", " for each ", " for every ", " per "];

    public Seq<CacheEntryDesign> Entries()
    {
        var purposes = design.Domain.Technologies.Where(technology => technology.Role == TechnologyRole.Cache).Select(technology => technology.Purpose?.ToLowerInvariant() ?? "")
            .SelectMany(purpose => Says(purpose, "session", "sessions", "login", "logins") ? purpose.Split(Beside, StringSplitOptions.RemoveEmptyEntries) : [purpose]).ToList();
        var sessions = purposes.Exists(purpose => Says(purpose, "session", "sessions", "login", "logins"));
        var rows = purposes.TrueForAll(purpose => purpose.Length == 0) || purposes.Exists(purpose => Says(purpose, "cache", "caching", "cached", "caches", "queries", "query", "lookups", "reads", "data", "results", "api"));
        var named = purposes.Where(purpose => !Says(purpose, "session", "sessions", "login", "logins")).SelectMany(Named).ToList();
        return [.. sessions ? [Session()] : Array.Empty<CacheEntryDesign>(), .. named.Concat(rows && named.Count == 0 ? Rows() : []).DistinctBy(entry => entry.Name, StringComparer.Ordinal)];
    }

    /// <summary>"the price list, two minutes": what the purpose names, for as long as it says.</summary>
    private IEnumerable<CacheEntryDesign> Named(string purpose)
    {
        var kind = Says(purpose, "report", "reports", "dashboard", "dashboards", "statistics", "figures") ? AccessPathKind.Report
            : Says(purpose, "list", "lists", "listing", "listings", "page", "pages", "feed", "catalogue", "catalog", "index", "results") ? AccessPathKind.List : AccessPathKind.Lookup;
        var cut = Each.Select(words => purpose.IndexOf(words, StringComparison.Ordinal)).Where(at => at > 0).DefaultIfEmpty(purpose.Length).Min();
        var (words, each) = (Said(purpose[..cut]), Said(purpose[cut..]));
        foreach (var table in design.Tables.Where(table => table.Entity is not null && Has(words, Said(table.Entity))))
        {
            var holder = Says(purpose[..cut], "newest", "latest", "last", "recent", "current") ? table.ForeignKeys.FirstOrDefault(key => design.Find(key.ReferencedTable) is { Entity: { } parent } && Has(each, Said(parent))) : null;
            if ((holder is null ? OfPath(table, kind, table.Origin) : Latest(table, holder)) is { } entry)
            {
                yield return Periods.In(purpose) is { } period ? entry with { Seconds = (int)Math.Min(period.ApproximateSeconds, int.MaxValue), Reason = $"{entry.Reason} The documents give the time: {period}." } : entry;
            }
        }
    }

    /// <summary>"the newest reading of each meter": one entry for each row it is the newest of.</summary>
    private CacheEntryDesign Latest(TableDesign table, ForeignKeyDesign holder) =>
        Entry(table, "latest", $"{{lead}}{table.Name}:latest:{{{holder.Column}}}", $"the newest row of {table.Name} for a row of {holder.ReferencedTable}", 60, "A new row replaces it for the row it belongs to.", table.Origin);

    private static List<string> Said(string words) => [.. Naming.Words(words).Select(Nouns.Singular)];

    private static bool Has(List<string> words, List<string> name) =>
        Enumerable.Range(0, Math.Max(0, words.Count - name.Count + 1)).Any(at => words.Skip(at).Take(name.Count).SequenceEqual(name, StringComparer.Ordinal));

    private static bool Says(string purpose, params string[] words) => purpose.Split([' ', ',', ';', '.', '/', '-', '(', ')', '&'], StringSplitOptions.RemoveEmptyEntries).Any(word => words.Contains(word, StringComparer.Ordinal));

    private CacheEntryDesign Session() => new("sessions", "session:{token}", design.Tenancy.TenantTable is null ? "who is signed in and their role" : "who is signed in, their role and their tenant", Day / 3, [], [],
        "A working day; signing out and a change of rights delete the key. Losing the cache signs people out and loses nothing else.", store.Origin);

    private IEnumerable<CacheEntryDesign> Rows()
    {
        var paths = design.Domain.AccessPaths.ToLookup(path => path.Entity, StringComparer.Ordinal);
        foreach (var table in design.Tables.Where(table => table.Entity is not null))
        {
            if (table.Kind == TableKind.Reference)
            {
                yield return Entry(table, "all", "{lead}" + table.Name + ":all:{generation}", $"all rows of {table.Name}", Day, "The list changes rarely, and a write replaces it at once.", table.Origin);
            }

            foreach (var kind in paths[table.Entity!].GroupBy(path => path.Kind).OrderBy(same => same.Key))
            {
                var origin = new Origin(DesignEdits.SourcesOf(kind.Select(path => path.Origin)));
                if (OfPath(table, kind.Key, origin) is { } entry)
                {
                    yield return entry;
                }
            }
        }
    }

    private CacheEntryDesign? OfPath(TableDesign table, AccessPathKind kind, Origin origin) => kind switch
    {
        AccessPathKind.Lookup => Entry(table, "row", "{lead}" + table.Name + ":{id}", $"one row of {table.Name}", 300, "One row, replaced when it is written.", origin),
        AccessPathKind.List or AccessPathKind.Filter or AccessPathKind.Sort => Entry(table, "list", "{lead}" + table.Name + ":list:{filter}:{generation}", $"a page of {table.Name} with its filter and order", 60, "Any write to the table may change any list, so a write counts the generation up and older lists are never read again.", origin),
        AccessPathKind.Report => Entry(table, "report", "{lead}" + table.Name + ":report:{name}:{generation}", $"a report over {table.Name}", 900, "A report may be a quarter of an hour old; a write makes the next one new.", origin),
        _ => null,
    };

    private CacheEntryDesign Entry(TableDesign table, string form, string key, string holds, int seconds, string reason, Origin origin)
    {
        var lead = (table.Scope == TenantScope.Scoped ? "{tenant}:" : "") + Reader(table);
        var hidden = table.Columns.Where(column => column.Privacy is PrivacyClass.Secret or PrivacyClass.Sensitive || column.Role is ColumnRole.Ciphertext or ColumnRole.BlindIndex or ColumnRole.KeyId || column.ReadableBy.Count > 0).Select(column => column.Name);
        return new($"{table.Name} {form}", key.Replace("{lead}", lead, StringComparison.Ordinal), holds, seconds, [table.Name], hidden.ToSeq(), reason, origin.And(store.Origin));
    }

    /// <summary>Whoever may see less must not find an entry that somebody who sees more left there.</summary>
    private string Reader(TableDesign table)
    {
        var scopes = design.RowScopes.Where(scope => scope.Table == table.Name && scope.Verb == "select").ToList();
        return scopes.Exists(scope => scope.Owner is not null) ? "{role}:{user}:" : scopes.Count > 0 ? "{role}:" : "";
    }
}
