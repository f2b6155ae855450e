namespace Schemawright.Facts.Language;

/// <summary>Singular and plural of English nouns, lower case. A word already in the wanted number is not changed.</summary>
public static class Nouns
{
    private static readonly HashSet<string> Uncountable = new(StringComparer.Ordinal)
    {
        "data", "metadata", "information", "equipment", "series", "species", "news", "media", "feedback", "staff", "software",
        "hardware", "money", "police", "sheep", "fish", "deer", "aircraft", "sms", "mms", "gps", "dns", "progress",
        "luggage", "furniture", "merchandise", "stock", "advice", "research", "content", "traffic", "mail", "livestock",
        "headquarters", "means", "logistics", "analytics", "statistics", "mathematics", "physics", "payroll", "overtime", "cash",
    };

    /// <summary>Singular nouns that end in an s a rule would cut off.</summary>
    private static readonly HashSet<string> SingularInS = new(StringComparer.Ordinal)
    {
        "alias", "atlas", "bias", "canvas", "gas", "lens", "iris", "chaos", "cosmos", "pos", "sos", "pancreas", "christmas", "texas",
        "tls", "https", "js", "css", "os", "this", "its", "has", "was", "yes", "always", "plus", "ms", "aws", "saas", "paas", "ios",
    };

    private static readonly Dictionary<string, string> PluralOf = new(StringComparer.Ordinal)
    {
        ["person"] = "people", ["child"] = "children", ["man"] = "men", ["woman"] = "women", ["foot"] = "feet", ["tooth"] = "teeth",
        ["goose"] = "geese", ["mouse"] = "mice", ["ox"] = "oxen", ["criterion"] = "criteria", ["phenomenon"] = "phenomena",
        ["bacterium"] = "bacteria", ["curriculum"] = "curricula", ["memorandum"] = "memoranda", ["stadium"] = "stadiums",
        ["medium"] = "media", ["datum"] = "data", ["matrix"] = "matrices", ["vertex"] = "vertices", ["appendix"] = "appendices",
        ["quiz"] = "quizzes", ["leaf"] = "leaves", ["shelf"] = "shelves", ["knife"] = "knives", ["life"] = "lives", ["wife"] = "wives",
        ["half"] = "halves", ["calf"] = "calves", ["loaf"] = "loaves", ["wolf"] = "wolves", ["thief"] = "thieves", ["scarf"] = "scarves",
        ["hero"] = "heroes", ["potato"] = "potatoes", ["tomato"] = "tomatoes", ["echo"] = "echoes", ["veto"] = "vetoes", ["cargo"] = "cargoes",
        ["movie"] = "movies", ["cookie"] = "cookies", ["calorie"] = "calories", ["zombie"] = "zombies", ["tie"] = "ties", ["pie"] = "pies",
        ["lie"] = "lies", ["die"] = "dies", ["selfie"] = "selfies", ["prairie"] = "prairies", ["rookie"] = "rookies",
        ["cache"] = "caches", ["headache"] = "headaches", ["avalanche"] = "avalanches", ["niche"] = "niches", ["axe"] = "axes",
        ["stomach"] = "stomachs", ["epoch"] = "epochs", ["monarch"] = "monarchs", ["patriarch"] = "patriarchs",
        ["menu"] = "menus", ["sku"] = "skus", ["guru"] = "gurus", ["cpu"] = "cpus", ["gpu"] = "gpus", ["api"] = "apis", ["kpi"] = "kpis",
        ["taxi"] = "taxis", ["wiki"] = "wikis", ["kiwi"] = "kiwis", ["emoji"] = "emojis", ["ski"] = "skis",
        ["shoe"] = "shoes", ["toe"] = "toes", ["canoe"] = "canoes", ["oboe"] = "oboes", ["foe"] = "foes",
        ["use"] = "uses", ["excuse"] = "excuses", ["fuse"] = "fuses", ["muse"] = "muses", ["refuse"] = "refuses",
        ["axis"] = "axes", ["diagnosis"] = "diagnoses", ["prognosis"] = "prognoses", ["synopsis"] = "synopses", ["thesis"] = "theses",
        ["hypothesis"] = "hypotheses", ["crisis"] = "crises", ["parenthesis"] = "parentheses", ["oasis"] = "oases", ["basis"] = "bases",
        ["base"] = "bases", ["id"] = "ids", ["passerby"] = "passersby", ["bus"] = "buses", ["release"] = "releases",
        ["alias"] = "aliases", ["atlas"] = "atlases", ["bias"] = "biases", ["canvas"] = "canvases", ["gas"] = "gases", ["lens"] = "lenses",
        ["iris"] = "irises",
    };

    private static readonly Dictionary<string, string> SingularOf = Inverse();

    public static string Singular(string noun)
    {
        if (noun.Length < 3 || Uncountable.Contains(noun) || SingularInS.Contains(noun) || PluralOf.ContainsKey(noun))
        {
            return noun;
        }

        if (SingularOf.TryGetValue(noun, out var known))
        {
            return known;
        }

        return ByEnding(noun) ?? noun;
    }

    public static string Plural(string noun)
    {
        if (noun.Length == 0 || Uncountable.Contains(noun))
        {
            return noun;
        }

        if (PluralOf.TryGetValue(noun, out var known))
        {
            return known;
        }

        var singular = Singular(noun);
        return string.Equals(singular, noun, StringComparison.Ordinal) ? AddEnding(noun) : noun;
    }

    private static string AddEnding(string noun)
    {
        if (Ends(noun, "man") && noun is not ("human" or "german" or "talisman" or "shaman"))
        {
            return noun[..^2] + "en";
        }

        if (Ends(noun, "y") && noun.Length > 1 && !IsVowel(noun[^2]))
        {
            return noun[..^1] + "ies";
        }

        if (Ends(noun, "sis"))
        {
            return noun[..^2] + "es";
        }

        return Ends(noun, "s") || Ends(noun, "x") || Ends(noun, "z") || Ends(noun, "ch") || Ends(noun, "sh") ? noun + "es" : noun + "s";
    }

    private static string? ByEnding(string noun)
    {
        if (Ends(noun, "men") && noun is not ("specimen" or "omen" or "acumen" or "abdomen" or "regimen"))
        {
            return noun[..^2] + "an";
        }

        if (!Ends(noun, "s") || Ends(noun, "ss") || Ends(noun, "us") || Ends(noun, "is"))
        {
            return null;
        }

        if (Ends(noun, "ies"))
        {
            return noun[..^3] + "y";
        }

        return Ends(noun, "es") ? WithoutEs(noun) : noun[..^1];
    }

    private static string WithoutEs(string noun)
    {
        if (Ends(noun, "yses"))
        {
            return noun[..^2] + "is";
        }

        // houses, causes and clauses keep their e; statuses, bonuses and viruses were made with it.
        if (Ends(noun, "uses"))
        {
            return noun.Length > 4 && noun[^5] is 'o' or 'a' ? noun[..^1] : noun[..^2];
        }

        return Ends(noun, "sses") || Ends(noun, "shes") || Ends(noun, "ches") || Ends(noun, "xes") || Ends(noun, "zzes") || Ends(noun, "oes")
            ? noun[..^2]
            : noun[..^1];
    }

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

    private static bool Ends(string noun, string ending) => noun.EndsWith(ending, StringComparison.Ordinal);

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';
}
