using System.Globalization;
using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain.Merging;
using Schemawright.Facts;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Structure;

/// <summary>Decides an attribute's type from all places that state one, and asks where they cannot all be right.</summary>
internal sealed class MergeTypes(DomainDraft domain)
{
    private readonly Lazy<UsedWords> _words = new(() => new UsedWords(domain.Facts));
    private readonly Lazy<Dictionary<string, DataType>> _elsewhere = new(() => ByName(domain));
    private readonly List<(EntityDraft Entity, string Name, SourceSpan Source)> _zoneless = [];
    private readonly List<SourceSpan> _zoned = [];

    public (DataType Type, bool Assumed) Of(EntityDraft entity, AttributeGroup group, string name)
    {
        var values = Values(entity, group, name);
        if (values.Count > 0)
        {
            return (new DataType(DataKind.Enumeration, Values: values, IsArray: group.IsArray), false);
        }

        var typed = group.Typed.Where(fact => !Strength.IsDrawing(fact.Form)).ToList();
        if (typed.Count == 0)
        {
            typed = [.. group.Typed];
        }

        if (typed.Count == 0)
        {
            var assumed = Elsewhere(name) ?? AssumedTypes.Of(name, group.Facts.Select(fact => fact.Check).OfType<Expr>());
            return (assumed with { IsArray = group.IsArray, Kind = assumed.Kind == DataKind.Timestamp && IsTimeOfAWeekday(entity, name) ? DataKind.Time : assumed.Kind }, true);
        }

        NoteZone(entity, group);
        AskAboutKinds(entity, name, typed);
        AskAboutPrecision(entity, name, typed);
        return (Refine(WithZone(typed[0].Type!), name, typed) with { Length = Length(entity, name, typed) }, false);
    }

    /// <summary>Beside a day of the week a start time is one of the clock, every week.</summary>
    private static bool IsTimeOfAWeekday(EntityDraft entity, string name) =>
        name.EndsWith("_time", StringComparison.Ordinal) && entity.Stated.Any(fact => AttributeNames.Of(fact.Name) is "weekday" or "day_of_week" or "week_day");

    /// <summary>The written type that attributes of this name have in other entities, lists of values aside.</summary>
    public DataType? Elsewhere(string name) => name.Contains('_', StringComparison.Ordinal) ? _elsewhere.Value.GetValueOrDefault(name) : null;

    private static Dictionary<string, DataType> ByName(DomainDraft domain) =>
        domain.Facts.Attributes.Where(fact => fact.Type is { Kind: not DataKind.Unknown and not DataKind.LocalTimestamp, Values.Count: 0, IsArray: false } && !Strength.IsDrawing(fact.Form))
            .OrderByDescending(Strength.Of).GroupBy(fact => AttributeNames.Of(fact.Name), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().Type!, StringComparer.Ordinal);

    /// <summary>One question for all timestamps without a zone, however many there are.</summary>
    public void AskAboutZones()
    {
        if (_zoneless.Count == 0)
        {
            return;
        }

        var without = _zoneless.Select(entry => entry.Source).Distinct().Order().ToSeq();
        Side[] sides =
        [
            new($"moments with a time zone{(_zoned.Count > 0 ? ", as elsewhere in the documents" : "")}", _zoned.Distinct().Order().ToSeq()),
            new($"local wall-clock times without a zone, as the {_zoneless.Count} timestamps are written", without),
        ];
        var affects = _zoneless.Select(entry => $"{entry.Entity.Name}.{entry.Name}").Distinct(StringComparer.Ordinal);
        const string Question = "Are the timestamps that name no time zone moments in time, or local wall-clock times?";
        const string Taken = "All timestamps are stored with time zone.";
        _ = _zoned.Count > 0
            ? domain.Findings.Contradiction("timestamp zone", "*", Question, sides, Taken, 3, 2, affects)
            : domain.Findings.Assumption("timestamp zone", "*", Question, sides, Taken, 3, 2, affects);
        if (domain.Findings.Declined("timestamp zone", "*", sides))
        {
            KeepLocal();
        }
    }

    private void KeepLocal()
    {
        foreach (var (entity, name, _) in _zoneless)
        {
            if (entity.Find(name) is { Type.Kind: DataKind.Timestamp } attribute)
            {
                entity.Replace(attribute with { Type = attribute.Type with { Kind = DataKind.LocalTimestamp } });
            }
        }
    }

    private Seq<string> Values(EntityDraft entity, AttributeGroup group, string name)
    {
        var sets = group.Facts.Where(fact => fact.Type is { Values.Count: > 0 }).Select(fact => ValueSet.Of(fact.Type!.Values, fact.Source)).ToList();
        var states = domain.States.GetValueOrDefault((entity.Key, name));
        sets = [.. states?.Values ?? [], .. sets];
        if (sets.Count == 0)
        {
            return [];
        }

        if (ResolveRoles.IsRoleAttribute(name))
        {
            sets = [.. sets, .. RoleSets.Of(domain, entity)];
            sets = RoleSets.WithOneSpelling(sets);
        }

        var different = ValueSets.Distinct(sets);
        var joined = states is { Machine.Count: > 0 } ? different[0].Values : ValueSets.Join(different, _words.Value.IsUsedElsewhere);
        if (different.Count > 1)
        {
            var assumed = new Side($"all {joined.Count}: {string.Join(", ", joined)}", []);
            var places = different.Select(set => new Side(set.Words("values"), [set.Source]));
            var sides = (different[0].Values.Count == joined.Count ? places : places.Prepend(assumed)).ToList();
            domain.Findings.Contradiction(
                "values", $"{entity.Name}.{name}", ValuesQuestion($"{entity.Name}.{name}", different),
                sides, $"{entity.Name}.{name} may be {string.Join(", ", joined)}.", impact: 3, uncertainty: 3);
            joined = Answered($"{entity.Name}.{name}", sides, different, joined);
            domain.AnsweredValues[(entity.Key, name)] = joined;
        }

        return joined;
    }

    /// <summary>The list the author chose or wrote instead.</summary>
    private Seq<string> Answered(string path, List<Side> sides, IReadOnlyList<ValueSet> sets, Seq<string> joined)
    {
        var id = ClarificationId.From("values", path);
        if (domain.Findings.Choice(id, [.. sides.Select(side => side.WithPlace)]) is { } choice)
        {
            var set = choice - (sides.Count - sets.Count);
            return set < 0 ? joined : sets[set].Values;
        }

        if (domain.Findings.AnswerTo(id) is not { } answer || !answer.Text.Contains(',', StringComparison.Ordinal))
        {
            return joined;
        }

        domain.Findings.Settle(id);
        return ValueSets.Normal(answer.Text.TrimEnd('.').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToSeq());
    }

    private static string ValuesQuestion(string path, IReadOnlyList<ValueSet> sets) =>
        sets.Sum(set => set.Values.Count) <= 20
            ? $"Which values may {path} have: {string.Join(", or ", sets.Select(set => new Side(set.Words("values"), [set.Source]).WithPlace))}?"
            : $"Which values may {path} have: {string.Join(", or ", sets.Select(set => $"the {set.Values.Count} of {set.Source.Document}:{set.Source.Line}"))}?";

    /// <summary>Remembers which timestamps are written with a zone and which without.</summary>
    public void NoteZone(EntityDraft entity, AttributeGroup group)
    {
        foreach (var fact in group.Typed.Where(fact => !Strength.IsDrawing(fact.Form)))
        {
            if (IsZoneless(fact))
            {
                _zoneless.Add((entity, group.Name, fact.Source));
            }
            else if (fact.Type!.Kind == DataKind.Timestamp)
            {
                _zoned.Add(fact.Source);
            }
        }
    }

    private static bool IsZoneless(AttributeFact fact) =>
        fact.Type!.Kind == DataKind.LocalTimestamp
        || (fact.Type.Kind == DataKind.Timestamp && fact.Marks.Any(mark => mark.Contains("timezone-unstated", StringComparison.Ordinal)));

    private static DataType WithZone(DataType type) => type.Kind == DataKind.LocalTimestamp ? type with { Kind = DataKind.Timestamp } : type;

    /// <summary>A vague type (text, decimal) becomes the specific one that another place or the name's head noun gives.</summary>
    private static DataType Refine(DataType type, string name, List<AttributeFact> typed)
    {
        var elsewhere = typed.Select(fact => fact.Type!.Kind).FirstOrDefault(kind => Refines(type.Kind, kind));
        var byName = AssumedTypes.Of(name).Kind;
        var kind = elsewhere != DataKind.Unknown ? elsewhere
            : type.Kind == DataKind.ShortText && byName is DataKind.Email or DataKind.Phone ? byName
            : type is { Kind: DataKind.ShortText, Length: 3 or null } && byName == DataKind.CurrencyCode ? byName
            : type.Kind == DataKind.Decimal && byName == DataKind.Money ? byName
            : type.Kind;
        return type.IsArray ? type : type with { Kind = kind };
    }

    private static bool Refines(DataKind vague, DataKind specific) => vague switch
    {
        DataKind.ShortText => specific is DataKind.Email or DataKind.Phone or DataKind.Url or DataKind.CurrencyCode or DataKind.CountryCode or DataKind.LanguageCode or DataKind.TimeZone or DataKind.IpAddress or DataKind.LongText,
        DataKind.LongText => specific is DataKind.Url,
        DataKind.Decimal => specific is DataKind.Money or DataKind.Percentage,
        DataKind.Integer => specific is DataKind.BigInteger,
        _ => false,
    };

    private void AskAboutKinds(EntityDraft entity, string name, List<AttributeFact> typed)
    {
        var families = typed.GroupBy(fact => (Family(fact.Type!.Kind), fact.Type.IsArray)).Select(family => family.First()).ToList();
        if (families.Count > 1)
        {
            Side[] sides = [.. families.Select(fact => new Side(fact.TypeText ?? fact.Type!.Kind.ToString(), [fact.Source]))];
            var path = $"{entity.Name}.{name}";
            var chosen = domain.Findings.Read("type", path, sides, words => TypeWords.Whole(words.TrimEnd('.'), name)) is { } written
                ? families[0] with { Type = written, TypeText = null }
                : families[domain.Findings.Chosen("type", path, sides)];
            typed.Remove(chosen);
            typed.Insert(0, chosen);
            typed.RemoveAll(fact => domain.Findings.IsSettled(ClarificationId.From("type", path)) && fact != chosen);
            domain.Findings.Contradiction(
                "type", $"{entity.Name}.{name}", $"What is {entity.Name}.{name}: {string.Join(" or ", families.Select(fact => fact.TypeText ?? fact.Type!.Kind.ToString()))}?",
                sides, $"{entity.Name}.{name} is stored as {families[0].TypeText ?? families[0].Type!.Kind.ToString()}{Precedence.Because(families[0], families[1])}.", impact: 2, uncertainty: 2);
        }
    }

    private void AskAboutPrecision(EntityDraft entity, string name, List<AttributeFact> typed)
    {
        var places = typed.Where(fact => fact.Type is { Scale: not null, IsArray: false }).DistinctBy(fact => (fact.Type!.Precision, fact.Type.Scale)).ToList();
        if (places.Count < 2 || typed[0].Type!.Scale is null)
        {
            return;
        }

        var path = $"{entity.Name}.{name}";
        Side[] sides = [.. places.Select(fact => new Side(fact.TypeText ?? $"{fact.Type!.Precision}, {fact.Type.Scale}", [fact.Source]))];
        domain.Findings.Contradiction(
            "precision", path, $"How many digits has {path}: {string.Join(" or ", places.Select(fact => fact.TypeText))}?",
            sides, $"It is stored as {places[0].TypeText}{Precedence.Because(places[0], places[1])}.", impact: 1, uncertainty: 2);
        var chosen = places[domain.Findings.Chosen("precision", path, sides)];
        typed[0] = typed[0] with { Type = typed[0].Type! with { Precision = chosen.Type!.Precision, Scale = chosen.Type.Scale } };
    }

    private int? Length(EntityDraft entity, string name, List<AttributeFact> typed)
    {
        var lengths = typed.Where(fact => fact.Type!.Length is not null).GroupBy(fact => fact.Type!.Length!.Value).OrderByDescending(group => group.Key).ToList();
        if (lengths.Count > 1)
        {
            Side[] sides = [.. lengths.Select(group => new Side($"{group.Key} characters", [group.First().Source]))];
            var written = domain.Findings.Read("length", $"{entity.Name}.{name}", sides, Figure);
            var chosen = lengths[domain.Findings.Chosen("length", $"{entity.Name}.{name}", sides)];
            domain.Findings.Contradiction(
                "length", $"{entity.Name}.{name}", $"How long may {entity.Name}.{name} be: {string.Join(" or ", lengths.Select(group => group.Key))} characters?",
                sides, $"{entity.Name}.{name} may have {lengths[0].Key} characters.", impact: 1, uncertainty: 2);
            return written ?? chosen.Key;
        }

        return lengths.Count == 0 ? null : lengths[0].Key;
    }

    /// <summary>"80 characters" is 80.</summary>
    private static int? Figure(string words) =>
        int.TryParse(words.Split(' ', 2)[0], NumberStyles.None, CultureInfo.InvariantCulture, out var figure) && figure is > 0 and <= 1_000_000 ? figure : null;

    private static string Family(DataKind kind) => kind switch
    {
        DataKind.ShortText or DataKind.LongText or DataKind.Email or DataKind.Phone or DataKind.Url or DataKind.CurrencyCode or DataKind.CountryCode
            or DataKind.LanguageCode or DataKind.TimeZone or DataKind.IpAddress or DataKind.Enumeration => "text",
        DataKind.Integer or DataKind.BigInteger or DataKind.Identity => "whole number",
        DataKind.Decimal or DataKind.Money or DataKind.Percentage => "number",
        DataKind.Timestamp or DataKind.LocalTimestamp => "timestamp",
        _ => kind.ToString(),
    };
}
