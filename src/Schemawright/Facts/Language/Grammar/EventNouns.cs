namespace Schemawright.Facts.Language.Grammar;

/// <summary>Names what happens by the noun of its verb: borrow, borrowing; enrol, enrolment; admit, admission.</summary>
internal static class EventNouns
{
    private const string Irregular =
        """
        borrow:loan lend:loan loan:loan buy:purchase sell:sale purchase:purchase order:order rent:rental lease:lease hire:hire reserve:reservation book:booking pay:payment deliver:delivery ship:shipment
        admit:admission treat:treatment prescribe:prescription diagnose:diagnosis examine:examination visit:visit attend:attendance enrol:enrolment enroll:enrollment register:registration subscribe:subscription
        apply:application assign:assignment appoint:appointment employ:employment review:review rate:rating grade:grade test:test teach:teaching study:study play:play perform:performance participate:participation
        donate:donation vote:vote bid:bid invest:investment transfer:transfer withdraw:withdrawal deposit:deposit refund:refund return:return exchange:exchange inspect:inspection repair:repair maintain:maintenance
        schedule:schedule train:training join:membership follow:follow like:like comment:comment invite:invitation supply:supply stock:stock produce:production publish:publication watch:viewing view:view check:check
        log:log claim:claim insure:insurance adopt:adoption vaccinate:vaccination consult:consultation sponsor:sponsorship award:award win:win compete:competition travel:trip fly:flight drive:drive sign:signature use:use
        work:work serve:service contract:contract nominate:nomination evaluate:evaluation submit:submission complete:completion tutor:tutoring volunteer:volunteering allocate:allocation install:installation transport:transport
        represent:representation extend:extension consume:consumption permit:permission accept:acceptance decide:decision hear:hearing try:trial meet:meeting sit:sitting appear:appearance renew:renewal enter:entry approve:approval transfer:transfer
        arrive:arrival refuse:refusal remove:removal propose:proposal withdraw:withdrawal observe:observation sight:sighting empty:emptying incorporate:incorporation provide:provision succeed:succession dismiss:dismissal
        discharge:discharge arrive:arrival depart:departure examine:examination scan:scan check:check harvest:harvest quote:quote request:request report:report receive:receipt place:placement contain:content clean:cleaning weigh:weighing feed:feeding count:count calibrate:calibration audit:audit survey:survey overhaul:overhaul measure:measurement build:construction erect:erection acquire:acquisition issue:issue found:foundation revise:revision
        """;

    private static readonly Dictionary<string, string> Table =
        Irregular.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split(':')).DistinctBy(pair => pair[0], StringComparer.Ordinal).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    /// <summary>The noun of a verb that has a well-known one; null for every other verb.</summary>
    public static string? Named(string verb) => Table.GetValueOrDefault(verb);

    public static string Of(string verb) => Table.TryGetValue(verb, out var noun) ? noun : verb switch
    {
        [.., 'a', 't', 'e'] => verb[..^1] + "ion",
        [.., 'i', 'f', 'y'] => verb[..^1] + "ication",
        [.., 'i', 'z', 'e'] or [.., 'i', 's', 'e'] => verb[..^1] + "ation",
        [.., 'e', 'e'] => verb + "ing",
        [.., 'e'] => verb[..^1] + "ing",
        _ => verb + "ing",
    };

    /// <summary>All nouns that may name what the verb does: borrow gives loan and borrowing.</summary>
    public static IEnumerable<string> Candidates(string verb) => verb.Length == 0 ? [] : [Of(verb), Gerund(verb), verb, .. verb.Length > 3 ? Suffixes.Select(suffix => Stem(verb) + suffix) : []];

    private static readonly string[] Suffixes = ["ance", "ence", "ment", "ion", "ation", "al", "age", "ure", "y"];

    private static string Stem(string verb) => verb is [.., 'e'] ? verb[..^1] : verb is [.., 'y'] ? verb[..^1] + "i" : verb;

    private static string Gerund(string verb) => verb is [.., 'e'] and not [.., 'e', 'e'] ? verb[..^1] + "ing" : verb + "ing";
}
