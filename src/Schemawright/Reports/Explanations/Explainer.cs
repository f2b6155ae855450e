using System.Globalization;
using System.Text;
using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Domain.Rules;
using Schemawright.Rendering;
using Schemawright.Terms;

namespace Schemawright.Reports.Explanations;

/// <summary>Answers "where does this come from, and what becomes of it?" for anything with a name, and for every line of the documents.</summary>
public sealed class Explainer
{
    private readonly Compilation _compilation;
    private readonly SourceQuotes _quotes;
    private readonly SchemaElements _elements;

    public Explainer(Compilation compilation, SourceQuotes quotes)
    {
        (_compilation, _quotes) = (compilation, quotes);
        _elements = new(compilation.Design, compilation.Schema);
    }

    private DomainModel Domain => _compilation.Domain;

    private DataDesign Design => _compilation.Design;

    /// <summary>All names that can be explained, for those who mistyped one.</summary>
    public IEnumerable<string> Names =>
    [
        .. Domain.Entities.Select(entity => entity.Name),
        .. _elements.All.Select(element => element.FullName),
        .. Domain.Rules.SelectMany(rule => new[] { rule.Id, $"{rule.Entity}.{rule.Name}" }),
        .. _compilation.Facts.Rules.Select(rule => rule.Code).OfType<string>(),
        .. Design.Decisions.Select(decision => decision.Id),
        .. _compilation.Clarifications.Select(question => question.Id),
        .. _quotes.Documents.Select(document => $"{document}:1"),
    ];

    /// <summary>Everything the name stands for; nothing when it is unknown.</summary>
    public Seq<Explanation> Explain(string what)
    {
        var name = what.Trim();
        if (Line(name) is { } line)
        {
            return [line];
        }

        IEnumerable<Explanation> found =
        [
            .. Domain.Entities.Where(entity => Called(entity).Any(known => Same(known, name))).Select(Of),
            .. Columns(name).Select(OfColumn),
            .. RulesOf(name),
            .. _elements.All.Where(element => !element.IsColumn && IsOther(element) && (Same(element.Name, name) || Same($"{element.Table}.{element.Name}", name))).Take(3).Select(OfElement),
            .. Design.Decisions.Where(decision => Same(decision.Id, name)).Select(Of),
            .. _compilation.Clarifications.Where(question => Same(question.Id, name)).Select(Of),
        ];
        return found.ToSeq();
    }

    private static bool Same(string known, string name) => string.Equals(known, name, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Called(Entity entity) => [entity.Name, entity.TableName, .. entity.Aliases];

    /// <summary>The table of an entity is told with the entity.</summary>
    private bool IsOther(SchemaElement element) => !element.IsTable || Design.Find(element.Name)?.Entity is null;

    private Explanation Of(Entity entity)
    {
        var table = Design.OfEntity(entity.Name);
        var dossier = new Dossier(_compilation, _quotes);
        dossier.Places.AddRange(entity.Origin.Sources);
        dossier.Meaning.AddRange(entity.Attributes.Select(attribute => $"{attribute.Name}: {StructureFactWords.TypeWords(attribute.Type)}{(attribute.Required ? ", must be given" : "")}{(attribute.TypeAssumed ? ", the type is assumed" : "")}"));
        dossier.Meaning.AddRange(Domain.ParentsOf(entity.Name).Select(link => $"belongs to {link.Parent} as {link.Role}"));
        dossier.Rules.AddRange(Domain.Rules.Where(rule => rule.Entity == entity.Name));
        dossier.Questions.AddRange(_compilation.Clarifications.Where(question => question.Affects.Any(name => name == entity.Name || name.StartsWith(entity.Name + ".", StringComparison.Ordinal))));
        if (table is not null)
        {
            dossier.Decisions.AddRange(Design.Decisions.Where(decision => IsAbout(decision, table.Name)));
            dossier.Elements.AddRange(_elements.All.Where(element => element.Table == table.Name && !element.IsColumn));
        }

        return dossier.Tell("entity", entity.Name, English.Sentence($"{(table is null ? "No table" : $"Table {table.Name}")}. {entity.Description}"));
    }

    /// <summary>A decision's id names the item and then what it is about: <c>D03-orders-key</c>.</summary>
    private static bool IsAbout(Decision decision, string subject)
    {
        var dash = decision.Id.IndexOf('-', StringComparison.Ordinal);
        return dash > 0 && (decision.Id[(dash + 1)..] + "-").StartsWith(subject + "-", StringComparison.Ordinal);
    }

    private IEnumerable<SchemaElement> Columns(string name)
    {
        var dot = name.LastIndexOf('.');
        if (dot <= 0)
        {
            return [];
        }

        var (owner, column) = (name[..dot], name[(dot + 1)..]);
        var tables = Domain.Entities.Where(entity => Called(entity).Any(known => Same(known, owner))).Select(entity => entity.TableName).Append(owner).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return _elements.All.Where(element => element.IsColumn && tables.Contains(element.Table) && (Same(element.Name, column) || Same(element.Name, column + "_id")));
    }

    private Explanation OfColumn(SchemaElement column)
    {
        var entity = Design.Find(column.Table)?.Entity;
        var dossier = new Dossier(_compilation, _quotes);
        dossier.Places.AddRange(column.Origin.Sources);
        var attribute = entity is null ? null : Domain.Find(entity)?.Find(column.Name);
        if (attribute is not null)
        {
            dossier.Meaning.Add($"{entity}.{attribute.Name}: {StructureFactWords.TypeWords(attribute.Type)}{(attribute.Required ? ", must be given" : ", may be empty")}{(attribute.TypeAssumed ? "; the type follows from the name" : "")}{(attribute.Privacy == PrivacyClass.None ? "" : $"; {attribute.Privacy.ToString().ToLowerInvariant()} data")}");
        }

        dossier.Elements.AddRange(_elements.All.Where(element => element.Table == column.Table && (element == column || (!element.IsColumn && element.Columns.Contains(column.Name, StringComparer.Ordinal)))));
        var carried = dossier.Elements.Select(element => element.RuleId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        dossier.Rules.AddRange(Domain.Rules.Where(rule => carried.Contains(rule.Id)));
        dossier.Decisions.AddRange(Design.Decisions.Where(decision => decision.Id == column.Origin.Decision || IsAbout(decision, $"{column.Table}-{column.Name}")));
        dossier.Questions.AddRange(_compilation.Clarifications.Where(question => question.Affects.Any(name => name == $"{entity}.{column.Name}" || name == column.FullName)));
        return dossier.Tell("column", column.FullName, English.Sentence(column.Words));
    }

    /// <summary>A rule by its id or name, or all that came of a code of the documents.</summary>
    private IEnumerable<Explanation> RulesOf(string name)
    {
        var rules = Domain.Rules.Where(rule => Same(rule.Id, name) || Same(rule.Name, name) || Same($"{rule.Entity}.{rule.Name}", name)).ToArray();
        var lines = _compilation.Facts.Rules.Where(fact => fact.Code is { } code && IsCode(code, name)).ToArray();
        if (rules.Length == 0 && lines.Length == 0)
        {
            yield break;
        }

        var dossier = new Dossier(_compilation, _quotes);
        dossier.Places.AddRange(lines.Select(line => line.Source).Concat(rules.SelectMany(rule => rule.Origin.Sources)));
        dossier.Rules.AddRange(rules.Concat(Domain.Rules.Where(rule => lines.Any(line => rule.Origin.Sources.Any(line.Source.Overlaps)))));
        AddWhatCarries(dossier);
        dossier.Questions.AddRange(_compilation.Clarifications.Where(question => dossier.Rules.Exists(rule => question.Affects.Contains(rule.Id, StringComparer.Ordinal)) || question.Sources.Any(source => dossier.Places.Exists(source.Overlaps))));
        yield return dossier.Tell("rule", name, lines.Length > 0 ? English.Sentence(lines[0].Title ?? lines[0].Text) : English.Sentence(RuleMechanisms.Sentence(rules[0])));
    }

    /// <summary>BR-07, BR 7 and BR007 are one code.</summary>
    private static bool IsCode(string code, string name) => Same(code, name) || (name.Any(char.IsAsciiDigit) && Same(Plain(code), Plain(name)));

    private static string Plain(string code)
    {
        var plain = new StringBuilder(code.Length);
        foreach (var character in code.Where(char.IsLetterOrDigit))
        {
            // A zero counts only behind another digit.
            if (character != '0' || (plain.Length > 0 && char.IsAsciiDigit(plain[^1])))
            {
                plain.Append(character);
            }
        }

        return plain.ToString();
    }

    private void AddWhatCarries(Dossier dossier)
    {
        var ids = dossier.Rules.Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        var names = Design.RuleOutcomes.Where(outcome => ids.Contains(outcome.RuleId)).Select(outcome => outcome.ObjectName).OfType<string>().ToHashSet(StringComparer.Ordinal);
        dossier.Elements.AddRange(_elements.All.Where(element => !element.IsColumn && !element.IsTable && ((element.RuleId is { } id && ids.Contains(id)) || names.Contains(element.Name))));
    }

    private Explanation OfElement(SchemaElement element)
    {
        var dossier = new Dossier(_compilation, _quotes);
        dossier.Places.AddRange(element.Origin.Sources);
        dossier.Elements.Add(element);
        var outcomes = Design.RuleOutcomes.Where(outcome => outcome.ObjectName == element.Name || outcome.RuleId == element.RuleId).Select(outcome => outcome.RuleId).ToHashSet(StringComparer.Ordinal);
        dossier.Rules.AddRange(Domain.Rules.Where(rule => outcomes.Contains(rule.Id)));
        dossier.Decisions.AddRange(Design.Decisions.Where(decision => decision.Id == element.Origin.Decision || decision.Id == $"D06-{element.Name}"));
        return dossier.Tell(element.Kind, element.Name, English.Sentence($"{(element.Table.Length > 0 ? $"On {element.Table}: " : "")}{element.Words}"));
    }

    private Explanation Of(Decision decision)
    {
        var dossier = new Dossier(_compilation, _quotes);
        dossier.Places.AddRange(decision.Sources);
        dossier.Decisions.Add(decision);
        dossier.Elements.AddRange(_elements.All.Where(element => element.Origin.Decision == decision.Id || decision.Id == $"D06-{element.Name}"));
        return dossier.Tell("decision", decision.Id, English.Sentence(decision.Choice));
    }

    private Explanation Of(Clarification question)
    {
        var dossier = new Dossier(_compilation, _quotes);
        dossier.Places.AddRange(question.Sources);
        dossier.Meaning.AddRange(question.Alternatives.Select((answer, index) => $"({index + 1}) {answer}{(index == 0 ? " — assumed meanwhile" : "")}"));
        dossier.Meaning.AddRange(question.Affects.Select(name => $"it decides about {name}"));
        dossier.Questions.Add(question);
        return dossier.Tell("question", question.Id, question.Question);
    }

    /// <summary>"RULES.md:12": all that came of the line.</summary>
    private Explanation? Line(string name)
    {
        var colon = name.LastIndexOf(':');
        if (colon <= 0 || !int.TryParse(name.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        var document = _quotes.Documents.FirstOrDefault(known => Same(known, name[..colon]));
        if (document is null || number < 1 || number > _quotes.LineCount(document))
        {
            return null;
        }

        var text = _quotes.Line(document, number) ?? "";
        var place = SourceSpan.OfLine(document, number, text.Length);
        var dossier = new Dossier(_compilation, _quotes);
        dossier.Places.AddRange(_compilation.Ledger.Entries.Where(entry => entry.Source.Overlaps(place)).Select(entry => entry.Source));
        bool Here(Origin origin) => origin.Sources.Any(place.Overlaps);
        dossier.Rules.AddRange(Domain.Rules.Where(rule => Here(rule.Origin)));
        dossier.Meaning.AddRange(Domain.Entities.Where(entity => Here(entity.Origin)).Select(entity => $"entity {entity.Name}"));
        dossier.Meaning.AddRange(Domain.Entities.SelectMany(entity => entity.Attributes.Where(attribute => Here(attribute.Origin)).Select(attribute => $"attribute {entity.Name}.{attribute.Name}: {StructureFactWords.TypeWords(attribute.Type)}")));
        dossier.Meaning.AddRange(Domain.Relationships.Where(link => Here(link.Origin)).Select(link => $"each {link.Child} belongs to {(link.Parents.Min == 0 ? "at most one" : "one")} {link.Parent} as {link.Role}"));
        dossier.Elements.AddRange(_elements.All.Where(element => Here(element.Origin)).Select(element => element.IsTable ? element with { Sql = [] } : element));
        AddWhatCarries(dossier);
        var decided = dossier.Elements.Select(element => element.Origin.Decision).OfType<string>().ToHashSet(StringComparer.Ordinal);
        dossier.Decisions.AddRange(Design.Decisions.Where(decision => decided.Contains(decision.Id) || decision.Sources.Any(place.Overlaps)));
        dossier.Questions.AddRange(_compilation.Clarifications.Where(question => question.Sources.Any(place.Overlaps)));
        return dossier.Tell("line", $"{document}:{number}", text.Trim().Length == 0 ? "An empty line." : text.Trim());
    }
}
