using Schemawright.Facts.Structure.Prose.Patterns;

namespace Schemawright.Facts.Structure.Prose;

/// <summary>The patterns in the order in which they look at a clause: the first that knows its form has it.</summary>
internal static class ProsePatterns
{
    public static IProsePattern[] All { get; } =
    [
        new NamesRoles(),
        new AsksWhichOfWhich(),
        new AsksWhich(),
        new AsksWho(),
        new UserStory(),
        new OwnProfile(),
        new SaysStatus(),
        new ManagesThings(),
        new AreOfSorts(),
        new KeepsChanges(),
        new KeepsEarlier(),
        new InformationIncludes(),
        new SaysUnique(),
        new SaysDerived(),
        new NumberedWithin(),
        new IdentifiedBy(),
        new ChoosesAmong(),
        new GivesForEach(),
        new HasForEach(),
        new InAnOrder(),
        new RatesWith(),
        new HasListOf(),
        new HoldsList(),
        new DescribedBy(),
        new RecordedWith(),
        new KeepsEarlierValues(),
        new GivesTo(),
        new RecordsList(),
        new GivesList(),
        new LabelledList(),
        new SaysWhatItIs(),
        new IsResponsible(),
        new NamesOne(),
        new SaysMeasure(),
        new SaysKind(),
        new AssistsAsWell(),
        new TellsWhatHappens(),
    ];
}
