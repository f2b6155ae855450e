using Schemawright.Terms;

namespace Schemawright.Facts.Rules.Spread;

/// <summary>A spread that a clause tells, and the places of the first and behind the last of its characters.</summary>
internal sealed record FoundSpread(string Rows, SpreadBy By, SpreadShare Share, string Among, SpreadShare? Few, Period? Within, int Start, int End);
