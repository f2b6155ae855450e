using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain.Demands;
using Schemawright.Domain.Merging;
using Schemawright.Facts;
using Schemawright.Terms;

namespace Schemawright.Domain.Structure;

/// <summary>
/// Where files are uploaded for a thing and the documents give no record of them: one for each file, saying where it lies, what it is
/// and whether it may be used. The bytes stay outside the database.
/// </summary>
internal static class RecordFiles
{
    public const string Status = "status";
    public const string ObjectKey = "object_key";
    public const string Checksum = "sha256";
    public const string Size = "size_bytes";
    public const string Stored = "stored";

    private static readonly string[] Places = ["url", "path", "key", "link", "uri", "file", "location"];

    public static void Run(DomainDraft domain)
    {
        var words = new EntityWords(domain, domain.Tenant);
        foreach (var told in domain.Facts.Uploads.GroupBy(fact => (Owner: words.Named(string.Join('_', fact.Owner.Split(' '))), fact.What)))
        {
            var origin = new Origin(told.Select(fact => fact.Source).Distinct().Order().ToSeq());
            if (told.Key.Owner is not { } owner)
            {
                Ask(domain, told.First(), origin);
            }
            else if (!IsKept(domain, owner, told.Key.What) && FileOf(domain, owner, told.Key.What) is { } file)
            {
                Fill(domain, file, owner, origin);
            }
        }
    }

    /// <summary>A column for the file, or a thing of that name with a place for it.</summary>
    private static bool IsKept(DomainDraft domain, EntityDraft owner, string what) =>
        owner.Attributes.Exists(attribute => attribute.Name.Split('_').Contains(what, StringComparer.Ordinal) || attribute.Name.Split('_') is [.., "file" or "attachment" or "files" or "attachments"] || attribute.Name == what + "s")
        || domain.Entities.All.Any(entity => IsFile(entity, what) && (entity.Attributes.Exists(attribute => Places.Contains(attribute.Name.Split('_')[^1], StringComparer.Ordinal)) || entity.Attributes.Count > 2));

    private static bool IsFile(EntityDraft entity, string what) => entity.Key == what || entity.Key.EndsWith("_" + what, StringComparison.Ordinal) || entity.Key is "attachment" or "file" || entity.Key.EndsWith("_attachment", StringComparison.Ordinal) || entity.Key.EndsWith("_file", StringComparison.Ordinal);

    /// <summary>The bare thing the sentence itself has made, else one of its own.</summary>
    private static EntityDraft? FileOf(DomainDraft domain, EntityDraft owner, string what)
    {
        var bare = domain.Entities.FindKey(what) ?? domain.Entities.FindKey($"{owner.Key}_{what}");
        if (bare is not null)
        {
            return bare == owner || domain.Links.Exists(link => link.Parent == bare) ? null : bare;
        }

        var made = domain.Entities.Create($"{owner.Key}_{what}");
        domain.Entities.AddAlias(what, made); // "Photos may have at most 8 MB" speaks of them
        return made;
    }

    private static void Fill(DomainDraft domain, EntityDraft file, EntityDraft owner, Origin origin)
    {
        file.Made.AddRange(origin.Sources);
        EntityAttribute Text(string name, int length, bool required, string description) => new(name, new DataType(DataKind.ShortText, Length: length), required, origin) { Description = description };
        EntityAttribute[] attributes =
        [
            Text("bucket", 63, true, "The bucket that holds the file.") with { Immutable = true },
            Text(ObjectKey, 1024, true, "The file's key in the bucket: cannot be guessed and never changes.") with { Immutable = true },
            Text("file_name", 255, true, "The name the person gave it."),
            Text("content_type", 127, true, "What the file is, as found by looking into it: image/png."),
            new(Size, DataType.Of(DataKind.BigInteger), true, origin) { Description = "The file's length." },
            Text(Checksum, 64, false, "The SHA-256 of the bytes, in hexadecimal; known once they have arrived."),
            new(Status, new DataType(DataKind.Enumeration, Values: ["pending", Stored, "quarantined", "removed"]), true, origin) { Description = "Whether the bytes have arrived and may be used." },
        ];
        file.Attributes.AddRange(attributes.Where(attribute => file.Find(attribute.Name) is null));
        if (!domain.LinksOf(file).Any(link => link.Parent == owner))
        {
            domain.Links.Add(new LinkDraft(owner, file, owner.Key, owner.Key + "_id") { Required = true, OnDelete = DeleteRule.Restrict, Label = "has", Sources = { origin.Sources[0] } });
        }

        if (domain.User is { } user && user != owner && !domain.LinksOf(file).Any(link => link.Parent == user))
        {
            domain.Links.Add(new LinkDraft(user, file, "uploaded_by", "uploaded_by") { Required = false, OnDelete = DeleteRule.SetNull, Label = "uploads", Sources = { origin.Sources[0] } });
        }

        file.Keys.Add(new(["bucket", ObjectKey], false, true, null, origin));
        domain.Machines.Add(new(file.Name, Status,
            [new("pending", "The place is given out; the bytes are on their way.", false, origin), new(Stored, "The bytes are there and were found harmless.", false, origin), new("quarantined", "The bytes were found harmful.", false, origin), new("removed", "The bytes are gone from the bucket.", true, origin)],
            ["pending"], [new("pending", Stored, "arrives", origin), new("pending", "quarantined", "is refused", origin), new("pending", "removed", "never arrives", origin), new(Stored, "removed", "is deleted", origin), new("quarantined", "removed", "is deleted", origin)], origin));
    }

    private static void Ask(DomainDraft domain, UploadFact fact, Origin origin) => domain.Findings.Missing(
        "uploads", $"{fact.What} {fact.Owner}", $"To which thing of the model do the files of \"{fact.Owner}\" belong?", [new("none: they stay outside the database", origin.Sources), new("the thing that the answer names", [])], "No record of them is kept.", impact: 1, uncertainty: 3, affects: [fact.Owner]);
}
