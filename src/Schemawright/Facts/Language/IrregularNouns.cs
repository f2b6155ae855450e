namespace Schemawright.Facts.Language;

/// <summary>The English nouns whose number no rule gives.</summary>
internal static class IrregularNouns
{
    private const string WithoutPlural =
        """
        data metadata information equipment series species news media feedback staff software hardware money police sheep fish deer aircraft sms mms
        gps dns progress luggage furniture merchandise stock advice research content traffic mail livestock headquarters means logistics analytics
        statistics mathematics physics payroll overtime cash
        """;

    private const string EndingInS =
        """
        alias atlas bias canvas gas lens iris chaos cosmos pos sos pancreas christmas texas tls https js css os this its has was yes always plus ms
        aws saas paas ios
        """;

    private const string Pairs =
        """
        person:people child:children man:men woman:women foot:feet tooth:teeth goose:geese mouse:mice ox:oxen criterion:criteria
        phenomenon:phenomena bacterium:bacteria curriculum:curricula memorandum:memoranda stadium:stadiums medium:media datum:data matrix:matrices
        vertex:vertices appendix:appendices quiz:quizzes leaf:leaves shelf:shelves knife:knives life:lives wife:wives half:halves calf:calves
        loaf:loaves wolf:wolves thief:thieves scarf:scarves hero:heroes potato:potatoes tomato:tomatoes echo:echoes veto:vetoes cargo:cargoes
        movie:movies cookie:cookies calorie:calories zombie:zombies tie:ties pie:pies lie:lies die:dies selfie:selfies prairie:prairies
        rookie:rookies cache:caches headache:headaches avalanche:avalanches niche:niches axe:axes stomach:stomachs epoch:epochs monarch:monarchs
        patriarch:patriarchs menu:menus sku:skus guru:gurus cpu:cpus gpu:gpus api:apis kpi:kpis taxi:taxis wiki:wikis kiwi:kiwis emoji:emojis
        ski:skis shoe:shoes toe:toes canoe:canoes oboe:oboes foe:foes use:uses excuse:excuses fuse:fuses muse:muses refuse:refuses axis:axes
        diagnosis:diagnoses prognosis:prognoses synopsis:synopses thesis:theses hypothesis:hypotheses crisis:crises parenthesis:parentheses
        oasis:oases basis:bases base:bases id:ids passerby:passersby bus:buses release:releases alias:aliases atlas:atlases bias:biases
        canvas:canvases gas:gases lens:lenses iris:irises
        """;

    /// <summary>Nouns with one form for both numbers.</summary>
    public static HashSet<string> Uncountable { get; } = Words(WithoutPlural).ToHashSet(StringComparer.Ordinal);

    /// <summary>Singular nouns that end in an s a rule would cut off.</summary>
    public static HashSet<string> SingularInS { get; } = Words(EndingInS).ToHashSet(StringComparer.Ordinal);

    public static Dictionary<string, string> PluralOf { get; } = Words(Pairs).Select(pair => pair.Split(':')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    public static Dictionary<string, string> SingularOf { get; } = Inverse();

    private static Dictionary<string, string> Inverse()
    {
        var singular = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (one, many) in PluralOf)
        {
            singular.TryAdd(many, one);
        }

        // Two singulars share these plurals; the commoner meaning in software wins.
        singular["bases"] = "base";
        singular["axes"] = "axis";
        return singular;
    }

    private static string[] Words(string text) => text.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
