using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>Prepares each report the documents ask for: kept beside the tables and made anew at its rhythm, or computed when it must be up to date.</summary>
internal sealed class ReadModels(DataDesign design, Findings findings)
{
    public const string Reporter = "reporter";
    private const string ReporterDecision = "D05-reporter";

    private static readonly Period Assumed = new(1, PeriodUnit.Hour);

    private readonly HashSet<string> _taken = design.Tables.SelectMany(ObjectNames.Of).Concat(design.Views.Select(view => view.Name)).Append(design.Audit.Table).ToHashSet(StringComparer.Ordinal);
    private readonly List<Decision> _decisions = [];

    public DataDesign Apply()
    {
        var models = design.Domain.Reports.SelectMany(Of).ToSeq();
        if (models.Count == 0)
        {
            return design.Decide(_decisions);
        }

        AskHowOld(models);
        return WithReporter(design with { ReadModels = models }).Decide(_decisions);
    }

    /// <summary>Figures told for the same groups stand in one report; where one has a currency and another has none, each has its own.</summary>
    private IEnumerable<ReadModelDesign> Of(Report report)
    {
        var sources = new List<ReadModelSource>();
        foreach (var figure in report.Figures)
        {
            if (design.OfEntity(figure.Entity) is not { } table || ReadModelParts.Path(design, table, report, figure) is not { } keys || ReadModelParts.Figure(design, table, figure) is not { } column)
            {
                return NotKept(report, "one of its figures or groups is encrypted, kept from readers, or no column of the model");
            }

            if (table.Scope == TenantScope.TenantRoot)
            {
                return NotKept(report, $"{table.Name} are the tenants themselves, so it runs over all of them, which no tenant's session may; the platform's administrators compute it");
            }

            Add(sources, new(table.Name, keys, [column]) { Zone = ReadModelParts.Zone(design, table, keys) });
        }

        return sources.GroupBy(source => (source.Keys.Count, design.Find(source.Table)!.Scope)).SelectMany(alike => Together(report, [.. alike]));
    }

    private IEnumerable<ReadModelDesign> Together(Report report, List<ReadModelSource> sources)
    {
        var tenant = design.Find(sources[0].Table)!.Scope == TenantScope.Scoped ? design.Tenancy.TenantColumn : null;
        return ReadModelParts.Keys(design, report, sources[0]) is not { } keys || (tenant is null && keys.Count == 0)
            ? NotKept(report, "it is a single figure, or its groups cannot be told apart: one query answers it")
            : [Made(report, sources, keys, tenant)];
    }

    private ReadModelDesign Made(Report report, List<ReadModelSource> sources, Seq<ReadModelKey> keys, string? tenant)
    {
        var name = Free(keys.Count == 0 ? $"{sources[0].Table}_in_figures" : $"{sources[0].Table}_by_{string.Join("_and_", keys.Select(key => ReadModelParts.Plain(key)))}");
        var every = report.Live ? null : report.Every ?? Assumed;
        var id = $"D05-{name}";
        var figures = string.Join(", ", sources.SelectMany(source => source.Figures).Select(figure => figure.Words));
        var per = keys.Count == 0 ? "" : $" per {string.Join(" and ", keys.Select(ReadModelParts.Plain))}";
        _decisions.Add(new(id, 5, every is null ? $"{name} computes {figures}{per} when it is read." : $"{name} keeps {figures}{per}, made anew every {every.Each()}{(report.Every is null ? ", which is assumed" : "")}.",
            $"The documents say: {report.Words.TrimEnd('.', ' ')}. {(every is null ? "It must be up to date, so nothing is kept." : "A report reads a row per group instead of every row, and readers are not held up while it is made anew.")} {(sources.Count > 1 ? "Each table is added up by itself before the figures are laid side by side, so no row counts twice." : "Rows are only followed up their references, so none counts twice.")}{(report.Span is null ? "" : $" Its {report.Span.ToString()!.ToLowerInvariant()}s begin {Where(sources)}.")}",
            report.Origin.Sources));
        return new(name, tenant, keys, sources.ToSeq(), every, $"{char.ToUpperInvariant(figures[0])}{figures[1..]}{per}.", report.Origin with { Decision = id })
        {
            Top = report.Top, KeyName = Free(ObjectNames.Shortened(name, "_key")),
        };
    }

    private string Where(List<ReadModelSource> sources) => sources.Select(source => source.Zone).OfType<ReadModelPath>().FirstOrDefault() is not { } zone
        ? $"in {LocalDays.Of(design.Domain)}" : zone.Links.Count == 0 ? $"in the row's {zone.Column}" : $"by the {zone.Column} of {design.Find(sources[0].Table)!.Zone!.Path[^2].Replace('_', ' ')}";

    private static void Add(List<ReadModelSource> sources, ReadModelSource source)
    {
        var same = sources.FindIndex(known => known.Table == source.Table && known.Keys == source.Keys);
        if (same < 0)
        {
            sources.Add(source);
        }
        else if (!sources[same].Figures.Any(figure => figure.Name == source.Figures[0].Name))
        {
            sources[same] = sources[same] with { Figures = [.. sources[same].Figures, .. source.Figures] };
        }
    }

    private IEnumerable<ReadModelDesign> NotKept(Report report, string why)
    {
        _decisions.Add(new($"D05-report-{report.Origin.Sources.FirstOrDefault()?.Line ?? 0}", 5, $"No figures are prepared for \"{report.Words.Trim()}\".", char.ToUpperInvariant(why[0]) + why[1..] + ".", report.Origin.Sources));
        return [];
    }

    private string Free(string words)
    {
        var name = ObjectNames.Shortened(words);
        for (var turn = 2; !_taken.Add(name); turn++)
        {
            name = ObjectNames.Shortened(words, FormattableString.Invariant($"_{turn}"));
        }

        return name;
    }

    private void AskHowOld(Seq<ReadModelDesign> models)
    {
        var assumed = models.Where(model => model.Every == Assumed && design.Domain.Reports.Any(report => report.Every is null && report.Origin.Sources == model.Origin.Sources)).ToList();
        if (assumed.Count > 0)
        {
            findings.Ask(new(ClarificationId.From("age of reports", "*"), ClarificationReason.Assumption, $"How old may the figures be that reports show ({string.Join(", ", assumed.Take(6).Select(model => model.Name))})?",
                ["an hour", "a day", "none: they are computed when read"], "They are made anew every hour.", DesignEdits.SourcesOf(assumed.Select(model => model.Origin)), [.. assumed.Select(model => model.Name)], 1, 2));
        }
    }

    /// <summary>A search uses its index only past row security.</summary>
    public static DataDesign WithSearcher(DataDesign design)
    {
        var searched = design.Tables.Where(table => table.Scope == TenantScope.Scoped && table.Indexes.Any(index => index.IsSearch)).ToList();
        if (searched.Count == 0)
        {
            return design;
        }

        var choice = new Decision("D06-search", 6, $"A function for each searched table ({string.Join(", ", searched.Select(table => table.Name))}) looks for a text past row security, for the session's tenant alone, and answers with keys that are then read through the table.",
            "The operators of text search are not leakproof, so under a policy PostgreSQL reads all rows of the tenant instead of the index.", DesignEdits.SourcesOf(searched.SelectMany(table => table.Indexes.Where(index => index.IsSearch)).Select(index => index.Origin)));
        var decided = design.Decide(choice);
        return decided.Roles.Any(role => role.Name == Reporter) ? decided
            : decided with { Roles = [.. decided.Roles, new(Reporter, RolePurpose.Reporter, null, [], "Owns the searches, which look for words past row security and answer for the session's tenant alone; nobody can act as it.", Origin.Decided(choice.Id))] };
    }

    /// <summary>Rows of all tenants are added up by a role that owns nothing else and that nobody can act as.</summary>
    private DataDesign WithReporter(DataDesign reported)
    {
        if (!reported.ReadModels.Any(model => model is { Every: not null, TenantColumn: not null }) || reported.Roles.Any(role => role.Name == Reporter))
        {
            return reported;
        }

        _decisions.Add(new(ReporterDecision, 5, $"The materialised views belong to {Reporter}, a role without login and without members which alone passes row security; tenants read them through views that show their own rows.",
            "A materialised view is filled for all tenants at once and knows no row security, so it must be filled by somebody who sees all tenants, and be out of everybody's reach.", []));
        return reported with { Roles = [.. reported.Roles, new(Reporter, RolePurpose.Reporter, null, [], "Owns the materialised views and fills them for all tenants; nobody can act as it.", Origin.Decided(ReporterDecision))] };
    }
}
