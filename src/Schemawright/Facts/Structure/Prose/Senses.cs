namespace Schemawright.Facts.Structure.Prose;

/// <summary>What the verbs of sentences on data mean for the data.</summary>
internal static class Senses
{
    private static readonly HashSet<string> HoldVerbs = Words("have contain include possess carry hold comprise consist enjoy bear show specify state express say list cover give mention compose define");

    private static readonly HashSet<string> RecordVerbs = Words(
        """
        record store keep hold note log track maintain save capture collect know need want write put enter list document remember see mark file require manage register count measure set give specify provide look
        add state print submit assign estimate determine request get tick access view show tell add monitor administer choose compute define attach take indicate describe leave make decide name agree fix lay report schedule plan charge announce declare jot memorise memorize retain catalogue catalog attribute
        """);

    private static readonly HashSet<string> IdentifyVerbs = Words("identify know name call distinguish recognize recognise refer go designate number label");

    private static readonly HashSet<string> DescribeVerbs = Words("describe characterize characterise define detail specify");

    private static readonly HashSet<string> ReceiveVerbs = Words("receive get give assign pay earn leave allocate grant set issue provide quote");

    /// <summary>One has many of what the verb's object names: a customer places orders.</summary>
    private static readonly HashSet<string> OwnVerbs = Words(
        "have own contain include hold employ place make submit issue create comprise consist publish post upload offer organise organize host operate manage possess divide subdivide compose write produce generate run maintain keep house administer lay open release launch sponsor sell send raise receive bring structure split");

    /// <summary>Many with many as a rule: students take courses.</summary>
    private static readonly HashSet<string> MeetVerbs = Words(
        "borrow rent hire reserve book enrol enroll participate attend join take use play follow like subscribe register treat study share visit speak supply sign apply bid vote buy purchase order review rate collaborate compete act teach appear exhibit award grow work stock perform contribute concern need require involve affect represent volunteer lend loan lease watch favourite tag stay serve donate invest consult prescribe train test inspect feature");

    /// <summary>What acts on a thing without being recorded with it.</summary>
    private static readonly HashSet<string> IdleVerbs = Words("be want wish like help print send remind notify expect hope think believe love change stop improve worry share remain exist become matter differ vary occur happen depend turn let allow ensure prevent");

    /// <summary>What the verb's object names comes into being, so the talk goes on about it.</summary>
    private static readonly HashSet<string> CreateVerbs = Words("create start open begin launch found place make write submit file issue set raise lodge commission order request book draw sign conclude establish publish report");

    public static bool Creates(string verb) => CreateVerbs.Contains(verb);

    public static bool Holds(string verb) => HoldVerbs.Contains(verb);

    public static bool Records(string verb) => RecordVerbs.Contains(verb);

    public static bool Identifies(string verb) => IdentifyVerbs.Contains(verb);

    public static bool Describes(string verb) => DescribeVerbs.Contains(verb);

    public static bool Receives(string verb) => ReceiveVerbs.Contains(verb);

    public static bool Owns(string verb) => OwnVerbs.Contains(verb);

    public static bool Meets(string verb) => MeetVerbs.Contains(verb);

    public static bool IsIdle(string verb) => IdleVerbs.Contains(verb);

    private static HashSet<string> Words(string text) => text.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
}
