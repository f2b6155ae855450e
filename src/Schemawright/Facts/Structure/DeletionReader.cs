using Schemawright.Documents;
using Schemawright.Diagnostics;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure;

/// <summary>Reads what becomes of a known entity's parts when it is deleted: "Deleting an order deletes its lines", "When a member is deleted, the cards are removed".</summary>
internal sealed class DeletionReader : IFactReader
{
    private const int LongestSentence = 200;

    private static readonly string[] Openings = ["deleting", "when", "if", "removing", "deletion of", "on deletion of"];

    private static readonly (string Words, string Rule)[] Effects =
    [
        ("cascades to remove", "cascade"), ("cascades to delete", "cascade"), ("cascades to", "cascade"), ("cascade to", "cascade"), ("cascades", "cascade"), ("also deletes", "cascade"), ("deletes", "cascade"), ("removes", "cascade"), ("sets null on", "set null"),
        ("unassigns", "set null"), ("detaches", "set null"), ("unlinks", "set null"),
    ];

    private static readonly (string Words, string Rule)[] Passives =
    [
        ("are deleted", "cascade"), ("are also deleted", "cascade"), ("are removed", "cascade"), ("must be deleted", "cascade"), ("is deleted", "cascade"), ("is also deleted", "cascade"), ("will be deleted", "cascade"), ("are deleted too", "cascade"),
        ("are unassigned", "set null"), ("become unassigned", "set null"), ("are detached", "set null"), ("are kept without", "set null"), ("lose their", "set null"),
    ];

    private static readonly string[] Refusals = ["cannot", "can not", "must not", "may not", "can't"];

    private static readonly string[] Having =
        ["while it has ", "if it has ", "when it has ", "as long as it has ", "while they have ", "if they have ", "when they have ", "as long as they have ", "while there are ", "if there are ", "once it has ", "with "];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.Sentence);
        var known = facts.Facts.OfType<EntityFact>().Where(fact => !fact.Weak).Select(fact => Naming.EntityKey(fact.Name)).ToHashSet(StringComparer.Ordinal);
        foreach (var statement in document.Statements.Where(statement => statement.Text.Length <= LongestSentence && statement.Form is StatementForm.Sentence or StatementForm.ListItem && statement.Text.Holds("delet")))
        {
            if ((Effect(statement.Text.TrimEnd('.'), known) ?? Refusal(statement.Text.TrimEnd('.'), known)) is var (whole, parts, rule))
            {
                foreach (var part in parts)
                {
                    writer.Relationship(new RelationshipFact(whole, part, null, null, null, ClearedRoles.Of(statement.Text), rule, writer.Form, document.Kind, statement.Span, statement.Text));
                }
            }
        }
    }

    private static (string Whole, List<string> Parts, string Rule)? Effect(string text, HashSet<string> known)
    {
        var opening = Array.Find(Openings, word => TextScan.StartsWithWord(text, word));
        if (opening is null)
        {
            return Relative(text, known);
        }

        var rest = text[opening.Length..].Trim();
        return opening is "when" or "if" ? Clauses(rest, known) : Active(rest, known);
    }

    /// <summary>"… may delete a member, which removes the cards".</summary>
    private static (string, List<string>, string)? Relative(string text, HashSet<string> known)
    {
        var which = text.Seek(", which ");
        var at = which < 0 ? -1 : text[..which].LastIndexOf(" delete ", StringComparison.OrdinalIgnoreCase);
        return at >= 0 ? Active($"{text[(at + " delete ".Length)..which]} {text[(which + ", which ".Length)..]}", known) : null;
    }

    /// <summary>"A member cannot be deleted while it has cards".</summary>
    private static (string Whole, List<string> Parts, string Rule)? Refusal(string text, HashSet<string> known)
    {
        var at = text.Seek("be deleted ");
        var refusal = at < 0 ? null : Array.Find(Refusals, word => text[..at].TrimEnd().EndsWith(" " + word, StringComparison.OrdinalIgnoreCase));
        if (refusal is null || Name(text[..at].TrimEnd()[..^(refusal.Length + 1)], known) is not { } whole)
        {
            return null;
        }

        var rest = text[(at + "be deleted ".Length)..];
        var having = Array.Find(Having, word => rest.StartsWith(word, StringComparison.OrdinalIgnoreCase));
        return having is not null && Names(rest[having.Length..], known) is { Count: > 0 } parts ? (whole, parts, "restrict") : null;
    }

    /// <summary>"… a member deletes the cards".</summary>
    private static (string, List<string>, string)? Active(string text, HashSet<string> known)
    {
        foreach (var (words, rule) in Effects)
        {
            var at = text.Seek($" {words} ");
            if (at > 0 && Name(text[..at], known) is { } whole && Names(text[(at + words.Length + 2)..], known) is { Count: > 0 } parts)
            {
                return (whole, parts, rule);
            }
        }

        return null;
    }

    /// <summary>"… a member is deleted, the cards are removed".</summary>
    private static (string, List<string>, string)? Clauses(string text, HashSet<string> known)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        var deleted = comma < 0 ? -1 : text[..comma].Seek(" is deleted");
        if (deleted <= 0 || Name(text[..deleted], known) is not { } whole)
        {
            return null;
        }

        var clause = text[(comma + 1)..].Trim();
        foreach (var (words, rule) in Passives)
        {
            var at = clause.Seek($" {words}");
            if (at > 0 && Names(clause[..at], known) is { Count: > 0 } parts)
            {
                return (whole, parts, rule);
            }
        }

        return ClearedRoles.Part(clause) is { } cleared && Names(cleared, known) is { Count: 1 } part ? (whole, part, "set null") : null;
    }

    /// <summary>Every name of the list must be a known entity, else nothing is said of any.</summary>
    private static List<string> Names(string text, HashSet<string> known)
    {
        var names = text.Split([",", " and "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => Name(part, known)).ToList();
        return names.TrueForAll(name => name is not null) ? names.ConvertAll(name => name!) : [];
    }

    private static string? Name(string text, HashSet<string> known)
    {
        var name = text.Trim().Trim('*', '`');
        foreach (var opening in (string[])["and ", "all ", "then ", "also ", "of ", "a ", "an ", "the ", "its ", "their ", "associated ", "related ", "linked ", "any ", "existing ", "assigned ", "open ", "own "])
        {
            name = name.StartsWith(opening, StringComparison.OrdinalIgnoreCase) ? name[opening.Length..] : name;
        }

        return EntityNames.IsName(name) && known.Contains(Naming.EntityKey(name)) ? name : null;
    }
}
