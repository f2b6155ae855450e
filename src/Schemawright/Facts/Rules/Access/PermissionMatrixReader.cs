using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Rules.Access;

/// <summary>Reads tables of roles against resources or actions whose cells are CRUD letters, ticks, dashes or reaches; roles stand in columns or rows.</summary>
internal sealed class PermissionMatrixReader : IFactReader
{
    private static readonly string[] Corners =
    [
        "resource", "resources", "permission", "permissions", "action", "actions", "feature", "features", "capability", "capabilities", "entity", "role", "roles", "module", "operation", "function", "data", "user role", "access", "object", "table",
        "task", "right", "rights", "who", "user type", "user", "actor", "area", "section", "screen", "record", "activity", "",
    ];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var entities = new Lazy<HashSet<string>>(() => facts.Facts.OfType<EntityFact>().Select(entity => Naming.EntityKey(entity.Name)).ToHashSet(StringComparer.Ordinal));
        var roles = new Lazy<HashSet<string>>(() => ListedRoles(facts));
        for (var at = 0; at < document.Blocks.Count; at++)
        {
            if (document.Blocks[at] is TableBlock table && !facts.IsClaimed(table) && !HeadingTopics.StatesNoData(table) && IsShaped(table) && MatrixLegend.Beside(document.Blocks, at) is var legend && IsMatrix(table, legend))
            {
                facts.Claim(table);
                ReadMatrix(table, legend, RolesInRows(table, entities, roles), facts);
                AskAboutOwn(table, legend, findings);
            }
        }
    }

    private static bool IsShaped(TableBlock table) =>
        table.Header.Count >= 2 && table.Rows.Count > 0
        && (Corners.Contains(table.Header[0].Text.Trim().ToLowerInvariant(), StringComparer.Ordinal) || table.Header[0].Text.Split('/', '\\').All(part => Corners.Contains(part.Trim().ToLowerInvariant(), StringComparer.Ordinal)));

    /// <summary>Nearly all cells speak of access; in a table of two columns, or without a word in the corner, a heading has to say so too.</summary>
    private static bool IsMatrix(TableBlock table, MatrixLegend legend)
    {
        var speaks = table.Headings.Any(heading => heading.Says("role*", "permission*", "access*", "rbac", "rights", "authori*"));
        var cells = table.Rows.SelectMany(row => row.Cells.Skip(1)).Select(cell => cell.Text).ToArray();
        var read = cells.Where(cell => cell.Trim().Length > 0).Select(legend.Read).OfType<MatrixCell>().ToArray();
        return read.Length > 0 && cells.Count(cell => legend.Read(cell) is not null) * 10 >= cells.Length * 8
            && (speaks || (table.Header.Count >= 3 && (SaysRoles(table.Header[0].Text) || read.Any(cell => cell.Verbs.Count > 0 || cell.Scope is AccessScope.Own or AccessScope.Assigned))));
    }

    private static bool SaysRoles(string corner) => corner.Says("role", "roles", "user role", "user type", "permission", "permissions", "actor");

    private static void ReadMatrix(TableBlock table, MatrixLegend legend, bool rolesInRows, FactCollector facts)
    {
        var heads = table.Header.Skip(1).ToArray();
        var lettered = IsLettered(table, legend);
        var deeds = !rolesInRows && table.Rows.Count(row => row.Cells.Count > 0 && OpensDeed(row.Cells[0].Text)) * 2 > table.Rows.Count;
        foreach (var role in rolesInRows ? [] : heads)
        {
            facts.Add(new RoleFact(role.Text, null, [], role.Span, role.Text));
        }

        foreach (var row in table.Rows)
        {
            if (rolesInRows)
            {
                facts.Add(new RoleFact(row.Cells[0].Text, null, [], row.Span, row.Cells[0].Text));
            }

            for (var column = 1; column < Math.Min(row.Cells.Count, table.Header.Count); column++)
            {
                var (role, thing) = rolesInRows ? (row.Cells[0].Text, table.Header[column].Text) : (table.Header[column].Text, row.Cells[0].Text);
                AddCell(role, thing, legend.Read(row.Cells[column].Text) is { Allowed: true, Verbs.Count: 0, Scope: AccessScope.Own or AccessScope.Assigned } own && lettered ? own with { Verbs = [AccessVerb.Read] } : legend.Read(row.Cells[column].Text), deeds, row, facts);
            }

            facts.Classify(row.Span, StatementClass.Access, "a row of the permission matrix");
        }
    }

    /// <summary>Other cells say with letters or verbs what may be done.</summary>
    private static bool IsLettered(TableBlock table, MatrixLegend legend) =>
        table.Rows.SelectMany(row => row.Cells.Skip(1)).Count(cell => legend.Read(cell.Text) is { Allowed: true, Verbs.Count: > 0 }) > 1;

    /// <summary>Among cells such as CRUD and R a bare "own" leaves open what may be done with one's own: reading is the least of it.</summary>
    private static void AskAboutOwn(TableBlock table, MatrixLegend legend, Findings findings)
    {
        var bare = table.Rows.Where(row => row.Cells.Skip(1).Any(cell => legend.Read(cell.Text) is { Allowed: true, Verbs.Count: 0, Scope: AccessScope.Own or AccessScope.Assigned })).ToArray();
        if (bare.Length > 0 && IsLettered(table, legend))
        {
            findings.Ask(new(
                ClarificationId.From("own cell", table.Span.Document, bare[0].Cells[0].Text), ClarificationReason.Unclear, $"What may be done with one's own {string.Join(", ", bare.Select(row => row.Cells[0].Text))}, where the matrix says no more than whose they are?",
                ["they may be read, and no more", "what a sentence of the answer says (\"… can update their own …\")"], "They may be read, and no more.", bare.Select(row => row.Span).ToSeq(), [.. bare.Select(row => row.Cells[0].Text)], 3, 3));
        }
    }

    /// <summary>What bullets and tables under a title of roles name, and the values of an attribute for the role.</summary>
    private static HashSet<string> ListedRoles(FactCollector facts) =>
        facts.Corpus.Documents.SelectMany(text => text.Blocks).Where(block => block.Headings.Count > 0 && block.Headings[^1].Says("role", "roles", "user types", "actors", "users"))
            .SelectMany(block => block switch
            {
                ListBlock list => list.Items.Where(item => item.Depth == 0).Select(item => item.Label ?? item.Text),
                TableBlock table => table.Rows.Where(row => row.Cells.Count > 0).Select(row => row.Cells[0].Text),
                _ => [],
            })
            .Concat(facts.Facts.OfType<AttributeFact>().Where(attribute => Naming.EntityKey(attribute.Name) is "role" or "user_role").SelectMany(attribute => attribute.Type?.Values ?? []))
            .Where(name => name.Length < LongestRole).Select(Naming.EntityKey).ToHashSet(StringComparer.Ordinal);

    private const int LongestRole = 40;

    /// <summary>The corner says it, else the side of known roles, else whichever side begins with verbs or names known things is not the roles' side.</summary>
    private static bool RolesInRows(TableBlock table, Lazy<HashSet<string>> entities, Lazy<HashSet<string>> roles)
    {
        var corner = table.Header[0].Text.Split('/', '\\')[0].Trim();
        if (corner.Says("role", "roles", "user role", "who", "user type", "user", "actor"))
        {
            return true;
        }

        if (corner.Says("action*", "permission*", "resource*", "feature*", "entity", "operation", "capabilit*", "task", "right*", "module", "function"))
        {
            return false;
        }

        // A role may be a thing as well: a lecturer is kept and logs in.
        var (above, beside) = (table.Header.Skip(1).Count(cell => roles.Value.Contains(Naming.EntityKey(cell.Text))), table.Rows.Count(row => row.Cells.Count > 0 && roles.Value.Contains(Naming.EntityKey(row.Cells[0].Text))));
        if (above != beside)
        {
            return beside > above;
        }

        bool IsThing(string words) => AccessVerbs.Open(words).Verbs.Count > 0 || AccessVerbs.OfGerund(words.Split(' ')[0]).Count > 0 || entities.Value.Contains(Naming.EntityKey(words));
        return table.Header.Skip(1).Count(cell => IsThing(cell.Text)) > table.Rows.Count(row => row.Cells.Count > 0 && IsThing(row.Cells[0].Text));
    }

    private static bool OpensDeed(string words) =>
        AccessVerbs.Open(words).Verbs.Count > 0 || AccessVerbs.OpensOtherDeed(words, thirdPerson: false) || AccessVerbs.OfGerund(words.Split(' ')[0]).Count > 0;

    /// <param name="deeds">Most rows begin with a verb, so that one nobody knows ("Stamp certificates") is one, too.</param>
    private static void AddCell(string role, string thing, MatrixCell? access, bool deeds, TableRow row, FactCollector facts)
    {
        if (access is null)
        {
            return;
        }

        var words = string.Join(" | ", row.Cells.Select(column => column.Text));
        foreach (var (named, scope, resource) in Things(thing, deeds))
        {
            var verbs = access.Verbs.Count > 0 ? access.Verbs : named.Count > 0 ? named : [AccessVerb.Create, AccessVerb.Read, AccessVerb.Update, AccessVerb.Delete];
            foreach (var verb in verbs)
            {
                facts.Add(new AccessFact(role, verb, resource.Length == 0 ? Grants.Everything : resource, access.Scope ?? scope, access.Allowed, row.Span, words));
            }
        }
    }

    /// <summary>"Create and edit visits", "Deleting visits", "Own visits": what is done, whose, and to what.</summary>
    private static IEnumerable<(IReadOnlyList<AccessVerb> Verbs, AccessScope Scope, string Resource)> Things(string thing, bool deeds)
    {
        var first = thing.Split(' ', 2);
        var gerund = first.Length > 1 ? AccessVerbs.OfGerund(first[0]) : [];
        if (AccessVerbs.Open(thing).Verbs.Count > 0)
        {
            return
            [
                .. Deeds.Read(thing, [], allowed: true).Where(deed => !OpensUnknown(deed.Thing)).Select(deed => (deed.Verbs, Scope(deed.Thing), Resource(deed.Thing))),
                .. ItemLists.Split(thing).Skip(1).Where(piece => OpensUnknown(piece)).Select(piece => ((IReadOnlyList<AccessVerb>)[AccessVerb.Other], AccessScope.Unstated, piece)),
            ];
        }

        return gerund.Count > 0 ? [(gerund, Scope(first[1]), Resource(first[1]))]
            : AccessVerbs.OpensOtherDeed(thing, thirdPerson: false) || (deeds && OpensVerb(thing)) ? [([AccessVerb.Other], AccessScope.Unstated, thing)]
            : [([], Scope(thing), Resource(thing))];
    }

    /// <summary>"Edit books, lend them": the second deed touches rows in no known way.</summary>
    private static bool OpensUnknown(string piece) =>
        AccessVerbs.Open(piece).Verbs.Count == 0 && (AccessVerbs.OpensOtherDeed(piece, thirdPerson: false) || OpensVerb(piece) && piece.Says("them", "it", "the", "a", "an", "their"));

    private static bool OpensVerb(string words) => words.Split(' ') is [var first, _, ..] && (Verbs.Known(first.ToLowerInvariant()).Form & VerbForm.Base) != 0;

    private static AccessScope Scope(string thing) => AccessScopes.Cut(thing).Scope;

    private static string Resource(string thing) => AccessScopes.Cut(thing).Resource;
}
