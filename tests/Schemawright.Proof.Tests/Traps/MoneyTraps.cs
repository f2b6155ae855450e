using Xunit;

namespace Schemawright.Proof.Tests.Traps;

/// <summary>Traps 4 and 5: a hundred cents whatever the currency, and three letters without a list.</summary>
public class MoneyTraps(TrapProduct product)
{
    private const string Insert = "INSERT INTO app.orders (potter_id, number, status, price, currency) VALUES ('" + TrapProduct.PotterA + "', '77', 'draft', ";

    [Fact]
    public async Task Trap_4_cents_as_a_hundredth_round_dinars_and_split_yen()
    {
        await using var trap = await product.EmptyAsync();
        await trap.AcceptsAsync("CREATE TABLE orders (currency text, price numeric(12,2), cents bigint GENERATED ALWAYS AS (price * 100) STORED)");
        await trap.AcceptsAsync("INSERT INTO orders VALUES ('KWD', 1.005), ('JPY', 10.50)");
        await trap.AnswersAsync("SELECT string_agg(price || ' ' || cents, ', ') FROM orders", "1.01 101, 10.50 1050");

        await using var ours = await product.OursAsAsync("application");
        await ours.RefusesAsync(Insert + "10.50, 'JPY')", "23514", "orders_price_minor_units");
        await ours.RefusesAsync(Insert + "1.005, 'EUR')", "23514", "orders_price_exact");
        await ours.RefusesAsync(Insert + "'NaN', 'EUR')", "23514", "orders_price_exact");
        await ours.AcceptsAsync(Insert + "10, 'JPY')");
        await ours.AnswersAsync("SELECT string_agg(code || app.minor_units(code), ' ' ORDER BY code) FROM unnest(ARRAY['JPY', 'EUR', 'KWD', 'CLF']) AS code", "CLF4 EUR2 JPY0 KWD3");
    }

    [Fact]
    public async Task Trap_5_char_of_three_takes_any_letters_and_calls_padded_texts_equal()
    {
        await using var trap = await product.EmptyAsync();
        await trap.AcceptsAsync("CREATE TABLE orders (currency char(3))");
        await trap.AcceptsAsync("INSERT INTO orders VALUES ('ZZZ'), ('eu'), ('')");
        await trap.AnswersAsync("SELECT count(*)::text FROM orders WHERE currency = 'eu '::char(3)", "1");

        await using var ours = await product.OursAsAsync("application");
        foreach (var code in new[] { "ZZZ", "eur", "EU", "EU ", "" })
        {
            await ours.RefusesAsync($"{Insert}1, '{code}')", "23514", "currency_code_check");
        }

        await ours.AcceptsAsync(Insert + "1, 'CHF')");
    }
}
