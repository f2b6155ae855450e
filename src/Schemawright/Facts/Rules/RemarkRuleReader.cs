using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules;

/// <summary>Reads remarks beside attributes that demand something of the row: "null for walk-ins", "required when refused", "derived from starts_on".</summary>
internal sealed class RemarkRuleReader : IFactReader
{
    private const int LongestRemark = 200;

    private static readonly string[] Empties = ["null for", "null only for", "null only when", "null only if", "empty for", "empty only for", "blank for", "blank only for", "none for"];

    private static readonly string[] Needs = ["required when", "required if", "required for", "required once", "required unless", "mandatory when", "mandatory if", "mandatory for", "mandatory once", "only when", "only if", "only for", "filled when", "filled once", "not null when", "not null if"];

    private static readonly string[] Sources = ["derived from", "computed from", "taken from", "copied from", "defaults to the", "defaults from", "must ", "cannot be", "equals the"];

    /// <summary>What is a property of the attribute itself and read as such.</summary>
    private static readonly string[] Properties = ["must be unique", "must not be null", "must not be empty", "must be given", "must be filled", "must be provided", "must be present", "must be set", "cannot be null", "cannot be empty", "must be globally unique"];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        foreach (var fact in facts.Facts.OfType<AttributeFact>().Where(fact => fact.Source.Document == document.Name && fact.Document == document.Kind && fact.Note is { Length: <= LongestRemark }).ToList())
        {
            foreach (var remark in Remarks(fact.Note!))
            {
                facts.Add(new RuleFact(null, null, [], [], Label(fact.Name, remark), remark, fact.Entity, fact.Form, fact.Document, fact.Source, fact.Words));
            }
        }
    }

    /// <summary>The parts of the remark that demand something; brackets inside a remark are remarks of their own.</summary>
    private static IEnumerable<string> Remarks(string note) =>
        note.Split([';', ',', '(', ')', '—'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(part => Demands(part));

    private static bool Demands(string part)
    {
        var words = part.ToLowerInvariant();
        return !Properties.Contains(words.TrimEnd('.'), StringComparer.Ordinal) && (Array.Exists(Empties, words.StartsWith) || IsForSome(words) || Array.Exists(Needs, words.StartsWith) || Array.Exists(Sources, opening => words.Contains(opening, StringComparison.Ordinal)));
    }

    /// <summary>"chiefs only", "not for glass", "optional while draft"; "read only" and "internal only" tell how it is used.</summary>
    private static bool IsForSome(string words) =>
        words.StartsWith("not for ", StringComparison.Ordinal) || words.StartsWith("optional while ", StringComparison.Ordinal) || words.StartsWith("optional until ", StringComparison.Ordinal)
        || words.EndsWith(" only", StringComparison.Ordinal) && words.Count(character => character == ' ') < 5 && !Array.Exists(Uses, words.StartsWith) && words[^6] == 's';

    private static readonly string[] Uses = ["read", "write", "internal", "admin", "staff", "display", "append", "server", "system", "uses", "for", "when", "if", "used", "by ", "to "];

    /// <summary>"ends_at is derived from …" names its attribute itself.</summary>
    private static string? Label(string attribute, string remark) => TextScan.StartsWithWord(remark, attribute) || remark.Contains(" is derived ", StringComparison.Ordinal) ? null : attribute;
}
