using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Design;

/// <summary>Uploaded files have a record beside what they belong to, unless the documents keep one.</summary>
public class FileRecordTests
{
    [Fact]
    public void A_file_knows_where_it_lies_what_it_is_and_whether_it_may_be_used()
    {
        var table = Compile("- Wardens can attach photos to a tree\n- Photos may have at most 8 MB").Design.OfEntity("TreePhoto").ShouldNotBeNull();
        string[] parts = ["bucket", "object_key", "file_name", "content_type", "size_bytes", "sha256", "status"];
        parts.ShouldAllBe(part => table.Find(part) != null);
        table.ForeignKeys.ShouldContain(key => key.ReferencedTable == "trees");
        table.Transitions.ShouldHaveSingleItem().Initial.ShouldBe(["pending"]);
        table.Checks.ShouldContain(check => check.Name.Contains("size_bytes_at_most", StringComparison.Ordinal));
        table.Checks.ShouldContain(check => check.Name.Contains("stored_with_checksum", StringComparison.Ordinal));
    }

    [Fact]
    public void A_column_the_documents_give_is_enough() => Compile("- Wardens can attach a photo to a tree", "- photo_url (url)").Design.OfEntity("TreePhoto").ShouldBeNull();

    [Fact]
    public void Files_of_something_unknown_are_asked_about() =>
        Compile("- Wardens can attach photos to a quarrel").Clarifications.ShouldContain(question => question.Question.Contains("\"quarrel\"", StringComparison.Ordinal));

    internal static Compilation Compile(string line, string attribute = "- height (integer)") => Compiler.Compile(
        [
            new InputDocument("PRD.md",
                $"""
                # PRD: Grove

                ## Data Model

                ### Warden
                - id (uuid)
                - email (email, required, unique)

                ### Tree
                - id (uuid)
                - species (string, required)
                {attribute}

                ## Features

                {line}
                """),
        ], "grove", new Findings());
}
