"""Letters in plain characters: how each block is laid out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.profiles import PROFILES

from letterkit.document import (
    Alignment,
    Block,
    Columns,
    Direction,
    Document,
    Emphasis,
    Field,
    FieldKind,
    Footnote,
    Group,
    Heading,
    Inline,
    ItemList,
    LineBreak,
    Link,
    Paragraph,
    Picture,
    Quotation,
    Role,
    Strong,
    Table,
    Text,
    Value,
)
from letterkit.writers.text import TextWriter

ENGLISH = PROFILES["en"]


def words(*parts: str | Inline) -> tuple[Inline, ...]:
    return tuple(Text(part) if isinstance(part, str) else part for part in parts)


def paragraph(*parts: str | Inline, role: Role = Role.BODY) -> Paragraph:
    return Paragraph(words(*parts), role=role)


def letter(
    *blocks: Block, header: tuple[Block, ...] = (), footer: tuple[Block, ...] = ()
) -> Document:
    return Document("en", "en-GB", Direction.LTR, "A letter", blocks, header=header, footer=footer)


def written(*blocks: Block, wrap: int | None = None) -> str:
    return TextWriter(ENGLISH, wrap).write(letter(*blocks))


def test_a_letter_reads_from_the_sender_to_the_notes() -> None:
    document = letter(
        paragraph("Leeds, 3 May 2021", role=Role.DATELINE),
        Group(
            Role.INSIDE_ADDRESS,
            (paragraph(Value("Ada Quill")), paragraph("7 Elm Row"), paragraph("Leeds")),
        ),
        paragraph("Dear Ms. Quill,", role=Role.SALUTATION),
        paragraph("We write", Footnote((paragraph("In haste."),)), " on ", Strong(words("behalf"))),
        paragraph("Yours ", Emphasis(words("sincerely")), ",", role=Role.COMPLIMENTARY_CLOSE),
        header=(paragraph("Horizon Relief", role=Role.SENDER),),
        footer=(paragraph("Page ", Field(FieldKind.PAGE), " of ", Field(FieldKind.PAGES)),),
    )
    assert TextWriter(ENGLISH).write(document) == (
        "Horizon Relief\n\nLeeds, 3 May 2021\n\nAda Quill\n7 Elm Row\nLeeds\n\nDear Ms. Quill,\n\n"
        "We write[1] on behalf\n\nYours sincerely,\n\n[1] In haste.\n"
    )


LISTS: list[tuple[Block, str]] = [
    (
        ItemList(((paragraph("Stop."),), (paragraph("Leave."),))),
        "- Stop.\n- Leave.\n",
    ),
    (
        ItemList(tuple((paragraph(word),) for word in ("Stop.", "Leave.")), start=9),
        "9.  Stop.\n10. Leave.\n",
    ),
    (
        ItemList(((paragraph("Stop:"), ItemList(((paragraph("now"),),))), (paragraph("Leave."),))),
        "- Stop:\n  - now\n- Leave.\n",
    ),
    (
        ItemList(((paragraph("Stop."), paragraph("Now.")), (paragraph("Leave."),)), start=1),
        "1. Stop.\n\n   Now.\n\n2. Leave.\n",
    ),
    (ItemList(((), (paragraph("Leave."),))), "-\n- Leave.\n"),
    (
        ItemList(((Quotation((paragraph("Go."),)),),)),
        "-     Go.\n",
    ),
]


@pytest.mark.parametrize(("block", "expected"), LISTS)
def test_items_hang_behind_their_markers(block: Block, expected: str) -> None:
    assert written(block) == expected


def test_markers_are_in_the_digits_of_the_locale() -> None:
    blocks = (
        ItemList(((paragraph("أولًا"),),), start=12),
        paragraph("نص", Footnote((paragraph("حاشية"),))),
    )
    document = Document("ar", "ar-SY", Direction.RTL, "", blocks)
    arabic = replace(PROFILES["ar"], digits="arab")
    assert TextWriter(arabic).write(document) == "١٢. أولًا\n\nنص[١]\n\n[١] حاشية\n"


OTHER_BLOCKS: list[tuple[Block, str]] = [
    (
        Quotation((paragraph("Go."), paragraph("Now.")), words("Ada Quill, Director")),
        "    Go.\n\n    Now.\n    — Ada Quill, Director\n",
    ),
    (Quotation((paragraph("Go."),), words("— Ada Quill")), "    Go.\n    — Ada Quill\n"),
    (Heading(1, words("İzmir")), "İzmir\n=====\n"),
    (Heading(2, words("Aims")), "Aims\n----\n"),
    (Heading(3, words("Aims")), "Aims\n"),
    (paragraph("Doctors strike", role=Role.HEADLINE), "Doctors strike\n==============\n"),
    (paragraph("one", LineBreak(), " two "), "one\ntwo\n"),
    (paragraph("one\ntwo"), "one two\n"),
    (paragraph(Value("one\ntwo\n")), "one\ntwo\n"),
    (paragraph(Value("a\tb  c ")), "a b  c\n"),
    (paragraph(""), "\n"),
    (
        Columns(2, ((paragraph("Ada"),), (paragraph("Ben"),), (paragraph("Cem"),))),
        "Ada\nBen\nCem\n",
    ),
    (
        Columns(2, ((paragraph("Ada"), paragraph("Leeds")), (paragraph("Ben"),))),
        "Ada\nLeeds\n\nBen\n",
    ),
    (
        Columns(2, ((paragraph("Ada", LineBreak(), "Leeds"),), (paragraph("Ben"),))),
        "Ada\nLeeds\n\nBen\n",
    ),
    (
        Group(
            Role.SIGNATORIES,
            (
                paragraph("Organisations", role=Role.GROUP_HEADING),
                paragraph("Horizon"),
                paragraph("Persons", role=Role.GROUP_HEADING),
                paragraph("Ada"),
            ),
        ),
        "Organisations\n-------------\nHorizon\n\nPersons\n-------\nAda\n",
    ),
    (
        paragraph(Picture("/home/ada/street.jpg", words("a street")), " seen"),
        "[a street] seen\n",
    ),
    (paragraph("Seen", Picture("street.jpg")), "Seen\n"),
]


@pytest.mark.parametrize(("block", "expected"), OTHER_BLOCKS)
def test_each_block_has_its_form_in_plain_characters(block: Block, expected: str) -> None:
    assert written(block) == expected


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        (
            Link("https://example.org/a", words("the statement")),
            "the statement <https://example.org/a>",
        ),
        (Link("https://example.org/a", words("https://example.org/a")), "https://example.org/a"),
        (Link("https://example.org/", words("example.org")), "https://example.org/"),
        (Link("mailto:ada@example.org", words("ada@example.org")), "ada@example.org"),
        (Link("mailto:ada@example.org", words("Ada")), "Ada <ada@example.org>"),
        (Link("tel:+903425550102", words("+90 342 555 01 02")), "+90 342 555 01 02"),
        (Link("https://example.org/a", ()), "https://example.org/a"),
        (
            Link("https://example.org/a", (Picture("a.png", words("a map")),)),
            "[a map] <https://example.org/a>",
        ),
        (
            Link("https://example.org/a", words(Value("the"), " ", Strong(words("page")))),
            "the page <https://example.org/a>",
        ),
    ],
)
def test_a_link_is_its_words_and_target_or_the_target_alone(link: Link, expected: str) -> None:
    assert written(paragraph(link, ".")) == expected + ".\n"


def test_footnotes_are_numbered_through_the_letter_and_listed_at_its_end() -> None:
    inner = Footnote((paragraph("Inner."),))
    blocks = (
        paragraph("One", Footnote((paragraph("First", inner, "."),)), "."),
        paragraph("Two", Footnote((paragraph("Second."), paragraph("More."))), "."),
    )
    assert written(*blocks) == (
        "One[1].\n\nTwo[2].\n\n[1] First[3].\n\n[2] Second.\n\n    More.\n\n[3] Inner.\n"
    )


def test_a_table_is_aligned_by_display_width() -> None:
    table = Table(
        header=(words("Place"), words("Killed"), words("Note")),
        rows=(
            (words(Value("Tel Rıfat")), words("20"), words("")),
            (words(Value("中文")), words("1,500"), words("about")),
        ),
        alignments=(Alignment.START, Alignment.END, Alignment.CENTER),
    )
    assert written(table) == (
        "Place      Killed  Note\n"
        "---------  ------  -----\n"
        "Tel Rıfat      20\n"
        "中文        1,500  about\n"
    )


def test_a_wide_table_is_broken_within_its_columns() -> None:
    table = Table(
        header=(words("Place"), words("What happened")),
        rows=(
            (words("Azaz"), words("A school and two hospitals were hit on Monday.")),
            (words("Marea"), words("Nothing.")),
        ),
        alignments=(Alignment.START, Alignment.START),
    )
    assert written(table, wrap=32) == (
        "Place  What happened\n"
        "-----  -------------------------\n"
        "Azaz   A school and two\n"
        "       hospitals were hit on\n"
        "       Monday.\n"
        "\n"
        "Marea  Nothing.\n"
    )


def test_a_value_is_never_markup_and_no_character_of_it_is_lost() -> None:
    ugly = "*Horizon* & <Co> _x_ {{ y }} | # 1. \\ 🕊️ ھ"
    assert written(paragraph(Value(ugly))) == ugly + "\n"


def test_the_text_is_composed_and_has_no_byte_order_mark() -> None:
    text = written(paragraph(Value("\ufeffGu\u0308ne\u015f")), paragraph("E", Value("\u0301")))
    assert text == "G\u00fcne\u015f\n\n\u00c9\n"


def test_what_two_letters_share_is_laid_out_once() -> None:
    shared = paragraph("We write on behalf of many.")
    noted = paragraph("See", Footnote((paragraph("Here."),)))
    writer = TextWriter(ENGLISH)
    first = writer.write(letter(paragraph("Dear Ada,"), shared, noted))
    remembered = writer._remembered[id(shared)][2]
    second = writer.write(
        letter(paragraph("Dear Ben,", Footnote((paragraph("B."),))), shared, noted)
    )
    assert writer._remembered[id(shared)][2] is remembered
    assert first == "Dear Ada,\n\nWe write on behalf of many.\n\nSee[1]\n\n[1] Here.\n"
    assert second == (
        "Dear Ben,[1]\n\nWe write on behalf of many.\n\nSee[2]\n\n[1] B.\n[2] Here.\n"
    )
    writer.write(letter(paragraph("Dear Cem,")))
    assert id(shared) not in writer._remembered


def test_an_empty_letter_is_one_empty_line() -> None:
    assert written() == "\n"
