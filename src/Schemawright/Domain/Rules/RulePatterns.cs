using Schemawright.Collections;
using Schemawright.Domain.Rules.Paraphrases;
using Schemawright.Domain.Rules.Patterns;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules;

/// <summary>All ways of stating a rule, the most specific forms first: the first that understands a line has it.</summary>
internal static class RulePatterns
{
    /// <summary>Nobody states a rule in more words; nesting beyond it could only be there to harm.</summary>
    private const int LongestDemand = 400;

    /// <summary>A condition within a condition within a condition is no sentence anybody wrote.</summary>
    private const int DeepestClause = 5;

    private static readonly IRulePattern[] All =
    [
        new IsolatesTenants(),
        new NumbersWithoutGaps(),
        new DeterminesValue(),
        new TellsTransitions(),
        new ReadsRefusal(),
        new AddsDetail(),
        new FilledExactly(),
        new AnswersQuestion(),
        new GivesValue(),
        new RefusesInCode(),
        new LimitsByPlan(),
        new LimitsByAllowance(),
        new EmptyForValue(),
        new ReadsScenario(),
        new NamesAgent(),
        new DemandsUnderLabel(),
        new OfQualified(),
        new IsShareOf(),
        new AlikeRows(),
        new NotDoneBefore(),
        new DoneOnce(),
        new NeedsReferred(),
        new NeedsThingsInState(),
        new LongReasonForAction(),
        new NeedsFields(),
        new FilledInState(),
        new ListsDemands(),
        new SpellsFormat(),
        new MatchesFormat(),
        new ListsCategories(),
        new RoutesApproval(),
        new DoneByRole(),
        new SeparatesDuties(),
        new DiffersFromOwner(),
        new HasNeither(),
        new OnlyBetween(),
        new TakesValueOf(),
        new UnlessSameOwner(),
        new NotByTheSame(),
        new PermitsDeletion(),
        new KeepsWithParts(),
        new NeedsInState(),
        new RequiresReason(),
        new RecordsWho(),
        new RefusesDuplicates(),
        new DerivesValue(),
        new ForbidsCycle(),
        new MatchesParent(),
        new CountsAgainstLimit(),
        new BelongsToSame(),
        new KeepsParent(),
        new EndsForGood(),
        new ComparesSums(),
        new UniqueOnColumns(),
        new SameTwice(),
        new OneForEach(),
        new NeverReused(),
        new RecognisedBy(),
        new OneOfOne(),
        new UniqueTogether(),
        new OneAmong(),
        new RequiresUniqueness(),
        new ForbidsOverlap(),
        new OncePer(),
        new CountsTimes(),
        new SameOfBoth(),
        new BelongsTogether(),
        new ForbidsRepetition(),
        new RequiresOfKind(),
        new RequiresOneOf(),
        new BelongsToEither(),
        new StaysWithinDay(),
        new NotInThePast(),
        new EntersOnlyWhen(),
        new RequiresForAction(),
        new EditableFor(),
        new FreezesNamed(),
        new FreezesWithParts(),
        new FrozenButForEnding(),
        new FreezesRows(),
        new BarsDeeds(),
        new GuardsAction(),
        new NoneAfter(),
        new NoneFor(),
        new RefusesNew(),
        new FilledOnly(),
        new NeedsPart(),
        new CopiesValue(),
        new LimitsByDoer(),
        new AddsUpOwn(),
        new RefusesWhen(),
        new NeverAgain(),
        new GatesAction(),
        new DependsOnCondition(),
        new QualifiesSubject(),
        new FallsAfter(),
        new SignByKind(),
        new OrdersSpan(),
        new RestrictsDays(),
        new StaysWithinSpan(),
        new OrdersMoments(),
        new BoundsTimeOfDay(),
        new ForbidsAmounts(),
        new BoundsOwnCount(),
        new MeasuresByVerb(),
        new LimitsDistance(),
        new ComposesCode(),
        new LimitsLength(),
        new LimitsCharacters(),
        new LimitsDecimalPlaces(),
        new RequiresMultiple(),
        new OnlyGrows(),
        new LimitsFileSize(),
        new ListsFigures(),
        new ListsValues(),
        new LimitsTime(),
        new RequiresAge(),
        new ComparesValues(),
        new BoundsByLabel(),
        new LimitsCount(),
        new MatchesKind(),
        new RequiresListed(),
        new RequiresPresence(),
        new RequiresReferenceState(),
        new GatesState(),
        new LimitsChanges(),
        new ShapesText(),
        new RecordsEvidence(),
        new ChangesState(),
        new EqualsParentValue(),
        new StatesDefault(),
        new PassesBetween(),
        new DoneWithin(),
        new MovesOnly(),
        new HappensOnlyIn(),
        new HadOnlyBy(),
        new RefusesWhile(),
        new KeepsOneInState(),
        new SameAsOfParent(),
        new RequiresAllFields(),
        new NeedsBeforeState(),
        new GivenExactlyWhen(),
        new HasValue(),
        new StepsByOne(),
        new NothingOn(),
        new KindsAre(),
        new DoneBeforeState(),
        new BothOrNeither(),
        new MadeForOnly(),
        new WhoDoes(),
        new DoneAtMostOnce(),
        new SpacesMoments(),
        new ComparesPhrases(),
        new ComparesQuantities(),
        new GuardsDeeds(),
        new StatesStorage(),
        new NamesUnknownCase(),
        new NamesField(),
    ];

    public static Reading? Read(RuleLine line)
    {
        if (line.Whole.Count > LongestDemand || line.Depth > DeepestClause)
        {
            return null;
        }

        if (Thresholds.Opens(line.Demand))
        {
            // "Above 900 …" is a condition; no pattern may read what follows without it.
            return Thresholds.Read(line);
        }

        if (Overridden.Read(line) is { } overridden)
        {
            return overridden;
        }

        if (line.Demand.Any(token => token.Is(";")) && Clauses(line) is { } several)
        {
            return several;
        }

        if ((Excepted.Read(line) ?? NarrowedAtEnd.Read(line) ?? BothWays.Read(line) ?? OtherWords.Before(line)) is { } turned)
        {
            return turned;
        }

        foreach (var pattern in All)
        {
            if (pattern.Read(line) is { } reading && !reading.Rules.Any(rule => rule.Demand is Holds holds && (!Paths.Lead(line.Vocabulary, rule.Entity, holds.Condition) || Logic.IsVacuous(holds.Condition) || LosesSum(line, holds.Condition))))
            {
                return reading;
            }
        }

        return Clauses(line) ?? TwoBounds.Read(line) ?? StatedAttribute.Read(line) ?? SharedSubject.Read(line) ?? OtherWords.After(line);
    }

    /// <summary>Whoever speaks of a sum does not mean a single value.</summary>
    private static bool LosesSum(RuleLine line, Expr condition) =>
        Enumerable.Range(0, Math.Max(0, line.Demand.Count - 1)).Any(at => Phrase.At(line.Demand, at, "sum", "of")) && !condition.Nodes().Any(node => node is Aggregate or Arithmetic);

    /// <summary>
    /// The line about what its place speaks of, else about another entity it names itself or names an attribute of that no other
    /// entity has.
    /// </summary>
    private const int FewestCases = 3;

    public static Reading? ReadAnySubject(RuleLine line) => LabelledRows.Read(line, InAnyForm) ?? InAnyForm(line);

    private static Reading? InAnyForm(RuleLine line)
    {
        if (line.Whole.Any(token => token.IsOperator("=")) && line.Whole.Count(token => token.IsAny("if", "when", "else", "otherwise")) >= FewestCases)
        {
            return Reading.Unclear("it gives another value in each of several cases, and no known form tells the cases apart");
        }

        var several = ClauseCuts.Sentences(line.Demand) is { Count: > 1 } sentences1 && sentences1.All(sentence => sentence.Count > 2);
        var whole = several ? null : Whole(line);
        return (SeveralSentences.Read(line, Whole) is { } sentences && Made(sentences) >= Made(whole) ? sentences : whole) ?? SaidInTurn.Read(line, Whole) ?? Near(line) ?? Shared(line) ?? SharedSubject.Partly(line);
    }

    /// <summary>Without a thing of its own the line goes on about what stood above it: the nearest that has what the line begins with.</summary>
    private static Reading? Near(RuleLine line)
    {
        var start = Speech.SkipDeterminers(line.Demand, 0);
        if (line.Near.Count == 0 || start >= line.Demand.Count || line.Vocabulary.EntitiesIn(line.Demand.Take(start + 3).ToSeq()).Any())
        {
            return null;
        }

        return line.Near.Where(terms => terms != line.Subject && new Speech(line.Vocabulary, terms).At(line.Demand, start) is { IsOwn: true, Column.IsForeignKey: false } operand && operand.Entity == terms.Name)
            .Take(1).Select(terms => Whole(line.About(terms)) ?? SaidInTurn.Read(line.About(terms), Whole)).FirstOrDefault(reading => reading is { Fate: null });
    }

    /// <summary>How much came of it: a pattern may know the first of several sentences and pass over the rest.</summary>
    private static int Made(Reading? reading) => reading is null ? 0 : reading.Rules.Count + reading.Keys.Count + reading.Defaults.Count;

    /// <summary>"Quantity must be above 0" where several entities have a quantity and no place says which is meant: all of them, and the author is asked.</summary>
    private static Reading? Shared(RuleLine line)
    {
        var start = Speech.SkipDeterminers(line.Tokens, 0);
        var owners = line.Label.Count > 0 || start >= line.Tokens.Count || line.Vocabulary.EntitiesIn(line.Tokens).Any() ? [] : line.Vocabulary.OwnersAt(line.Tokens, start);
        var readings = owners.Count is < 2 or > 3 ? [] : owners.Select(terms => Read(line.About(terms))).ToArray();
        if (readings.Length == 0 || !Array.TrueForAll(readings, reading => reading is { Rules: [{ Demand: Holds holds }], Questions.Count: 0 } && holds.Condition.IsSameRow()))
        {
            return null;
        }

        var together = readings.Aggregate(new Reading(), (all, one) => all.And(one!));
        return together with { Questions = [Questions.SharedName(line, new Speech(line.Vocabulary, owners[0]).At(line.Tokens, start)?.Column.Name ?? line.Tokens[start].Lower, [.. owners.Select(terms => terms.Name)])] };
    }

    private static Reading? Whole(RuleLine line) => Remarked(line, InFull(line, Said(line)));

    /// <summary>Of two demands joined by "and" a form may know one alone: both are read, or the other is asked about.</summary>
    private static Reading? InFull(RuleLine line, Reading? reading)
    {
        if (reading is not { Rules: [{ Demand: Holds { Condition: Compare or IsPresent } }], Keys.Count: 0, Questions.Count: 0 } || ClauseCuts.Of(line.Demand).Count < 2)
        {
            return reading;
        }

        return Clauses(line) is { Fate: null } both && both.Rules.Count > 1 ? both : reading with { Questions = [Questions.NotUnderstood(line, "only one of its demands is in a known form; that is kept")] };
    }

    /// <summary>"(private ones must not)": a demand in brackets that nothing was made of is asked about.</summary>
    private static Reading? Remarked(RuleLine line, Reading? reading)
    {
        var open = Phrase.IndexOf(line.Tokens, 3, "(");
        var close = open < 0 ? -1 : Phrase.IndexOf(line.Tokens, open, ")");
        return reading is null or { Rules.Count: 0 } || reading.Rules.Count > 1 || reading.Questions.Count > 0 || close < open + 3 || !line.Tokens.Skip(open).Take(close - open).Any(word => word.IsAny("must", "cannot", "may", "never"))
            ? reading : reading with { Questions = [Questions.NotUnderstood(line, "what stands in brackets demands more; the words before are kept")] };
    }

    private static Reading? Said(RuleLine line) =>
        Read(line) ?? line.Others().Select(terms => Read(line.About(terms))).FirstOrDefault(reading => reading is { Fate: null });

    /// <summary>"… must be above 0 and must not exceed 30": what begins with its verb is said of what the first part is said of.</summary>
    private static Seq<Token> Completed(RuleLine line, Seq<Token> part, Seq<Token> first)
    {
        if (part.Count > 1 && part != first && part[0].IsAny("never", "not", "unique", "required", "mandatory", "above", "below", "exactly") && line.Speech.At(first, 0) is { IsOwn: true, Column.IsForeignKey: false } named)
        {
            return [.. first.Take(named.End), .. part];
        }

        if (part.Count > 2 && part != first && Phrase.At(part, 0, "it", "defaults") && line.Speech.At(first, 0) is { IsOwn: true, Column.IsForeignKey: false } defaulted)
        {
            return [.. first.Take(defaulted.End), .. part.Skip(1)];
        }

        if (part.Count > 2 && part[0].Is("so") && part[1].IsAny("is", "are", "must", "has", "have") && Phrase.IndexOf(first, 1, part[1].Lower) is > 0 and var same)
        {
            // "Numbers are unique in a town; so are names": the same of another.
            var open = Phrase.IndexOf(part, 2, "(");
            return [.. part.Skip(2).Take((open < 0 ? Rewording.End(part) : open) - 2), .. first.Skip(same)];
        }

        var verb = part.Count == 0 || !part[0].IsAny("must", "cannot", "can't", "shall", "may", "should") ? -1 : Phrase.IndexOf(first, 1, "must", "cannot", "can't", "shall", "may", "should", "is", "are", "defaults");
        return verb < 1 ? part : [.. first.Take(verb), .. part];
    }

    /// <summary>Several demands in one sentence, "A must …; B must …": all are read, or none.</summary>
    private static Reading? Clauses(RuleLine line)
    {
        var parts = ClauseCuts.Of(line.Demand);
        if (parts.Count < 2)
        {
            return null;
        }

        var together = new Reading();
        foreach (var part in parts)
        {
            if (NoneOfThem.Read(line, part, together) is { } denied)
            {
                together = together.And(denied);
                continue;
            }

            if (Read(line.With(Completed(line, part, parts[0]))) is not { } reading || (reading.Fate is not null && reading.Defaults.Count == 0))
            {
                if (part != parts[0] && part.Count > 2 && part[0].IsAny("they", "it", "this", "instead") && !ClauseCuts.Demands(part) && !part.Any(word => word.IsAny("only", "not", "no")))
                {
                    together = together with { Questions = [.. together.Questions, Questions.NotUnderstood(line, "only its first part is in a known form; that is kept")] };
                    continue;
                }

                return null;
            }

            together = together.And(AtTheSameStep(together, part, reading));
        }

        return together;
    }

    /// <summary>"… can be cancelled until …; a reason must be given": what is then needed is needed for that step.</summary>
    private static Reading AtTheSameStep(Reading before, Seq<Token> part, Reading reading) =>
        before.Rules is [{ Trigger.Kind: TriggerKind.OnEnter } step] && part[0].IsAny("a", "an", "the") && reading.Rules.Count > 0 && reading.Rules.All(rule => rule is { Demand: Holds { Condition: IsPresent }, Trigger.Kind: TriggerKind.Always } && rule.Entity == step.Entity)
            ? reading with { Rules = reading.Rules.Select(rule => rule with { Name = $"{rule.Name} when {step.Trigger.States[0]}", Trigger = step.Trigger }).ToSeq() } : reading;
}
