using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Domain;
using Schemawright.Domain.Rules;
using Schemawright.Facts;
using Schemawright.Terms;

namespace Schemawright.Tests.Domain.Rules;

/// <summary>A tiny domain, some rule lines and what is wanted of them, as one text file.</summary>
internal sealed record RuleCase(DomainModel Domain, Seq<RuleFact> Lines, string Expected)
{
    public static RuleCase Read(string text)
    {
        var parts = text.ReplaceLineEndings("\n").Split("\n-- ").Skip(1).ToDictionary(part => part[..part.IndexOf(" --", StringComparison.Ordinal)], part => part[(part.IndexOf('\n') + 1)..]);
        return new(ReadDomain(parts["domain"]), [.. Rows(parts["lines"]).Select(ReadLine)], parts.GetValueOrDefault("expected", "").TrimEnd());
    }

    public ParsedRules Parse() =>
        RuleParser.Parse(new FactBase { Corpus = new Corpus("Case", Origin.Decided("case"), []), Rules = Lines }, Domain, new Findings());

    /// <summary>What the parser makes of the lines, one line of text each.</summary>
    public string Actual()
    {
        var parsed = Parse();
        var said = new List<string>();
        foreach (var line in Lines)
        {
            said.Add($"{line.Source.Line}: {line.Words}");
            said.AddRange(parsed.Rules.Where(rule => rule.Origin.Sources.Contains(line.Source)).Select(rule => $"   {rule.Entity}.{rule.Name}: {RuleText.Of(rule)}"));
            said.AddRange(parsed.Keys.Where(key => key.Key.Origin.Sources.Contains(line.Source)).Select(key => $"   key {key.Entity} ({string.Join(", ", key.Key.Attributes)}){(key.Key.IgnoreCase ? " ignoring case" : "")}{(key.Key.Where is null ? "" : $" where {RuleText.Of(key.Key.Where)}")}"));
            said.AddRange(parsed.Attributes.Where(field => field.Attribute.Origin.Sources.Contains(line.Source)).Select(field => $"   field {field.Entity}.{field.Attribute.Name}: {field.Attribute.Type.Kind}"));
            said.AddRange(parsed.Dispositions.Where(fate => fate.Source == line.Source).Select(fate => $"   {fate.Fate}: {fate.Reason}"));
        }

        return string.Join('\n', said);
    }

    /// <summary>"BR1 Title | Key > Key | Label | Text"; the last cell is the text.</summary>
    private static RuleFact ReadLine(string row, int index)
    {
        var cells = row.Split(" | ", 4).Select(cell => cell.Trim()).ToArray();
        var code = cells[0].Split(' ')[0];
        var title = cells[0][code.Length..].Trim();
        var (keys, label, text) = (cells[1].Length == 0 ? [] : cells[1].Split(" > "), cells[2].Length == 0 ? null : cells[2], cells[3]);
        var span = SourceSpan.OfLine("RULES.md", index + 1, row.Length);
        return new(code, title, ["Rules", title], [.. keys], label, text, title, FactForm.List, DocumentKind.BusinessRules, span, label is null ? text : $"{label}: {text}");
    }

    private static DomainModel ReadDomain(string text)
    {
        var (entities, links, machines) = (new List<Entity>(), new List<Relationship>(), new List<StateMachine>());
        foreach (var row in Rows(text))
        {
            var words = row.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words[0] == "entity")
            {
                entities.Add(new(words[1], Schemawright.Facts.Language.Naming.Table(words[1]), EntityKind.Core, "", Origin.Decided("case")) { Aliases = [.. words.Skip(2)] });
            }
            else if (words[0] == "->")
            {
                var required = words.Contains("required");
                var role = words[1].EndsWith("_id", StringComparison.Ordinal) ? words[1][..^3] : words[1];
                links.Add(new(words[2], entities[^1].Name, role, words[1], required ? Cardinality.ExactlyOne : Cardinality.ZeroOrOne, Cardinality.ZeroOrMore, DeleteRule.Restrict, false, "", Origin.Decided("case")));
            }
            else if (words[0] == "states")
            {
                machines.Add(Machine(entities[^1].Name, words[1..]));
            }
            else
            {
                entities[^1] = entities[^1] with { Attributes = [.. entities[^1].Attributes, Attribute(words)] };
            }
        }

        return new DomainModel
        {
            AppName = "Case", AppNameOrigin = Origin.Decided("case"), Entities = [.. entities], Relationships = [.. links], StateMachines = [.. machines],
            Tenancy = new(TenancyModel.None, null, "none", Origin.Decided("case")),
        };
    }

    /// <summary>"status draft>sent:Send sent>paid:Pay"; the first state named is the first of a row's life.</summary>
    private static StateMachine Machine(string entity, string[] words)
    {
        var steps = words.Skip(1).Select(word => word.Split('>', ':')).Select(step => new Transition(step[0], step[1], step.Length > 2 ? step[2] : null, Origin.Decided("case"))).ToSeq();
        var names = steps.SelectMany(step => new[] { step.From, step.To }).Distinct();
        return new(entity, words[0], names.Select(name => new State(name, "", !steps.Any(step => step.From == name), Origin.Decided("case"))).ToSeq(), [steps[0].From], steps, Origin.Decided("case"));
    }

    private static EntityAttribute Attribute(string[] words)
    {
        var values = words.FirstOrDefault(word => word.Contains('|'))?.Split('|') ?? [];
        var kind = values.Length > 0 ? DataKind.Enumeration : Enum.Parse<DataKind>(words[1], true);
        return new(words[0], new DataType(kind, Values: [.. values]), words.Contains("required"), Origin.Decided("case")) { Encrypted = words.Contains("encrypted") };
    }

    private static IEnumerable<string> Rows(string text) => text.Split('\n').Where(row => row.Trim().Length > 0);
}
