using System.Globalization;

namespace Schemawright.Proof.Tests.Traps;

/// <summary>Two sessions that want what only one of them can have.</summary>
/// <param name="Before">What stands before, in one transaction.</param>
/// <param name="Broken">Counts violations over all rounds; none is right.</param>
/// <param name="Winners">How many of the two are accepted in READ COMMITTED; null: either.</param>
internal sealed record RaceCase(string Name, Func<int, string[]> Before, Func<int, string> One, Func<int, string> Other, string Broken, int? Winners = 1)
{
    private const string Potter = $"'{TrapProduct.PotterA}'";

    public static IReadOnlyList<RaceCase> All { get; } =
    [
        new("quota", round => [NewPotter(round), NewKiln(round), Planned(round, 1), Planned(round, 2)], round => Planned(round, 3), round => Planned(round, 4),
            "SELECT count(*)::text FROM (SELECT FROM app.firings WHERE status = 'planned' GROUP BY potter_id HAVING count(*) > 3) AS crowded"),
        new("exclusion", round => [NewKiln(round)], round => Slot(round, "10 days", "12 days"), round => Slot(round, "11 days", "13 days"),
            "SELECT count(*)::text FROM app.firings AS one JOIN app.firings AS other ON other.kiln_id = one.kiln_id AND other.id > one.id AND tstzrange(one.starts_at, one.ends_at) && tstzrange(other.starts_at, other.ends_at)"),
        new("transition", round => [NewKiln(round), Slot(round, "10 days", "12 days", round)], round => State(round, "running"), round => State(round, "cancelled"),
            "SELECT count(*)::text FROM app.firings WHERE version > 2"),
        new("optimistic lock", round => [NewOrder(round, "draft")], round => Price(round, 10), round => Price(round, 20),
            "SELECT count(*)::text FROM app.orders WHERE number LIKE 'race%' AND version > 2"),
        new("minimum cardinality", round => [NewOrder(round, "submitted"), Line(round, 1), Line(round, 2)], round => NoLine(round, 1), round => NoLine(round, 2),
            "SELECT count(*)::text FROM app.orders WHERE status = 'submitted' AND NOT EXISTS (SELECT FROM app.order_lines WHERE order_id = orders.id)"),
        new("unique while softly deleted", round => [Glaze(round, 1, "now()")], round => Glaze(round, 2, "NULL"), round => $"UPDATE app.glazes SET deleted_at = NULL WHERE id = {Id(round, 1)}",
            "SELECT count(*)::text FROM (SELECT FROM app.glazes WHERE deleted_at IS NULL GROUP BY name HAVING count(*) > 1) AS twice"),
        new("number without gaps", round => [Receipt(round, 6)], round => Receipt(round, 7), round => $"WITH stored AS ({Receipt(round, 8)} RETURNING number) SELECT 1 / (number - number) FROM stored",
            "SELECT (count(*) <> coalesce(max(number), 0))::int::text FROM app.receipts"),
        new("child below a parent being deleted", round => [NewKiln(round)], round => Slot(round, "10 days", "12 days"), round => $"UPDATE app.kilns SET deleted_at = now() WHERE id = {Id(round, 3)}",
            "SELECT count(*)::text FROM app.firings JOIN app.kilns ON kilns.id = kiln_id WHERE deleted_at IS NOT NULL"),
        new("child of a parent that takes it along", round => [Glaze(round, 1, "NULL")], round => $"INSERT INTO app.samples (glaze_id, label) VALUES ({Id(round, 1)}, 'race')", round => $"UPDATE app.glazes SET deleted_at = now() WHERE id = {Id(round, 1)}",
            "SELECT count(*)::text FROM app.samples JOIN app.glazes ON glazes.id = glaze_id WHERE glazes.deleted_at IS NOT NULL AND samples.deleted_at IS NULL", null),
    ];

    private static string Id(int round, int thing) => string.Create(CultureInfo.InvariantCulture, $"'00000000-0000-7000-9000-{thing:x4}{round:x8}'");

    private static string NewPotter(int round) => string.Create(CultureInfo.InvariantCulture, $"INSERT INTO app.potters (id, email, full_name, role, status) VALUES ({Id(round, 9)}, 'race{round}@example.org', 'Racer', 'potter', 'active')");

    private static string NewKiln(int round) => $"INSERT INTO app.kilns (id, code) VALUES ({Id(round, 3)}, 'race')";

    private static string Planned(int round, int place) => string.Create(CultureInfo.InvariantCulture,
        $"INSERT INTO app.firings (kiln_id, potter_id, starts_at, ends_at, opened_on) VALUES ({Id(round, 3)}, {Id(round, 9)}, now() + interval '{place} days', now() + interval '{place} days 1 hour', CURRENT_DATE)");

    /// <summary>Cancelled and running firings do not count, so that the potter's limit stays out of the way.</summary>
    private static string Slot(int round, string from, string to, int? id = null) =>
        $"WITH racer AS (INSERT INTO app.potters (email, full_name, role, status) VALUES ('race' || gen_random_uuid() || '@example.org', 'Racer', 'potter', 'active') RETURNING id) "
        + $"INSERT INTO app.firings (id, kiln_id, potter_id, starts_at, ends_at, opened_on) SELECT {(id is null ? "app.uuid7()" : Id(round, 4))}, {Id(round, 3)}, racer.id, CURRENT_DATE + interval '{from}', CURRENT_DATE + interval '{to}', CURRENT_DATE FROM racer";

    private static string State(int round, string state) => $"UPDATE app.firings SET status = '{state}', remark = 'race' WHERE id = {Id(round, 4)}";

    private static string NewOrder(int round, string status) => string.Create(CultureInfo.InvariantCulture,
        $"INSERT INTO app.orders (id, potter_id, number, status, price, currency) VALUES ({Id(round, 5)}, {Potter}, 'race {round}', '{status}', 100, 'EUR')");

    private static string Price(int round, int less) => string.Create(CultureInfo.InvariantCulture, $"UPDATE app.orders SET price = 100 - {less}, version = 1 WHERE id = {Id(round, 5)}");

    private static string Line(int round, int place) => string.Create(CultureInfo.InvariantCulture, $"INSERT INTO app.order_lines (order_id, glaze_id, quantity) VALUES ({Id(round, 5)}, '{TrapProduct.GlazeA}', {place})");

    private static string NoLine(int round, int place) => string.Create(CultureInfo.InvariantCulture, $"DELETE FROM app.order_lines WHERE order_id = {Id(round, 5)} AND quantity = {place}");

    private static string Receipt(int round, int place) => $"INSERT INTO app.receipts (id, issued_on, paid_by) VALUES ({Id(round, place)}, CURRENT_DATE, 'race')";

    private static string Glaze(int round, int place, string deleted) => string.Create(CultureInfo.InvariantCulture, $"INSERT INTO app.glazes (id, name, deleted_at) VALUES ({Id(round, place)}, 'race {round}', {deleted})");
}
