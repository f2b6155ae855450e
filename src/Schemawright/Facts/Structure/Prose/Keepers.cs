using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose;

/// <summary>Nouns that are no stored thing: who owns the database, who works with it, what is on its screens, when something is.</summary>
internal static class Keepers
{
    private static readonly HashSet<string> Owners = Words(
        """
        system application app software database program programme platform website portal solution module company organisation organization business agency firm institution office management
        front_desk desk we us i you it one everybody everyone somebody someone nobody anybody anyone people staff user administrator admin operator clerk registrar spreadsheet notebook slip memo mvp project_scope
        product_owner stakeholder developer industry sector market field_of_work world country_side thing something anything everything nothing data information detail record list overview
        """);

    private static readonly HashSet<string> Screens = Words(
        """
        page screen form dashboard interface view report feature button menu navigation header footer chart graph table widget tab dialog popup layout theme search filter section phase api response request_body endpoint
        workflow process step scope support integration release version requirement use_case user_story table_of_content design prototype export import notification email_notification reminder statistic analytics
        benefit goal objective vision value_proposition experience journey success metric kpi risk assumption roadmap budget timeline functionality capability ability
        """);

    private static readonly HashSet<string> Times = Words("today now morning afternoon evening night moment time future past season spring summer autumn winter beginning end start moment week_day way case example instance order_of reason while advance addition general principle turn luck mean account")
        .Except(Words("season week_day order_of start end reason account case"), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);

    /// <summary>The owner of the database, a screen, a moment: never an entity unless it gets an attribute list of its own.</summary>
    public static bool IsOne(NounPhrase phrase) => phrase.Name is "we" or "i" or "I" or "us" or "you" || IsOne(Naming.EntityKey(phrase.Name));

    public static bool IsOne(string key) => Owners.Contains(key) || Screens.Contains(key) || Times.Contains(key) || LastWord(key) is "system" or "application" or "software" or "platform" or "database" || (LastWord(key) is "staff" && !key.Contains("_of_", StringComparison.Ordinal)) || LastWord(key) is "management" or "information" or "data";

    /// <summary>"For companies the registered name is kept": many of them, so none of them keeps the data.</summary>
    public static bool IsAmongMany(NounPhrase phrase) =>
        phrase is { Plural: true, Determiner: Determiner.None } && Naming.EntityKey(phrase.Name) is "company" or "organisation" or "organization" or "business" or "agency" or "institution" or "firm" or "user" or "operator" or "office" or "clerk" or "administrator";

    /// <summary>No owner of anything, whatever is said of it.</summary>
    public static bool IsNothing(string key) => Times.Contains(key) || key is "list" or "overview" or "screen" or "page" or "dashboard" or "button" or "header" or "footer" or "widget" or "popup" or "dialog" or "view" or "interface" || key is "system" or "software" or "platform" or "database" or "we" or "us" or "i" or "you" or "it" or "thing" or "data" or "information" or "detail" or "app" or "website" or "portal" or "each" or "that" or "this" or "one" or "other";

    /// <summary>"The application" is the product; "an application", "applications" may be filed with it.</summary>
    public static bool IsNothing(NounPhrase phrase) =>
        Naming.EntityKey(phrase.Name) is var key && (IsNothing(key) || (key is "application" && !phrase.SpeaksOfEach && !phrase.Plural));

    private static string LastWord(string key) => key[(key.LastIndexOf('_') + 1)..];

    private static HashSet<string> Words(string text) => text.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
}
