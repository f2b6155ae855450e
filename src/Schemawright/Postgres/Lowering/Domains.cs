using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Postgres.Lowering;

/// <summary>The domains of the standard business types, as far as the design's columns use them.</summary>
internal static class Domains
{
    private const int NamesOnALine = 8;
    private const int CodesOnALine = 24;

    private static readonly SqlLiteral Tag = SqlLiteral.String("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$");

    public static Seq<PgDomain> Lower(DataDesign design)
    {
        var used = design.Tables.SelectMany(table => table.Columns).Concat(design.Audit.ExtraColumns).Select(column => column.Type.Kind).ToHashSet();
        return
        [
            .. All.Where(known => used.Contains(known.Kind)).Select(known => known.Kind switch
            {
                DataKind.CurrencyCode => CurrencyLowering.Domain(design),
                DataKind.CountryCode => Text("country_code", "A country by its two letters (ISO 3166-1).", SqlText.Of($"VALUE IN ({Listed(design, DataKind.CountryCode, Countries.All)})")),
                DataKind.LanguageCode => Language(design),
                _ => known.Domain,
            }),
            .. used.Contains(DataKind.TimeZone) ? [TimeZone(design)] : Array.Empty<PgDomain>(),
        ];
    }

    /// <summary>By the list itself: the server takes 'Mars5' for a zone of its own making, and looks names up without minding their letters' case.</summary>
    private static PgDomain TimeZone(DataDesign design)
    {
        return Text("time_zone", "A time zone by its IANA name, such as Europe/Lisbon.", SqlText.Of($"VALUE IN ({Listed(design, DataKind.TimeZone, TimeZones.All, NamesOnALine)})"));
    }

    /// <summary>Two letters are one of the list; languages without any have three, and what follows says of which country or script.</summary>
    private static PgDomain Language(DataDesign design) => Text("language_code", "A language by its two or three letters (ISO 639), alone or with a country or script, such as en or pt-BR (BCP 47).", SqlText.Of(
        $"""
        VALUE ~ {Tag}
                AND (length(split_part(VALUE, '-', 1)) = 3 OR split_part(VALUE, '-', 1) IN ({Listed(design, DataKind.LanguageCode, Languages.All)}))
        """));

    private static SqlText Listed(DataDesign design, DataKind kind, IReadOnlyList<string> known, int onALine = CodesOnALine)
    {
        var names = CurrencyColumns.OwnCodes(design, kind, known).Concat(known).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Chunk(onALine)
            .Select(line => SqlText.Join(", ", line.Select(name => SqlText.Of($"{SqlLiteral.String(name)}"))));
        return SqlText.Of($"\n        {SqlText.Join(",\n", names)}");
    }

    private static readonly (DataKind Kind, PgDomain Domain)[] All =
    [
        (DataKind.Email, Text("email", "An e-mail address as it is delivered to, in lower case.", SqlText.Of(
            $$"""
            length(VALUE) <= 254 AND position('@' in VALUE) BETWEEN 2 AND 65
                    AND VALUE ~ '^[a-z0-9!#$%&''*+/=?^_`{|}~.-]+@[a-z0-9.-]+[.](?:[a-z][a-z]+|xn--[a-z0-9-]*[a-z0-9])$'
                    AND VALUE !~ '^[.]|[.][.]|[.]@|@[.-]|@.*(?:-[.]|[.]-)'
                    AND (length(VALUE) < 64 OR VALUE !~ '@.*[a-z0-9-]{64}')
            """))),
        (DataKind.Phone, Text("phone", "A telephone number in E.164 form: a plus sign and 7 to 15 digits.", SqlText.Of($$"""VALUE ~ '^\+[1-9][0-9]{6,14}$'"""))),
        (DataKind.Url, Text("url", "A web address: http or https, host, and no blanks or quotes.", SqlText.Of(
            $$"""
            length(VALUE) <= 2048
                    AND VALUE ~ '^https?://(?:[a-z0-9][a-z0-9.-]*|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?(?:[/?#][^[:space:][:cntrl:]"<>\\^`{|}]*)?$'
                    AND VALUE !~ '^https?://[^/?#]*(?:[.][.]|-[.]|[.]-|[-.](?:[:/?#]|$))'
            """))),
        (DataKind.CurrencyCode, Text("currency_code", "A currency by its three letters (ISO 4217).", SqlText.Of($$"""VALUE ~ '^[A-Z]{3}$'"""))),
        (DataKind.CountryCode, Text("country_code", "A country by its two letters (ISO 3166-1).", SqlText.Of($$"""VALUE ~ '^[A-Z]{2}$'"""))),
        (DataKind.LanguageCode, Text("language_code", "A language tag such as en or pt-BR (BCP 47).", SqlText.Of($$"""VALUE ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'"""))),
        (DataKind.Percentage, new PgDomain(
            QualifiedName.Of("app", "percentage"), "numeric",
            [new PgCheck(new Identifier("percentage_check"), new Condition(SqlText.Of($"VALUE BETWEEN 0 AND 100 AND scale(trim_scale(VALUE)) <= 4")))],
            "A percentage from 0 to 100 with at most four digits after the point.")),
        (DataKind.Coordinates, new PgDomain(
            QualifiedName.Of("app", "coordinates"), "point",
            [new PgCheck(new Identifier("coordinates_check"), new Condition(SqlText.Of($"(VALUE::point)[0] BETWEEN -180 AND 180 AND (VALUE::point)[1] BETWEEN -90 AND 90")))],
            "A place on Earth as (longitude, latitude) in degrees.")),
    ];

    private static PgDomain Text(string name, string comment, SqlText condition) =>
        new(QualifiedName.Of("app", name), "text", [new PgCheck(new Identifier(name + "_check"), new Condition(condition))], comment);
}
