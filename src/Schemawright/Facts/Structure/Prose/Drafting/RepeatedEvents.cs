using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Drafting;

/// <summary>What is done to a thing again and again, each time with its own date: "when a pump is serviced, the date and the cost are noted".</summary>
internal static class RepeatedEvents
{
    private static readonly HashSet<string> Verbs = new(StringComparer.Ordinal)
    {
        "service", "inspect", "clean", "repair", "check", "test", "measure", "weigh", "feed", "treat", "water", "maintain", "calibrate", "examine", "audit", "refuel", "refill", "survey", "count", "milk", "harvest", "tune", "overhaul",
        "vaccinate", "sample", "monitor", "wash", "prune", "shear", "restore", "rehearse", "revise", "assess", "evaluate", "inseminate", "move", "relocate", "adjust", "lubricate", "disinfect", "ventilate", "recalibrate", "refurbish", "fumigate", "dredge", "mow", "spray", "fertilise", "fertilize", "irrigate", "groom", "shoe", "dust", "reprint",
    };

    public static bool Tells(Clause clause) => clause.Kind != ClauseKind.Attached && !clause.Verb.Negated && clause.Verb.Passive && Verbs.Contains(clause.Verb.Verb) && clause.Subjects.Count == 1;

    /// <summary>The event, named by the noun of its verb, of the one thing it is done to.</summary>
    public static Thing Of(Clause clause, Thing thing, Things things, Passage passage)
    {
        var noun = EventNouns.Of(clause.Verb.Verb);
        var name = things.Exact(noun) is null ? noun : $"{thing.Name} {noun}";
        var made = things.Add(Naming.EntityKey(name), name, passage);
        made.Tie(thing, null, passage, clause.Verb.Verb, true);
        return made;
    }
}
