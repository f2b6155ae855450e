using Schemawright.Collections;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure;

/// <summary>What a section speaks of, from its headings.</summary>
internal static class Subjects
{
    private static readonly string[] Openings = ["entity", "table", "model", "collection", "aggregate", "object", "class", "junction table", "feature", "module", "the"];

    /// <summary>Openings that are part of no name themselves.</summary>
    private static readonly string[] Labels = ["entity", "aggregate", "junction table", "model"];

    /// <summary>Words after the entity's name in headings that describe its data.</summary>
    private static readonly string[] DataEndings =
    [
        "table", "entity", "schema", "model", "data model", "attributes", "fields", "properties", "columns", "data", "details", "information", "record", "records", "structure",
        "definition", "collection", "object", "document", "class", "interface", "data structure", "entity attributes", "table structure", "table schema", "data fields",
    ];

    /// <summary>Words after the entity's name in headings that describe its states.</summary>
    private static readonly string[] StateEndings =
    [
        "state machine", "state diagram", "states", "lifecycle", "life cycle", "status flow", "status transitions", "state transitions", "status lifecycle", "statuses", "status values",
        "status", "workflow", "state flow", "status machine", "transitions", "status state machine", "state", "status diagram", "state model", "status workflow", "status rules", "state rules",
        "transition rules", "status transition rules", "status transition", "state transition",
    ];

    /// <summary>Words after the entity's name in headings of its features.</summary>
    private static readonly string[] FeatureEndings =
    [
        "management", "updates", "update", "tracking", "submission", "processing", "process", "workflow", "administration", "handling", "maintenance", "distribution", "scheduling",
        "viewing", "categorization", "categorisation", "categories", "category rules", "rules", "creation", "registration", "reimbursement process", "management process",
        "distribution workflow", "management workflow", "form completion", "module", "feature", "business rules", "validation", "booking", "approval",
    ];

    /// <summary>"Core tables" are several things, whatever they are.</summary>
    private static readonly string[] ManyThings = ["tables", "entities", "collections", "models", "schemas", "relationships", "structures", "enums", "types", "diagram", "diagrams", "overview", "dictionary"];

    private static readonly string[] RelationshipEndings = ["relationships", "relations", "associations"];

    private static readonly string[] DataModelWords =
        ["data model", "entities", "entity", "database", "schema", "schemas", "domain model", "tables", "table", "erd", "data structure", "data structures", "data dictionary", "domain objects", "data design", "collections", "models", "class diagram"];

    /// <summary>The entity a heading such as "3.2 Order Schema" or "Table: orders" is about; a bare title only within a data model.</summary>
    public static string? OfData(Seq<string> headings)
    {
        if (headings.Count == 0)
        {
            return null;
        }

        var heading = EntityNames.Undecorated(headings[^1]);
        var opened = AfterOpening(heading);
        var named = Before(opened ?? heading, DataEndings);
        if (named is not null || opened is not null)
        {
            return Named(named ?? opened!);
        }

        return IsDataModel(headings) ? Named(heading) : null;
    }

    /// <summary>"Boat fields", "Boat details" name boats; null when no word for data closes the title.</summary>
    public static string? OfDataTitle(string title) => Before(title, DataEndings) is { } named ? Named(named) : null;

    /// <summary>"Parcels" alone over a table of attributes with their types; not a title of several topics.</summary>
    public static string? OfBareTitle(Seq<string> headings) =>
        headings.Count > 1 && EntityNames.Undecorated(headings[^1]) is var heading && heading.Split(' ').Length <= 2 ? Named(heading) : null;

    /// <summary>"Order relationships" speaks of Order; "Key relationships" of none.</summary>
    public static string? OfRelationships(Seq<string> headings) =>
        headings.Count > 0 && Before(EntityNames.Undecorated(headings[^1]), RelationshipEndings) is { } named && named.Split(' ').Length <= 2 ? Named(named) : null;

    /// <summary>The entity whose states the section describes, from the innermost heading that names one.</summary>
    public static string? OfStates(Seq<string> headings) => Innermost(headings, StateEndings) ?? Innermost(headings, FeatureEndings);

    /// <summary>The entity whose feature the section describes ("Feature 3: Order Management" gives Order).</summary>
    public static string? OfFeature(Seq<string> headings) => Innermost(headings, FeatureEndings) ?? Innermost(headings, StateEndings);

    /// <summary>The entity a title is about, without the words for what is told of it.</summary>
    public static string? OfTitle(string title)
    {
        var plain = EntityNames.Undecorated(AfterColon(title));
        return Named(Before(plain, StateEndings) ?? Before(plain, FeatureEndings) ?? plain);
    }

    public static string? OfStateTitle(string title)
    {
        var plain = EntityNames.Undecorated(AfterColon(title));
        return Before(plain, StateEndings) is { } named ? Named(named) : null;
    }

    public static bool IsDataModel(Seq<string> headings) => headings.Any(DataModels.Of) && !IsInterface(headings);

    /// <summary>Sections on requests and responses describe messages, not stored data.</summary>
    public static bool IsInterface(Seq<string> headings)
    {
        var inDataModel = false;
        foreach (var heading in headings)
        {
            if (InterfaceHeadings.IsOne(heading) && !(inDataModel && InterfaceHeadings.MayNameAThing(heading)))
            {
                return true;
            }

            inDataModel |= DataModels.Of(heading);
        }

        return false;
    }

    private static readonly Remembered<bool> DataModels = new(heading => DataHeadings.IsOne(heading) || Array.Exists(DataModelWords, word => TextScan.HasWord(heading, word)));

    /// <summary>"Entity: Order", "Table orders".</summary>
    private static string? AfterOpening(string heading)
    {
        var colon = heading.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0)
        {
            var before = heading[..colon].Trim().ToLowerInvariant();
            return Openings.Contains(before, StringComparer.Ordinal) || Openings.Any(word => before.EndsWith(' ' + word, StringComparison.Ordinal)) ? EntityNames.Undecorated(heading[(colon + 1)..]) : null;
        }

        foreach (var opening in Openings)
        {
            if (opening is not "the" && heading.StartsWith(opening + " ", StringComparison.OrdinalIgnoreCase) && heading[(opening.Length + 1)..].Trim() is { Length: > 0 } named && (Labels.Contains(opening, StringComparer.Ordinal) || IsNameOfRows(named)))
            {
                return named;
            }
        }

        return null;
    }

    /// <summary>Many rows, or a name as programs write it: "Table orders" is about orders, but a table reservation is one of its own.</summary>
    private static bool IsNameOfRows(string name) => char.IsLower(name[0]) || name.Contains('_', StringComparison.Ordinal) || (!name.Contains(' ', StringComparison.Ordinal) && Nouns.Singular(name.ToLowerInvariant()) != name.ToLowerInvariant());

    private static string? Innermost(Seq<string> headings, string[] endings)
    {
        for (var index = headings.Count - 1; index >= 0; index--)
        {
            var plain = EntityNames.Undecorated(AfterColon(headings[index]));
            if (Before(plain, endings) is { } named && Named(named) is { } entity)
            {
                return entity;
            }
        }

        return null;
    }

    private static string AfterColon(string title)
    {
        title = RuleCodes.Split(title) is { Code: not null, Title.Length: > 0 } coded ? coded.Title : title;
        var colon = title.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && colon + 1 < title.Length ? title[(colon + 1)..] : title;
    }

    /// <summary>The text before the longest of the endings; null when it ends in none.</summary>
    private static string? Before(string text, string[] endings)
    {
        string? best = null;
        foreach (var ending in endings)
        {
            if (text.Length > ending.Length + 1 && text.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && text[^(ending.Length + 1)] == ' ' && (best is null || ending.Length > best.Length))
            {
                best = ending;
            }
        }

        return best is null ? null : text[..^(best.Length + 1)].Trim();
    }

    private static string? Named(string text)
    {
        var name = text.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? text[4..] : text;
        return EntityNames.IsNameOverFields(name) && !DataHeadings.IsOne(name) && !ManyThings.Contains(name.Trim().Split(' ')[^1], StringComparer.OrdinalIgnoreCase) ? name.Trim() : null;
    }
}
