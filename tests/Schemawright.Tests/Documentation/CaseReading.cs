using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Domain;
using Schemawright.Domain.Rules;
using Schemawright.Facts;
using Schemawright.Reports;
using Schemawright.Tests.Domain.Rules;

namespace Schemawright.Tests.Documentation;

/// <summary>What is read from a case, in plain words, each with its line.</summary>
internal static class CaseReading
{
    private static readonly string[] Structure = ["entity", "attribute", "key", "relationship", "states", "query"];

    /// <summary>The sort of facts each wanted part of a facts-rules case shows.</summary>
    private static readonly Dictionary<string, string[]> Sorts = new(StringComparer.Ordinal)
    {
        ["rules"] = ["rule"], ["access"] = ["role", "access"], ["retention"] = ["retention"], ["scale"] = ["scale"], ["technology"] = ["technology"],
        ["queries"] = ["query"], ["recovery"] = ["recovery"], ["privacy"] = ["privacy", "audit"], ["tenancy"] = ["tenancy"],
    };

    /// <summary>The documents of the case: parts whose names have an extension.</summary>
    public static IReadOnlyList<InputDocument> Documents(CaseArchive archive) =>
        [.. archive.Parts.Where(part => part.Name.Contains('.', StringComparison.Ordinal)).Select(part => new InputDocument(part.Name, part.Text))];

    public static IReadOnlyList<WordedFact> Of(CaseArchive archive) => archive.Folder switch
    {
        "rules" => OfRules(RuleCase.Read(File.ReadAllText(archive.File))),
        "answers" => OfAnswers(Documents(archive)),
        "facts" => [.. Facts(archive).Where(fact => Structure.Contains(fact.Kind))],
        _ => OfWanted(archive),
    };

    public static string ChapterOf(CaseArchive archive, IReadOnlyList<WordedFact> read)
    {
        if (archive.Chapter.Length > 0)
        {
            return archive.Chapter;
        }

        var sort = archive.Folder switch
        {
            "rules" => "rule",
            "answers" => "answer",
            _ => read.Where(fact => fact.Kind is not ("entity" or "attribute")).GroupBy(fact => fact.Kind, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).FirstOrDefault()?.Key,
        };
        return sort switch
        {
            "key" => "Types and identity",
            "relationship" => "Relationships",
            "states" => "States",
            "rule" => "Rules",
            "role" or "access" or "retention" or "privacy" or "audit" or "tenancy" => "Access, privacy, retention",
            "scale" or "technology" or "recovery" or "query" => "Scale",
            "answer" => "Answers",
            _ => "Entities and attributes",
        };
    }

    private static IEnumerable<WordedFact> Facts(CaseArchive archive) => FactWords.Of(Read(archive));

    private static FactBase Read(CaseArchive archive)
    {
        var findings = new Findings();
        return FactReader.Read(DocumentReader.Read(Documents(archive), "case", findings), findings);
    }

    private static List<WordedFact> OfWanted(CaseArchive archive)
    {
        var wanted = archive.Parts.Select(part => part.Name).Where(name => !name.Contains('.', StringComparison.Ordinal)).ToList();
        var sorts = wanted.SelectMany(name => Sorts.GetValueOrDefault(name, [])).ToHashSet(StringComparer.Ordinal);
        var read = Facts(archive).Where(fact => sorts.Contains(fact.Kind)).ToList();
        if (wanted.Contains("classes"))
        {
            read.AddRange(Read(archive).Statements.Select(statement => new WordedFact("class", $"{statement.Class.ToString().ToLowerInvariant()}: {statement.Reason}", statement.Statement.Span)));
        }

        return read;
    }

    private static List<WordedFact> OfRules(RuleCase sample)
    {
        var parsed = sample.Parse();
        var read = new List<WordedFact>();
        foreach (var line in sample.Lines)
        {
            void Add(IEnumerable<string> words) => read.AddRange(words.Select(said => new WordedFact("rule", said, line.Source)));
            Add(parsed.Rules.Where(rule => rule.Origin.Sources.Contains(line.Source)).Select(rule => $"{rule.Entity}: {RuleWords.Of(rule)}"));
            Add(parsed.Keys.Where(key => key.Key.Origin.Sources.Contains(line.Source)).Select(key => $"{key.Entity}: {RuleWords.Of(key.Key)}"));
            Add(parsed.Attributes.Where(field => field.Attribute.Origin.Sources.Contains(line.Source)).Select(field => $"{field.Entity} has {field.Attribute.Name}."));
            Add(parsed.Dispositions.Where(fate => fate.Source == line.Source).Select(Words));
        }

        return read;
    }

    private static string Words(Disposition disposition)
    {
        var fate = disposition.Fate switch
        {
            Fate.Unclear => "a question",
            Fate.AnsweredElsewhere => "answered elsewhere",
            _ => disposition.Fate.ToString().ToLowerInvariant(),
        };
        return $"*{fate}*: {disposition.Reason.TrimEnd('.')}.";
    }

    /// <summary>How the schema with the answers differs from the one without.</summary>
    private static List<WordedFact> OfAnswers(IReadOnlyList<InputDocument> documents)
    {
        var before = Compiler.Model([.. documents.Where(document => document.Name != "ANSWERS.md")], "case", new Findings());
        var findings = new Findings();
        var after = Compiler.Compile(documents, "case", findings);
        var changes = SchemaChanges.Between(before.Schema, after.Schema);
        IEnumerable<string> words =
        [
            .. findings.Settled.Select(question => $"settled: {question.Question}"),
            .. changes.Added.Select(name => $"new: {name}"), .. changes.Removed.Select(name => $"gone: {name}"), .. changes.Changed.Select(name => $"changed: {name}"),
        ];
        return [.. words.Select(said => new WordedFact("answer", said, SourceSpan.OfLine("ANSWERS.md", 1, 1)))];
    }
}
