namespace Schemawright.Facts.Structure.Prose.Weighing;

/// <summary>How much the words that bring two things together speak for a reference of the one to the other: tenths of the logarithm of its odds.</summary>
internal static class TieWeights
{
    /// <summary>Of two things of which nothing is known.</summary>
    private const int Unknown = -30;

    private const string Table =
        """
        each with one 22 | a with one 21 | kind of it 21 | tied by role 21 | tied 19 | plural with a 17 | object and for 15 | the with one 15 | several with bare 14
        tied by none 14 | each with a 13 | for and item 13 | object and in 13 | several with a 12 | subject be object 12 | tied by do 12 | tied by meet 12 | tied by own 12
        lists bare 11 | object and of 11 | object own subject 11 | plural with each 11 | lists one 10 | object and to 10 | tied by record 10 | bare with the 9
        child said later 9 | its with each 9 | subject and of 9 | tied by have 9 | lists a 8 | object record of 8 | child weighed 7 | each with several 7 | each with the 7
        in own passive subject 7 | lists the 7 | object and subject 7 | other do subject 7 | subject and at 7 | subject be for 7 | subject do passive other 7 | subject do to 7
        subject meet passive by 7 | to and object 7 | child transaction 6 | for be subject 6 | in meet subject 6 | item and for 6 | item record for 6 | object and on 6
        object meet subject 6 | of and subject 6 | of be subject 6 | one with several 6 | plural with one 6 | plural with several 6 | subject and with 6 | subject do in 6
        subject record passive in 6 | the several with a 6 | tied by be 6 | to own passive subject 6 | a with a 5 | its 5 | object and owner 5 | object have subject 5
        parent named 5 | parent transaction 5 | subject and other 5 | subject and owner 5 | subject do from 5 | subject do of 5 | subject do on 5 | the several with each 5
        a with bare 4 | child happens 4 | has its 4 | item and subject 4 | listed the several 4 | of and other 4 | plural with bare 4 | subject have item 4
        subject own passive by 4 | the several with the 4 | child untied 3 | each with bare 3 | each with its 3 | in and other 3 | its with a 3 | object own object 3
        of have subject 3 | of record object 3 | on and for 3 | other have passive subject 3 | other meet subject 3 | owner and other 3 | subject and by 3 | subject and item 3
        subject be in 3 | subject do other 3 | subject have passive in 3 | subject record passive for 3 | the several with plural 3 | the with a 3 | a with its 2 | a with the 2
        by and other 2 | for and subject 2 | for do passive subject 2 | for do subject 2 | for none object 2 | for record item 2 | object have object 2 | object record other 2
        object record subject 2 | one with the 2 | other and owner 2 | plural with the 2 | subject and for 2 | subject and subject 2 | subject and to 2 | subject do object 2
        subject do passive for 2 | subject own passive for 2 | subject own passive of 2 | subject record passive other 2 | to record passive subject 2 | a with plural -2
        a with the several -2 | by meet passive subject -2 | by own passive subject -2 | child links -2 | child tied twice -2 | for own object -2 | from and subject -2
        in have passive subject -2 | in meet passive subject -2 | listed one -2 | object record for -2 | on be subject -2 | on do subject -2 | on meet passive subject -2
        other and subject -2 | parent happens -2 | several with each -2 | several with plural -2 | several with the -2 | subject do passive to -2 | subject have other -2
        subject record passive subject -2 | to and to -2 | to do passive subject -2 | by and subject -3 | for have subject -3 | in do passive subject -3 | kinds -3
        lists plural -3 | object be object -3 | of and object -3 | other and by -3 | other record object -3 | other record other -3 | parent bare -3 | parent weighed -3
        said right after -3 | subject meet on -3 | subject meet other -3 | subject own passive in -3 | the several with the several -3 | for and for -4 | in and for -4
        in do subject -4 | in have subject -4 | item record item -4 | of and for -4 | of own passive subject -4 | owner and object -4 | possible -4 | subject do passive at -4
        subject have object -4 | subject have passive other -4 | the with bare -4 | to do subject -4 | with and subject -4 | a with several -5 | at and subject -5
        child bare -5 | each with plural -5 | for and in -5 | for and other -5 | from and other -5 | listed bare -5 | listed several -5 | met -5 | on and object -5
        on do passive subject -5 | other and object -5 | subject and from -5 | subject have for -5 | subject have passive by -5 | subject own passive to -5
        the with the several -5 | tied through another -5 | told under -5 | child person -6 | item record subject -6 | object do object -6 | of the -6 | one with one -6
        other do passive subject -6 | subject have in -6 | subject meet in -6 | the with the -6 | bare with each -7 | each with the several -7 | item and item -7
        lists several -7 | other have subject -8 | several with several -8 | subject record object -8 | linked -9 | lists the several -9 | one with a -9 | parent only named -9
        said after -9 | subject do passive on -9 | subject own object -9 | tied back -9 | listed plural -10 | object none for -10 | subject have of -10 | the with each -10
        child named -11 | object do subject -11 | parent links -12 | bare with several -16
        """;

    private static readonly Dictionary<string, int> Weights = WeightTable.Read(Table);

    public static int Of(IEnumerable<string> evidence) => Unknown + evidence.Sum(kind => Weights.GetValueOrDefault(kind));
}
