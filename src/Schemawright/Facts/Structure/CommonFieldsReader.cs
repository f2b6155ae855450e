using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure;

/// <summary>Reads what every table has: "All tables include id, created_at and updated_at", "Common fields: id, tenant_id". Each known entity gets the attributes.</summary>
internal sealed class CommonFieldsReader : IFactReader
{
    private const int LongestLine = 300;
    private const int MostFields = 12;
    private const int MostNameWords = 3;

    private static readonly string[] Everything = ["all", "every", "each"];

    private static readonly string[] Things = ["tables", "table", "entities", "entity", "models", "model", "collections", "collection", "records", "record", "documents", "rows", "database tables", "domain entities", "core entities", "core tables", "main tables", "data models"];

    private static readonly string[] Verbs = ["include", "includes", "have", "has", "contain", "contains", "carry", "carries", "share", "inherit", "store", "must have", "must include", "should have", "will have", "also have", "also include"];

    /// <summary>How people say the fields that every table has, the longest words first.</summary>
    private static readonly (string Words, string Names)[] Spoken =
    [
        .. from made in (string[])["creation", "created"] from changed in (string[])["change", "update", "modification", "last update", "updated", "last change"] from times in (string[])["timestamps", "times", "dates"] select ($"{made} and {changed} {times}", "created_at, updated_at"),
        .. from made in (string[])["creation time", "creation timestamp", "creation date"] select (made, "created_at"),
        .. from changed in (string[])["last change", "change", "last update", "update", "last modification", "modification"] from time in (string[])["timestamp", "time"] select ($"{changed} {time}", "updated_at"),
        ("a surrogate id", "id"), ("a technical id", "id"), ("an internal id", "id"), ("a unique id", "id"),
    ];

    private static readonly string[] Labels =
        ["common fields", "common columns", "common attributes", "base fields", "shared fields", "shared columns", "standard fields", "standard columns", "audit fields", "audit columns", "base columns", "standard audit fields", "shared attributes", "global fields"];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.Sentence);
        var entities = facts.Facts.OfType<EntityFact>().Where(fact => !fact.Weak).Select(fact => fact.Name).DistinctBy(Naming.EntityKey, StringComparer.Ordinal).ToList();
        foreach (var block in entities.Count == 0 ? [] : document.Blocks.Where(block => block is ParagraphBlock or ListBlock))
        {
            foreach (var line in PlacedLines.Of(block, null).Concat(Wrapped(block, document)))
            {
                foreach (var field in Fields(line.Text))
                {
                    Write(field, entities, line, writer);
                }

                if (Owner(line.Text, entities) is { } owner)
                {
                    Belong(owner, entities, line, writer);
                }
            }
        }
    }

    /// <summary>Sentences that go on over the end of a line or begin behind another one.</summary>
    private static IEnumerable<PlacedLine> Wrapped(Block block, ProductDocument document) =>
        block is not ParagraphBlock ? [] : document.Statements.Where(statement => statement.Form == StatementForm.Sentence && (statement.Span.EndLine > statement.Span.Line || statement.Span.Column > block.Span.Column) && statement.Span.Overlaps(block.Span)).Select(statement => new PlacedLine(statement.Text, statement.Span, null));

    /// <summary>True for a sentence that says what every table has: no table of its own.</summary>
    public static bool SpeaksOfAll(string text) => Fields(text).Count > 0;

    private static void Write(AttributeLine field, List<string> entities, PlacedLine line, FactWriter writer)
    {
        foreach (var entity in entities)
        {
            if (Naming.EntityKey(entity) != Naming.EntityKey(ReferenceWords.Stem(field.Name) ?? ""))
            {
                writer.Attribute(field.Complete(writer.Blank(entity, field.Name, line.Span, line.Text)));
            }
        }
    }

    /// <summary>Each entity but the owner itself refers to it.</summary>
    private static void Belong(string owner, List<string> entities, PlacedLine line, FactWriter writer)
    {
        foreach (var entity in entities.Where(entity => Naming.EntityKey(entity) != Naming.EntityKey(owner)))
        {
            writer.Relationship(new RelationshipFact(entity, owner, Cardinality.ZeroOrMore, Cardinality.ExactlyOne, null, null, null, writer.Form, writer.Document.Kind, line.Span, line.Text));
        }
    }

    /// <summary>"Every record belongs to one boat yard", "All tables have an id and belong to a boat yard": the known thing that owns all.</summary>
    private static string? Owner(string text, List<string> entities)
    {
        var clause = text.Length > LongestLine ? null : Clause(text);
        var at = clause is null ? -1 : Math.Max(clause.Seek("belongs to "), clause.Seek("belong to "));
        if (clause is null || at < 0 || (at > 0 && !clause[..at].TrimEnd().EndsWith(" and", StringComparison.Ordinal)))
        {
            return null;
        }

        var words = clause[(clause.IndexOf(" to ", at, StringComparison.Ordinal) + 4)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var start = words is ["exactly" or "only", "one", ..] ? 2 : words is ["a" or "an" or "one" or "its" or "the", ..] ? 1 : words.Length;
        return Enumerable.Range(1, Math.Max(0, Math.Min(MostNameWords, words.Length - start))).Reverse()
            .Select(length => Naming.EntityKey(string.Join(' ', words[start..(start + length)]).TrimEnd('.', ',', ';')))
            .Select(key => entities.Find(entity => Naming.EntityKey(entity) == key)).FirstOrDefault(found => found is not null);
    }

    private static List<AttributeLine> Fields(string text)
    {
        var list = text.Length > LongestLine ? null : AfterLabel(text) ?? AfterVerb(text) ?? text.Split(". ").Select(Implied).FirstOrDefault(names => names is not null);
        if (list is null)
        {
            return [];
        }

        list = InCode(list.Replace(" plus ", ", ", StringComparison.Ordinal).Replace(" as well as ", ", ", StringComparison.Ordinal));
        list = list.Seek(", which ") is > 0 and var clause ? list[..clause] : list;
        var stop = list.IndexOf(". ", StringComparison.Ordinal);
        var half = list.IndexOf("; ", StringComparison.Ordinal); // "network_id; row security filters by it"
        var end = half > 0 && (stop < 0 || half < stop) && !list.Contains(',', StringComparison.Ordinal) ? half : stop;
        var plain = (end < 0 ? list : list[..end]).Replace(", and ", ", ", StringComparison.Ordinal).Replace(" and ", ", ", StringComparison.Ordinal).Replace(" & ", ", ", StringComparison.Ordinal);
        foreach (var opening in (string[])["the following fields:", "the following columns:", "the following attributes:", "the following:", "these fields:", "these columns:", "the fields", "the columns", "fields", "columns", "standard fields:", "audit fields:", "audit fields", "an", "a", "the", ":"])
        {
            plain = plain.TrimStart().StartsWith(opening, StringComparison.OrdinalIgnoreCase) && (!char.IsLetter(opening[^1]) || TextScan.StartsWithWord(plain.TrimStart(), opening)) ? plain.TrimStart()[opening.Length..] : plain;
        }

        var except = plain.Seek(", except "); // "… except the boat yard itself"
        var lines = InlineAttributes.Of((except < 0 ? plain : plain[..except]).Replace(", an ", ", ", StringComparison.Ordinal).Replace(", a ", ", ", StringComparison.Ordinal).Replace(", the ", ", ", StringComparison.Ordinal));
        return lines.Count is > 0 and <= MostFields && lines.TrueForAll(line => line.IsIdentifier) && lines.Exists(line => line.Name is "id" || line.Name.Contains('_', StringComparison.Ordinal) || line.Name.Any(char.IsUpper)) ? lines : [];
    }

    /// <summary>"a surrogate id and creation and change timestamps" are "id and created_at, updated_at".</summary>
    private static string InCode(string list) => Spoken.Aggregate(list, (text, pair) => text.Seek(pair.Words) is >= 0 and var at && EndsWord(text, at + pair.Words.Length) ? text[..at] + pair.Names + text[(at + pair.Words.Length)..] : text);

    private static bool EndsWord(string text, int end) => end >= text.Length || !char.IsLetterOrDigit(text[end]) && text[end] != '_';

    /// <summary>"Common fields (all tables): id, created_at".</summary>
    private static string? AfterLabel(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && Labels.Contains(EntityNames.Undecorated(text[..colon]).ToLowerInvariant(), StringComparer.Ordinal) ? text[(colon + 1)..] : null;
    }

    /// <summary>"ids and <c>yard_id</c> are implied everywhere", "<c>yard_id</c> is left out of all tables": the columns named.</summary>
    private static string? Implied(string text)
    {
        var everywhere = text.Holds("everywhere") || text.Holds("every table") || text.Holds("all tables") || text.Holds("each table") || text.Holds("every entity") || text.Holds("all entities");
        var names = everywhere && (text.Holds("implied") || text.Holds("implicit") || text.Holds("omitted") || text.Holds("left out") || text.Holds("not repeated") || text.Holds("not listed") || text.Holds("not shown"))
            ? text.Split([' ', ',', ';', '(', ')', '.', '`', '*'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.EndsWith("_id", StringComparison.Ordinal) && word.Length > 3).ToList() : [];
        return names.Count > 0 ? string.Join(", ", names) : null;
    }

    private static string? AfterVerb(string text)
    {
        var clause = Clause(text);
        var verb = clause is null ? null : Verbs.Where(word => TextScan.StartsWithWord(clause, word)).MaxBy(word => word.Length);
        return verb is null ? null : clause![verb.Length..].Trim();
    }

    /// <summary>What is said of all tables: "have an id" of "All tables have an id".</summary>
    private static string? Clause(string text)
    {
        var opening = Array.Find(Everything, word => TextScan.StartsWithWord(text, word));
        if (opening is null)
        {
            return null;
        }

        var rest = text[opening.Length..].TrimStart();
        var thing = Things.Where(word => TextScan.StartsWithWord(rest, word)).MaxBy(word => word.Length);
        if (thing is null)
        {
            return null;
        }

        return rest[thing.Length..].TrimStart();
    }
}
