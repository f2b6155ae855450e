using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Proof.Tests.Traps;
using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests;

/// <summary>The file that spreads tables over several servers, run in order against functions that refuse what Citus refuses.</summary>
public sealed class SpreadTests
{
    /// <summary>Citus itself is no part of the server: these functions have its names and arguments and the conditions its manual states.</summary>
    private const string Conditions =
        """
        CREATE SCHEMA citus;
        CREATE TABLE citus.spread (named regclass PRIMARY KEY, by name, beside regclass);
        CREATE FUNCTION citus.create_reference_table(table_name regclass) RETURNS void LANGUAGE plpgsql AS $f$ BEGIN
            IF EXISTS (SELECT FROM pg_trigger WHERE tgrelid = table_name AND NOT tgisinternal) THEN RAISE 'triggers on %', table_name; END IF;
            INSERT INTO citus.spread VALUES (table_name, NULL, NULL);
        END $f$;
        CREATE FUNCTION citus.create_distributed_table(table_name regclass, distribution_column text, colocate_with text DEFAULT 'default') RETURNS void LANGUAGE plpgsql AS $f$
        DECLARE
            place smallint := (SELECT attnum FROM pg_attribute WHERE attrelid = table_name AND attname = distribution_column);
            broken text;
        BEGIN
            IF place IS NULL THEN RAISE 'no column % in %', distribution_column, table_name; END IF;
            IF EXISTS (SELECT FROM pg_trigger WHERE tgrelid = table_name AND NOT tgisinternal) THEN RAISE 'triggers on %', table_name; END IF;
            SELECT indexrelid::regclass::text INTO broken FROM pg_index WHERE indrelid = table_name AND (indisunique OR indisexclusion) AND NOT place = ANY (indkey);
            IF broken IS NOT NULL THEN RAISE 'unique without the distribution column: %', broken; END IF;
            SELECT conname INTO broken FROM pg_constraint AS known LEFT JOIN citus.spread AS other ON other.named = known.confrelid
            WHERE contype = 'f' AND conrelid = table_name AND conrelid <> confrelid AND (other.named IS NULL OR other.by IS NOT NULL AND (
                NOT place = ANY (conkey) OR confkey[array_position(conkey, place)] <> (SELECT attnum FROM pg_attribute WHERE attrelid = confrelid AND attname = other.by)));
            IF broken IS NOT NULL THEN RAISE 'reference to another server: %', broken; END IF;
            IF colocate_with <> 'default' AND NOT EXISTS (SELECT FROM citus.spread WHERE named = colocate_with::regclass) THEN RAISE 'not spread: %', colocate_with; END IF;
            INSERT INTO citus.spread VALUES (table_name, distribution_column, nullif(colocate_with, 'default')::regclass);
        END $f$;
        SET search_path = citus, public
        """;

    private const string Documents =
        """
        # Observatories

        The observatories are tenants: each observatory sees only its own rows. All changes are logged: who, when and what.

        ## Data model

        ### Observatory
        - id: uuid
        - name: string (required, unique)

        ### Band
        - id: uuid
        - name: string (required, unique)

        ### Probe
        - id: uuid
        - observatory_id: uuid (FK -> Observatory, required)
        - serial: string (required)
        - part_of_id: uuid (FK -> Probe)

        ### Pulse
        - id: uuid
        - probe_id: uuid (FK -> Probe, required)
        - band_id: uuid (FK -> Band, required)
        - strength: integer (required)

        **Rules**:
        - Each probe has a serial number that is unique across all observatories
        - The strength of a pulse must be at least 0
        """;

    [Fact]
    public async Task Each_table_meets_what_is_asked_of_a_spread_table_once_the_file_has_taken_off_what_no_server_keeps()
    {
        var compilation = Compiler.Compile([new InputDocument("PRD.md", Documents), new InputDocument("SCALE_REQUIREMENTS.md", "# Scale\n\n- 30,000,000,000 pulses per year\n")], "observatories", new Findings());
        var plan = compilation.Design.Distribution.ShouldNotBeNull();
        var file = compilation.Artifacts.Single(artifact => artifact.Path == "db/operations/citus.sql");
        await using var deployed = await Deployed.OfAsync(compilation);
        await deployed.Session.AcceptsAsync(Conditions);
        await deployed.Session.RefusesAsync("SELECT create_distributed_table('app.probes', 'observatory_id')", "P0001");
        await deployed.RunAsync(file with { Text = file.Text.Replace("CREATE EXTENSION IF NOT EXISTS citus;", "", StringComparison.Ordinal) });
        (await deployed.Session.ListAsync("SELECT named::text || ' ' || coalesce(by, 'everywhere') FROM citus.spread")).Count.ShouldBe(plan.Tables.Count + plan.Copied.Count);
        await deployed.Session.AnswersAsync("SELECT count(*)::text FROM citus.spread WHERE by IS NOT NULL AND beside IS NULL", "1");
    }
}
