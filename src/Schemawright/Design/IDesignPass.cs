using Schemawright.Diagnostics;

namespace Schemawright.Design;

/// <summary>One item of the checklist: reads the design so far and decides its part.</summary>
internal interface IDesignPass
{
    /// <summary>3 … 15.</summary>
    int ChecklistItem { get; }

    DataDesign Apply(DataDesign design, Findings findings);
}
