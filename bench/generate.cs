// Writes a product of many entities: dotnet run bench/generate.cs -- 1000 /tmp/product
using System.Globalization;
using System.Text;

var count = int.Parse(args[0], CultureInfo.InvariantCulture);
var folder = args[1];
Directory.CreateDirectory(folder);

string[] things = ["Pump", "Valve", "Sensor", "Pipe", "Tank", "Meter", "Filter", "Motor", "Panel", "Gate"];
string Name(int number) => $"{things[number % things.Length]}{(char)('A' + (number / 260 % 26))}{(char)('A' + (number / 10 % 26))}";

var prd = new StringBuilder("# Product Requirements Document: Waterworks\n\n## Data Model\n\n### Core Entities\n\n```\n");
for (var number = 0; number < count; number++)
{
    prd.Append(CultureInfo.InvariantCulture, $"{Name(number)}\n- id: UUID\n- name: string(100)\n- serial_number: string(40) - unique\n- status: enum - [planned, active, retired]\n- capacity: decimal(10,2)\n- installed_on: date\n- removed_on: date - optional\n- price: decimal(12,2)\n- notes: text - optional\n");
    if (number > 0)
    {
        prd.Append(CultureInfo.InvariantCulture, $"- parent_id: UUID - foreign key to {Name((number - 1) / 2)}\n");
    }

    prd.Append('\n');
}

File.WriteAllText(Path.Combine(folder, "PRD.md"), prd.Append("```\n").ToString());

var rules = new StringBuilder("# Business Rules: Waterworks\n\n");
for (var number = 0; number < count; number++)
{
    rules.Append(CultureInfo.InvariantCulture, $"### BR{number:0000}: {Name(number)} validation\n```yaml\nRule: Valid {Name(number)} Requirements\nConditions:\n  - capacity must be > 0\n  - removed_on must be > installed_on\n  - price must be >= 0\n```\n\n");
}

File.WriteAllText(Path.Combine(folder, "BUSINESS_RULES.md"), rules.ToString());
File.WriteAllText(Path.Combine(folder, "TECHNICAL_SPEC.md"), "# Technical Specification: Waterworks\n\n- **Database**: PostgreSQL 16\n");
File.WriteAllText(Path.Combine(folder, "SCALE_REQUIREMENTS.md"), "# Scale Requirements: Waterworks\n\n- 50 concurrent users\n");
