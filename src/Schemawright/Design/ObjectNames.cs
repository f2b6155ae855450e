using System.Globalization;
using System.Text;

namespace Schemawright.Design;

/// <summary>Gives constraints and indexes names that say table, columns and kind, fit 63 bytes and are unique in the schema.</summary>
internal sealed class ObjectNames
{
    public const int MostBytes = 63;

    private readonly HashSet<string> _taken;

    private ObjectNames(IEnumerable<string> taken) => _taken = new(taken, StringComparer.Ordinal);

    /// <summary>The names not yet used in the design.</summary>
    public static ObjectNames FreeIn(DataDesign design) => new(design.Tables.SelectMany(Of).Concat(design.Views.Select(view => view.Name)).Concat(design.ReadModels.Select(model => model.Name)).Append(design.Audit.Table).Where(name => name.Length > 0));

    /// <summary>Every name a table brings: its own and those of its constraints and indexes.</summary>
    public static IEnumerable<string> Of(TableDesign table) =>
    [
        table.Name, table.PrimaryKey.Name,
        .. table.Uniques.Select(unique => unique.Name),
        .. table.ForeignKeys.Select(key => key.Name),
        .. table.Checks.Select(check => check.Name),
        .. table.Exclusions.Select(exclusion => exclusion.Name),
        .. table.Transitions.Select(transition => transition.Name),
        .. table.RowRules.Select(rule => rule.Name),
        .. table.Quotas.Select(quota => quota.Name),
        .. table.Balances.Select(balance => balance.Name),
        .. table.Cycles.Select(cycle => cycle.Name),
        .. table.Numberings.Select(numbering => numbering.Name),
        .. table.DeletedAlong.Select(along => along.Name),
        .. table.Minimums.Select(minimum => minimum.Name),
        .. table.Immutables.Select(immutable => immutable.Name),
        .. table.DeleteGuards.Select(guard => guard.Name),
        .. table.Indexes.Select(index => index.Name),
    ];

    /// <summary>A new name such as <c>orders_customer_id_fkey</c>.</summary>
    public string Claim(string table, IEnumerable<string> parts, string kind)
    {
        var words = string.Join('_', parts.Prepend(table).Where(part => part.Length > 0));
        var name = Shortened(words, "_" + kind);
        for (var turn = 2; !_taken.Add(name); turn++)
        {
            name = Shortened(words, string.Create(CultureInfo.InvariantCulture, $"_{kind}{turn}"));
        }

        return name;
    }

    /// <summary>The name itself where it fits, else its start and a hash of the whole.</summary>
    public static string Shortened(string name, string ending = "")
    {
        if (Encoding.UTF8.GetByteCount(name + ending) <= MostBytes)
        {
            return name + ending;
        }

        var room = MostBytes - Encoding.UTF8.GetByteCount(ending) - 9;
        var start = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            room -= rune.Utf8SequenceLength;
            if (room < 0)
            {
                break;
            }

            start.Append(rune.ToString());
        }

        return $"{start.ToString().TrimEnd('_')}_{Hash(name)}{ending}";
    }

    // FNV-1a: stable across runs and machines, unlike string.GetHashCode.
    private static string Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var character in text)
        {
            hash = (hash ^ character) * 16777619u;
        }

        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
