namespace Schemawright.Tests.Gold;

/// <summary>The prose of docs/reading-quality.md.</summary>
internal static class QualityWords
{
    public const string Opening = """
        # How well requirements are read

        The compiler's understanding of a text is compared with what a careful architect wrote down for the same text by hand, the *gold*
        (`tests/gold`, whose README says how it is written). This page holds the figures; a test recomputes them, so they are those of the
        sources beside it.

        ## See what is missed and what is invented

            dotnet build tests/Schemawright.Tests
            SCHEMAWRIGHT_GOLD_DETAILS=details.txt dotnet .artifacts/bin/Schemawright.Tests/debug/Schemawright.Tests.dll --filter-class '*ReadingQualityTests'

        writes for each text the tables as read and every table, attribute, key and reference missed or invented; for each product also wrong
        types and cardinalities, missed rules with their lines, and rules made from a line that states none.
        `SCHEMAWRIGHT_GOLD_ONLY=bakery` narrows the file to the texts with that word in their name. `SCHEMAWRIGHT_GOLD_TEXTS=folder` adds
        the texts of a folder, which are in no figure of this page. With `SCHEMAWRIGHT_GOLD_INPUTS=folder`, a folder
        that holds the documents of the real products, these are measured, too. `SCHEMAWRIGHT_ACCEPT=1` rewrites this page; the section on
        real products keeps its figures when no folder is given. A text measured for the first time enters `tests/gold/first-measured.txt`, the
        source of "at first".

        """;

    public const string Texts = """
        Requirement texts of 80 to 250 words, each of another field and style. A text is compiled as the only document of a product. All figures
        are per cent; precision, recall and F1 count over all texts of a part together. The first part was written before the sentence grammar
        existed, the second before its first revision, the third before its second, the fourth before its third, the fifth before its fourth, the sixth before its fifth, the seventh before its sixth, the eighth before its seventh, the ninth before its eighth, the tenth before its ninth, the eleventh before its tenth; each by somebody who saw nothing of the grammar, and each was
        measured when that work was done ("at first"). Half of the
        eleventh are plain statements of analysts and lecturers; the seventh to tenth are mostly letters, notes and forms. Only a part that nobody has tuned on tells how an unknown text is read.

        """;

    public const string Examples = """
        The example products of this repository. A cell holds precision · recall · F1, or how many of how many; in brackets F1, or that share,
        at first.

        """;

    public const string Real = """
        Requirement documents of three public projects, under the MIT licence. They are not part of this repository; the folder given holds
        each under the name below. The reader was developed with these documents at hand, so their figures say how much of a known text is
        understood, the short texts how much of an unknown one.

        | name | project | files at | commit |
        |---|---|---|---|
        | spec-chain-20250620 | slamb2k/spec-chain | specs/20250620_005405 | 22e9d4d |
        | spec-chain-20250626 | slamb2k/spec-chain | spec-chain/specs/20250626_004232 | 1faea6f |
        | multi-tenant-projects | SabbellaLaharika/GPP-Task3-Multi-Tenant-SaaS-Platform-with-Project-Task-Management | docs | 254b459 |
        | book-play | Francisco-Villanueva/book-play | the documents of the root and docs | f97438b |

        """;

    public const string Counting = """
        ## How it is counted

        - Names are equal whatever their case, separators and number; each alternative of the gold is right; the owner's name before an attribute
          does not count ("airplane number" is the number of an airplane). One name of the compiler stands for one of the gold.
        - Tables are the entities of the domain. A junction of the gold is also found by the tables it refers to. A many-to-many relationship of a product
          is found in any table that refers to both sides.
        - Attributes are an entity's own in the short texts, with its foreign keys in the products. Those of a missed table are missed; those of an
          invented table are not counted again. The columns every table gets (`id`, the times of creation and change) do not count.
        - References are pairs of child and parent, as often as they occur, whatever the role is called.
        - Key attributes are those the text calls identifying, alone or together.
        - A statement has its rule when a rule of the domain, a property of an attribute, a key, a life cycle, a retention or a privacy demand leads back
          to that line and is of the entity the gold names. It has all its attributes when these, taken together, name every attribute the
          gold names. A property of an attribute alone never holds a demand that compares something.
        - What the gold marks `?` is neither missed nor invented.
        - A rule of the compiler is founded when a line it leads back to is one for which the gold has a rule.

        """;
}
