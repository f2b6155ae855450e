using System.Globalization;

namespace Schemawright.Tests.Gold;

/// <param name="Found">How many of the wanted ones are given.</param>
/// <param name="Wanted">How many the gold holds.</param>
/// <param name="Given">How many the compiler gives.</param>
internal readonly record struct Tally(int Found, int Wanted, int Given)
{
    public double Precision => Given == 0 ? 1 : (double)Found / Given;

    public double Recall => Wanted == 0 ? 1 : (double)Found / Wanted;

    public double F1 => Wanted + Given == 0 ? 1 : 2.0 * Found / (Wanted + Given);

    public static Tally operator +(Tally left, Tally right) => new(left.Found + right.Found, left.Wanted + right.Wanted, left.Given + right.Given);

    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(share * 100, 1, MidpointRounding.AwayFromZero):0.0}");
}
