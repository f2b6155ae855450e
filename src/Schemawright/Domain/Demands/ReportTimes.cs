using Schemawright.Diagnostics;
using Schemawright.Domain.Merging;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Demands;

/// <summary>Says by which moment a row falls into a day or a month.</summary>
internal sealed class ReportTimes(DomainDraft domain)
{
    public const string Created = "created_at";

    /// <summary>The moment the words name, else the only one every row has, else when the row was made; what is not certain is asked.</summary>
    public string Of(EntityDraft entity, string told, Origin origin)
    {
        var times = entity.Attributes.Where(attribute => attribute.Type is { IsArray: false, Kind: DataKind.Date or DataKind.Timestamp } && attribute.Name is not (Created or "updated_at" or "deleted_at") && !attribute.Encrypted && attribute.Privacy < PrivacyClass.Sensitive).ToList();
        var said = Naming.Words(told);
        if (times.Find(time => said.Contains(time.Name.Split('_')[0], StringComparer.Ordinal)) is { } named)
        {
            return named.Name;
        }

        var certain = times.Where(time => time.Required).ToList();
        if (times.Count == 0 || certain.Count == 1)
        {
            return certain.Count == 1 ? certain[0].Name : Created;
        }

        string[] choices = [.. certain.Select(time => time.Name).Append(Created).Concat(times.Except(certain).Select(time => time.Name)).Distinct(StringComparer.Ordinal).Take(6)];
        var sides = choices.Select((name, place) => new Side($"{entity.Name}.{name}", place == 0 ? origin.Sources : [])).ToArray();
        domain.Findings.Assumption("report time", entity.Name, $"By which moment does a row of {entity.Name} fall into a day or a month of a report?", sides, $"By {choices[0]}.", affects: [entity.Name]);
        return choices[domain.Findings.Chosen("report time", entity.Name, sides)];
    }
}
