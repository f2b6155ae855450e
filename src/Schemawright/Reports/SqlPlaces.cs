using Schemawright.Collections;
using Schemawright.Coverage;
using Schemawright.Diagnostics;
using Schemawright.Rendering;

namespace Schemawright.Reports;

/// <summary>A line of a migration that holds an object.</summary>
/// <param name="Name">The object, such as <c>check loans_due_on_check</c>.</param>
public sealed record SqlPlace(string File, int Line, string Name);

/// <summary>Where the objects stand that a finding concerns: the lines of the migrations that make them.</summary>
public sealed class SqlPlaces
{
    private const int MostOfOne = 5;

    private static readonly string[] Made = ["TABLE", "INDEX", "TRIGGER", "POLICY", "FUNCTION", "VIEW", "DOMAIN", "ROLE", "EXTENSION", "SCHEMA"];

    private readonly Dictionary<string, SqlPlace> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _tables;
    private readonly CoverageLedger _ledger;

    /// <param name="artifacts">The files as they are written.</param>
    /// <param name="folder">Where the artefacts lie, with a slash at the end.</param>
    public SqlPlaces(Compilation compilation, IEnumerable<Artifact> artifacts, string folder)
    {
        _ledger = compilation.Ledger;
        _tables = compilation.Domain.Entities.GroupBy(entity => entity.Name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().TableName, StringComparer.Ordinal);
        foreach (var file in artifacts.Where(file => file.Path.StartsWith("db/migrations/", StringComparison.Ordinal) && file.Path.EndsWith(".sql", StringComparison.Ordinal)).OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            Note(file, folder);
        }
    }

    public Seq<SqlPlace> Of(Finding finding)
    {
        var caused = finding.Place is { } place ? _ledger.Entries.Where(entry => entry.Source.Overlaps(place)).SelectMany(entry => entry.Caused) : [];
        var affected = finding.Question?.Affects.Select(Affected) ?? [];
        return caused.Concat(affected).Select(name => _places.GetValueOrDefault(name)).OfType<SqlPlace>().Distinct().Take(MostOfOne).ToSeq();
    }

    /// <summary>An entity is its table, an attribute its column.</summary>
    private string Affected(string element)
    {
        var dot = element.IndexOf('.', StringComparison.Ordinal);
        var entity = dot < 0 ? element : element[..dot];
        return !_tables.TryGetValue(entity, out var table) ? element : dot < 0 ? $"table {table}" : $"column {table}.{element[(dot + 1)..]}";
    }

    private void Note(Artifact file, string folder)
    {
        var (table, number) = ("", 0);
        foreach (var line in file.Text.Split('\n'))
        {
            number++;
            var words = line.Split([' ', '('], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 2 && words[0] == "CREATE")
            {
                var kind = Array.FindIndex(words, word => Made.Contains(word, StringComparer.Ordinal));
                var name = kind > 0 && kind + 1 < words.Length ? Local(words[kind + 1]) : "";
                table = kind > 0 && words[kind] == "TABLE" ? name : "";
                Add($"{(kind > 0 ? words[kind].ToLowerInvariant() : "")} {name}", new(folder + file.Path, number, name));
            }
            else if (words.Length > 1 && words[0] is "CONSTRAINT" or "ADD" && words[^1].Length > 0)
            {
                Constraint(words, folder + file.Path, number);
            }
            else if (table.Length > 0 && line.StartsWith("    ", StringComparison.Ordinal) && words.Length > 1 && words[0] != "--")
            {
                Add($"column {table}.{words[0].Trim('"')}", new(folder + file.Path, number, $"{table}.{words[0].Trim('"')}"));
            }
            else if (line.StartsWith(')'))
            {
                table = "";
            }
        }
    }

    private void Constraint(string[] words, string path, int number)
    {
        var at = Array.IndexOf(words, "CONSTRAINT");
        if (at < 0 || at + 2 >= words.Length)
        {
            return;
        }

        var name = words[at + 1].Trim('"');
        var kind = words[at + 2] switch { "CHECK" => "check", "UNIQUE" => "unique", "EXCLUDE" => "exclusion", "FOREIGN" => "foreign key", "PRIMARY" => "primary key", _ => "constraint" };
        Add($"{kind} {name}", new(path, number, $"{kind} {name}"));
    }

    private void Add(string name, SqlPlace place) => _places.TryAdd(name, place);

    private static string Local(string name) => name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..].Trim('"', ';');
}
