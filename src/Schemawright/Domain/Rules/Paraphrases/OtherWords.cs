namespace Schemawright.Domain.Rules.Paraphrases;

/// <summary>Reads demands that are said in other words: each form is turned into the words that the patterns know, and read again.</summary>
internal static class OtherWords
{
    private const int Longest = 60;
    private const int DeepestTurn = 3;

    private static readonly IParaphrase[] First = [new SaidOnce()];

    private static readonly IParaphrase[] Last =
        [new OnePer(), new OnceEach(), new NobodyMay(), new WithParts(), new PossibleOnly(), new RefusedWithout(), new ShownInState(), new DeedNeeds(), new NotAvailable(), new NoMoreThan(), new MayButNot(), new FromThenOn(), new TimesGives(), new ShortFormula(), new AddsUpRows(), new TakesPeriod(), new KindNoun(), new NotAllowedThen(), new NeverExceed(), new AfterColon(), new CountedThings(), new MadeAhead()];

    /// <summary>Forms whose every word is understood: the patterns would take a part of them for the whole.</summary>
    public static Reading? Before(RuleLine line) => Read(line, First);

    /// <summary>What no pattern knew.</summary>
    public static Reading? After(RuleLine line) => Read(line, Last);

    private static Reading? Read(RuleLine line, IParaphrase[] forms)
    {
        if (line.Depth > DeepestTurn || line.Demand.Count is < 3 or > Longest)
        {
            return null;
        }

        foreach (var form in forms)
        {
            if (form.Of(line) is { } turned && RulePatterns.Read(turned) is { Fate: null } reading)
            {
                return reading;
            }
        }

        return null;
    }
}
