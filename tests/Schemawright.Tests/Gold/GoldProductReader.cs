using System.Globalization;
using Schemawright.Collections;

namespace Schemawright.Tests.Gold;

/// <summary>Reads a .gold file: one line for each entity, attribute, key, relationship, life cycle and rule.</summary>
internal sealed class GoldProductReader
{
    private readonly List<GoldEntity> _entities = [];
    private readonly List<GoldAttribute> _attributes = [];
    private readonly List<GoldKey> _keys = [];
    private readonly List<GoldRelationship> _relationships = [];
    private readonly List<GoldTransition> _transitions = [];
    private readonly List<GoldRule> _rules = [];

    public static GoldProduct Read(string text)
    {
        var reader = new GoldProductReader();
        var lines = text.Split('\n').Select(WithoutComment).Where(line => line.Length > 0).Select(line => line.Split(' ', 2, StringSplitOptions.TrimEntries)).ToList();
        foreach (var line in lines.OrderBy(line => line[0] == "entity" ? 0 : 1))
        {
            reader.Take(line[0], line[1]);
        }

        return new(
            reader._entities.ToSeq(), reader._attributes.ToSeq(), reader._keys.ToSeq(), reader._relationships.ToSeq(), reader._transitions.ToSeq(), reader._rules.ToSeq());
    }

    private void Take(string kind, string rest)
    {
        switch (kind)
        {
            case "entity": _entities.Add(new(Names(rest), rest.EndsWith('?'))); break;
            case "attribute": TakeAttribute(rest); break;
            case "key": TakeKey(rest); break;
            case "relationship": TakeRelationship(rest); break;
            case "states": TakeStates(rest); break;
            case "rule": TakeRule(rest); break;
            default: throw new FormatException($"no kind of line: {kind} {rest}");
        }
    }

    private void TakeAttribute(string rest)
    {
        var (name, type) = Cut(rest, ':');
        var (entity, names) = Cut(name, '.');
        var refers = type.StartsWith("reference ", StringComparison.Ordinal) ? Known(type["reference ".Length..]) : null;
        var (kinds, values) = Cut(type, '[');
        _attributes.Add(new(Known(entity), Names(names), names.EndsWith('?'), refers is null ? Names(WithoutBrackets(kinds)) : [], Names(values.Split(']')[0]), refers));
    }

    private void TakeKey(string rest)
    {
        var (entity, attributes) = Cut(rest, '(');
        _keys.Add(new(Known(entity), attributes.TrimEnd(')', ' ').Split(',', StringSplitOptions.TrimEntries).ToSeq()));
    }

    private void TakeRelationship(string rest)
    {
        var (left, right) = Cut(rest.Replace("--", "\n", StringComparison.Ordinal), '\n');
        var (from, fromSide) = Cut(left, ' ');
        var (toSide, to) = Cut(right, ' ');
        _relationships.Add(new(Known(from), Names(fromSide), Names(toSide), Known(to)));
    }

    private void TakeStates(string rest)
    {
        var (name, changes) = Cut(rest, ':');
        var (entity, attribute) = Cut(name, '.');
        foreach (var change in changes.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (from, to) = Cut(change, '>');
            _transitions.Add(new(Known(entity), attribute, from, to));
        }
    }

    private void TakeRule(string rest)
    {
        var (place, demanded) = Cut(rest, ' ');
        var (document, lines) = Cut(place.TrimEnd('?'), ':');
        var (entities, demand) = Cut(demanded, ':');
        var (first, last) = Cut(lines, '-');
        var line = int.Parse(first, CultureInfo.InvariantCulture);
        _rules.Add(new(document, line, last.Length > 0 ? int.Parse(last, CultureInfo.InvariantCulture) : line, place.EndsWith('?'), Names(entities).Select(Known).ToSeq(), demand));
    }

    private string Known(string name) =>
        _entities.FirstOrDefault(entity => entity.Names.Contains(name.Trim(), StringComparer.Ordinal))?.Name ?? throw new FormatException($"no entity {name}");

    private static string WithoutComment(string line)
    {
        var comment = line.StartsWith('#') ? 0 : line.IndexOf(" #", StringComparison.Ordinal);
        return (comment >= 0 ? line[..comment] : line).Trim();
    }

    private static string WithoutBrackets(string type) => type.Split('(')[0];

    private static Seq<string> Names(string names) => names.TrimEnd('?', ' ').Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToSeq();

    private static (string Before, string After) Cut(string text, char at)
    {
        var parts = text.Split(at, 2, StringSplitOptions.TrimEntries);
        return (parts[0], parts.Length > 1 ? parts[1] : "");
    }
}
