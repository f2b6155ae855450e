namespace Schemawright.Facts.Structure.Prose.Weighing;

/// <summary>How much the words that bring two things together speak for many of the one with many of the other: tenths of the logarithm of its odds.</summary>
internal static class MeetWeights
{
    /// <summary>Of two things of which nothing is known.</summary>
    private const int Unknown = -27;

    private const string Table =
        """
        met 18 | linked 12 | bare with each 11 | each with bare 11 | listed plural 10 | lists plural 10 | object and object 10 | each with several 9 | several with each 9
        several with the 9 | the with several 9 | a with the several 8 | object and on 8 | on and object 8 | other meet subject 8 | subject meet other 8 | the several with a 8
        from and other 7 | other and from 7 | a with a 6 | in and other 6 | in and subject 6 | listed the several 6 | lists the several 6 | on and subject 6 | other and in 6
        subject and in 6 | subject and on 6 | subject do passive to 6 | to do passive subject 6 | for and other 5 | for do subject 5 | for none object 5 | in have subject 5
        listed several 5 | lists several 5 | object and subject 5 | object none for 5 | of own passive subject 5 | other and for 5 | subject and object 5 | subject do for 5
        subject have in 5 | subject own passive of 5 | a with several 4 | at and subject 4 | by own passive subject 4 | for and in 4 | for and on 4 | in and for 4
        on and for 4 | on be subject 4 | on meet subject 4 | one with the 4 | plural with the 4 | possible 4 | several with a 4 | subject and at 4 | subject be on 4
        subject meet on 4 | subject own passive by 4 | the with one 4 | the with plural 4 | the with the 4 | tied by record 4 | a with each 3 | bare with the 3
        by and subject 3 | by do passive subject 3 | each with a 3 | for and subject 3 | in and object 3 | object and in 3 | on do passive subject 3 | parent person 3
        plural with plural 3 | subject and by 3 | subject and for 3 | subject and with 3 | subject be subject 3 | subject do passive by 3 | subject do passive on 3
        the with bare 3 | with and subject 3 | a with plural 2 | at have passive subject 2 | by have passive subject 2 | child happens 2 | each with one 2 | each with the 2
        in do subject 2 | listed a 2 | lists a 2 | object and of 2 | object do subject 2 | of and object 2 | of and subject 2 | of be subject 2 | one with each 2
        other and subject 2 | parent happens 2 | parent named 2 | plural with a 2 | subject and of 2 | subject and other 2 | subject and to 2 | subject be of 2
        subject do in 2 | subject do object 2 | subject have passive at 2 | subject have passive by 2 | subject record passive to 2 | the with each 2 | tied by be 2
        tied by meet 2 | to and subject 2 | to record passive subject 2 | bare with several -2 | each with plural -2 | for and item -2 | has its -2 | in meet passive subject -2
        item and for -2 | item and item -2 | its -2 | object and owner -2 | object be object -2 | object have subject -2 | object own subject -2 | of the -2
        one with plural -2 | other record passive subject -2 | owner and object -2 | parent bare -2 | plural with each -2 | plural with one -2 | plural with several -2
        several with bare -2 | several with plural -2 | subject have object -2 | subject meet passive in -2 | subject own object -2 | subject record passive other -2
        tied by have -2 | tied by none -2 | bare with bare -3 | by and other -3 | by meet passive subject -3 | child transaction -3 | child untied -3
        for do passive subject -3 | for record passive subject -3 | object meet subject -3 | other and by -3 | other do passive owner -3 | owner do passive other -3
        subject do passive for -3 | subject meet object -3 | subject meet passive by -3 | subject record passive for -3 | tied by do -3 | for have subject -4
        its with plural -4 | listed bare -4 | lists bare -4 | object record of -4 | of a -4 | of record object -4 | other and owner -4 | other do passive subject -4
        other record other -4 | owner and other -4 | plural with its -4 | subject do passive other -4 | subject have for -4 | subject own passive to -4
        to own passive subject -4 | child bare -5 | item none item -5 | object and to -5 | said right after -5 | subject and subject -5 | tied by own -5 | to and object -5
        from do subject -6 | of have subject -6 | subject do from -6 | subject have of -6 | tied -6 | child links -7 | in own passive subject -7 | kinds -7 | listed the -7
        lists the -7 | other do subject -7 | parent links -7 | said after -7 | subject do other -7 | subject own passive in -7 | tied back -7 | parent only named -8
        kind of it -10 | other and other -10 | tied through another -13
        """;

    private static readonly Dictionary<string, int> Weights = WeightTable.Read(Table);

    public static int Of(IEnumerable<string> evidence) => Unknown + evidence.Sum(kind => Weights.GetValueOrDefault(kind));
}
