using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Domain.Rules;
using Schemawright.Terms;

namespace Schemawright.Tests.Design;

/// <summary>A product for veterinary practices: tenants, staff, owners with personal data, visits in rooms, invoices, vaccinations.</summary>
internal static class SampleDomain
{
    public static DomainModel Model { get; } = new()
    {
        AppName = "Paw Ledger",
        AppNameOrigin = At(1),
        Tenancy = new(TenancyModel.SharedSchema, "Practice", "several practices share one installation", At(2)),
        Entities =
        [
            Entity("Practice", "practices", EntityKind.Core, Text("name", 10, required: true)),
            Entity("Member", "members", EntityKind.Core, Of("email", DataKind.Email, 11, required: true) with { Privacy = PrivacyClass.Personal },
                Text("full_name", 12, required: true) with { Privacy = PrivacyClass.Personal },
                Of("password_hash", DataKind.ShortText, 12) with { Hashed = true, Privacy = PrivacyClass.Secret }, Values("role", 13, "vet", "nurse", "clerk")) with
            {
                Keys = [new(["email"], true, true, null, At(11))],
            },
            Entity("Owner", "owners", EntityKind.Core, Text("full_name", 14, required: true) with { Privacy = PrivacyClass.Personal },
                Of("phone", DataKind.Phone, 15) with { Privacy = PrivacyClass.Personal },
                Text("insurance_number", 16) with { Encrypted = true, Privacy = PrivacyClass.Sensitive }, Text("code", 17, required: true)) with
            {
                Keys = [new(["code"], true, false, null, At(17))],
            },
            Entity("Pet", "pets", EntityKind.Core, Text("name", 18, required: true), Of("birth_date", DataKind.Date, 19), Of("file_number", DataKind.Integer, 19, required: true)),
            Entity("Room", "rooms", EntityKind.Core, Text("name", 20, required: true)) with { Keys = [new(["name"], false, false, null, At(20))] },
            Entity("Visit", "visits", EntityKind.Core, Of("starts_at", DataKind.Timestamp, 21, required: true), Of("ends_at", DataKind.Timestamp, 22, required: true),
                Values("status", 23, "booked", "seen", "cancelled"), Of("notes", DataKind.LongText, 24)),
            Entity("Invoice", "invoices", EntityKind.Core, Text("number", 25, required: true), Of("amount", DataKind.Money, 26, required: true),
                Of("due_date", DataKind.Date, 27), Values("status", 28, "draft", "sent", "paid"), Of("paid_at", DataKind.Timestamp, 29)) with
            {
                Keys = [new(["number"], false, false, null, At(25))],
            },
            Entity("InvoiceLine", "invoice_lines", EntityKind.Child, Text("label", 30, required: true), Of("amount", DataKind.Money, 31, required: true)),
            Entity("Vaccine", "vaccines", EntityKind.Reference, Text("code", 32, required: true)) with { Keys = [new(["code"], false, false, null, At(32))] },
            Entity("PetVaccine", "pet_vaccines", EntityKind.Junction, Of("given_on", DataKind.Date, 33, required: true)),
            Entity("ActivityTrail", "activity_trails", EntityKind.AuditTrail, Text("action", 34), Of("ip_address", DataKind.IpAddress, 35)),
        ],
        Relationships =
        [
            Link("Practice", "Member", 40), Link("Practice", "Owner", 41), Link("Owner", "Pet", 42), Link("Practice", "Room", 43),
            Link("Pet", "Visit", 44), Link("Room", "Visit", 45), Link("Member", "Visit", 46) with { Role = "vet", ForeignKey = "vet_id" },
            Link("Visit", "Invoice", 47) with { Children = Cardinality.ZeroOrOne },
            Link("Invoice", "InvoiceLine", 48) with { Identifying = true, OnDelete = DeleteRule.Cascade },
            Link("Pet", "PetVaccine", 49) with { Identifying = true, OnDelete = DeleteRule.Cascade },
            Link("Vaccine", "PetVaccine", 50) with { Identifying = true },
            Link("Member", "Invoice", 51) with { Role = "approved_by", ForeignKey = "approved_by", Parents = Cardinality.ZeroOrOne, OnDelete = DeleteRule.SetNull },
        ],
        StateMachines =
        [
            new("Visit", "status", [State("booked"), State("seen", true), State("cancelled", true)], ["booked"], [Way("booked", "seen"), Way("booked", "cancelled")], At(23)),
            new("Invoice", "status", [State("draft") with { TimeoutAfter = new(30, PeriodUnit.Day), TimeoutTo = "sent" }, State("sent"), State("paid", true)], ["draft"],
                [Way("draft", "sent"), Way("sent", "paid")], At(28)),
        ],
        Rules = SampleRules.All,
        Actors = [new("vet", "Treats animals.", "vet", At(60)), new("clerk", "Keeps the accounts.", "clerk", At(61))],
        Permissions =
        [
            new("vet", AccessKind.Read, "Visit", AccessReach.Own, true, "vets see their visits", At(62)),
            new("vet", AccessKind.Update, "Visit", AccessReach.Own, true, "vets keep their visits", At(62)),
            new("clerk", AccessKind.Delete, "Owner", AccessReach.All, true, "clerks delete owners", At(63)),
            new("clerk", AccessKind.Create, "Invoice", AccessReach.All, true, "clerks write invoices", At(63)),
        ],
        Retention =
        [
            new("Invoice", new(10, PeriodUnit.Year), true, null, null, "delete", "Invoices are kept for ten years.", At(64)),
            new("Owner", new(60, PeriodUnit.Day), false, "deleted_at", null, "delete", "Deleted owners can be restored for 60 days.", At(65)),
            new("*audit", new(3, PeriodUnit.Year), false, null, null, "delete", "The trail is kept for three years.", At(66)),
        ],
        Scale = [new("Visit", ScaleKind.RowsPerYear, 400_000, 12, null, "400,000 visits a year", At(67)), new("Pet", ScaleKind.Rows, 90_000, 0, null, "90,000 pets", At(68))],
        AccessPaths = [new("Visit", AccessPathKind.List, ["vet"], null, "starts_at", true, [], null, "A vet sees the newest visits first.", At(69)), new("Pet", AccessPathKind.Search, [], null, null, false, ["name"], null, "Pets are found by a part of their name.", At(69))],
        Reports =
        [
            new([
                new(ReportMeasure.Count, "Visit", null, new Compare(CompareOp.Equal, Ref.To("status"), Literal.String("seen")), [new Ref(["room"])], "starts_at"),
                new(ReportMeasure.Total, "Invoice", "amount", null, [new Ref(["visit", "room"])], "created_at"),
            ], PeriodUnit.Month, null, new(1, PeriodUnit.Day), false, "The report shows the visits seen and the amounts of invoices per room and month.", At(73)),
        ],
        Recovery = [new(RecoveryKind.Rpo, new(10, PeriodUnit.Minute), "lose at most ten minutes", At(70)), new(RecoveryKind.Rto, new(2, PeriodUnit.Hour), "back in two hours", At(71))],
        Privacy = [new(PrivacyDemandKind.RestrictAccess, "Owner", "phone", null, ["clerk"], At(72))],
    };

    public static Origin At(int line) => Origin.At(SourceSpan.OfLine("product.md", line, 80));

    private static Entity Entity(string name, string table, EntityKind kind, params EntityAttribute[] attributes) =>
        new(name, table, kind, $"A {name} of the practice.", At(9)) { Attributes = attributes.ToSeq() };

    private static EntityAttribute Text(string name, int line, bool required = false) => Of(name, DataKind.ShortText, line, required);

    private static EntityAttribute Of(string name, DataKind kind, int line, bool required = false) => new(name, DataType.Of(kind), required, At(line));

    private static EntityAttribute Values(string name, int line, params string[] values) =>
        new(name, new DataType(DataKind.Enumeration, Values: values.ToSeq()), true, At(line));

    private static Relationship Link(string parent, string child, int line) => new(
        parent, child, parent.ToLowerInvariant(), parent.ToLowerInvariant() + "_id", Cardinality.ExactlyOne, Cardinality.ZeroOrMore, DeleteRule.Restrict, false, "has", At(line));

    private static State State(string name, bool terminal = false) => new(name, "", terminal, At(23));

    private static Transition Way(string from, string to) => new(from, to, null, At(23));
}
