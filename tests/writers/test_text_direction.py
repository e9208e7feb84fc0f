"""Plain text in Arabic, as an editor shows it that gives each line its direction by itself."""

from __future__ import annotations

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st
from tests.profiles import BY_DIRECTION

from letterkit.document import (
    Alignment,
    Block,
    Direction,
    Document,
    Group,
    Inline,
    ItemList,
    Link,
    Paragraph,
    Role,
    Table,
    Text,
    Value,
)
from letterkit.language.bidi import (
    FSI,
    LRI,
    LRM,
    PDI,
    RLI,
    RLM,
    paragraph_direction,
    value_direction,
    without_controls,
)
from letterkit.writers.text import TextWriter

LTR, RTL = Direction.LTR, Direction.RTL


def value(text: str) -> Value:
    return Value(text, direction=value_direction(text))


def paragraph(*parts: str | Inline, direction: Direction | None = None) -> Paragraph:
    inlines = tuple(Text(part) if isinstance(part, str) else part for part in parts)
    return Paragraph(inlines, direction=direction)


def written(*blocks: Block, base: Direction = RTL, wrap: int | None = None) -> str:
    writer = TextWriter(BY_DIRECTION[base], wrap)
    return writer.write(Document("x", "x", base, "", blocks))


def seen(line: str) -> str:
    """A line from left to right on the screen, its direction found by the editor."""
    return without_controls(str(get_display(line))).strip() if line else ""


def on_screen(*blocks: Block, base: Direction = RTL, wrap: int | None = None) -> list[str]:
    return [seen(line) for line in written(*blocks, base=base, wrap=wrap).splitlines()]


def is_balanced(line: str) -> bool:
    depth = 0
    for character in line:
        depth += (character in {LRI, RLI, FSI}) - (character == PDI)
        if depth < 0:
            return False
    return depth == 0


SHOWN: list[tuple[Block, list[str]]] = [  # as on the screen, from left to right
    (paragraph("كتبت ", value("Horizon (HRZ)"), "، ثم"), ["مث ،Horizon (HRZ) تبتك"]),
    (paragraph("كتبت ", value("7 Elm Row, Leeds 20"), "."), [".7 Elm Row, Leeds 20 تبتك"]),
    (paragraph("نشر @Horizon_org و#Azaz."), [".#Azazو @Horizon_org رشن"]),
    (paragraph("الهاتف ", value("+90 342 555 01 02"), "."), [".+90 342 555 01 02 فتاهلا"]),
    (paragraph("الهاتف +90 342 555 01 02."), [".+90 342 555 01 02 فتاهلا"]),
    (paragraph(value("1500"), " مدني"), ["يندم 1500"]),
    (paragraph("Reuters: خبر"), ["ربخ :Reuters"]),
    (paragraph(value("Reuters"), ": خبر"), ["ربخ :Reuters"]),
    (
        paragraph("راجع ", Link("https://example.org/a/", (Text("البيان"),)), "."),
        [".>https://example.org/a/< نايبلا عجار"],
    ),
    (paragraph("كتبت ", value("Leeds"), " في 24 شباط"), ["طابش 24 يف Leeds تبتك"]),
    (paragraph("في Leeds 24 شباط"), ["طابش 24 Leeds يف"]),
    (
        ItemList(((paragraph(value("Horizon")),), (paragraph("الأفق"),)), start=1),
        ["Horizon .1", "قفألا .2"],
    ),
    (paragraph(value("مؤسسة 4All")), ["4All ةسسؤم"]),
    (
        Group(
            Role.INSIDE_ADDRESS,
            (paragraph("7 Elm Row"), paragraph(value("Leeds 20")), paragraph("(North)")),
            direction=LTR,
        ),
        ["7 Elm Row", "Leeds 20", "(North)"],
    ),
    (paragraph("Elm Row (7), Leeds.", direction=LTR), ["Elm Row (7), Leeds."]),
]


@pytest.mark.parametrize(("block", "lines"), SHOWN)
def test_arabic_lines_are_seen_in_the_right_order(block: Block, lines: list[str]) -> None:
    assert on_screen(block) == lines


def test_columns_of_an_arabic_table_stand_from_right_to_left() -> None:
    table = Table(
        header=((Text("الجهة"),), (Text("Town"),), (Text("عدد"),)),
        rows=(((value("HRZ"),), (value("Leeds"),), (value("20"),)),),
        alignments=(Alignment.START, Alignment.START, Alignment.END),
    )
    header, _, row = on_screen(table)
    assert header.split() == ["ددع", "Town", "ةهجلا"]
    assert row.split() == ["20", "Leeds", "HRZ"]


def test_arabic_in_an_english_letter_is_seen_in_the_right_order() -> None:
    block = paragraph("The charity ", value("رابطة الأفق"), " 24 people")
    assert on_screen(block, base=LTR) == ["The charity قفألا ةطبار 24 people"]
    line = written(paragraph(value("رابطة الأفق"), ", Leeds"), base=LTR)
    assert paragraph_direction(line) is LTR
    assert on_screen(paragraph("رابطة الأفق (HRZ), Leeds"), base=LTR) == [
        "قفألا ةطبار (HRZ), Leeds"
    ]


def test_plain_english_gets_no_marks() -> None:
    block = paragraph("See ", value("2016-02-24"), " (", value("Horizon 7"), ") @hrz.")
    assert written(block, base=LTR) == "See 2016-02-24 (Horizon 7) @hrz.\n"


def test_plain_arabic_gets_no_marks() -> None:
    block = paragraph("كتبت ", value("رابطة الأفق"), " القرار 2258\u00a0(2015).")
    assert written(block) == "كتبت رابطة الأفق القرار 2258\u00a0(2015).\n"


def test_a_value_in_lines_is_isolated_line_by_line() -> None:
    block = paragraph("العنوان: ", value("7 Elm Row\n2 Leeds\n"), "، ثم")
    assert [is_balanced(line) for line in written(block).splitlines()] == [True, True]
    assert on_screen(block) == ["7 Elm Row :ناونعلا", "مث ،2 Leeds"]


pieces = st.text("abAB أبجد12 .,/@#", max_size=20)
hostile = st.text(
    "xyz سشص789 []!:"
    "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\n\u2029\t",
    max_size=20,
)
bases = st.sampled_from([LTR, RTL])
widths = st.sampled_from([None, 1, 8, 20])


@given(pieces, hostile, pieces, hostile, bases, widths)
def test_every_line_is_balanced_and_reads_in_the_direction_of_the_letter(
    one: str, first: str, two: str, second: str, base: Direction, wrap: int | None
) -> None:
    text = written(paragraph(one, value(first), two, value(second)), base=base, wrap=wrap)
    for line in text.splitlines():
        assert is_balanced(line)
        assert line == line.rstrip()
        assert not line or paragraph_direction(line) is base


@given(pieces, hostile, pieces, bases, widths)
def test_overrides_and_embeddings_are_never_added(
    one: str, data: str, two: str, base: Direction, wrap: int | None
) -> None:
    text = written(paragraph(one, value(data), two), base=base, wrap=wrap)
    for control in "\u202a\u202b\u202c\u202d\u202e":
        assert text.count(control) == data.count(control)


@given(hostile.filter(lambda text: len(text.split()) > 0 and "\n" not in text), bases)
def test_no_value_moves_the_words_around_it(data: str, base: Direction) -> None:
    """The words around stand as they would around a word or a number of that value's kind."""
    data = "".join(data.split("\u2029"))
    around = {LTR: ("ab ", " c 1, d"), RTL: ("أب ", " ج 1، د")}[base]
    shown = seen(written(paragraph(around[0], value(data), around[1]), base=base).strip("\n"))
    letters = "".join(letter for letter in shown if letter in "abcd1أبجد")
    expected = seen(written(paragraph(around[0], "\ufffc", around[1]), base=base).strip("\n"))
    assert letters == "".join(letter for letter in expected if letter in "abcd1أبجد")


@given(pieces, hostile, pieces, bases, widths)
def test_nothing_is_lost(one: str, data: str, two: str, base: Direction, wrap: int | None) -> None:
    text = written(paragraph(one, value(data), two), base=base, wrap=wrap)
    assert "".join(without_controls(text).split()) == "".join(
        without_controls(one + data + two).split()
    )


def test_islands_of_another_direction_begin_after_the_indent() -> None:
    address = Group(Role.INSIDE_ADDRESS, (paragraph("7 Elm Row"),), direction=LTR)
    assert written(ItemList(((address,),))) == f"{RLM}- {LRM}7 Elm Row\n"
