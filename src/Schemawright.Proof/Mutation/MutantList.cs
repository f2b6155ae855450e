using Schemawright.Collections;

namespace Schemawright.Proof.Mutation;

/// <summary>All defects that are built in, one at a time.</summary>
internal static class MutantList
{
    public static Seq<Mutant> Of(Compilation compilation)
    {
        var (schema, design) = (compilation.Schema, compilation.Design);
        var looks = new Looks(design);
        return
        [
            .. ConstraintMutants.Of(schema, looks), .. LoosenedRules.Of(schema, design, looks), .. TriggerMutants.Of(schema, design, looks),
            .. PolicyMutants.Of(schema, looks), .. GrantMutants.Of(schema), .. IndexMutants.Of(schema, looks),
        ];
    }
}
