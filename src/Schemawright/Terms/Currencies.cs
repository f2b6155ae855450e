namespace Schemawright.Terms;

/// <summary>The currencies of ISO 4217 by how many digits their amounts have after the point.</summary>
public static class Currencies
{
    private static readonly string[] Hundredths =
        ("EUR USD GBP CHF AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD "
        + "EGP ERN ETB FJD FKP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN "
        + "NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS "
        + "UAH USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG").Split(' ');

    private static readonly string[] Whole = "JPY BIF CLP DJF GNF ISK KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".Split(' ');

    private static readonly string[] Thousandths = "BHD IQD JOD KWD LYD OMR TND".Split(' ');

    private static readonly string[] TenThousandths = "CLF UYW".Split(' ');

    /// <summary>Every code; those with two digits first.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Hundredths, .. Whole, .. Thousandths, .. TenThousandths];

    /// <summary>Codes whose amounts have another number of digits after the point than two.</summary>
    public static IReadOnlyList<(int Digits, IReadOnlyList<string> Codes)> Unusual { get; } = [(0, Whole), (3, Thousandths), (4, TenThousandths)];
}
