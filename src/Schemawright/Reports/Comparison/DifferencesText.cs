using Schemawright.Rendering;

namespace Schemawright.Reports.Comparison;

/// <summary>Differences between two models for people: what changed in words, then the objects of the database that follow from it.</summary>
public static class DifferencesText
{
    private const int MostObjects = 12;

    public static IEnumerable<ReportLine> Write(ModelDifferences differences)
    {
        if (differences.AreSame)
        {
            yield return ReportLine.Of($"{Printable.Of(differences.After)}: the models are the same", Tone.Strong);
            yield break;
        }

        foreach (var entity in differences.Entities)
        {
            foreach (var line in Entity(entity))
            {
                yield return line;
            }

            yield return ReportLine.Empty;
        }

        yield return Total(differences);
    }

    /// <summary>A sign and what it stands for: <c>+</c> new, <c>-</c> gone, <c>~</c> changed.</summary>
    private static ReportLine Signed(ChangeKind kind, string indent, string text) => new([new($"{indent}{Sign(kind)} ", ToneOf(kind)), new(Printable.Of(text))]);

    private static IEnumerable<ReportLine> Entity(EntityChanges entity)
    {
        var objects = entity.Changes.Where(change => change.Thing.InDatabase).ToArray();
        var said = entity.Changes.Where(change => !change.Thing.InDatabase && change.Thing.Kind != "entity").ToArray();
        if (entity.Kind != ChangeKind.Changed)
        {
            return Whole(entity, said, objects.Length);
        }

        var more = objects.Length - MostObjects;
        return
        [
            Signed(entity.Kind, "", entity.Name.Length == 0 ? "the product as a whole" : entity.Name),
            .. said.Select(change => Signed(change.Kind, "    ", $"{change.Thing.Kind} {change.Thing.Name}{Words(change)}")),
            .. objects.Take(MostObjects).Select(change => new ReportLine([new("    in the database ", Tone.Faint), new($"{Sign(change.Kind)} ", ToneOf(change.Kind)), new(Printable.Of($"{change.Thing.Kind} {change.Thing.Name}"))])),
            .. more <= 0 ? Array.Empty<ReportLine>() : [ReportLine.Of($"    in the database and {more} more (all with --format json)", Tone.Faint)],
        ];
    }

    /// <summary>An entity that is new or gone: the names of what it has, a line for each kind.</summary>
    private static IEnumerable<ReportLine> Whole(EntityChanges entity, ModelChange[] said, int objects) =>
    [
        Signed(entity.Kind, "", entity.Name),
        .. said.GroupBy(change => change.Thing.Kind, StringComparer.Ordinal).Select(group => new ReportLine(
            [new($"    {group.Key} ", Tone.Faint), new(Printable.Of(string.Join(", ", group.Select(change => change.Thing.Name))))])),
        ReportLine.Of($"    in the database {English.Count(objects, "object")}", Tone.Faint),
    ];

    private static string Words(ModelChange change) => change.Kind switch
    {
        ChangeKind.Added => Said(change.After),
        ChangeKind.Removed => Said(change.Before),
        _ => Changed(change.Before, change.After),
    };

    private static string Said(string words) => words.Length == 0 ? "" : $": {words}";

    /// <summary>The pieces that were said before only, and those said now only.</summary>
    private static string Changed(string before, string after)
    {
        var (old, now) = (before.Split("; "), after.Split("; "));
        var gone = string.Join("; ", old.Except(now, StringComparer.Ordinal));
        var added = string.Join("; ", now.Except(old, StringComparer.Ordinal));
        return gone.Length == 0 ? $": now {(added.Length > 0 ? added : after)}" : added.Length == 0 ? $": no more {gone}" : $": was {gone}, now {added}";
    }

    private static ReportLine Total(ModelDifferences differences)
    {
        var entities = differences.Entities.Where(entity => entity.Name.Length > 0).ToArray();
        var objects = differences.Entities.SelectMany(entity => entity.Changes).Where(change => change.Thing.InDatabase).ToArray();
        int Of(ChangeKind kind) => entities.Count(entity => entity.Kind == kind);
        int Objects(ChangeKind kind) => objects.Count(change => change.Kind == kind);
        var product = Printable.Of(differences.Before == differences.After ? differences.After : $"{differences.Before} to {differences.After}");
        return ReportLine.Of(
            $"{product}: {English.Count(entities.Length, "entity", "entities")} ({Of(ChangeKind.Added)} new, {Of(ChangeKind.Removed)} gone, {Of(ChangeKind.Changed)} changed), "
            + $"{English.Count(objects.Length, "object")} of the database ({Objects(ChangeKind.Added)} new, {Objects(ChangeKind.Removed)} gone, {Objects(ChangeKind.Changed)} changed)", Tone.Strong);
    }

    internal static string Sign(ChangeKind kind) => kind switch { ChangeKind.Added => "+", ChangeKind.Removed => "-", _ => "~" };

    private static Tone ToneOf(ChangeKind kind) => kind switch { ChangeKind.Added => Tone.Note, ChangeKind.Removed => Tone.Error, _ => Tone.Warning };
}
