using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure;

/// <summary>
/// Reads attributes that have the values of another: a cell "same list as in Boat" means the boat's attribute of that name, "same values as the kind of the boat" its kind, and "Trip.from and Trip.to
/// take the values of Port.kind" says it of any.
/// </summary>
internal sealed class SameValuesReader : IFactReader
{
    private const int LongestSentence = 240;

    private static readonly string[] Openings =
        ["same list as in ", "same list as for ", "same list as ", "same values as in ", "same values as for ", "same values as ", "same options as in ", "same options as ", "values as in ", "list as in ", "see values of "];

    private static readonly string[] Verbs = [" take the values of ", " takes the values of ", " have the values of ", " has the values of ", " use the values of ", " uses the values of ", " share the values of ", " have the same values as ", " has the same values as ", " takes the same values as ", " take the same values as "];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var known = facts.Facts.OfType<AttributeFact>().Where(fact => fact.Type is { Kind: DataKind.Enumeration, Values.Count: > 1 }).ToList();
        if (known.Count == 0)
        {
            return;
        }

        foreach (var fact in facts.Facts.OfType<AttributeFact>().Where(fact => fact.Source.Document == document.Name && fact.Type is not { Values.Count: > 0 }).ToList())
        {
            if (Named(fact.Words) is { } named && Find(known, named, fact.Name) is { } same)
            {
                new FactWriter(document, facts, fact.Form).Attribute(fact with { Type = same.Type, TypeText = null });
            }
        }

        foreach (var statement in document.Statements.Where(statement => statement.Form is StatementForm.Sentence or StatementForm.ListItem && statement.Text.Length < LongestSentence))
        {
            ReadSentence(statement, known, new FactWriter(document, facts, FactForm.List));
        }
    }

    private static void ReadSentence(Statement statement, List<AttributeFact> known, FactWriter writer)
    {
        var verb = Array.Find(Verbs, verb => statement.Text.Seek(verb) > 0);
        var at = verb is null ? -1 : statement.Text.Seek(verb);
        if (verb is null || Find(known, statement.Text[(at + verb.Length)..].TrimEnd('.'), "") is not { } same)
        {
            return;
        }

        foreach (var path in statement.Text[..at].Split([", ", " and "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(path => path.Trim('`')).Where(path => path.IndexOf('.', StringComparison.Ordinal) > 0))
        {
            var dot = path.IndexOf('.', StringComparison.Ordinal);
            writer.Attribute(writer.Blank(path[..dot], path[(dot + 1)..], statement.Span, statement.Text) with { Type = same.Type });
        }
    }

    /// <summary>What stands behind "same list as in".</summary>
    private static string? Named(string words)
    {
        foreach (var opening in Openings)
        {
            var at = words.Seek(opening);
            if (at >= 0)
            {
                var rest = words[(at + opening.Length)..].TrimStart('`');
                rest = rest.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? rest[4..] : rest;
                var end = rest.AsSpan().IndexOfAny("|,;()`");
                return (end < 0 ? rest : rest[..end]).Trim().TrimEnd('.');
            }
        }

        return null;
    }

    /// <summary>"Boat.kind", or the thing's attribute of the same name.</summary>
    private static AttributeFact? Find(List<AttributeFact> known, string named, string name)
    {
        var plain = named.Trim('`', ' ');
        var dot = plain.IndexOf('.', StringComparison.Ordinal);
        var of = plain.Seek(" of the ") is >= 0 and var at ? (At: at, Length: 8) : (At: plain.Seek(" of "), Length: 4); // "the kind of the boat"
        var (entity, attribute) = dot > 0 ? (plain[..dot], plain[(dot + 1)..]) : of.At > 0 ? (plain[(of.At + of.Length)..], plain[..of.At]) : (plain, name);
        return known.Find(fact => Naming.EntityKey(fact.Entity) == Naming.EntityKey(entity) && Naming.Snake(fact.Name) == Naming.Snake(attribute));
    }
}
