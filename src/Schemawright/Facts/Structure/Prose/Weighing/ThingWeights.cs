namespace Schemawright.Facts.Structure.Prose.Weighing;

/// <summary>How much each kind of mention speaks for a thing with a table of its own: tenths of the logarithm of its odds.</summary>
internal static class ThingWeights
{
    /// <summary>Of a noun of which nothing is known.</summary>
    private const int Unknown = -34;

    private const string Table =
        """
        both numbers 23 | one of several 20 | each beside thing 16 | several beside thing 15 | as each 13 | at per 12 | remark 12 | as one 10 | bare subject of thing 10
        its beside thing 10 | may be thing 10 | owns list 10 | owns measure 9 | plural only 9 | shared 9 | asked which 8 | bare beside thing 8 | at from 7 | at other 7
        one subject of thing 7 | plural of thing item 7 | plural subject passive of thing 7 | transaction 7 | at of 6 | each of thing phrase 6 | keeper 6 | said twice 6
        at to 5 | bare of thing phrase 5 | deverbal 5 | gerund 5 | one subject passive of thing 5 | abstract 4 | as the 4 | one of thing phrase 4 | said thrice 4
        the of thing phrase 4 | at as 3 | fragment only 3 | the beside thing 3 | as plural 2 | at object 2 | at subject 2 | one subject passive 2 | person 2
        plural subject of thing 2 | the of thing item 2 | at at 1 | at into 1 | part of thing 1 | plural beside thing 1 | plural of thing object 1 | several of thing object 1
        the of thing object 1 | two words 1 | as its -1 | at by -1 | at for -1 | at of measure -1 | its of thing item -1 | one subject -1 | the subject of thing -1 | at item -2
        bare of thing object -2 | its of thing phrase -2 | plural of thing phrase -2 | several of thing item -2 | several of thing phrase -2 | at in -3 | at on -3 | at with -3
        bare subject passive -3 | does told -3 | the subject -3 | the subject passive of thing -3 | as bare -4 | bare subject -4 | beside measure -4 | has told -4
        its subject passive of thing -4 | measure -4 | one of thing object -4 | typed -4 | at owner -5 | bare subject passive of thing -5 | listed of thing -5
        one beside thing -5 | the subject passive -5 | definite only -6 | three words -7 | another -8 | plural subject -8 | done to told -9 | one of thing item -10
        bare only -11 | capital -18
        """;

    private static readonly Dictionary<string, int> Weights = WeightTable.Read(Table);

    public static int Of(IEnumerable<string> evidence) => Unknown + evidence.Sum(kind => Weights.GetValueOrDefault(kind));
}
